#!/usr/bin/env python3
"""Writes crates/rawi-lang/data/shared/name_word.txt: single words of persons' names, from Wikidata.

    xtask/name/words.py ../shared/data/names

It reads wd_arabic_translit.tsv.zst (words of names that Wikidata has in Latin and Arabic letters, CC0 1.0), and the Arabic and
Persian labels of persons in persons_wikidata.tsv and iran_majlis11_fa_en.tsv (Wikidata, CC0 1.0). A line is a word as names
are written, folded; `+` before it tells that several names have it. Python 3.11, and zstdcat.
"""
import collections
import csv
import pathlib
import subprocess
import sys

FOLD = str.maketrans({**dict.fromkeys("ىيئېےێ", "ی"), **dict.fromkeys("كڪ", "ک"), **dict.fromkeys("آأإٱ", "ا"), **dict.fromkeys("ةۀہۂۃەھ", "ه"), "ؤ": "و"})
DROPPED = dict.fromkeys([0x640, 0xAD, *range(0x200B, 0x2010), *range(0x64B, 0x660), 0x670])
OFTEN = 3


def fold(word):
    return word.translate(FOLD).translate(DROPPED)


def main():
    folder = pathlib.Path(sys.argv[1])
    counts = collections.Counter()
    table = subprocess.run(["zstdcat", folder / "wd_arabic_translit.tsv.zst"], capture_output=True, check=True, text=True).stdout
    for line in table.splitlines():
        _, letters, count = line.split("\t")
        counts[fold(letters.replace(" ", ""))] += int(count)
    for name, columns in (("persons_wikidata.tsv", ("ar", "fa")), ("iran_majlis11_fa_en.tsv", ("fa",))):
        with open(folder / name, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                for column in columns:
                    counts.update(fold(word) for word in (row[column] or "").split())
    words = sorted(w for w in counts if len(w) >= 3 and w.isalpha() and "ء" <= w[0] <= "ۿ")
    out = pathlib.Path(__file__).parents[2] / "crates/rawi-lang/data/shared/name_word.txt"
    head = "# Words of persons' names from Wikidata (CC0 1.0), folded; `+`: in several names. Written by xtask/name/words.py.\n"
    out.write_text(head + "".join(("+" if counts[w] >= OFTEN else "") + w + "\n" for w in words), encoding="utf-8")


main()
