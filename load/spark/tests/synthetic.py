"""Articles made of the invented stories in fixtures/articles: as many as wanted, no two alike
unless they are meant to be.

Among a hundred are an exact repetition, two revisions of earlier articles, one in German, one
without a publication time, and two rows that are no articles.
"""

from __future__ import annotations

import json
import pathlib
import random
from collections.abc import Iterator
from typing import Any

FIXTURES = pathlib.Path(__file__).resolve().parents[3] / "fixtures" / "articles"
TOWNS = ["ANKARA", "Bogota", "CAIRO", "Dakar", "KABUL", "Lagos", "Manila", "NAIROBI", "Quito", "TBILISI", "Tunis", "YANGON"]
DAYS = ("Monday", "March 4", "Feb. 11")
AUTHORS = ["Jane Doe", "A. N. Other", "José Núñez"]
AGENCIES = ("AFP", "AP", "Reuters", "dpa")
GERMAN = (
    "Bei einem Lawinenabgang in den Alpen sind am Montag drei Menschen ums Leben gekommen. Die Polizei sucht noch nach zwei Vermissten, "
    "die mit einer Gruppe unterwegs waren. Es war der schwerste Unfall in diesem Winter, sagte ein Sprecher der Bergwacht."
)

Article = dict[str, Any]


def paragraphs() -> list[str]:
    """The paragraphs of the invented stories, without their headlines and datelines."""
    found = []
    for path in sorted(FIXTURES.glob("*.txt")):
        if path.stem in ("afp-qaminas", "afp-de-lawine"):
            continue
        parts = [" ".join(p.split()) for p in path.read_text(encoding="utf-8", errors="replace").split("\n\n")]
        found += [p for p in parts[1:] if len(p) > 80 and "(" not in p[:40] and " - " not in p[:40]]
    return found


def articles(n: int, seed: int = 1) -> Iterator[Article]:
    """n articles with the keys of the jsonl source; the same for the same seed."""
    pool, rng = paragraphs(), random.Random(seed)
    before: list[Article] = []
    for i in range(n):
        a: Article
        kind = i % 100
        if before and kind == 7:
            yield dict(rng.choice(before), id=f"again-{i}")
            continue
        if before and kind in (13, 63):
            old = rng.choice(before)
            yield dict(old, id=f"revised-{i}", text=old["text"] + f"\n\nOfficials gave the number of the report as {i}.")
            continue
        toll = f"{rng.randint(3, 90)} people were hurt in district {i}, {rng.choice(TOWNS).title()} officials said."
        body = [*rng.sample(pool, rng.randint(4, 9)), toll]
        day = f"2024-03-{rng.randint(1, 14):02}"
        a = {
            "id": f"story-{i}", "url": f"https://example.org/{i}", "headline": f"Report {i} from the region",
            "text": f"{rng.choice(TOWNS)}, {rng.choice(DAYS)} - " + "\n\n".join(body),
            "published_at": f"{day}T{rng.randint(0, 23):02}:15:00{rng.choice(('Z', '+03:00', '-05:00'))}",
            "agency": rng.choice(AGENCIES), "bylines": rng.sample(AUTHORS, rng.randint(0, 2)),
        }  # fmt: skip
        if kind == 17:
            a["text"] = f"{GERMAN} Meldung Nummer {i}."
        elif kind == 31:
            del a["text"]
        elif kind == 57:
            a["published_at"] = "some day"
        elif kind == 71:
            del a["published_at"]
        else:
            before.append(a)
            before = before[-500:]
        yield a


def line(article: Article) -> bytes:
    """The article as a line of a JSONL file, written as `dateline worker` writes it."""
    keys = ("id", "url", "headline", "text", "published_at", "agency", "language", "bylines")
    kept = {k: article[k] for k in keys if article.get(k)}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def lines(n: int, seed: int = 1) -> Iterator[tuple[int, bytes, Article]]:
    """The lines of a JSONL file with their offsets."""
    offset = 0
    for a in articles(n, seed):
        written = line(a)
        yield offset, written, a
        offset += len(written)


if __name__ == "__main__":
    import sys

    for _, written, _article in lines(int(sys.argv[1])):
        sys.stdout.buffer.write(written)
