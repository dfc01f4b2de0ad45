"""Finds an implementation by the name of its file: adding one is adding a file."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType

from notemine.errors import UnknownNameError


def names_in(package: str) -> list[str]:
    """Names of the implementations in ``package``, sorted, without importing them.

    >>> "txt" in names_in("notemine.ingest.readers")
    True
    """
    path = import_module(package).__path__
    return sorted(m.name for m in pkgutil.iter_modules(path) if not m.name.startswith("_"))


def find(package: str, name: str) -> ModuleType:
    """Import the implementation called ``name``.

    Raises:
        UnknownNameError: no file of that name is in ``package``; the message lists those that are.
    """
    known = names_in(package)
    if name not in known:
        kind = package.rpartition(".")[2].removesuffix("s")
        raise UnknownNameError(f"no {kind} is called {name!r}; choose one of: {', '.join(known)}")
    return import_module(f"{package}.{name}")
