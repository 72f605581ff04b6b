"""Arrow record batches through a `dateline worker`: nothing here needs Spark."""

from __future__ import annotations

import collections
import contextlib
import os
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

import pyarrow as pa

_STDERR_LINES = 40


class WorkerError(RuntimeError):
    """A worker ended in failure; the message holds the end of what it wrote on stderr."""

    def __init__(self, command: Sequence[str], status: int, stderr: str) -> None:
        ended = f"was killed by signal {-status}" if status < 0 else f"ended with exit status {status}"
        super().__init__(f"{' '.join(command)} {ended}:\n{stderr.strip() or '(nothing on stderr)'}")
        self.status = status
        self.stderr = stderr


class _Feeder(threading.Thread):
    """Writes batches into the worker; its error, if any, is the source's own."""

    def __init__(self, batches: Iterator[pa.RecordBatch], first: pa.RecordBatch, sink: IO[bytes]) -> None:
        super().__init__(name="dateline-feeder", daemon=True)
        self.batches, self.first, self.sink = batches, first, sink
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            with pa.ipc.new_stream(self.sink, self.first.schema) as stream:
                stream.write_batch(self.first)
                for batch in self.batches:
                    stream.write_batch(batch)
        except BrokenPipeError:
            pass  # the worker is gone: its exit status says why
        except BaseException as e:
            self.error = e
        finally:
            with contextlib.suppress(BrokenPipeError):
                self.sink.close()


class _Tail(threading.Thread):
    """Keeps the last lines of the worker's stderr."""

    def __init__(self, source: IO[bytes]) -> None:
        super().__init__(name="dateline-stderr", daemon=True)
        self.source = source
        self.lines: collections.deque[bytes] = collections.deque(maxlen=_STDERR_LINES)

    def run(self) -> None:
        with self.source:
            for line in self.source:
                self.lines.append(line[:4096])

    def text(self) -> str:
        self.join()
        return b"".join(self.lines).decode(errors="replace")


def stream(command: Sequence[str], batches: Iterable[pa.RecordBatch], env: Mapping[str, str] | None = None) -> Iterator[pa.RecordBatch]:
    """Pass batches through a worker and yield what it makes of them.

    All batches have the schema of the first; where there is none, no worker is started and
    nothing is yielded. The worker is fed from a thread while its output is read, so that at
    no time more is held than a batch and what the pipes hold.

    Raises WorkerError when the worker fails, and whatever the source of the batches raises.
    What was yielded before an error is not the whole output and has to be thrown away.
    """
    source = iter(batches)
    first = next(source, None)
    if first is None:
        return
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **(env or {})}
    )
    assert process.stdin and process.stdout and process.stderr
    feeder, tail = _Feeder(source, first, process.stdin), _Tail(process.stderr)
    feeder.start()
    tail.start()
    try:
        failure: Exception | None = None
        try:
            with pa.ipc.open_stream(process.stdout) as reader:
                yield from reader
        except (pa.ArrowInvalid, OSError) as e:  # cut off: the exit status says more
            failure = e
        status = process.wait()
        feeder.join()
        if feeder.error is not None:
            raise feeder.error
        if status != 0:
            raise WorkerError(command, status, tail.text()) from failure
        if failure is not None:
            raise failure
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        tail.join()
        process.stdout.close()


def schema(command: Sequence[str]) -> pa.Schema:
    """The schema of what a worker with these arguments writes."""
    done = subprocess.run([*command, "--schema"], stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode != 0:
        raise WorkerError(command, done.returncode, done.stderr.decode(errors="replace"))
    return pa.ipc.open_stream(done.stdout).schema
