"""Which of the things that a suffix can hold is meant: what a caller says, or what a name begins with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from types import ModuleType

from notemine.domain import Mined
from notemine.errors import UnknownNameError
from notemine.registry import find, names_in

EXPORTERS = "notemine.report.exporters"


def render(mined: Mined, name: str) -> bytes:
    """Make the content of a file of that name.

    Raises:
        UnknownNameError: no exporter writes its suffix.
    """
    rendered: bytes = _exporter(name).render(mined, name=name)
    return rendered


def chosen(name: str, holds: Sequence[str]) -> str:
    """The choice that the name of a file begins with, capitals aside; the first if it begins with none.

    >>> chosen("Impressie Breda.docx", ("plan", "impressie")), chosen("avond.docx", ("plan", "impressie"))
    ('impressie', 'plan')
    """
    stem = PurePath(name).name.casefold()
    return max((choice for choice in holds if stem.startswith(choice)), key=len, default=holds[0])


def name_to_render(path: PurePath, what: str | None) -> str:
    """The name by which an exporter knows what to write.

    Args:
        path: Where it will be written.
        what: One of the ``HOLDS`` of the exporter; the name of ``path`` chooses if left out.

    Raises:
        UnknownNameError: no exporter writes that suffix, or it cannot hold ``what``; the message lists what
            it can hold, and which suffixes can hold ``what``.
    """
    holds = _exporter(path.name).HOLDS
    if what is None:
        return path.name
    if what not in holds:
        fit = [suffix for suffix in names_in(EXPORTERS) if what in find(EXPORTERS, suffix).HOLDS]
        others = f", of schrijf het als: {', '.join(fit)}" if fit else ""
        known = ", ".join(holds)
        raise UnknownNameError(
            f"{path.name}: {what!r} past niet in een bestand {path.suffix}; kies uit: {known}{others}"
        )
    return f"{what}{path.suffix}"


def _exporter(name: str) -> ModuleType:
    suffix = PurePath(name).suffix.removeprefix(".").lower()
    known = names_in(EXPORTERS)
    if suffix not in known:
        raise UnknownNameError(f"{name}: geen vorm '.{suffix}'; kies een naam op .{', .'.join(known)}")
    return find(EXPORTERS, suffix)
