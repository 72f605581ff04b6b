"""Other people's programs read what dateline wrote: DuckDB, pandas with pyarrow, polars.

    clients_test.py BINARY      from the root of the project

Each client opens the dataset by its directories, must see the documented types, prune by
partition, join, and compute the same figures. The README's sessions run as printed.
"""
import io
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

import duckdb
import pandas
import polars
import pyarrow.dataset
import pyarrow.parquet

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = None
TABLES = ("articles", "events", "mentions", "rejects")

# The types of the documentation as Arrow names them.
ARROW = {
    "VARCHAR": ("string", "large_string"), "INTEGER": ("int32",), "BIGINT": ("int64",), "DOUBLE": ("double",), "DATE": ("date32[day]",),
    "BLOB": ("binary",), "TIMESTAMP WITH TIME ZONE": ("timestamp[us, tz=UTC]",),
    "VARCHAR[]": ("list<element: string not null>",), "INTEGER[]": ("list<element: int32 not null>",),
}

FIGURES = {
    "articles": "SELECT count(*) FROM articles",
    "agencies": "SELECT count(DISTINCT agency) FROM articles",
    "characters": "SELECT sum(length(text)) FROM articles",
    "events": "SELECT count(*) FROM events",
    "killed": "SELECT coalesce(sum(killed_low), 0) FROM events",
    "goldstein": "SELECT round(coalesce(sum(goldstein), 0), 3) FROM events",
    "mentions of the day": "SELECT count(*) FROM mentions WHERE published_date = DATE '2020-02-11'",
    "place mentions": "SELECT count(*) FROM mentions WHERE kind = 'place'",
    "events of AFP": "SELECT count(*) FROM events JOIN articles USING (article_id) WHERE agency = 'AFP'",
    "first event day": "SELECT min(date_start) FROM events",
}


