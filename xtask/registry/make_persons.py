"""Fill in and re-write person.toml from the names folder.

    python3 make_persons.py NAMES_FOLDER

The names in person.toml, and the terms that carry a `source`, are written by hand there and are kept. From the folder
come the Wikidata ids (by exact English label among persons listed under the same state, or by the label in LABEL) and the
terms of office of office_holders.tsv. That table ends in January 2023: a term open there takes its end, or that it is
open still, from the term written by hand for the same office, and keeps that term's `source`.
"""
import re
import sys
from collections import defaultdict
from datetime import date

from registry import dump, header, load, table

ORDER = [
    "id", "wikidata", "state", "name_en", "name_fa", "name_ar", "also_fa", "also_ar", "last_fa", "last_ar", "ambiguous_fa", "ambiguous_ar",
]
# Repositories behind office_holders.tsv and the state whose offices they list.
STATE = {
    "iran-ministers": "IR", "iraq-ministers": "IQ", "jordan-ministers": "JO", "egypt-ministers": "EG",
    "saudi-ministers": "SA", "qatar-ministers": "QA", "kuwait-ministers": "KW", "uae-ministers": "AE", "sudan": "SD",
    "turkey-ministers": "TR", "israel-ministers": "IL", "pakistan-ministers": "PK", "russia-cabinet": "RU",
    "us-cabinet": "US", "united-kingdom-cabinet": "GB", "france-cabinet": "FR", "palestine": "PS", "lebanon": "LB",
    "syria": "SY", "yemen": "YE", "bahrain": "BH", "oman": "OM", "libya": "LY", "mauritania": "MR",
    "venezuela": "VE", "turkmenistan": "TM", "north-korea": "KP",
}
# English labels in the folder that differ from name_en; "" where the folder's bearer of the name is somebody else.
LABEL = {
    "abbas-araghchi": "Seyed Abbas Araghchi",
    "abdallah-al-mouallimi": "Abdallah Yahya Al-Mouallimi",
    "abdo-al-hudhaifi": "Abdu al-Hudhaifi",
    "abdolnaser-hemmati": "Abdul-Nasser Hemmati",
    "abdrabbuh-mansur-hadi": "Abdrabbuh Mansour Hadi",
    "abdullah-bin-zayed": "Abdullah bin Zayed Al Nahyan",
    "abdullatif-al-zayani": "Abdullatif bin Rashid Al Zayani",
    "abiy-ahmed": "Abiy Ahmed Ali",
    "adel-al-jubeir": "Adel al-Jubeir",
    "adel-al-toraifi": "Adel Al Toraifi",
    "ahmed-awad-bin-mubarak": "Ahmad Awad Bin Mubarak",
    "ahmed-obaid-bin-dagher": "Ahmed Obaid Bin Dagher",
    "ali-al-naimi": "Ali Al-Naimi",
    "ash-carter": "Ashton Carter",
    "badr-albusaidi": "Badr bin Hamad bin Hamood Al Busaidi",
    "bahram-ghasemi": "Bahram Ghassemi",
    "cyril-ramaphosa": "Matamela Cyril Ramaphosa",
    "esmaeil-kowsari": "Esmaeil Kousari",
    "faisal-bin-bandar": "Faisal bin Bandar Al Saud",
    "faisal-bin-farhan": "Faisal bin Farhan Al Saud",
    "gadi-eizenkot": "Gadi Eisenkott",
    "gholamhossein-esmaeili": "Gholam Hossein Esmaili",
    "haider-al-abadi": "Haider Al-Abadi",
    "haitham-bin-tariq": "Haitham bin Tarik Al Said",
    "ibrahim-al-assaf": "Ibrahim Abdulaziz Al-Assaf",
    "jaber-al-mubarak-al-sabah": "Jaber Al-Mubarak Al-Hamad Al-Sabah",
    "john-bolton": "John R. Bolton",
    "john-brennan": "John Owen Brennan",
    "kamal-kharazi": "Kamal Kharazi",
    "khalid-al-falih": "Khalid A. Al-Falih",
    "khalid-bin-ahmed-al-khalifa": "Khalid bin Ahmed Al Khalifa",
    "khalifa-bin-zayed": "Khalifa bin Zayed Al Nahyan",
    "khawaja-asif": "Khawaja Muhammad Asif",
    "mark-esper": "Mark T. Esper",
    "mark-milley": "Mark A. Milley",
    "marzouq-al-ghanim": "Marzouq Al-Ghanim",
    "mohamed-hamdan-dagalo": "Mohamed Hamdan Daglo",
    "mohammad-bagheri": "",
    "mohammad-reza-aref": "Mohammad-Reza Aref",
    "mohammed-al-maqdashi": "Mohammed Ali Al-Maqdashi",
    "mohammed-bin-rashid": "Mohammed bin Rashid Al Maktoum",
    "mohammed-bin-salman": "Mohammad bin Salman",
    "mohammed-bin-zayed": "Mohammed bin Zayed Al Nahyan",
    "mohammed-shia-al-sudani": "Mohammed Shia' Al Sudani",
    "mohsen-rezaei": "Mohsen Rezaee",
    "mostafa-madbouly": "Moustafa Madbouly",
    "mustafa-al-kadhimi": "Mustafa Al-Kadhimi",
    "nabil-el-araby": "Nabil Elaraby",
    "nawaf-al-ahmad-al-sabah": "Nawaf Al-Ahmad Al-Jaber Al-Sabah",
    "nechirvan-barzani": "Nechervan Idris Barzani",
    "qaboos-bin-said": "Qaboos bin Said Al Said",
    "ramzan-kadyrov": "Ramazan Kadyrov",
    "sabah-al-ahmad-al-sabah": "Sabah Al-Ahmad Al-Jaber Al-Sabah",
    "sabah-al-khalid-al-sabah": "Sabah Al-Khalid Al-Sabah",
    "salman-bin-hamad-al-khalifa": "Salman bin Hamad bin Isa Al Khalifa",
    "samantha-power": "Samantha J. Power",
    "saud-al-faisal": "Saud bin Faisal bin Abdulaziz Al Saud",
    "saud-bin-nayef": "Saud bin Nayef Al Saud",
    "sergei-shoigu": "Sergey Shoygu",
    "tahnoun-bin-zayed": "Tahnoun bin Zayed Al Nahyan",
    "volodymyr-zelenskyy": "Volodymyr Zelenskyy",
    "wael-al-halqi": "Wael Nader Al-Halqi",
    "william-burns": "William Joseph Burns",
    "yoav-gallant": "Yoav Galant",
    "yusuf-bin-alawi": "Yusuf bin Alawi bin Abdullah",
}
# Terms of the table that are not what the news calls the office.
LEFT_OUT = {
    ("mahdi-al-mashat", "president"), ("mahmoud-abbas", "president"), ("yasser-arafat", "president"),
    # acting for a day, or in the absence of a president
    ("tammam-salam", "president"), ("fouad-siniora", "president"), ("mohammed-bin-rashid", "president"),
    ("william-burns", "foreign_minister"),
    # chairmen of the Iraqi Governing Council
    ("masoud-barzani", "prime_minister"), ("jalal-talabani", "prime_minister"),
}
# Whole English office names and the office they are. An office name that is not here gives no term.
OFFICE = {
    "supreme leader": "supreme_leader",
    "president": "president",
    "king": "king",
    "emir": "emir",
    "sultan": "sultan",
    "crown prince": "crown_prince",
    "prime minister": "prime_minister",
    "vice president": "vice_president",
    "first vice president": "first_vice_president",
    "deputy prime minister": "deputy_prime_minister",
    "speaker": "speaker_of_parliament",
    "speaker of the assembly": "speaker_of_parliament",
    "speaker of parliament": "speaker_of_parliament",
    "speaker of the house of representatives": "speaker_of_parliament",
    "speaker of the knesset": "speaker_of_parliament",
    "speaker of the national assembly": "speaker_of_parliament",
    "chief justice": "judiciary_chief",
    "secretary of state": "foreign_minister",
    "secretary of defence": "defence_minister",
    "secretary of the treasury": "treasury_secretary",
    "secretary of state for foreign and commonwealth affairs": "foreign_minister",
    "secretary of state for foreign, commonwealth and development affairs": "foreign_minister",
    "secretary of state for defence": "defence_minister",
    "secretary of state for the home department": "interior_minister",
    "minister of foreign affairs": "foreign_minister",
    "minister of foreign affairs and expatriates": "foreign_minister",
    "minister for europe and foreign affairs": "foreign_minister",
    "federal minister of foreign affairs": "foreign_minister",
    "minister of defence": "defence_minister",
    "minister of national defence": "defence_minister",
    "federal minister of defence": "defence_minister",
    "minister of interior": "interior_minister",
    "minister of the interior": "interior_minister",
    "federal minister of the interior": "interior_minister",
    "minister of finance": "finance_minister",
    "minister of petroleum": "oil_minister",
    "minister of oil": "oil_minister",
    "minister of energy": "energy_minister",
    "minister of intelligence": "intelligence_minister",
    "national security advisor": "national_security_adviser",
    "secretary of the supreme national security council": "national_security_council_secretary",
    "secretary of the security council": "national_security_council_secretary",
    "vice-president as head of the atomic energy organisation": "atomic_energy_chief",
    "minister of defence and armed forces logistics": "defence_minister",
    "minister of the armed forces": "defence_minister",
    "minister of europe and foreign affairs": "foreign_minister",
    "minister of petroleum and mineral resources": "oil_minister",
    "secretary of energy": "energy_minister",
    "minister of national guard": "national_guard_minister",
    "minister of information and communications technology": "communications_minister",
    "federal minister of finance": "finance_minister",
    "chancellor of the exchequer": "finance_minister",
    "speaker of the islamic consultative assembly": "speaker_of_parliament",
    "speaker of council of representatives": "speaker_of_parliament",
    "speaker of the parliament": "speaker_of_parliament",
    "speaker of the grand national assembly": "speaker_of_parliament",
    "mayor of tehran": "mayor",
    "president of iraqi kurdistan": "kurdistan_region_president",
    "prime minister of iraqi kurdistan": "kurdistan_region_prime_minister",
    "president of the palestinian national authority": "palestinian_authority_president",
    "prime minister of the palestinian national authority": "prime_minister",
    "ambassador to the united nations": "permanent_representative",
    "permanent representative to the united nations": "permanent_representative",
    "chief of the general staff": "chief_of_staff",
    "chairman of the joint chiefs of staff": "chief_of_staff",
    "commander of the navy": "navy_commander",
    "commander-in-chief of the revolutionary guard": "irgc_commander",
    "chairman of the expediency discernment council": "expediency_council_chairman",
    "secretary of the guardian council": "guardian_council_secretary",
    "governor of the central bank": "central_bank_governor",
    "governor of the bank of lebanon": "central_bank_governor",
    "director of the cia": "intelligence_chief",
    "director of the mossad": "intelligence_chief",
    "foreign ministry spokeperson": "foreign_ministry_spokesman",
    "white house press secretary": "white_house_spokesman",
    "governor of riyadh region": "governor",
    "governor of eastern province": "governor",
    "director of the central intelligence agency": "intelligence_chief",
}


