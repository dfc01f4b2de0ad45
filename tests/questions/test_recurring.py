from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from notemine.domain import Decisions, Note, Question, RecurringQuestion, Segment
from notemine.questions import make_recurring
from tests.builders import event, note, question, segment


def at_table(table: str, text: str, **fields: object) -> tuple[Note, Segment, Question]:
    """A note of one question."""
    own = note(text, table=table, source=f"notes/tafel{table}.txt", **fields)
    line = segment(text, own)
    return own, line, question(text, line)


def recur(
    asked: Sequence[tuple[Note, Segment, Question]], labels: Sequence[int], **fields: object
) -> list[RecurringQuestion]:
    notes, segments, questions = (list(column) for column in zip(*asked, strict=True))
    return make_recurring(questions, labels, notes=notes, segments=segments, **fields)  # type: ignore[arg-type]


def test_tables_are_counted_not_mentions() -> None:
    own = note("Wie betaalt de zaal? En wie betaalt de koffie?", table="1")
    line = segment(own.text, own)
    twice = [question("Wie betaalt de zaal?", line), question("Wie betaalt de koffie?", line)]
    other, other_line, third = at_table("4", "Wie gaat dat betalen?", sector="mbo")

    (found,) = make_recurring([*twice, third], [0, 0, 0], notes=[own, other], segments=[line, other_line])

    assert len(found.asked) == 3
    assert len(found.tables) == 2
    assert found.sectors == ("mbo", "vmbo")


def test_an_impression_of_the_evening_is_no_table() -> None:
    asked = [
        at_table("1", "Wie betaalt de zaal?"),
        at_table("2", "Wie gaat de zaal betalen?", is_impression=True),
    ]

    (found,) = recur(asked, [0, 0])

    assert found.tables == (asked[0][0].table_id,)
    assert len(found.asked) == 2


def test_what_most_tables_asked_comes_first() -> None:
    asked = [
        at_table("1", "Is er koffie?"),
        at_table("2", "Wie betaalt de zaal?"),
        at_table("3", "Wie gaat de zaal betalen?"),
    ]

    found = recur(asked, [0, 1, 1])

    assert [len(recurring.tables) for recurring in found] == [2, 1]


def test_every_time_it_was_asked_stands_in_order_of_event() -> None:
    later = at_table("1", "Wie betaalt de zaal?", event=event("Zwolle", date(2025, 11, 4)))
    earlier = at_table("2", "Wie gaat de zaal betalen?", event=event("Breda", date(2025, 3, 4)))

    (found,) = recur([later, earlier], [0, 0])

    assert [q.text for q in found.asked] == [earlier[2].text, later[2].text]
    assert found.events == (earlier[0].event.id, later[0].event.id)


@pytest.mark.parametrize(
    ("clear", "other"),
    [
        pytest.param("Wie betaalt straks de zaal?", "En wie betaalt dat dan?", id="points outside itself"),
        pytest.param("Hoe bereik je zulke ouders thuis?", "Hoe dan?", id="a fragment"),
    ],
)
def test_the_wording_is_the_member_that_reads_best_alone(clear: str, other: str) -> None:
    (found,) = recur([at_table("1", other), at_table("2", clear)], [0, 0])

    assert found.wording == clear


def test_a_new_question_elsewhere_leaves_the_id() -> None:
    asked = [at_table("1", "Wie betaalt de zaal?")]

    before = recur(asked, [0])
    after = recur([at_table("2", "Is er koffie?"), *asked], [0, 1])

    assert before[0].id in {recurring.id for recurring in after}


def test_the_topic_is_that_of_most_members() -> None:
    asked = [at_table(str(n), f"Wie betaalt zaal {n}?") for n in range(3)]
    topic_of = {asked[0][1].id: "t-a", asked[1][1].id: "t-b", asked[2][1].id: "t-b"}

    (found,) = recur(asked, [0, 0, 0], topic_of=topic_of)

    assert found.topic_id == "t-b"


def test_what_is_said_after_the_same_question_elsewhere_may_answer_an_open_one() -> None:
    open_, open_line, asked_open = at_table("1", "Wie betaalt de zaal?")
    own = note("Wie gaat de zaal betalen?\nDe gemeente neemt de rekening over.\nHet regende.", table="2")
    lines = [segment(text, own) for text in own.text.split("\n")]
    questions = [asked_open, question(lines[0].text, lines[0])]
    segments = [open_line, *lines]

    found = make_recurring(
        questions,
        [0, 1],
        notes=[open_, own],
        segments=segments,
        vectors=np.eye(2, dtype=np.float32)[[0, 0]],
        text_vectors=np.eye(2, dtype=np.float32)[[0, 0]],
        segment_vectors=np.eye(2, dtype=np.float32)[[0, 0, 1, 1]],
    )

    assert found[0].status == "open"
    by_wording = {recurring.wording: recurring for recurring in found}
    assert by_wording[asked_open.wording].elsewhere[0] == lines[1].id


def test_labels_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match="1 questions need"):
        recur([at_table("1", "Wie betaalt de zaal?")], [0, 1])


def test_a_person_decides_on_status_wording_and_prompt() -> None:
    asked = [
        at_table("1", "Wie betaalt de zaal?"),
        at_table("2", "Is er koffie?"),
        at_table("3", "Mag de hond mee?"),
    ]
    said = Decisions(
        answered=("wie betaalt de zaal",),
        prompts=("Is er koffie?",),
        wordings=(("Mag de hond mee?", "Mogen er dieren mee?"),),
        open=("Mag de hond mee?",),
    )

    found = {r.asked[0].text: r for r in recur(asked, [0, 1, 2], decisions=said)}

    assert (found["Wie betaalt de zaal?"].status, found["Wie betaalt de zaal?"].is_decided) == (
        "answered",
        True,
    )
    assert [r.is_prompt for r in found.values()].count(True) == 1
    assert found["Is er koffie?"].is_prompt
    assert found["Mag de hond mee?"].wording == "Mogen er dieren mee?"
    assert (found["Mag de hond mee?"].status, found["Mag de hond mee?"].answers) == ("open", ())


def test_roles_and_days_are_counted() -> None:
    first = at_table("1", "Wie betaalt de zaal?", role="decaan", event=event("Breda", date(2025, 3, 4)))
    last = at_table("2", "Wie betaalt de zaal?", role="mentor", event=event("Zwolle", date(2025, 11, 4)))

    (found,) = recur([last, first], [0, 0])

    assert found.roles == ("decaan", "mentor")
    assert (found.first_asked, found.last_asked, found.trend) == (
        date(2025, 3, 4),
        date(2025, 11, 4),
        "persistent",
    )
