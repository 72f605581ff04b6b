"""Spark reads what dateline wrote, as the other clients do: see clients_test.py.

    spark_test.py BINARY      from the root of the project; wants Java 17

Spark opens the tables by their directories, must see the documented types, read the files of
the partitions asked for and no others, and compute the same figures as DuckDB.
"""
import pathlib
import re
import sys
import unittest

from pyspark.sql import SparkSession

import clients_test as clients

# The types of the documentation as Spark names them.
SPARK = {
    "VARCHAR": "string", "INTEGER": "int", "BIGINT": "bigint", "DOUBLE": "double", "DATE": "date", "BLOB": "binary",
    "TIMESTAMP WITH TIME ZONE": "timestamp", "VARCHAR[]": "array<string>", "INTEGER[]": "array<int>",
}


def setUpModule():
    global spark
    clients.setUpModule()
    spark = (
        SparkSession.builder.master("local[2]").appName("dateline clients")
        .config("spark.ui.enabled", "false").config("spark.sql.session.timeZone", "UTC").config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.adaptive.enabled", "false")  # the plan that ran is the plan that is looked at
        .config("spark.ui.showConsoleProgress", "false").config("spark.driver.memory", "1g").getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    for t in clients.TABLES:
        spark.read.parquet(str(clients.dataset / t)).createOrReplaceTempView(t)


def tearDownModule():
    spark.stop()


def files_read(query):
    """How many files a query reads: its scan says so when it has run."""
    df = spark.sql(query)
    df.collect()
    leaves = df._jdf.queryExecution().executedPlan().collectLeaves()
    scan = leaves.head()
    return scan.metrics().get("numFiles").get().value()


class Spark(unittest.TestCase):
    maxDiff = None

    def test_the_same_ten_figures(self):
        norm = lambda v: f"{float(v):.3f}" if re.fullmatch(r"-?[\d.]+", str(v)) else str(v)
        want = {k: norm(v) for k, v in clients.figures_of_duckdb().items()}
        got = {k: norm(spark.sql(q).collect()[0][0]) for k, q in clients.FIGURES.items()}
        self.assertEqual(10, len(want))
        self.assertGreater(float(want["events"]), 20)
        self.assertEqual(want, got)

    def test_the_documented_types(self):
        for t in clients.TABLES:
            got = dict(spark.table(t).dtypes)
            self.assertEqual({c["name"]: SPARK[c["type"]] for c in clients.schema[t]}, got, t)

    def test_partitions_are_pruned(self):
        day = "SELECT article_id, published_date FROM articles WHERE published_date = DATE '2021-03-03'"
        self.assertEqual({"2021-03-03"}, {str(r.published_date) for r in spark.sql(day).collect()})
        self.assertEqual(len(list((clients.dataset / "articles/published_date=2021-03-03").glob("*.parquet"))), files_read(day))
        self.assertEqual(len(list((clients.dataset / "articles").rglob("*.parquet"))), files_read("SELECT article_id FROM articles"))

    def test_filters_reach_the_files(self):
        one = spark.sql("SELECT event_id FROM events ORDER BY event_id LIMIT 1").collect()[0].event_id
        df = spark.table("events").where(f"event_id = '{one}'").select("event_id", "event_type")
        plan = df._jdf.queryExecution().executedPlan().toString()
        self.assertIn(f"EqualTo(event_id,{one})", plan)
        self.assertEqual([one], [r.event_id for r in df.collect()])

    def test_events_join_their_mentions(self):
        n, bad = spark.sql("""
            SELECT count(*), count_if(m.kind <> 'actor' OR substring(a.text, m.start + 1, m.end - m.start) <> m.text)
            FROM events e JOIN mentions m ON e.source_mention_id = m.mention_id AND e.article_id = m.article_id
            JOIN articles a ON a.article_id = m.article_id""").collect()[0]
        want = spark.sql("SELECT count(*) FROM events WHERE source_mention_id IS NOT NULL").collect()[0][0]
        self.assertGreater(want, 20)
        self.assertEqual((want, 0), (n, bad))


if __name__ == "__main__":
    clients.BINARY = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=1, warnings="ignore")
