"""The worker between two Arrow streams, without Spark.

DATELINE=./dateline python -m unittest discover -s load/spark/tests -p test_pipe.py
"""

from __future__ import annotations

import os
import pathlib
import sys
import unittest
from collections.abc import Iterator

import pyarrow as pa

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import synthetic
from dateline_spark.pipe import WorkerError, schema, stream

BINARY = os.path.abspath(os.environ.get("DATELINE", "./dateline"))
COMMAND = [BINARY, "worker", "--workers=1", "--published=2020-02-11"]


def batches(n: int, size: int) -> Iterator[pa.RecordBatch]:
    fields = pa.schema(
        [("id", pa.string()), ("headline", pa.string()), ("text", pa.large_string()), ("agency", pa.string()), ("note", pa.int8())]
    )
    rows = [{"note": 1, **a} for a in synthetic.articles(n)]
    for i in range(0, n, size):
        yield pa.RecordBatch.from_pylist(rows[i : i + size], fields)


class Stream(unittest.TestCase):
    def test_every_row_has_its_answer_in_order(self) -> None:
        got = pa.Table.from_batches(stream(COMMAND, batches(300, 70)))
        got.validate(full=True)
        self.assertEqual(got.schema, schema(COMMAND))
        # The third of a hundred is no article; a reject has no id, an article has its row's.
        ids = [a and a["external_id"] for a in got["article"].to_pylist()]
        self.assertEqual([a["id"] if "text" in a else None for a in synthetic.articles(300)], ids)
        self.assertEqual(3, sum(r is not None for r in got["reject"].to_pylist()))
        self.assertGreater(sum(len(e or ()) for e in got["events"].to_pylist()), 300)

    def test_spans_are_the_characters_of_the_text(self) -> None:
        for row in pa.Table.from_batches(stream(COMMAND, batches(30, 10))).to_pylist():
            for m in row["mentions"] or ():
                self.assertEqual(m["text"], row["article"]["text"][m["start"] : m["end"]])

    def test_files_of_any_format(self) -> None:
        paths = sorted(synthetic.FIXTURES.iterdir())
        rows = pa.RecordBatch.from_pydict({"content": [p.read_bytes() for p in paths], "name": [f"in/{p.name}" for p in paths]})
        got = pa.Table.from_batches(stream(COMMAND, [rows])).to_pylist()
        sources = {(r["article"] or r["reject"])["source_uri"] for r in got}
        self.assertLessEqual({f"in/{p.name}" for p in paths if p.suffix == ".txt"}, sources)
        formats = {r["article"]["source_format"] for r in got if r["article"]}
        self.assertLessEqual({"html", "text", "nitf", "ninjs", "jsonl", "feed", "newsml"}, formats)
        warc = next(r["article"] for r in got if r["article"] and r["article"]["source_uri"].startswith("in/crawl.warc.gz"))
        self.assertGreater(warc["source_offset"], 0)

    def test_one_table(self) -> None:
        events = pa.Table.from_batches(stream([*COMMAND, "--table=events"], batches(20, 20)))
        self.assertIn("cameo_code", events.column_names)
        self.assertEqual(pa.date32(), events.schema.field("date_start").type)

    def test_nothing_in_nothing_out(self) -> None:
        self.assertEqual([], list(stream(["/no/such/program"], [])))

    def test_a_worker_that_fails_says_why(self) -> None:
        with self.assertRaisesRegex(WorkerError, r"(?s)exit status 2.*no column.*hint") as e:
            list(stream(COMMAND, [pa.RecordBatch.from_pydict({"body": ["x"]})]))
        self.assertEqual(2, e.exception.status)
        with self.assertRaisesRegex(WorkerError, "--published"):
            list(stream([BINARY, "worker", "--published=someday"], batches(2000, 50)))
        with self.assertRaisesRegex(WorkerError, "killed by signal 9"):
            list(stream(["/bin/sh", "-c", "kill -9 $$"], batches(1, 1)))

    def test_an_output_that_is_cut_off_is_an_error(self) -> None:
        with self.assertRaises((WorkerError, pa.ArrowInvalid, OSError)):
            list(stream(["/bin/sh", "-c", f"{BINARY} worker | head -c 20000; exit 1"], batches(300, 100)))

    def test_the_error_of_the_source_is_raised(self) -> None:
        def broken() -> Iterator[pa.RecordBatch]:
            yield from batches(10, 10)
            raise KeyError("the source broke")

        with self.assertRaisesRegex(KeyError, "the source broke"):
            list(stream(COMMAND, broken()))

    def test_a_reader_that_goes_away_leaves_no_process(self) -> None:
        rows = stream(COMMAND, batches(5000, 100))
        next(rows)
        before = children()
        self.assertTrue(before)
        rows.close()  # type: ignore[attr-defined]
        self.assertFalse(before & children())


def children() -> set[int]:
    """The processes that this one has started."""
    me = pathlib.Path(f"/proc/{os.getpid()}/task")
    return {int(pid) for task in me.iterdir() for pid in (task / "children").read_text().split()}


if __name__ == "__main__":
    unittest.main()
