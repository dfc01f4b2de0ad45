"""The sample with a plan of two rounds, for an event that the settings name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import notemine as nm
from notemine.config import PlanSettings
from notemine.domain import Mined, PlanDecision
from notemine.plan import make_plan
from tests.report.sample import two_evenings

NEXT = PlanSettings.model_validate(
    {
        "tables": 2,
        "rounds": 2,
        "seats": 6,
        "title": "LOB-avond; voorjaar",
        "date": date(2026, 3, 17),
        "place": "Breda, zaal 2",
    }
)


def planned(
    *tables: object, settings: PlanSettings = NEXT, decisions: tuple[PlanDecision, ...] = ()
) -> Mined:
    """Two evenings with a plan of two rounds of two tables."""
    mined = two_evenings(*tables)  # type: ignore[arg-type]
    plan = make_plan(
        mined.topics,
        mined.questions,
        notes=mined.notes,
        segments=mined.segments,
        settings=settings,
        decisions=decisions,
    )
    config = nm.Config().changed({"plan": settings.model_dump()}).model_dump_json()
    return replace(mined, plan=plan, provenance=replace(mined.provenance, config=config))
