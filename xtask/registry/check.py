"""Check the registry files.

    python3 check.py

Every file parses; ids are unique and sorted; keys are known; no value is empty; Persian and Arabic values are NFC and
written in the language's own letters; in state, office, organization and media no surface form belongs to two entries,
but for those that every one of its entries lists as ambiguous; no bare form is a full one as well; the offices, states
and organisations that are named exist; dates are dates, and in order.
"""
import re
import sys
import unicodedata
from collections import defaultdict

from registry import REGISTRY, TERM, load

KEYS = {
    "state": {
        "id", "code", "wikidata", "name_en", "name_fa", "name_ar", "also_fa", "also_ar", "adjective_fa", "adjective_ar",
        "adjective_en", "capital_en", "capital_fa", "capital_ar", "also_capital_fa", "also_capital_ar", "city_fa", "city_ar",
        "apart_fa", "apart_ar", "ambiguous_fa", "ambiguous_ar",
    },
    "office": {"id", "code", "name_en", "state", "organization", "fa", "ar", "bare_fa", "bare_ar", "plural_fa", "plural_ar", "many", "local"},
    "organization": {
        "id", "kind", "code", "state", "name_en", "name_fa", "name_ar", "also_fa", "also_ar", "bare_fa", "bare_ar",
    },
    "media": {
        "id", "kind_of", "state", "name_en", "name_fa", "name_ar", "also_fa", "also_ar", "bare_fa", "bare_ar",
        "source", "host",
    },
    "person": {
        "id", "wikidata", "state", "name_en", "name_fa", "name_ar", "also_fa", "also_ar", "last_fa", "last_ar",
        "ambiguous_fa", "ambiguous_ar", "term",
    },
}
NEEDED = {
    "state": {"id", "code", "name_en", "name_fa", "name_ar", "capital_en", "capital_fa", "capital_ar"},
    "office": {"id", "code", "name_en"},
    "organization": {"id", "kind", "name_en", "name_fa", "name_ar"},
    "media": {"id", "kind_of", "name_en", "name_fa", "name_ar"},
    "person": {"id", "name_en", "name_fa", "name_ar"},
}
VALUES = {
    ("organization", "kind"): {"organization", "group"},
    ("media", "kind_of"): {"agency", "newspaper", "broadcaster", "site", "channel"},
}
# Letters of each language, beside Latin letters, digits and the marks below.
LETTERS = {
    "fa": set("ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی") | set("۰۱۲۳۴۵۶۷۸۹") | {"\u200c"},
    "ar": set("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويى"),
}
OTHER = set(" .+-()\"،'’&")
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def forms(entry, key):
    value = entry.get(key, [])
    return [value] if isinstance(value, str) else value


def language(key):
    return key[-2:] if key in ("fa", "ar") or key.endswith(("_fa", "_ar")) else None


def folded(text, lang):
    """As a matcher sees the form: hamza carriers, teh marbuta and alef maqsura folded, joiners as blanks."""
    table = str.maketrans("أإآؤئىة", "اااوييه") if lang == "ar" else str.maketrans("أآؤئ", "ااوی")
    return " ".join(text.translate(table).replace("\u200c", " ").replace("-", " ").casefold().split())


