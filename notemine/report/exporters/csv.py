"""A table that a Dutch Excel opens: semicolons, decimal commas, UTF-8 with its mark."""

from __future__ import annotations

import csv
import io

from notemine.domain import Mined
from notemine.report.choices import chosen
from notemine.report.safe import cell
from notemine.report.tables.listing import TABLES
from notemine.report.tables.of_questions import QUESTIONS
from notemine.report.tables.table import Findings, Table, Value

HOLDS = (QUESTIONS.name, *(name for name in TABLES if name != QUESTIONS.name))


def render(mined: Mined, *, name: str) -> bytes:
    """Write the table that the name begins with; the questions if it begins with none."""
    return render_table(TABLES[chosen(name, HOLDS)], Findings(mined))


def render_table(table: Table, findings: Findings) -> bytes:
    """Write a table; several texts in a cell stand behind one another."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_written(value) for value in row] for row in table.rows(findings))
    return out.getvalue().encode("utf-8-sig")


def _written(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".replace(".", ",")
    if isinstance(value, int):
        return str(value)
    return cell(" | ".join(value) if isinstance(value, tuple) else value)