def candidates(folder):
    """English label -> Wikidata id -> states and other places under which the folder lists the person."""
    iso = {row["qid"]: row["iso2"] for row in table(folder, "countries.tsv")} | {"Q219060": "PS"}
    found = defaultdict(lambda: defaultdict(set))
    for row in table(folder, "office_holders.tsv"):
        found[row["person"]][row["person_qid"]].add(STATE.get(row["repo"], row["repo"]))
    for name in ("world_leaders_2021.tsv", "foreign_ministers_2022.tsv"):
        for row in table(folder, name):
            found[row["person"]][row["person_qid"]].add(iso.get(row["country_qid"], row["country"]))
    for row in table(folder, "persons_wikidata.tsv"):
        for repo in re.split(r"[|, ]+", row["source_repos"]):
            found[row["en"]][row["qid"]].add(STATE.get(repo, repo))
    for row in table(folder, "persons_joined.tsv"):
        found[row["en"]][row["qid"]].add(STATE.get(row["repo"], row["repo"]))
    for row in table(folder, "iran_majlis11_fa_en.tsv"):
        found[row["en"]][row["qid"]].add("IR")
    return found


# States and bodies under which a person of another state may stand (world leaders, UN offices).
WIDE = {"world", "European Union", "Kingdom of the Netherlands", "GB", "SD"}


