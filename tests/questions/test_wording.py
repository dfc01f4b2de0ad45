from __future__ import annotations

import pytest

from notemine.questions import find_questions

REWRITTEN = {
    "of": ("Ouders vragen of er een plek is.", "Is er een plek?"),
    "question word": ("Onduidelijk wie de zaal regelt.", "Wie regelt de zaal?"),
    "how long": ("De tafel vraagt zich af hoe lang dit duurt.", "Hoe lang duurt dit?"),
    "noun in the question phrase": (
        "We willen weten welke bedrijven volgend jaar meedoen.",
        "Welke bedrijven doen volgend jaar mee?",
    ),
    "particle": ("Benieuwd of de stage meetelt voor het diploma.", "Telt de stage mee voor het diploma?"),
    "second person": ("Ik vraag me af of je dat thuis hebt.", "Heb je dat thuis?"),
    "auxiliaries": (
        "De vraag is of de cijfers eerder gedeeld kunnen worden.",
        "Kunnen de cijfers eerder gedeeld worden?",
    ),
    "clause behind the verb": (
        "Zij vraagt zich af of haar beroep nog bestaat nu AI alles overneemt.",
        "Bestaat haar beroep nog nu AI alles overneemt?",
    ),
    "preposition": ("Ik vraag me af met wie we moeten praten.", "Met wie moeten we praten?"),
}


@pytest.mark.parametrize(("text", "wording"), REWRITTEN.values(), ids=REWRITTEN.keys())
def test_an_indirect_question_is_rewritten_as_a_direct_one(text: str, wording: str) -> None:
    (found,) = find_questions(text)

    assert (found.wording, found.is_rewritten) == (wording, True)


def test_a_direct_question_gets_a_capital_and_a_mark_and_keeps_its_words() -> None:
    (found,) = find_questions("vraag: wie regelt  de zaal")

    assert (found.wording, found.is_rewritten) == ("Wie regelt de zaal?", False)


def test_a_clause_without_a_sure_verb_is_kept_as_it_stands() -> None:
    found = find_questions("De vraag is of we dit doen en zo ja, met welke scholen")

    assert [(q.wording, q.is_rewritten) for q in found] == [
        ("Doen we dit?", True),
        ("Met welke scholen?", False),
    ]
