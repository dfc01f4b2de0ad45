"""Word files to mail and to edit: the plan, or the impression of the evening."""

from __future__ import annotations

from notemine.domain import Mined
from notemine.report.choices import chosen

PLAN, IMPRESSION = HOLDS = ("plan", "impressie")


def render(mined: Mined, *, name: str) -> bytes:
    """Write the plan of the next event, or the impression (``impressie*.docx``)."""
    if chosen(name, HOLDS) == IMPRESSION:
        from notemine.report.impression_docx import render_impression

        return render_impression(mined)
    from notemine.report.plan_docx import render_plan

    return render_plan(mined)
