#!/usr/bin/env python3
"""Writes the words of CoNLL-U files for the teachers, one sentence a line: lines.py x.conllu > x.txt

How silver.gz was made (Python and a JVM; none of it is needed to train):

 1. x.txt: this script. A blank in a word becomes a no-break space, so that all agree on the words.
 2. Stanford CoreNLP 4.5.10 (Maven edu.stanford.nlp:stanford-corenlp and its classifier models; GPL, run from outside,
    nothing of it is kept):
        java -Xmx5g -cp 'jars/*' edu.stanford.nlp.pipeline.StanfordCoreNLP -annotators tokenize,pos,lemma,depparse \\
            -tokenize.whitespace true -ssplit.eolonly true -depparse.extradependencies NONE -outputFormat conllu ...
 3. spacy_trees.py: spaCy 3.8's trees of the same lines; ud_heads.py: those with UD's heads.
 4. A copy of this folder's trainer, whose parser sees both trees as features besides its own, learns from the gold
    trees and labels the lines. It differs from internal/arc and the trainer only by these features (is the word in
    question the other's head there, by which relation, on which side is its head, has it dependents to come; each
    alone, with tags and words, and both teachers' together), wider tables, four passes and a beam of 12.
 5. `train pack` joins the result and the texts to silver.gz.
"""
import sys


def main(paths):
    for path in paths:
        words = []
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                line = line.rstrip("\n")
                if not line:
                    flush(words)
                elif line[0] != "#":
                    col = line.split("\t")
                    if col[0].isdigit():
                        words.append(col[1].replace(" ", "\u00a0"))
        flush(words)


def flush(words):
    if words:
        print(" ".join(words))
    words.clear()


if __name__ == "__main__":
    main(sys.argv[1:])
