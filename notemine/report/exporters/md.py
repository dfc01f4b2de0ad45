"""The plan as Markdown: an agenda to mail or to edit."""

from __future__ import annotations

from notemine.domain import Mined
from notemine.report.agenda import FollowUp, view_agenda
from notemine.report.evidence import Evidence, Line
from notemine.report.plan_views import READ_FIRST, Helper, PlanView, follow_up_note
from notemine.report.safe import markdown
from notemine.report.sentences import left_out_of, when
from notemine.report.views import QuestionView, view_questions

HOLDS = ("plan",)


def render(mined: Mined, *, name: str) -> bytes:  # noqa: ARG001, every exporter is called alike
    """Write the plan of the next event as Markdown."""
    evidence = Evidence(mined)
    agenda = view_agenda(mined, evidence, view_questions(mined, evidence))
    lines = ["# Plan voor de volgende bijeenkomst", ""]
    if agenda.next_event.line:
        lines += [f"**{markdown(agenda.next_event.line)}**", ""]
    lines += [f"Voorstel voor {agenda.size}, uit de notities van:", ""]
    lines += [f"- {markdown(event)}" for event in when(evidence.events)]
    lines += [f"\n{markdown(sentence)}" for sentence in left_out_of(evidence)]
    level = "###" if agenda.has_rounds else "##"
    for one in agenda.rounds:
        lines += ["", f"## Ronde {one.number}"] if agenda.has_rounds else []
        for item in one.items:
            lines += ["", f"{level} Tafel {item.table}: {markdown(item.title)}", "", *_item(item)]
    if agenda.left_out:
        lines += ["", "## Wat er niet bij paste", ""]
        lines += [
            f"- **{markdown(item.title)}**{_lead_inline(item)} {markdown(item.reason)}"
            for item in agenda.left_out
        ]
    if agenda.follow_ups:
        lines += ["", "## Vervolgvragen per sector", ""]
        lines += ["Nog open, en aan geen tafel; voor de contactpersonen in de regio."]
    for follow_up in agenda.follow_ups:
        lines += _of_sector(follow_up)
    return ("\n".join(lines) + "\n").encode()


def _of_sector(follow_up: FollowUp) -> list[str]:
    lines = ["", f"### {markdown(follow_up.sector)}", ""]
    lines += [f"- {markdown(wording)} ({markdown(tables)})" for wording, tables in follow_up.first]
    return [*lines, f"- {follow_up.others}"] if follow_up.others else lines


def _item(item: PlanView) -> list[str]:
    lines = [f"> {markdown(item.opening)}", ""] if item.opening else []
    lines.append(f"- **Waarom:** {markdown(item.reason)}")
    if item.sensitive:
        lines.append(f"- **Gevoelig ({markdown(item.sensitive)}):** {READ_FIRST}")
    if item.sectors or item.roles:
        lines.append(f"- **Voor:** {markdown(', '.join((*item.sectors, *item.roles)))}")
    if item.seats:
        lines.append(f"- **Plaatsen:** {markdown(item.seats)}")
    if item.helpers:
        lines.append("- **Kan helpen:**")
        lines += [f"  - {_helper(helper)}" for helper in item.helpers]
    if item.lead and (places := _places(item.lead.variants)):
        lines.append(f"- **Bron:** {places}")
    if item.follow_ups:
        lines.append("- **Vervolgvragen:**")
        lines += [f"  - {_follow_up(question)}" for question in item.follow_ups]
    return lines


def _follow_up(question: QuestionView) -> str:
    known = [question.asked_at, follow_up_note(question), _places(question.variants)]
    where = "; ".join(filter(None, known))
    return f"{markdown(question.wording)} ({where})"


def _helper(helper: Helper) -> str:
    line = helper.line
    about = f", bij “{markdown(helper.question)}”" if helper.question else ""
    said = f": “{markdown(line.text)}”" if line.text else ""
    return f"{markdown(helper.name)}{about}{said} ({markdown(line.place)})"


def _lead_inline(item: PlanView) -> str:
    # A table without a topic is called by its question.
    return f": {markdown(item.lead.wording)}" if item.lead and item.topic_id else "."


def _places(lines: tuple[Line, ...]) -> str:
    return "; ".join(markdown(line.place) for line in lines if line.place)
