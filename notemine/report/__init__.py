"""A result becomes files: a report to read, a plan to edit, tables and JSON to work on."""

from notemine.report.exports import EXPORTS, Export, write_exports
from notemine.report.frames import to_frame
from notemine.report.outside import for_outside, questions_for_others
from notemine.report.sheets import write_sheets
from notemine.report.write import write_all, write_report

__all__ = [
    "EXPORTS",
    "Export",
    "for_outside",
    "questions_for_others",
    "to_frame",
    "write_all",
    "write_exports",
    "write_report",
    "write_sheets",
]
