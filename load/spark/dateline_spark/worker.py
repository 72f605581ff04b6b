"""What a `dateline worker` is started with, and how it gets to the executors."""

from __future__ import annotations

import dataclasses
import os
import shutil
import stat
from collections.abc import Callable, Iterable

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from dateline_spark.pipe import schema, stream


@dataclasses.dataclass(frozen=True)
class Worker:
    """The options of a worker; those that `dateline run` has as well mean the same.

    binary is the program on the driver, by default the `dateline` of the PATH. It has to run
    on the driver and on the executors alike. With ship it is sent to the executors as
    SparkContext.addFile does; without, they have it under the same path.

    actors, places and patterns are files of own tables on the driver, sent along with the
    program (see `dateline help dictionaries`).

    A worker takes as many cores as a task has (spark.task.cpus) unless workers says otherwise.
    """

    binary: str | None = None
    ship: bool = True
    published: str | None = None
    since: str | None = None
    until: str | None = None
    max_article_bytes: int | None = None
    story_window: int | None = None
    workers: int | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()

    def path(self) -> str:
        """The program on the driver."""
        path = self.binary or shutil.which("dateline")
        if path is None:
            raise FileNotFoundError("no dateline on the PATH: give Worker(binary=...)")
        if not os.access(path, os.X_OK):
            raise FileNotFoundError(f"{path}: not there, or not executable")
        return os.path.abspath(path)

    def flags(self, spark: SparkSession) -> list[str]:
        """The arguments behind the program, for rows."""
        values = {
            "workers": self.workers or int(spark.conf.get("spark.task.cpus", "1") or 1),
            "published": self.published,
            "since": self.since,
            "until": self.until,
            "max-article-bytes": self.max_article_bytes,
        }
        return ["worker", *(f"--{k}={v}" for k, v in values.items() if v is not None)]

    def story_flags(self) -> list[str]:
        """The arguments behind the program, for stories."""
        return ["worker", "--stories", *([f"--story-window={self.story_window}"] if self.story_window is not None else [])]

    def schema(self, flags: list[str]) -> StructType:
        """What a worker with these arguments writes, as Spark names it."""
        return from_arrow_schema(schema([self.path(), *flags]))

    def function(
        self, spark: SparkSession, flags: list[str], tables: bool = True
    ) -> Callable[[Iterable[pa.RecordBatch]], Iterable[pa.RecordBatch]]:
        """What mapInArrow calls on the executors; sends the program and the own tables there."""
        path = self.path()
        own = {"actors": self.actors, "places": self.places, "patterns": self.patterns} if tables else {}
        files = [(kind, os.path.abspath(p)) for kind, paths in own.items() for p in paths]
        if self.ship:
            for p in (path, *(p for _, p in files)):
                spark.sparkContext.addFile(p)
        local: Callable[[str], str] = _shipped if self.ship else str

        def run(batches: Iterable[pa.RecordBatch]) -> Iterable[pa.RecordBatch]:
            program = local(path)
            if not os.access(program, os.X_OK):
                os.chmod(program, os.stat(program).st_mode | stat.S_IXUSR)
            yield from stream([program, *flags, *(f"--{kind}={local(p)}" for kind, p in files)], batches)

        return run


def _shipped(path: str) -> str:
    """Where a file of the driver is on this executor."""
    return SparkFiles.get(os.path.basename(path))
