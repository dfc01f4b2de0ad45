"""A process that reads broken files under watch: memory, time, network, and what it writes."""

from __future__ import annotations

import os
import random
import resource
import signal
import socket
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from tests.fuzz.mutators import mutate

MAX_BYTES = 2_000_000_000
MAX_SECONDS = 10
_KIN = {
    ".docm": ".docx",
    ".xlsm": ".xlsx",
    ".ott": ".odt",
    ".htm": ".html",
    ".text": ".txt",
    ".markdown": ".md",
}
OTHER_SUFFIXES = (".zip", ".xml", ".doc", ".png", ".rtf", "")
_WRITES = frozenset(
    "os.mkdir os.rename os.remove os.rmdir os.symlink os.link os.truncate os.chmod os.chown os.utime "
    "os.system os.exec os.posix_spawn subprocess.Popen shutil.rmtree shutil.copyfile shutil.move "
    "socket.connect socket.bind socket.getaddrinfo socket.sendto urllib.Request".split()
)
_WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one broken file.

    Attributes:
        fault: Empty, or ``traceback``, ``hang``, ``memory``, ``crash``, ``side effect`` or ``bad note``.
        detail: Of the fault.
        peak: Bytes that the process took at most until now.
    """

    index: int
    name: str
    n_notes: int = 0
    causes: tuple[str, ...] = ()
    fault: str = ""
    detail: str = ""
    seconds: float = 0.0
    peak: int = 0


class Hang(BaseException):
    """Time is up; no ``except Exception`` catches it."""


@dataclass(slots=True)
class Watch:
    """What the process did that no reader may do, since it was last cleared."""

    seen: list[str] = field(default_factory=list)
    is_on: bool = False

    def hook(self, event: str, args: tuple[object, ...]) -> None:
        if not self.is_on:
            return
        if event in _WRITES or (event == "open" and _writes(args)):
            self.seen.append(f"{event} {args[0]!r:.200}")


def _writes(args: tuple[object, ...]) -> bool:
    _, mode, flags = args
    # A file opened by the system call has no mode; a number is a pipe that is there already.
    if isinstance(mode, str):
        return any(sign in mode for sign in "wax+")
    return isinstance(flags, int) and bool(flags & _WRITE_FLAGS)


def file_of(seed: int, index: int, seeds: dict[str, bytes], suffixes: Sequence[str]) -> tuple[str, bytes]:
    """The name and bytes of a broken file, the same for the same numbers.

    Every suffix comes back as often as another; every fifth file is of another kind than it says.
    """
    rng = random.Random(f"{seed}:{index}")
    suffix = suffixes[index % len(suffixes)]
    own = [name for name in seeds if suffix and name.lower().endswith(_KIN.get(suffix, suffix))]
    name = rng.choice(own if own and rng.random() < 0.8 else sorted(seeds))
    data = mutate(seeds[name], rng, list(seeds.values()))
    stem = rng.choice(("tafel 3 ouders", "tafels", "2025-03-18 x", Path(name).stem))
    return f"{stem}{suffix}", data


def serve(channel: Connection, seed: int, seeds: dict[str, bytes], folder: str, max_seconds: int) -> None:
    """Read the files whose numbers come in, until None comes; one that fails stays in ``folder``."""
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_AS, (MAX_BYTES, MAX_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    socket.socket = _refused  # type: ignore[assignment, misc]
    signal.signal(signal.SIGALRM, stop)
    watch = Watch()
    sys.addaudithook(watch.hook)
    suffixes = all_suffixes()
    channel.send("ready")
    while (index := channel.recv()) is not None:
        name, data = file_of(seed, index, seeds, suffixes)
        path = Path(folder) / f"{index}" / name
        path.parent.mkdir()
        path.write_bytes(data)
        outcome = read(path, index, watch, max_seconds=max_seconds)
        if not outcome.fault:
            path.unlink()
            path.parent.rmdir()
        # Whoever gets the last outcome ends this process.
        channel.send(outcome)


def all_suffixes() -> tuple[str, ...]:
    from notemine.ingest.reading import readers

    return (*sorted(readers()), *OTHER_SUFFIXES)


def _refused(*args: object, **kwargs: object) -> None:
    raise AssertionError("a reader opened a socket")


def stop(*args: object) -> None:
    raise Hang


def read(path: Path, index: int, watch: Watch, *, max_seconds: int = MAX_SECONDS) -> Outcome:
    """Read one file and say what came of it."""
    from notemine.ingest.files import Source
    from notemine.ingest.reading import Reading, read_source

    reading, fault, detail = Reading(), "", ""
    started = time.perf_counter()
    signal.alarm(max_seconds)
    watch.seen.clear()
    watch.is_on = True
    try:
        reading = read_source(Source(path.name, path, path.parent), {})
    except Hang:
        fault, detail = "hang", traceback.format_exc()
    except MemoryError:
        fault, detail = "memory", traceback.format_exc()
    # Rust panics are no Exception.
    except BaseException:
        fault, detail = "traceback", traceback.format_exc()
    watch.is_on = False
    signal.alarm(0)
    seconds = time.perf_counter() - started
    notes = [found for contents in reading.contents for found in contents.found]
    if watch.seen and not fault:
        fault, detail = "side effect", "\n".join(watch.seen)
    if not fault and (detail := "; ".join(filter(None, (flaw_of(found.raw) for found in notes)))):
        fault = "bad note"
    return Outcome(
        index=index,
        name=path.name,
        n_notes=len(notes),
        causes=tuple(one.reason for one in reading.skipped),
        fault=fault,
        detail=detail,
        seconds=seconds,
        peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    )


def flaw_of(raw: object) -> str:
    """What a note may not be, whatever file it is read from; empty where it is sound."""
    from notemine.ingest.raw import RawNote

    assert isinstance(raw, RawNote)
    n_lines = raw.text.count("\n") + 1
    if len(raw.line_numbers) not in (0, n_lines) or len(raw.speakers) not in (0, n_lines):
        return "numbers or speakers of other lines"
    if not all(0 <= i < n_lines for i in raw.meta_lines):
        return "a line of metadata that is not there"
    told = "".join((raw.text, *raw.speakers, *raw.titles, *raw.metadata.values()))
    if "\r" in raw.text or any("\ud800" <= sign <= "\udfff" for sign in told):
        return "half a character, or the line end of another system"
    return ""
