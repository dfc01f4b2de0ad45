"""Readers, one file a format: each has ``SUFFIXES`` and ``read(path) -> list[RawNote]``.

A reader raises ``ReadError`` with a Dutch cause and nothing else but ``OSError``.
"""