def day(text, last=False):
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        parts += [12, 31] if last else [1, 1]
    if len(parts) == 2:
        parts += [28] if last else [1]
    return date(*parts)


def close(one, two, days=31):
    return abs((day(one) - day(two)).days) <= days


def merge(person, listed):
    """The person's terms: those written by hand and those of the table, one each.

    Where both tell of one office at one time and their days nearly agree, the table's term stands; where they do not
    (the table has pieces of a term, or the day of an election), the term written by hand stands.
    """
    written = [term for term in person.get("term", []) if term.get("source")]
    terms = []
    for term in listed:
        place = (term["office"], term["state"])
        begin, end = day(term["start"]), day(term.get("end", "9999"), last=True)
        twins = [
            other for other in written
            if (other["office"], other.get("state")) == place and other.get("start")
            and day(other["start"]) < end and begin < day(other.get("end", "9999"), last=True)
        ]
        if not twins:
            if "end" not in term:
                print(f"{person['id']}: open in the folder: {term}", file=sys.stderr)
            terms.append(term)
            continue
        twin = twins[0]
        if not close(twin["start"], term["start"]):
            continue
        if "end" not in term:
            terms.append(term | {key: twin[key] for key in ("end", "source") if key in twin})
            written.remove(twin)
        elif "end" not in twin or close(twin["end"], term["end"]):
            if "end" not in twin:
                print(f"{person['id']}: {twin} by hand, {term} in the folder", file=sys.stderr)
            terms.append(term)
            written.remove(twin)
    return sorted(terms + written, key=lambda term: (term.get("start", "9"), term["office"]))


