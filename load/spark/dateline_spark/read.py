"""Articles in files as DataFrames for extract."""

from __future__ import annotations

from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F


def read_files(spark: SparkSession, *paths: str, glob: str | None = None) -> DataFrame:
    """The bytes of files in any format and container that dateline knows, WARC among them.

    Paths are whatever Spark can read (files, directories, globs; S3, HDFS …). A file is one row
    and goes through the memory of the executor two or three times: above some hundred
    megabytes, and always above 2 GB, take list_files. Spark passes empty files over.
    """
    reader = spark.read.format("binaryFile")
    if glob is not None:
        reader = reader.option("pathGlobFilter", glob)
    # A local path stands in source_uri as `dateline run` would write it.
    return reader.load(list(paths)).select("content", F.regexp_replace("path", "^file:/*", "/").alias("name"))


def list_files(spark: SparkSession, paths: Sequence[str]) -> DataFrame:
    """Files that every executor can open under these paths, on a shared or mounted file system.

    Each is read as a stream by the worker of one task, so its size does not matter. A program
    built for buckets (`make build-cloud`) takes URLs of objects as well: s3://, gs://, az://.
    """
    rows = [(p,) for p in paths]
    if not rows:
        return spark.createDataFrame(rows, "path string")
    return spark.createDataFrame(spark.sparkContext.parallelize(rows, len(rows)), "path string")
