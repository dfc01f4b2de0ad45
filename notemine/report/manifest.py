"""Tells what made a set of outputs, so that another can make it again and compare."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from datetime import datetime

from notemine.domain import Mined
from notemine.report.disclosure import disclosure_of
from notemine.report.exporters.json import encode


def make_manifest(mined: Mined, outputs: Mapping[str, bytes], *, made_at: datetime | None) -> bytes:
    """Make ``manifest.json``: what went in, what worked on it, and the hash of each output.

    Two runs on the same input differ in ``made_at`` at most, which stands on a line of its own. It names
    sources by their pseudonymised path and holds no text of notes. Where small counts are hidden, sources
    have no path: the names of folders and files would tell how many tables an event or a sector had.
    """
    made_by = mined.provenance
    names_sources = disclosure_of(mined).places
    sources = {(n.source if names_sources else "", n.sha256, n.encoding) for n in mined.notes}
    return encode(
        {
            "made_at": made_at.isoformat(timespec="seconds") if made_at else None,
            "notemine": made_by.notemine,
            "python": platform.python_version(),
            "pipeline": made_by.pipeline,
            "embedder": made_by.embedder,
            "clusterer": made_by.clusterer,
            "seed": made_by.seed,
            "config": json.loads(made_by.config or "{}"),
            "decisions": made_by.decisions,
            "sources": [
                {"source": source, "sha256": sha256, "encoding": encoding}
                for source, sha256, encoding in sorted(sources)
            ],
            "skipped": [{"source": s.source, "reason": s.reason} for s in mined.skipped],
            "counts": {
                "notes": len(mined.notes),
                "tables": len({note.table_id for note in mined.notes} - {""}),
                "segments": len(mined.segments),
                "topics": len(mined.topics),
                "questions": len(mined.questions),
                "recurring_questions": sum(q.recurs for q in mined.questions),
                "plan_items": len(mined.plan.items),
            },
            "outputs": {name: hashlib.sha256(content).hexdigest() for name, content in outputs.items()},
        }
    )