def check(kind, entries, known):
    faults = []
    ids = [entry.get("id", "") for entry in entries]
    faults += [f"id twice: {one}" for one in sorted(set(ids)) if ids.count(one) > 1]
    faults += [f"not sorted: {two} after {one}" for one, two in zip(ids, ids[1:]) if two < one]
    if kind != "state":
        faults += [f"id not lower-case: {one}" for one in ids if not re.fullmatch(r"[a-z0-9]+([_-][a-z0-9]+)*", one)]
    claims = defaultdict(lambda: defaultdict(set))
    for entry in entries:
        name = entry.get("id")
        faults += [f"{name}: unknown key {key}" for key in sorted(set(entry) - KEYS[kind])]
        faults += [f"{name}: no {key}" for key in sorted(NEEDED[kind] - set(entry))]
        for key, value in entry.items():
            if (kind, key) in VALUES and value not in VALUES[kind, key]:
                faults.append(f"{name}: {key} = {value}")
            if key == "term" or isinstance(value, bool):
                continue
            if not value or any(not one.strip() or one != " ".join(one.split(" ")).strip() for one in forms(entry, key)):
                faults.append(f"{name}: empty or untrimmed {key}")
            listed = forms(entry, key)
            faults += [f"{name}: {one} twice in {key}" for one in sorted(set(listed)) if listed.count(one) > 1]
            lang = language(key)
            for one in listed if lang else []:
                if one != unicodedata.normalize("NFC", one):
                    faults.append(f"{name}: not NFC: {one}")
                wrong = {letter for letter in one if letter not in LETTERS[lang] | OTHER and not letter.isascii()}
                if wrong:
                    faults.append(f"{name}: {key}: {one}: {' '.join(f'U+{ord(letter):04X}' for letter in sorted(wrong))}")
                if re.search(r"\u200c(\u200c|$| )|(^| )\u200c|  ", one):
                    faults.append(f"{name}: {key}: stray joiner or blank in {one!r}")
        for lang in ("fa", "ar"):
            ambiguous = {folded(one, lang) for one in forms(entry, f"ambiguous_{lang}")}
            own = {
                folded(one, lang)
                for key in entry if language(key) == lang and not key.startswith("ambiguous")
                for one in forms(entry, key)
            }
            faults += [f"{name}: ambiguous_{lang}: {one} is no form of the entry" for one in sorted(ambiguous - own)]
            for one in own:
                claims[lang][one].add((name, one in ambiguous))
            bare = forms(entry, f"bare_{lang}")
            full = [one for key in (lang, f"name_{lang}", f"also_{lang}") for one in forms(entry, key)]
            faults += [f"{name}: {one} is also bare" for one in bare if one in full]
        if "state" in entry and entry["state"] not in known["state"]:
            faults.append(f"{name}: no state {entry['state']}")
        if "organization" in entry and entry["organization"] not in known["organization"]:
            faults.append(f"{name}: no organization {entry['organization']}")
        for term in entry.get("term", []):
            faults += terms(name, term, known)
    if kind != "person":
        for lang, owners in claims.items():
            for one, who in sorted(owners.items()):
                if len(who) > 1 and not all(doubt for _, doubt in who):
                    faults.append(f"{one} belongs to {', '.join(sorted(owner for owner, _ in who))}")
    return faults


def terms(name, term, known):
    faults = [f"{name}: unknown key {key} in a term" for key in sorted(set(term) - set(TERM))]
    if term.get("office") not in known["office"]:
        faults.append(f"{name}: no office {term.get('office')}")
    if ("state" in term) == ("organization" in term):
        faults.append(f"{name}: a term has a state or an organization: {term}")
    for key in ("state", "organization"):
        if key in term and term[key] not in known[key]:
            faults.append(f"{name}: no {key} {term[key]}")
    for key in ("start", "end"):
        if key in term and not DAY.fullmatch(term[key]):
            faults.append(f"{name}: {key} = {term[key]}")
    start, end = term.get("start", ""), term.get("end", "9999")
    if start[: len(end)] > end[: len(start)]:
        faults.append(f"{name}: ends before it starts: {term}")
    if term.get("source") not in (None, "general", "corpus"):
        faults.append(f"{name}: source = {term['source']}")
    return faults


def main():
    files = {kind: load(kind) for kind in KEYS}
    known = {kind: {entry.get("id") for entry in entries} for kind, entries in files.items()}
    count = 0
    for kind, entries in files.items():
        if not (REGISTRY / f"{kind}.toml").read_text(encoding="utf-8").startswith("# "):
            print(f"{kind}: no comment with source and licence at the top")
            count += 1
        for fault in check(kind, entries, known):
            print(f"{kind}: {fault}")
            count += 1
    print(", ".join(f"{kind} {len(entries)}" for kind, entries in files.items()) + f"; {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
