import pytest

from notemine.domain import Note, Question, Segment
from notemine.questions.prompts import find_prompts
from tests.builders import event, note, question, segment

Asked = tuple[Note, Segment, Question]


def at_table(table: str, text: str, *, before: str = "", speaker: str = "", evening: str = "Breda") -> Asked:
    own = note(before + text, table=table, source=f"{evening}/tafel{table}.txt", event=event(evening))
    line = segment(text, own, speaker=speaker)
    return own, line, question(text, line)


def prompts_among(asked: list[Asked], *others: Note, prompts: tuple[str, ...] = ()) -> list[bool]:
    lines = [*(line for _, line, _ in asked), *(segment(own.text, own) for own in others)]
    notes = {own.id: own for own in [*(own for own, _, _ in asked), *others]}
    return find_prompts(
        [q for _, _, q in asked],
        note_of={line.id: notes[line.note_id] for line in lines},
        segment_of={line.id: line for line in lines},
        prompts=prompts,
    )


def test_what_half_of_the_tables_ask_in_the_same_words_is_a_prompt() -> None:
    asked = [at_table(str(n), "Wat neem je mee naar huis?") for n in range(3)]

    assert prompts_among(asked, note("Het regende.", table="9", event=event("Breda"))) == [True] * 3


def test_what_two_tables_ask_in_the_same_words_is_no_prompt() -> None:
    asked = [at_table(str(n), "Wie betaalt de zaal?") for n in range(2)]

    assert prompts_among(asked) == [False, False]


def test_the_same_question_in_other_words_is_no_prompt() -> None:
    asked = [
        at_table("1", "Wie betaalt straks de huur van de zaal?"),
        at_table("2", "Voor wiens rekening komt deze ruimte?"),
        at_table("3", "Uit welk potje halen we de kosten?"),
    ]

    assert prompts_among(asked) == [False] * 3


@pytest.mark.parametrize(
    "where",
    [
        pytest.param({"speaker": "Gespreksleider"}, id="speaker"),
        pytest.param({"before": "kaartje: "}, id="label"),
    ],
)
def test_the_leader_makes_a_prompt_of_what_a_few_tables_of_several_evenings_ask(
    where: dict[str, str],
) -> None:
    asked = [
        at_table("1", "Waar ben je trots op?", evening="Breda", **where),
        at_table("1", "Waar ben je trots op?", evening="Zwolle"),
        at_table("1", "Waar zijn jullie trots op?", evening="Assen"),
    ]

    assert prompts_among(asked) == [True] * 3


def test_what_the_user_calls_a_prompt_is_one() -> None:
    asked = [at_table("1", "wat neem jij mee naar huis"), at_table("2", "Wie betaalt de zaal?")]

    assert prompts_among(asked, prompts=("Wat neem je mee naar huis?",)) == [True, False]
