"""One embedder a file: ``PACKAGE`` that it needs, ``make_embedder()`` that loads it, some from a source."""