def main(folder):
    found = candidates(folder)
    held = defaultdict(list)
    for row in table(folder, "office_holders.tsv"):
        office, state = OFFICE.get(row["position"].lower()), STATE.get(row["repo"])
        if office and state and row["start"] and (office != "supreme_leader" or state == "IR"):
            term = {"office": office, "state": state, "start": row["start"]}
            if row["end"]:
                term["end"] = row["end"]
            earlier = [one for one in held[row["person_qid"]] if (one["office"], one["state"], one["start"]) == (office, state, row["start"])]
            if not earlier:
                held[row["person_qid"]].append(term)
            elif term.get("end", "9") > earlier[0].get("end", "9"):
                earlier[0].update(end=term["end"]) if "end" in term else earlier[0].pop("end")
    persons = load("person")
    for person in persons:
        person.pop("wikidata", None)
        label = LABEL.get(person["id"], person["name_en"])
        ids = found.get(label, {}) if label else {}
        ids = [qid for qid, places in ids.items() if qid and (person.get("state") in places or places & WIDE)]
        if len(ids) == 1:
            person["wikidata"] = ids[0]
        elif ids:
            print(f"{person['id']}: several ids: {ids}", file=sys.stderr)
        listed = [dict(term) for term in held.get(person.get("wikidata"), []) if (person["id"], term["office"]) not in LEFT_OUT]
        person["term"] = merge(person, listed)
    dump("person", persons, ORDER, header("person"))
    print(f"{len(persons)} persons, {sum('wikidata' in one for one in persons)} with a Wikidata id, "
          f"{sum(len(one['term']) for one in persons)} terms")


if __name__ == "__main__":
    main(sys.argv[1])