def setUpModule():
    global dataset, schema
    dataset = pathlib.Path(tempfile.mkdtemp()) / "out"
    subprocess.run([BINARY, "run", "--quiet", "--published", "2020-02-11", "--out", dataset, "fixtures/articles", "fixtures/bad"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    schema = {t["name"]: t["columns"] for t in json.loads(subprocess.check_output([BINARY, "schema", "--format", "json"]))["tables"]}


def connect():
    con = duckdb.connect()
    con.execute("SET TimeZone='UTC'")
    for t in TABLES:
        con.execute(f"CREATE VIEW {t} AS SELECT * FROM read_parquet('{dataset}/{t}/**/*.parquet', hive_partitioning = true)")
    return con


def figures_of_duckdb():
    con = connect()
    return {k: str(con.execute(q).fetchone()[0]) for k, q in FIGURES.items()}


def figures_of_pandas():
    a, e, m = (pandas.read_parquet(dataset / t) for t in ("articles", "events", "mentions"))
    return {
        "articles": len(a), "agencies": a.agency.nunique(), "characters": int(a.text.str.len().sum()), "events": len(e),
        "killed": int(e.killed_low.sum()), "goldstein": round(float(e.goldstein.sum()), 3),
        "mentions of the day": int((m.published_date.astype(str) == "2020-02-11").sum()), "place mentions": int((m.kind == "place").sum()),
        "events of AFP": len(e.merge(a[a.agency == "AFP"], on="article_id")), "first event day": e.date_start.dropna().min() if len(e) else None,
    }


def figures_of_polars():
    scan = lambda t: polars.scan_parquet(dataset / t / "**/*.parquet", hive_partitioning=True)
    a, e, m = scan("articles"), scan("events"), scan("mentions")
    day = polars.col("published_date") == polars.date(2020, 2, 11)
    one = lambda lf: lf.collect().item()
    return {
        "articles": one(a.select(polars.len())), "agencies": one(a.select(polars.col("agency").drop_nulls().n_unique())),
        "characters": one(a.select(polars.col("text").str.len_chars().sum())), "events": one(e.select(polars.len())),
        "killed": one(e.select(polars.col("killed_low").sum())), "goldstein": round(one(e.select(polars.col("goldstein").sum())), 3),
        "mentions of the day": one(m.filter(day).select(polars.len())), "place mentions": one(m.filter(polars.col("kind") == "place").select(polars.len())),
        "events of AFP": one(e.join(a.filter(polars.col("agency") == "AFP"), on="article_id").select(polars.len())),
        "first event day": one(e.select(polars.col("date_start").min())),
    }


class Clients(unittest.TestCase):
    maxDiff = None

    def test_the_same_ten_figures(self):
        want = figures_of_duckdb()
        self.assertGreater(int(want["articles"]), 20)
        self.assertGreater(int(want["events"]), 20)
        for name, got in (("pandas", figures_of_pandas()), ("polars", figures_of_polars())):
            norm = lambda d: {k: f"{float(v):.3f}" if re.fullmatch(r"-?[\d.]+", str(v)) else str(v) for k, v in d.items()}
            self.assertEqual(norm(want), norm(got), name)

    def test_duckdb_sees_the_documented_types(self):
        con = connect()
        for t in TABLES:
            got = {r[0]: r[1] for r in con.execute(f"DESCRIBE {t}").fetchall()}
            self.assertEqual({c["name"]: c["type"] for c in schema[t]}, got, t)

    def test_pyarrow_sees_the_documented_types(self):
        for t in TABLES:
            got = {f.name: str(f.type) for f in pyarrow.dataset.dataset(dataset / t, format="parquet").schema}
            for c in schema[t]:
                if not c.get("partition"):
                    self.assertIn(got.pop(c["name"]), ARROW[c["type"]], f"{t}.{c['name']}")
            self.assertEqual({}, got, f"{t}: undocumented columns")

    def test_partitions_are_pruned(self):
        con = connect()
        plan = con.execute("EXPLAIN ANALYZE SELECT count(*) FROM articles WHERE published_date = DATE '2021-03-03'").fetchall()[0][1]
        self.assertRegex(plan, r"(?s)Scanning Files: 1/|File Filters")

    def test_mentions_are_the_characters_of_their_article(self):
        con = connect()
        for table, text in (("mentions", "text"), ("events", '"trigger"')):
            n, bad = con.execute(f'''SELECT count(*), count(*) FILTER (substr(a.text, m."start" + 1, m."end" - m."start") <> m.{text})
                FROM {table} m JOIN articles a USING (article_id)''').fetchone()
            self.assertGreater(n, 0, table)
            self.assertEqual(0, bad, table)

    def test_nothing_is_an_orphan(self):
        con = connect()
        for t in ("mentions", "events"):
            self.assertEqual(0, con.execute(f"SELECT count(*) FROM {t} WHERE article_id NOT IN (SELECT article_id FROM articles)").fetchone()[0], t)
        self.assertEqual(0, con.execute("SELECT count(*) FROM events WHERE source_mention_id NOT IN (SELECT mention_id FROM mentions)").fetchone()[0])

    def test_unknown_is_null(self):
        con = connect()
        for t in TABLES:
            for c in schema[t]:
                if c["type"] == "VARCHAR" and c["nullable"]:
                    self.assertEqual(0, con.execute(f'SELECT count(*) FROM {t} WHERE "{c["name"]}" = \'\'').fetchone()[0], f"{t}.{c['name']}")


def shuffled(path, n):
    """n articles of one day, of sentences drawn from the fixtures: no two alike, as news is."""
    sentences = [s for f in sorted((ROOT / "fixtures/articles").glob("*.txt")) for s in re.split(r"(?<=[.!?]) |\n+", f.read_text(encoding="utf-8", errors="ignore")) if len(s) > 30]
    draw = random.Random(7)
    with open(path, "w", encoding="utf-8") as out:
        for i in range(n):
            text = "\n\n".join(" ".join(draw.sample(sentences, 3)) for _ in range(4))
            json.dump({"id": str(i), "text": f"PARIS (AFP) \u2014 {text}\n\nReport {i}.", "published_at": "2020-02-11T12:00:00Z"}, out)
            out.write("\n")


class Files(unittest.TestCase):
    """A larger day, merged: what its files look like from the outside."""

    @classmethod
    def setUpClass(cls):
        cls.dir = pathlib.Path(tempfile.mkdtemp())
        shuffled(cls.dir / "in.jsonl", 200)
        quiet = {"check": True, "stdout": subprocess.DEVNULL}
        for run in ("a", "b"):  # the second adds nothing; compact merges what there is
            subprocess.run([BINARY, "run", "--quiet", "--run-id", run, "--out", cls.dir / "out", cls.dir / "in.jsonl", "fixtures/bad"], cwd=ROOT, **quiet)
        subprocess.run([BINARY, "compact", cls.dir / "out"], **quiet)

    def file(self, table):
        return max((self.dir / "out" / table).rglob("*.parquet"), key=lambda f: f.stat().st_size)

    def test_size_is_that_of_pyarrow(self):
        for table in ("articles", "mentions", "events"):
            rows = pyarrow.parquet.ParquetFile(self.file(table)).read()
            buf = io.BytesIO()
            pyarrow.parquet.write_table(rows, buf, compression="zstd", compression_level=3)
            ratio = self.file(table).stat().st_size / len(buf.getvalue())
            self.assertGreater(rows.num_rows, 199, table)
            self.assertLess(ratio, 1.10, f"{table}: {ratio:.3f} times the bytes that pyarrow writes for {rows.num_rows} rows")

    def test_bloom_filters_exclude(self):
        con = duckdb.connect()
        for table, column in (("events", "event_id"), ("articles", "article_id"), ("mentions", "actor_code")):
            f = self.file(table)
            there = con.execute(f"SELECT {column} FROM read_parquet('{f}') WHERE {column} IS NOT NULL ORDER BY {column} LIMIT 1 OFFSET 20").fetchone()[0]
            probe = lambda value: con.execute(f"SELECT bool_and(bloom_filter_excludes) FROM parquet_bloom_probe('{f}', '{column}', '{value}')").fetchone()[0]
            self.assertFalse(probe(there), f"{table}.{column}: {there} is there")
            self.assertTrue(probe("no such value"), f"{table}.{column}")

    def test_rows_are_in_the_documented_order(self):
        con = duckdb.connect()
        documented = {t["name"]: t["order"] for t in json.loads(subprocess.check_output([BINARY, "schema", "--format", "json"]))["tables"]}
        for table, order in documented.items():
            by = ", ".join('"' + re.sub(r"( DESC)?$", r'"\1', c, count=1) for c in order)
            n, bad = con.execute(f"""SELECT count(*), count(*) FILTER (file_row_number <> place) FROM (
                SELECT file_row_number, row_number() OVER (ORDER BY {by}, file_row_number) - 1 AS place
                FROM read_parquet('{self.file(table)}', file_row_number = true))""").fetchone()
            self.assertGreater(n, 0, table)
            self.assertEqual(0, bad, table)

    def test_long_text_has_no_statistics(self):
        meta = pyarrow.parquet.ParquetFile(self.file("articles")).metadata
        self.assertLess(meta.serialized_size, 16 << 10)
        group = meta.row_group(0)
        for i in range(meta.num_columns):
            column = group.column(i)
            if column.statistics and column.statistics.has_min_max and column.physical_type == "BYTE_ARRAY":
                self.assertLess(len(column.statistics.max), 200, column.path_in_schema)


class Readme(unittest.TestCase):
    """The sessions of the README, on what `make run` leaves in out/."""

    def blocks(self, language):
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        found = re.findall(rf"```{language}\n(.*?)```", text, re.S)
        self.assertTrue(found, f"the README has no {language} session")
        return found

    @classmethod
    def setUpClass(cls):
        subprocess.run(["make", "run"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)

    def test_duckdb_session(self):
        con = duckdb.connect()
        con.execute(f"SET file_search_path='{ROOT}'")
        for block in self.blocks("sql"):
            for statement in filter(str.strip, block.split(";")):
                self.assertGreater(len(con.execute(statement).fetchall()), 0, statement)

    def test_pandas_session(self):
        for block in self.blocks("python"):
            out = subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, text=True)
            self.assertEqual(0, out.returncode, out.stderr)
            self.assertTrue(out.stdout.strip())


if __name__ == "__main__":
    BINARY = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=1)
