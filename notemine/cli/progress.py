"""Progress bars on stderr, one a stage; silent where nobody is watching."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress_bars() -> Iterator[Callable[[str, int, int], None]]:
    """Show the stages of a run; yields the function to report to: stage, done, total."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task_of: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in task_of:
                for task in task_of.values():
                    bars.update(task, completed=bars.tasks[task].total)
                task_of[stage] = bars.add_task(stage, total=total)
            bars.update(task_of[stage], completed=done, total=total)

        yield report
