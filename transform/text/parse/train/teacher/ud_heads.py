#!/usr/bin/env python3
"""Gives spaCy's trees the heads that Universal Dependencies would: ud_heads.py x.txt.sp, which writes x.txt.conv.

Predicates head copulas, nouns head prepositions, conjuncts hang on the first one and their conjunctions on the next.
Relations keep names of their own: the student learns what they mean.
"""
import sys

BE = {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m", "’s", "’re", "’m"}


class Tree:
    """Heads and relations of a sentence's words, which count from 1; head 0 is the root's."""

    def __init__(self, words):
        self.form = [""] + [w[0].lower() for w in words]
        self.tag = [""] + [w[1] for w in words]
        self.head = [0] + [w[2] for w in words]
        self.dep = [""] + [w[3] for w in words]
        self.words = range(1, len(words) + 1)

    def kids(self, h):
        return [i for i in self.words if self.head[i] == h]

    def replace(self, old, new):
        """Hangs new where old is, and old and its other dependents on new."""
        for c in self.kids(old):
            if c != new:
                self.head[c] = new
        self.head[new], self.head[old] = self.head[old], new

    def copulas(self):
        for i in self.words:
            if self.form[i] in BE and self.dep[i] not in ("aux", "auxpass"):
                kids = [c for c in self.kids(i) if self.dep[c] in ("attr", "acomp")]
                kids = [c for c in kids if c > i] or kids  # "here is the man", "happy is the man"
                if kids:
                    self.replace(i, kids[0])
                    self.dep[kids[0]], self.dep[i] = self.dep[i], "cop"

    def prepositions(self):
        for i in reversed(self.words):
            if self.dep[i] in ("prep", "agent", "dative"):
                kids = [c for c in self.kids(i) if self.dep[c] in ("pobj", "pcomp")]
                if kids:
                    p = kids[0]
                    self.replace(i, p)
                    mark = "N" if self.tag[p] else ""
                    old, self.dep[i] = self.dep[i], "case" if self.dep[p] == "pobj" else "mark"
                    self.dep[p] = mark + old + "_" + self.dep[p]

    def conjunctions(self):
        for i in self.words:
            if self.dep[i] == "cc" or self.form[i] == "," and self.dep[i] == "punct":
                later = [c for c in self.kids(self.head[i]) if self.dep[c] == "conj" and c > i]
                if later:
                    self.head[i] = later[0]
        for i in self.words:
            if self.dep[i] == "conj":
                h = self.head[i]
                for _ in range(50):
                    if not h or self.dep[h] != "conj":
                        break
                    h = self.head[h]
                if h:
                    self.head[i] = h

    def has_cycle(self):
        for i in self.words:
            steps = 0
            while i and steps <= len(self.words):
                i = self.head[i]
                steps += 1
            if i:
                return True
        return False


def convert(words):
    """Words are (form, tag, head, relation). Gives heads and relations; a tree that would not be one stays as it is."""
    t = Tree(words)
    t.copulas()
    t.prepositions()
    t.conjunctions()
    if t.has_cycle():
        return [w[2] for w in words], [w[3] for w in words]
    return t.head[1:], t.dep[1:]


def main(paths):
    for path in paths:
        with open(path, encoding="utf-8") as lines, open(path.removesuffix(".sp") + ".conv", "w", encoding="utf-8") as out:
            words = []
            for line in lines:
                col = line.rstrip("\n").split("\t")
                if len(col) >= 8:
                    words.append((col[1], col[4], int(col[6]), col[7]))
                    continue
                heads, deps = convert(words)
                for i, w in enumerate(words):
                    out.write(f"{i + 1}\t{w[0]}\t_\t_\t{w[1]}\t_\t{heads[i]}\t{deps[i]}\t_\t_\n")
                if words:
                    out.write("\n")
                words = []


if __name__ == "__main__":
    main(sys.argv[1:])
