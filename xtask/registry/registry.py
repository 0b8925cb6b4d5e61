"""Reading and writing the registry files: TOML, one key a line, entries sorted by id."""
import csv
import tomllib
import unicodedata
from pathlib import Path

REGISTRY = Path(__file__).resolve().parents[2] / "crates/rawi-lang/data/shared/registry"


def table(folder, name):
    """Rows of one tab-separated table of the names folder."""
    with open(Path(folder) / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def load(kind):
    """Entries of REGISTRY/<kind>.toml."""
    with open(REGISTRY / f"{kind}.toml", "rb") as file:
        return tomllib.load(file).get(kind, [])


def header(kind):
    """The comment lines with which REGISTRY/<kind>.toml begins."""
    lines = []
    for line in (REGISTRY / f"{kind}.toml").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        lines.append(line)
    return "\n".join(lines)


def quoted(text):
    text = unicodedata.normalize("NFC", text)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def value(item):
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, list):
        return "[" + ", ".join(quoted(one) for one in item) + "]"
    return quoted(item)


def dump(kind, entries, order, top):
    """Write REGISTRY/<kind>.toml: the comment `top`, then the entries by id, keys in `order`, empty values left out."""
    out = [top.rstrip("\n"), ""]
    for entry in sorted(entries, key=lambda entry: entry["id"]):
        unknown = set(entry) - set(order) - {"term"}
        if unknown:
            raise SystemExit(f"{kind} {entry['id']}: unknown keys {sorted(unknown)}")
        out.append(f"[[{kind}]]")
        out += [f"{key} = {value(entry[key])}" for key in order if entry.get(key)]
        for term in entry.get("term", []):
            out.append(f"[[{kind}.term]]")
            out += [f"{key} = {value(term[key])}" for key in TERM if term.get(key)]
        out.append("")
    (REGISTRY / f"{kind}.toml").write_text("\n".join(out), encoding="utf-8")


TERM = ["office", "state", "organization", "start", "end", "source"]
