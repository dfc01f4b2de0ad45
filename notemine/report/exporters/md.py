"""The plan as Markdown: an agenda to mail or to edit."""

from __future__ import annotations

from notemine.domain import Mined
from notemine.dutch.phrases import count
from notemine.report.evidence import Evidence, Line
from notemine.report.safe import markdown
from notemine.report.sentences import left_out_of, when
from notemine.report.views import PlanView, QuestionView, view_plan, view_questions


def render(mined: Mined, *, name: str) -> bytes:  # noqa: ARG001, every exporter is called alike
    """Write the plan of the next event as Markdown."""
    evidence = Evidence(mined)
    questions = view_questions(mined, evidence)
    tables = count(len(mined.plan.items), "tafel", "tafels")
    lines = ["# Plan voor de volgende bijeenkomst", ""]
    lines += [f"Voorstel voor {tables}, uit de notities van:", ""]
    lines += [f"- {markdown(event)}" for event in when(evidence.events)]
    lines += [f"\n{markdown(sentence)}" for sentence in left_out_of(evidence)]
    for number, item in enumerate(view_plan(mined.plan.items, evidence, questions), start=1):
        lines += ["", f"## Tafel {number}: {markdown(item.title)}", "", *_item(item)]
    left_out = view_plan(mined.plan.left_out, evidence, questions)
    if left_out:
        lines += ["", "## Wat er niet bij paste", ""]
        lines += [
            f"- **{markdown(item.title)}**{_lead_inline(item)} {markdown(item.reason)}" for item in left_out
        ]
    return ("\n".join(lines) + "\n").encode()


def _item(item: PlanView) -> list[str]:
    lines = [f"> {markdown(item.opening)}", ""] if item.opening else []
    lines.append(f"- **Waarom:** {markdown(item.reason)}")
    if kinds := ", ".join(filter(None, [q.sensitive for q in (item.lead, *item.follow_ups) if q])):
        lines.append(f"- **Gevoelig ({markdown(kinds)}):** lees de vragen na voor je dit deelt")
    if item.sectors:
        lines.append(f"- **Voor:** {markdown(', '.join(item.sectors))}")
    if item.helpers:
        lines.append("- **Kan helpen:**")
        lines += [f"  - {_helper(line)}" for line in item.helpers]
    if item.lead and (places := _places(item.lead.variants)):
        lines.append(f"- **Bron:** {places}")
    if item.follow_ups:
        lines.append("- **Vervolgvragen:**")
        lines += [f"  - {_follow_up(question)}" for question in item.follow_ups]
    return lines


def _follow_up(question: QuestionView) -> str:
    where = "; ".join(filter(None, [question.asked_at, _places(question.variants)]))
    return f"{markdown(question.wording)} ({where})"


def _helper(line: Line) -> str:
    said = f": “{markdown(line.text)}”" if line.text else ""
    return f"{markdown(line.table or line.file)}{said} ({markdown(line.place)})"


def _lead_inline(item: PlanView) -> str:
    return f": {markdown(item.lead.wording)}" if item.lead else "."


def _places(lines: tuple[Line, ...]) -> str:
    return "; ".join(markdown(line.place) for line in lines if line.place)
