"""dateline on Apache Spark.

>>> import dateline_spark as ds
>>> articles = spark.read.json("s3a://news/2024-03-*.jsonl.gz")          # doctest: +SKIP
>>> ds.write(articles, "s3a://events/2024-03", ds.Worker(binary="./dateline"))  # doctest: +SKIP

extract gives the rows as a DataFrame, split the four tables within them, write the dataset
that `dateline run` would write. read_files and list_files take files in any format that
dateline knows, WARC among them.
"""

from dateline_spark.extract import Tables, extract, split
from dateline_spark.pipe import WorkerError
from dateline_spark.read import list_files, read_files
from dateline_spark.worker import Worker
from dateline_spark.write import Counts, write

__all__ = ["Counts", "Tables", "Worker", "WorkerError", "extract", "list_files", "read_files", "split", "write"]
