"""The package on a real cluster, held against `dateline run`.

    DATELINE=./dateline python -m unittest discover -s load/spark/tests -p test_cluster.py

ARTICLES says how many articles; a release is measured with 20,000.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset
import pyarrow.parquet
from pyspark.sql import DataFrame, SparkSession

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import dateline_spark as ds
import synthetic
from cluster import Cluster, command, cpu, descendants

BINARY = os.path.abspath(os.environ.get("DATELINE", "./dateline"))
N = int(os.environ.get("ARTICLES", "2000"))
PARTITIONS = max(8, N // 1000)
PUBLISHED = "2020-02-11"
TODAY = datetime.datetime.now(datetime.timezone.utc).date()
WORKER = ds.Worker(binary=BINARY, published=PUBLISHED)

# What tells the rows of a table apart.
KEYS = {
    "articles": ["published_date", "article_id"],
    "mentions": ["published_date", "article_id", "mention_id"],
    "events": ["published_date", "article_id", "event_id"],
    "rejects": ["source_uri", "source_offset", "code"],
}
# The figure below which a release is not let out: articles per core second against run's.
LEAST_RATIO = 0.8
LARGE = 10_000


def dateline(*args: str) -> float:
    """Run the program; the CPU seconds it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([BINARY, *args], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(done.args)} ended with exit status {done.returncode}: {done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def table(out: pathlib.Path, name: str) -> pa.Table:
    """A table in the order of its keys."""
    read = pyarrow.dataset.dataset(out / name, format="parquet", partitioning="hive", ignore_prefixes=["_", "."]).to_table()
    if "published_date" in read.column_names:  # pyarrow takes it for a dictionary or a string
        at = read.column_names.index("published_date")
        read = read.set_column(at, "published_date", read["published_date"].cast(pa.string()))
    if "run_date" in read.column_names:
        read = read.drop_columns(["run_date"])
    return read.sort_by([(k, "ascending") for k in KEYS[name]])


class Case(unittest.TestCase):
    maxDiff = 2000

    def same(self, want: pathlib.Path, got: pathlib.Path) -> dict[str, int]:
        """Both datasets have the same columns and rows; how many."""
        rows = {}
        for name in KEYS:
            w, g = table(want, name), table(got, name)
            rows[name] = w.num_rows
            self.assertEqual(plain(w.schema), plain(g.schema), name)
            self.assertEqual(w.num_rows, g.num_rows, name)
            g = g.cast(w.schema)
            for column in w.column_names:
                if w[column].equals(g[column]):
                    continue
                rows_w, rows_g = w.to_pylist(), g.to_pylist()
                i = next(i for i, (a, b) in enumerate(zip(rows_w, rows_g, strict=True)) if a[column] != b[column])
                self.fail(f"{name}.{column}, row {i}: want {rows_w[i][column]!r}, got {rows_g[i][column]!r} in {rows_g[i]}")
        return rows


def plain(schema: pa.Schema) -> list[tuple[str, str]]:
    """Names and types, without what is said of NULLs and of the elements of lists."""
    return [(f.name, f"list of {f.type.value_type}" if pa.types.is_list(f.type) else str(f.type)) for f in schema]


class OnCluster(Case):
    cluster: Cluster
    spark: SparkSession
    work: pathlib.Path
    file: pathlib.Path  # the articles as a JSONL file
    table: pathlib.Path  # and as rows
    want: pathlib.Path  # what a run makes of the file
    run_cpu: float

    @classmethod
    def setUpClass(cls) -> None:
        cls.work = pathlib.Path(tempfile.mkdtemp(prefix="dateline-spark-"))
        cls.addClassCleanup(shutil.rmtree, cls.work, True)
        cls.cluster = Cluster(cls.work)
        cls.addClassCleanup(lambda: cls.cluster.stop())
        cls.spark = cls.cluster.session(thorough=N >= LARGE)
        cls.addClassCleanup(lambda: cls.spark.stop())
        cls.file = cls.work / "articles.jsonl"
        cls.table = cls.work / "articles.parquet"
        write_articles(cls.file, cls.table)
        cls.want = cls.work / "want"
        cls.run_cpu = dateline("run", "--quiet", "--published", PUBLISHED, "--out", str(cls.want), str(cls.file))

    def articles(self) -> DataFrame:
        """The articles in an order that is not the file's."""
        return self.spark.read.parquet(str(self.table)).repartition(PARTITIONS, "id")

    def test_1_the_same_rows_as_a_run(self) -> None:
        out, before, start = self.work / "got", self.cluster.cpu_seconds(), time.monotonic()
        counts = ds.write(self.articles(), str(out), WORKER)
        wall, used = time.monotonic() - start, self.cluster.cpu_seconds() - before
        rows = self.same(self.want, out)
        self.assertEqual(rows, {t: getattr(counts, t) for t in rows})
        self.assertGreater(rows["events"], N)
        self.assertGreater(rows["rejects"], 0)
        self.assertGreater(counts.duplicates, 0)
        stories = table(out, "articles")["story_id"]
        self.assertLess(pc.count_distinct(stories).as_py(), len(stories))
        self.assertFalse((out / "_staging").exists())
        ratio = self.run_cpu / used
        print(
            f"\n{N} articles: dateline run {N / self.run_cpu:.0f} articles per core second, Spark {N / used:.0f} ({100 * ratio:.0f} %), "
            f"{N / wall:.0f} a second on 2 cores",
            flush=True,
        )
        if N >= LARGE:  # with fewer it is the JVM's start that is measured
            self.assertGreater(ratio, LEAST_RATIO)
        with self.assertRaises(FileExistsError):
            ds.write(self.articles(), str(out), WORKER)

    def test_2_files_of_every_format(self) -> None:
        """Bytes and paths: all fixtures, and revisions of stories, which only formats with a status have."""
        given = self.work / "files"
        shutil.copytree(synthetic.FIXTURES, given)
        shutil.copytree(synthetic.FIXTURES.parent / "bad", given, dirs_exist_ok=True)
        (given / "empty.txt").unlink()  # Spark passes it over
        revisions(given)
        want = self.work / "want-files"
        dateline("run", "--quiet", "--published", PUBLISHED, "--out", str(want), str(given))
        for name, df in {
            "content": ds.read_files(self.spark, str(given)),
            "path": ds.list_files(self.spark, sorted(str(p) for p in given.iterdir())).coalesce(4),
        }.items():
            with self.subTest(name):
                out = self.work / f"got-{name}"
                counts = ds.write(df, str(out), WORKER, mode="overwrite")
                rows = self.same(want, out)
                self.assertGreater(rows["articles"], 50)
                self.assertGreater(counts.duplicates, 0)
                superseded = table(out, "articles")["superseded_by"]
                self.assertGreater(len(superseded) - superseded.null_count, 0)

    def test_3_tables_without_rows_or_dates_can_be_read(self) -> None:
        out = self.work / "got-empty"
        nothing = self.spark.createDataFrame([], "text string, id string")
        self.assertEqual(ds.Counts(0, 0, 0, 0, 0), ds.write(nothing, str(out), WORKER))
        for name in KEYS:
            self.assertEqual(plain(table(self.want, name).schema), plain(table(out, name).schema), name)

        undated = self.spark.createDataFrame([("Police killed three gunmen in Tunis.",)], "text string")
        self.assertEqual(1, ds.write(undated, str(out), ds.Worker(binary=BINARY), mode="overwrite").articles)
        self.assertEqual(
            {TODAY.isoformat(), "__HIVE_DEFAULT_PARTITION__"}, {p.name.partition("=")[2] for p in (out / "events").glob("*=*")}
        )

    def test_4_extract_and_split(self) -> None:
        text, at = "Police killed three gunmen in Upper Nowhere on Monday.", datetime.datetime(2024, 3, 5, 12, 0)
        df = self.spark.createDataFrame([(text, at, 1)], "text string, published_at timestamp, more int")
        own = self.work / "own-places.tsv"
        own.write_text("name\tcountry\tlat\tlon\nUpper Nowhere\tTUN\t35.9\t9.5\n")
        tables = ds.split(ds.extract(df, dataclasses.replace(WORKER, places=(str(own),))))
        (event,) = (e for e in tables.events.collect() if e.killed_low == 3)
        self.assertEqual(("Upper Nowhere", 35.9), (event.place_name, event.place_lat))
        (article,) = tables.articles.collect()
        self.assertEqual((datetime.date(2024, 3, 5), event.article_id), (article.published_date, article.article_id))
        self.assertEqual(0, tables.rejects.count())

    def test_5_errors_say_what_the_worker_said(self) -> None:
        bad = ds.Worker(binary=BINARY, published="someday")
        with self.assertRaisesRegex(Exception, r"(?s)dateline.* --published=someday ended with exit status 2.*want RFC 3339"):
            ds.write(self.articles(), str(self.work / "got-bad"), bad)
        with self.assertRaisesRegex(ValueError, "no column content"):
            ds.extract(self.spark.createDataFrame([("x",)], "body string"), WORKER)
        with self.assertRaisesRegex(FileNotFoundError, "not executable"):
            ds.extract(self.articles(), ds.Worker(binary="/no/such/dateline"))

    def test_6_nothing_is_lost_or_doubled_by_a_kill(self) -> None:
        """A dateline process is killed, then a machine with its executor; a new one joins."""
        out, killed = self.work / "got-killed", threading.Event()
        chaos = threading.Thread(target=self.kill_in_the_middle, args=(killed,))
        chaos.start()
        ds.write(self.articles(), str(out), WORKER)
        chaos.join()
        self.assertTrue(killed.is_set(), "the job was done before anything could be killed")
        self.same(self.want, out)

    def kill_in_the_middle(self, killed: threading.Event) -> None:
        tracker = self.spark.sparkContext.statusTracker()

        def until_done(tasks: int) -> bool:
            """The stage with the workers has so many tasks behind it and a worker at work."""
            while True:
                stages = [tracker.getStageInfo(s) for s in tracker.getActiveStageIds()]
                big = [s for s in stages if s and s.numTasks == PARTITIONS]
                if big and big[0].numCompletedTasks >= tasks and self.workers_of_all():
                    return big[0].numCompletedTasks < PARTITIONS
                time.sleep(0.02)

        if not until_done(1):
            return
        os.kill(max(self.workers_of_all(), key=cpu), signal.SIGKILL)
        if not until_done(2):
            return
        # The machine whose worker has come furthest.
        lost = max(self.cluster.workers, key=lambda w: max(map(cpu, workers_below(w.process.pid)), default=0.0))
        lost.kill()
        self.cluster.add_worker()
        killed.set()

    def workers_of_all(self) -> list[int]:
        return [pid for w in self.cluster.workers if w.process.poll() is None for pid in workers_below(w.process.pid)]


def workers_below(pid: int) -> list[int]:
    """The dateline processes below a Spark worker."""
    return [p for p in descendants(pid) if " worker --workers=" in command(p)]


def write_articles(file: pathlib.Path, parquet: pathlib.Path) -> None:
    """N articles as a JSONL file and as a table of its columns."""
    texts = ("id", "url", "headline", "text", "published_at", "agency", "name")
    fields = pa.schema({**dict.fromkeys(texts, pa.string()), "bylines": pa.list_(pa.string()), "offset": pa.int64()})
    rows = []
    with file.open("wb") as f:
        for offset, line, article in synthetic.lines(N):
            f.write(line)
            rows.append({**article, "name": str(file), "offset": offset})
    pa.parquet.write_table(pa.Table.from_pylist(rows, fields), parquet)


def revisions(directory: pathlib.Path) -> None:
    """Stories and their corrections, in a format that has a status, and one of them twice."""
    for i, a in enumerate(list(synthetic.articles(5, seed=7))):
        for version, mark in ((1, ""), (2, "CORRECTED-")):
            item = {
                "uri": f"tag:example.org,2024:{i}", "type": "text", "version": str(version), "pubstatus": "usable", "language": "en",
                "versioncreated": f"2024-02-0{i + 1}T1{version}:00:00Z", "provider": "dpa",
                "headline": mark + a["headline"], "body_text": a["text"] + f"\n\nThis is version {version}.",
            }  # fmt: skip
            (directory / f"story-{i}-{version}.json").write_text(json.dumps(item))
    shutil.copy(directory / "story-0-1.json", directory / "again.json")


if __name__ == "__main__":
    unittest.main(verbosity=2)
