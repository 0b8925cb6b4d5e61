"""Count letters three by three in Persian and in Arabic text, for telling the two apart.

    python3 make.py --fa FILE... --ar FILE... > ../../crates/rawi-lang/data/shared/letter_triple.txt

A file is JSON Lines, of which all longer strings are counted, or plain text; either may be compressed with Zstandard.
What comes out are letters and numbers alone: for each three letters ten times the logarithm of how much more frequent
they are in Persian, where that is anything. A hyphen is the edge of a word.
"""
import argparse
import json
import math
import re
import subprocess
from collections import Counter

WORD = re.compile("[\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06d5]+")
FOLD = {0x64A: 0x6CC, 0x649: 0x6CC, 0x643: 0x6A9, 0x671: 0x627, 0x6C0: 0x647}
FOLD |= {c: None for c in [0x640, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF, 0x670, *range(0x64B, 0x660)]}
LETTERS = "\u0621\u0622\u0623\u0624\u0625\u0626\u0627\u0628\u0629\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063a"
LETTERS += "\u0641\u0642\u06a9\u0644\u0645\u0646\u0647\u0648\u06cc\u067e\u0686\u0698\u06af"
OFTEN = 1e-5  # triples rarer than this in both languages tell by chance
TELLS = 3  # tenths of a natural logarithm


def strings(value):
    if isinstance(value, str):
        if len(value) > 20:
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)


def texts(path):
    if path.endswith(".zst"):
        data = subprocess.run(["zstdcat", path], capture_output=True, check=True).stdout.decode()
    else:
        data = open(path, encoding="utf-8").read()
    if ".json" not in path:
        yield data
        return
    for line in data.splitlines():
        if line.strip():
            yield from strings(json.loads(line))


def triples(paths):
    """The share of each three letters, every file counting alike."""
    share = Counter()
    for path in paths:
        words = Counter()
        for text in texts(path):
            words.update(WORD.findall(text.translate(FOLD)))
        counts = Counter()
        for word, count in words.items():
            if all(letter in LETTERS for letter in word):
                word = f"-{word}-"
                for at in range(len(word) - 2):
                    counts[word[at:at + 3]] += count
        total = sum(counts.values())
        for triple, count in counts.items():
            share[triple] += count / total / len(paths)
    return share


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fa", nargs="+", required=True)
    parser.add_argument("--ar", nargs="+", required=True)
    args = parser.parse_args()
    fa, ar = triples(args.fa), triples(args.ar)
    print("# Three letters, and ten times the logarithm of how much more frequent they are in Persian than in Arabic; a hyphen is the edge of a")
    print("# word. Yeh, kaf and heh stand for all their forms. Made by xtask/language/make.py.")
    for triple in sorted(fa.keys() | ar.keys()):
        if fa[triple] < OFTEN and ar[triple] < OFTEN:
            continue
        weight = round(10 * math.log((fa[triple] + 1e-6) / (ar[triple] + 1e-6)))
        if abs(weight) >= TELLS:
            print(triple, max(-60, min(60, weight)))


main()
