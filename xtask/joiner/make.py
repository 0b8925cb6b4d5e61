"""Make the table of word forms with the non-joiner.

    python3 make.py --edited FILE… --news FILE… > crates/rawi-lang/data/fa/joiner.txt

`--edited` are texts that keep the non-joiner throughout, `--news` texts in which it is now and then lost; what news write
without it counts half. Files are .jsonl, .conllu, or tokens one a line, each also .zst. What a figure is tested on must
not be among them. In the table the non-joiner is written `+`.
"""
import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

from count import JOINER, Counts

EDITED = 5  # how much more a word of an edited text counts
LOST = 0.5  # how much a word of the news counts that is written without its joiner
TYPES = 3  # endings and openings are told of that join at least so many different words
SHARE = 0.4  # and join at least this share of them
STEM_ENDINGS = ["م", "ی", "د", "یم", "ید", "ند"]
VERBAL = ("می", "نمی")
HE = "ه"

HEAD = """\
# Persian word forms with the non-joiner, written +, and how often each spelling was counted.
# Made by xtask/joiner/make.py from: {sources}.
# Sections, each in order of its words by code point:
#   form     a form; how often it stands with its joiners, and how often glued
#   pair     two pieces that are joined somewhere, or might be; how often they stand apart
#   word     a word written without joiner; how often
#   ending   a last piece, and whether it follows a silent he (h) or another letter (o); the different words that it is
#            joined to and glued to, and the different words that it is joined to and stands apart from
#   opening  a first piece; the same
#   stem     what verbs begin with after the prefix of the present
"""


def he(piece):
    return "h" if piece.endswith(HE) else "o"


def ready(joined, other):
    return joined >= TYPES and joined / (joined + other + 1) >= SHARE


class Table:
    """Everything that the table tells."""

    def __init__(self, edited, news):
        self.joined = Counter()
        self.glued = Counter()
        self.apart = Counter()
        for counts, weight, lost in ((edited, EDITED, 1), (news, 1, LOST)):
            for word, n in counts.word.items():
                if JOINER in word:
                    self.joined[word] += weight * n
                else:
                    self.glued[word] += weight * n * lost
            for (a, b), n in counts.pair.items():
                self.apart[a.rsplit(JOINER, 1)[-1], b.split(JOINER, 1)[0]] += weight * n * lost
        self.together = Counter()
        for word, n in self.joined.items():
            pieces = word.split(JOINER)
            for pair in zip(pieces, pieces[1:]):
                self.together[pair] += n
        self.known = {w for w, n in self.glued.items() if n >= 2}
        self.back_off()

    def back_off(self):
        """How readily a piece joins whatever stands beside it."""
        self.ending = defaultdict(lambda: [0, 0, 0, 0])
        self.opening = defaultdict(lambda: [0, 0, 0, 0])
        for (a, b), n in self.together.items():
            glued = n <= self.glued[a + b]
            self.ending[b, he(a)][glued] += 1
            self.opening[a][glued] += 1
            if n > self.apart[a, b]:
                self.ending[b, he(a)][2] += 1
                self.opening[a][2] += 1
        for (a, b), n in self.apart.items():
            if n > self.together[a, b]:
                if (b, he(a)) in self.ending:
                    self.ending[b, he(a)][3] += 1
                if a in self.opening:
                    self.opening[a][3] += 1
        for word in self.glued:
            if self.glued[word] < 1:
                continue
            for i in range(2, len(word)):
                a, b = word[:i], word[i:]
                if a not in self.known or (a, b) in self.together:
                    continue
                if (b, he(a)) in self.ending:
                    self.ending[b, he(a)][1] += 1
                if b in self.known and a in self.opening:
                    self.opening[a][1] += 1
        for table in (self.ending, self.opening):
            for key, (dj, dg, sj, ss) in list(table.items()):
                if not (ready(dj, dg) or ready(sj, ss)):
                    del table[key]

    def stems(self):
        """What is left of verbs after the prefix, wherever two endings are seen."""
        found = defaultdict(set)
        for (a, b), n in self.together.items():
            if a in VERBAL:
                for ending in STEM_ENDINGS:
                    if b.endswith(ending) and len(b) > len(ending) + 1:
                        found[b.removesuffix(ending)].add(ending)
        return sorted(stem for stem, endings in found.items() if len(endings) >= 2)

    def might_be_cut(self, word):
        """Whether a word would be cut were it unknown."""
        if word.startswith(VERBAL):
            return True
        cuts = ((word[:i], word[i:]) for i in range(1, len(word)))
        return any(self.ready(a, b, 0) for a, b in cuts)

    def ready(self, a, b, at):
        """Whether two pieces would be joined by what is known of either."""
        cells = (self.ending.get((b, he(a))), self.opening.get(a))
        return any(c and ready(*c[at:at + 2]) for c in cells)

    def write(self, out, sources):
        def line(*cells):
            out.write(" ".join(map(str, cells)) + "\n")

        out.write(HEAD.format(sources=sources))
        line("[form]")
        for form in sorted(self.joined):
            glued = round(self.glued[form.replace(JOINER, "")])
            line(form.replace(JOINER, "+"), self.joined[form], *([glued] if glued else []))
        line("[pair]")
        for (a, b), n in sorted(self.apart.items()):
            n = round(n)
            if not n:
                continue
            if (a, b) in self.together or (n >= 2 and self.ready(a, b, 2)):
                line(a, b, n)
        keys = {form.replace(JOINER, "") for form in self.joined}
        line("[word]")
        for word, n in sorted(self.glued.items()):
            if word not in keys and len(word) > 1 and (n >= 2 or self.might_be_cut(word)):
                line(word, max(1, round(n)))
        line("[ending]")
        for (b, kind), cells in sorted(self.ending.items()):
            line(b, kind, *cells)
        line("[opening]")
        for a, cells in sorted(self.opening.items()):
            line(a, *cells)
        line("[stem]")
        for stem in self.stems():
            line(stem)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edited", nargs="+", type=Path, required=True)
    parser.add_argument("--news", nargs="+", type=Path, required=True)
    parser.add_argument("--skip", type=int, help="leave out the news whose number ends in this digit, to test on them")
    args = parser.parse_args()
    for path in (*args.edited, *args.news):
        if "test" in path.name:
            parser.error(f"{path.name}: a test file is never counted")
    table = Table(Counts(args.edited), Counts(args.news, args.skip))
    sources = ", ".join(f"{path.parent.name}/{path.name}" for path in (*args.edited, *args.news))
    sys.stdout.reconfigure(encoding="utf-8")
    table.write(sys.stdout, sources)


if __name__ == "__main__":
    main()
