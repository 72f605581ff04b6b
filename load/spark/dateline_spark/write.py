"""The dataset that `dateline run` would write, by Spark."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import uuid
from collections.abc import Iterator

from pyspark.sql import Column, DataFrame, Observation, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import StructType

from dateline_spark.extract import extract
from dateline_spark.worker import Worker

TABLES = ("articles", "mentions", "events", "rejects")

# Dates before 1582 as they are, instants as Parquet's own type.
_CONF = {
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
    "spark.sql.parquet.datetimeRebaseModeInWrite": "CORRECTED",
    "spark.sql.parquet.compression.codec": "zstd",
}


@dataclasses.dataclass(frozen=True)
class Counts:
    """The rows written; duplicates are articles that came more than once."""

    articles: int
    mentions: int
    events: int
    rejects: int
    duplicates: int


def write(df: DataFrame, out: str, worker: Worker | None = None, *, run_date: datetime.date | None = None, mode: str = "error") -> Counts:
    """Extract the articles in df and write articles, mentions, events and rejects below out.

    The directories, columns, types and values are those of `dateline run` over the same
    articles in the order of their sources (source_uri, then source_offset): of an article that
    comes twice on one day the first is kept, and stories are told in that order. rejects are
    partitioned by run_date, by default today (UTC), the rest by published_date.

    out is a directory that all executors can write to. Rows are staged below out/_staging
    first, so that a task that is lost after that costs no extraction. mode "error" fails where
    there is a dataset, "overwrite" replaces it; a dataset is never added to.
    """
    if mode not in ("error", "overwrite"):
        raise ValueError(f"mode {mode!r}: want error or overwrite")
    spark, worker = df.sparkSession, worker or Worker()
    day = run_date or datetime.datetime.now(datetime.timezone.utc).date()
    files = _Files(spark, out.rstrip("/"))
    if mode == "error" and any(files.exists(t) for t in TABLES):
        raise FileExistsError(f"{out}: there is a dataset; another directory, or mode='overwrite'")
    stage = f"_staging/{uuid.uuid4().hex}"
    rows, keys = f"{files.root}/{stage}/rows", f"{files.root}/{stage}/keys"
    with _conf(spark):
        try:
            # A row's id is fixed once the rows are written, whatever is computed again later.
            extract(df, worker).withColumn("row_id", F.monotonically_increasing_id()).write.parquet(rows)
            staged = spark.read.parquet(rows)
            _stories(staged, worker).write.parquet(keys)
            parts = _tables(staged, spark.read.parquet(keys), day)
            read = staged.where(F.col("article").isNotNull()).count()
            n = {}
            for table in TABLES:
                part = "run_date" if table == "rejects" else "published_date"
                n[table] = _write(parts[table], f"{files.root}/{table}", part, day, mode)
        finally:
            files.remove(stage)
            files.remove_empty("_staging")
    return Counts(n["articles"], n["mentions"], n["events"], n["rejects"], read - n["articles"])


def _stories(staged: DataFrame, worker: Worker) -> DataFrame:
    """Which rows to keep, and the story of each: row_id, story_id, superseded_by."""
    # A run reads files in the order of their names, and what is within one in its own order.
    container = F.substring_index("article.source_uri", "!/", 1)
    inside = F.when(F.col("article.source_uri").contains("!/"), 0).otherwise(F.col("article.source_offset"))
    identity = ("published_date", "article_id")
    rest = ("external_id", "agency", "status", "published_at")
    first = (
        staged.where(F.col("article").isNotNull())
        .select("row_id", "signature", *(f"article.{k}" for k in identity + rest), container.alias("container"), inside.alias("inside"))
        .groupBy(*identity)
        .agg(F.min(F.struct("container", "inside", "row_id", "signature", *rest)).alias("first"))
        .select(*identity, "first.*")
    )
    flags = worker.story_flags()
    told = (
        first.repartition(1)
        .sortWithinPartitions("container", "inside", "row_id")
        .select("row_id", "signature", *identity, *rest)
        .mapInArrow(worker.function(staged.sparkSession, flags, tables=False), worker.schema(flags))
    )
    return (
        told.groupBy(*identity)
        .agg(F.max("row_id").alias("row_id"), F.max("story_id").alias("story_id"), F.max("superseded_by").alias("superseded_by"))
        .select("row_id", "story_id", "superseded_by")
    )


def _tables(staged: DataFrame, keys: DataFrame, day: datetime.date) -> dict[str, DataFrame]:
    kept = staged.join(keys, "row_id")
    told = {"story_id": F.col("story_id"), "superseded_by": F.col("superseded_by")}
    return {
        "articles": kept.select(*_columns(staged, "article", told)),
        "mentions": kept.select(F.explode("mentions").alias("row")).select("row.*"),
        "events": kept.select("story_id", F.explode("events").alias("row")).select(*_columns(staged, "events", told, "row")),
        "rejects": staged.where(F.col("reject").isNotNull()).select("reject.*", F.lit(day).alias("run_date")),
    }


def _columns(staged: DataFrame, field: str, instead: dict[str, Column], prefix: str | None = None) -> list[Column]:
    """The columns of a nested row in their order, some of them from elsewhere."""
    nested = staged.schema[field].dataType
    struct = nested if isinstance(nested, StructType) else nested.elementType  # type: ignore[attr-defined]
    return [instead.get(n, F.col(f"{prefix or field}.{n}")).alias(n) for n in struct.fieldNames()]


_SORT = {
    "article_id": ("article_id", "start", "end"),
    "source_uri": ("source_uri", "source_offset", "code"),
}


def _write(df: DataFrame, path: str, part: str, day: datetime.date, mode: str) -> int:
    """Write a table, each partition in one file or a few, sorted as `dateline run` sorts; its rows."""
    by = [c for c in _SORT["article_id" if "article_id" in df.columns else "source_uri"] if c in df.columns]
    save = "errorifexists" if mode == "error" else "overwrite"
    seen = Observation()
    counts = (F.count(F.lit(1)).alias("rows"), F.count(part).alias("dated"))
    df.hint("rebalance", part).sortWithinPartitions(part, *by).observe(seen, *counts).write.mode(save).partitionBy(part).parquet(path)
    if seen.get["dated"] == 0:  # as a run does: without a file in a dated partition no program could tell the columns
        df.sparkSession.createDataFrame([], df.drop(part).schema).coalesce(1).write.parquet(f"{path}/{part}={day.isoformat()}")
    return int(seen.get["rows"])


class _Files:
    """The directory of a dataset on whatever file system it is."""

    def __init__(self, spark: SparkSession, root: str) -> None:
        self.root = root
        jvm = spark.sparkContext._jvm  # PySpark has no door of its own to Hadoop's file systems
        assert jvm is not None
        self._path = jvm.org.apache.hadoop.fs.Path
        self._fs = self._path(root).getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())

    def _at(self, name: str) -> object:
        return self._path(f"{self.root}/{name}")

    def exists(self, name: str) -> bool:
        return bool(self._fs.exists(self._at(name)))

    def remove(self, name: str) -> None:
        self._fs.delete(self._at(name), True)

    def remove_empty(self, name: str) -> None:
        if self.exists(name) and not self._fs.listStatus(self._at(name)):
            self.remove(name)


@contextlib.contextmanager
def _conf(spark: SparkSession) -> Iterator[None]:
    """The session with the settings of the writer, and as it was afterwards."""
    before = {k: spark.conf.get(k, None) for k in _CONF}
    for k, v in _CONF.items():
        spark.conf.set(k, v)
    try:
        yield
    finally:
        for k, old in before.items():
            if old is None:
                spark.conf.unset(k)
            else:
                spark.conf.set(k, old)
