"""A standalone cluster on loopback: a master and workers of one core, each as its own processes."""

from __future__ import annotations

import contextlib
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

import pyspark
from pyspark.sql import SparkSession

HOME = pathlib.Path(pyspark.__file__).parent
START_SECONDS = 120
# A JVM that lives for a minute spends most of it on compiling.
FRUGAL = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


class Process:
    """A Spark daemon with its log."""

    def __init__(self, work: pathlib.Path, name: str, *args: str) -> None:
        self.log = work / f"{name}.log"
        env = {k: v for k, v in os.environ.items() if not k.startswith("SPARK_")}
        env |= {"SPARK_HOME": str(HOME), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
        env |= {"SPARK_DAEMON_MEMORY": "256m", "SPARK_DAEMON_JAVA_OPTS": FRUGAL}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [HOME / "bin" / "spark-class", *args], stdout=log, stderr=log, env=env, start_new_session=True, cwd=work
            )

    def wait_for(self, pattern: str) -> str:
        """The first group of the pattern in the log."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            if found := re.search(pattern, self.log.read_text(errors="replace")):
                return found.group(1)
            time.sleep(0.2)
        raise RuntimeError(f"no {pattern!r} in {self.log}:\n{self.log.read_text(errors='replace')[-3000:]}")

    def kill(self) -> None:
        """Kill the daemon and its executors at once, as a machine that loses its power."""
        for pid in (*descendants(self.process.pid), self.process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()


class Cluster:
    """A master and its workers; the session is the driver's."""

    def __init__(self, work: pathlib.Path, workers: int = 2) -> None:
        self.work = work
        self.master = Process(
            work, "master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0"
        )
        self.workers: list[Process] = []
        try:
            self.url = self.master.wait_for(r"Starting Spark master at (spark://\S+)")
            for _ in range(workers):
                self.add_worker()
        except BaseException:
            self.stop()
            raise

    def add_worker(self) -> None:
        name = f"worker-{len(self.workers)}"
        args = ("--host", "127.0.0.1", "--cores", "1", "--memory", "1500m", "--webui-port", "0", "--work-dir", str(self.work / name))
        self.workers.append(Process(self.work, name, "org.apache.spark.deploy.worker.Worker", *args, self.url))
        self.workers[-1].wait_for(r"(Successfully registered with master)")

    def session(self, thorough: bool) -> SparkSession:
        """The driver's session; thorough lets the executors compile as they do in earnest."""
        os.environ.update(SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable)
        conf = {
            "spark.driver.memory": "1g",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.executor.memory": "1g",
            "spark.driver.extraJavaOptions": FRUGAL,
            "spark.executor.extraJavaOptions": "" if thorough else FRUGAL,
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.sql.session.timeZone": "Asia/Tokyo",  # no column may depend on it
            "spark.sql.shuffle.partitions": "4",
            "spark.local.dir": str(self.work / "local"),
            "spark.sql.warehouse.dir": str(self.work / "warehouse"),
            "spark.worker.cleanup.enabled": "false",
        }
        builder = SparkSession.builder.master(self.url).appName("dateline")
        for k, v in conf.items():
            builder = builder.config(k, v)
        spark = builder.getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        return spark

    def stop(self) -> None:
        for p in (*self.workers, self.master):
            p.kill()

    def pids(self) -> list[int]:
        """The executors and all that runs below them."""
        return [pid for w in self.workers if w.process.poll() is None for pid in descendants(w.process.pid)]

    def cpu_seconds(self) -> float:
        """What the executors and their processes, living and gone, have used."""
        return sum(cpu(pid) for pid in self.pids())


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat behind the program's name."""
    return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def descendants(pid: int) -> list[int]:
    """All processes below one, of this moment."""
    children: dict[int, list[int]] = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                children.setdefault(int(_stat(int(entry.name))[1]), []).append(int(entry.name))
    found, todo = [], [pid]
    while todo:
        below = children.get(todo.pop(), [])
        found += below
        todo += below
    return found


def cpu(pid: int) -> float:
    """User and system time of a process and of its children that have ended."""
    try:
        return sum(int(t) for t in _stat(pid)[11:15]) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0.0


def command(pid: int) -> str:
    with contextlib.suppress(OSError):
        return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return ""
