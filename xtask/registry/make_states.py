"""Fill in and re-write state.toml from the names folder.

    python3 make_states.py NAMES_FOLDER

The names, variants and adjectives in state.toml are written by hand there and are kept. From the folder come the
Wikidata ids: of the country column of foreign_ministers_2022.tsv and world_leaders_2021.tsv (Wikidata), the row being
found by the English name; countries.tsv serves as a check on both id and code. A state whose id the folder does not
settle has none.
"""
import sys

from registry import dump, header, load, table

ORDER = [
    "id", "code", "wikidata", "name_en", "name_fa", "name_ar", "also_fa", "also_ar", "adjective_fa", "adjective_ar",
    "adjective_en",
    "capital_en", "capital_fa", "capital_ar", "also_capital_fa", "also_capital_ar", "city_fa",
    "city_ar", "apart_fa", "apart_ar", "ambiguous_fa", "ambiguous_ar",
]
# English names that differ between this file and Wikidata's labels.
LABEL = {
    "CI": "Ivory Coast", "CN": "People's Republic of China", "FM": "Federated States of Micronesia",
    "IE": "Republic of Ireland", "BS": "The Bahamas", "GM": "The Gambia", "PS": "State of Palestine",
    "ST": "São Tomé and Príncipe", "TL": "East Timor", "US": "United States of America",
}
# CAMEO's own code where ISO 3166-1 has no alpha-3.
CODE = {"XK": "KSV"}


def main(folder):
    labels = {}
    for name in ("foreign_ministers_2022.tsv", "world_leaders_2021.tsv"):
        for row in table(folder, name):
            labels.setdefault(row["country"], set()).add(row["country_qid"])
    countries = {row["iso2"]: row for row in table(folder, "countries.tsv")}
    states = load("state")
    for state in states:
        found = labels.get(LABEL.get(state["id"], state["name_en"]), set())
        check = countries.get(state["id"], {})
        if len(found) == 1:
            state["wikidata"] = min(found)
        else:
            state.pop("wikidata", None)
            print(f"{state['id']}: no single id for {state['name_en']}: {sorted(found)}", file=sys.stderr)
        if check.get("qid") != state.get("wikidata"):
            print(f"{state['id']}: {state.get('wikidata')} here, {check.get('qid')} in countries.tsv", file=sys.stderr)
        code = CODE.get(state["id"], check.get("iso3"))
        if code != state["code"]:
            raise SystemExit(f"{state['id']}: code {state['code']}, but {code} in countries.tsv")
    dump("state", states, ORDER, header("state"))
    print(f"{len(states)} states, {sum('wikidata' in state for state in states)} with a Wikidata id")


if __name__ == "__main__":
    main(sys.argv[1])
