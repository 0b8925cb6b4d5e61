"""Words, forms and neighbours counted in texts that keep the non-joiner."""
import json
import re
import subprocess
from collections import Counter

JOINER = "\u200c"
LETTER = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
STRETCH = re.compile(f"[{LETTER}{JOINER} ]+")

# Letters of the Arabic keyboard, hamzas that are often left out, marks and elongation: as the reader of the table folds.
FOLD = {0x64A: 0x6CC, 0x649: 0x6CC, 0x643: 0x6A9, 0x623: 0x627, 0x671: 0x627, 0x6C0: 0x647, 0x624: 0x648, 0x640: None}
FOLD |= {c: None for c in [*range(0x64B, 0x660), 0x670, 0x200D, 0x200E, 0x200F, 0xFEFF]}
FOLD |= {0xA0: 0x20, 0x200B: 0x200C, 0xAC: 0x200C}


def stretches(text):
    """The runs of words that nothing but single spaces keeps apart, each as a list of words."""
    for match in STRETCH.finditer(text.translate(FOLD)):
        run = re.sub(f"{JOINER}+", JOINER, match.group())
        run = re.sub(f"{JOINER}? {JOINER}?", " ", run).strip(f" {JOINER}")
        for part in re.split(" {2,}", run):
            if part:
                yield part.split(" ")


def lines(path):
    """The lines of a plain or Zstandard file."""
    if str(path).endswith(".zst"):
        done = subprocess.run(["zstdcat", path], capture_output=True, check=True)
        return done.stdout.decode("utf-8", "replace").split("\n")
    with open(path, encoding="utf-8") as file:
        return file.read().split("\n")


def texts(path):
    """The texts of a file: JSON records, CoNLL-U sentences, or tokens, one a line."""
    name = str(path).removesuffix(".zst")
    if name.endswith(".jsonl"):
        for line in filter(None, lines(path)):
            record = json.loads(line)
            if "text" in record:
                yield record["text"]
            else:
                yield "\n".join(filter(None, [record.get("title"), record.get("abstract"), *(record.get("paragraphs") or [])]))
    elif name.endswith(".conllu"):
        yield from (line[9:] for line in lines(path) if line.startswith("# text = "))
    else:
        sentence = []
        for line in lines(path):
            if line:
                sentence.append(line)
            elif sentence:
                yield " ".join(sentence)
                sentence = []


class Counts:
    """What was counted in one kind of text."""

    def __init__(self, paths, skip=None):
        """`skip`: leaves out each text whose number ends in this digit, so that it can be tested on."""
        self.word = Counter()
        self.pair = Counter()
        for path in paths:
            for number, text in enumerate(texts(path)):
                if number % 10 == skip:
                    continue
                for run in stretches(text):
                    self.word.update(run)
                    self.pair.update(zip(run, run[1:]))
