"""The one list of all tables; a table is added to every form by adding it here."""

from __future__ import annotations

from notemine.report.tables.of_plan import FOLLOW_UPS, LEFT_OUT, PLAN
from notemine.report.tables.of_questions import ANSWERS, DOUBTS, MENTIONS, QUESTIONS
from notemine.report.tables.of_sources import NOTES, SENSITIVE, SKIPPED, SUMMARY
from notemine.report.tables.of_topics import CHANGED, LINES, PREVALENCE, TOPICS
from notemine.report.tables.table import Table

# In the order of the sheets.
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        SUMMARY,
        TOPICS,
        QUESTIONS,
        MENTIONS,
        ANSWERS,
        PLAN,
        LEFT_OUT,
        FOLLOW_UPS,
        PREVALENCE,
        LINES,
        DOUBTS,
        SENSITIVE,
        CHANGED,
        NOTES,
        SKIPPED,
    )
}
# What the plan is when it goes on its own.
OF_PLAN = (PLAN, LEFT_OUT, FOLLOW_UPS)
