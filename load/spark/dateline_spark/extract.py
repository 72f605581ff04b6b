"""DataFrames of articles to DataFrames of rows."""

from __future__ import annotations

import sys
from typing import NamedTuple

from pyspark import cloudpickle
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from dateline_spark.worker import Worker

# The columns that a worker reads; others are not sent to it.
COLUMNS = ("content", "text", "path", "name", "offset", "id", "url", "headline", "published_at", "agency", "language", "bylines")

# The executors need pyarrow, not this package.
for _module in ("dateline_spark.pipe", "dateline_spark.worker"):
    cloudpickle.register_pickle_by_value(sys.modules[_module])  # type: ignore[no-untyped-call]


def extract(df: DataFrame, worker: Worker | None = None) -> DataFrame:
    """Extract the rows of the articles in df, one row per article or reject.

    df has the columns of dateline's jsonl source (`text`; `id`, `url`, `headline`,
    `published_at`, `agency`, `language`, `bylines` if there are), or the bytes of files
    (`content`), or paths of files (`path`); `name` is what stands in source_uri. Other columns
    are left behind.

    The result has the columns `article`, `signature`, `mentions`, `events` and `reject`: see
    `dateline help spark`. Neither are repeated articles left out nor stories told: write does
    that. Whoever reads the result more than once should persist it, or the articles are read
    as often. A task starts a worker, which takes half a second: partitions of a thousand
    articles and more are good ones.
    """
    worker = worker or Worker()
    flags = worker.flags(df.sparkSession)
    known = [c for c in COLUMNS if c in df.columns]
    if not {"content", "text", "path"} & set(known):
        raise ValueError(f"no column content, text or path among {df.columns}")
    return df.select(*known).mapInArrow(worker.function(df.sparkSession, flags), worker.schema(flags))


class Tables(NamedTuple):
    """The four tables."""

    articles: DataFrame
    mentions: DataFrame
    events: DataFrame
    rejects: DataFrame


def split(extracted: DataFrame) -> Tables:
    """The four tables within the rows of extract, nothing left out and no stories told."""
    return Tables(
        extracted.where(F.col("article").isNotNull()).select("article.*"),
        extracted.select(F.explode("mentions").alias("row")).select("row.*"),
        extracted.select(F.explode("events").alias("row")).select("row.*"),
        extracted.where(F.col("reject").isNotNull()).select("reject.*"),
    )
