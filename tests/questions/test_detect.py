from __future__ import annotations

import pytest

from notemine.questions import are_questions

ASKED = {
    "question word": "Wie regelt de bus naar de beroepenmarkt",
    "preposition and question word": "Met welke bedrijven praten we eerst",
    "verb first": "Kunnen ouders ook zelf een gesprek aanvragen",
    "after a label": "Vraag: hoe houden we dit vol",
    "after a name": "Marieke de Boer: is er al een datum",
    "after a comma": "De mentor ziet het niet, hoe komt dat",
    "in brackets of an answer": "Alleen vmbo deed mee (waarom eigenlijk?)",
    "with a filler": "Maar wie betaalt dat dan",
    "reported": "Een moeder vraagt of de avond ook online te volgen is",
    "unclear": "Nog onduidelijk wanneer het rooster komt",
    "curious": "Wij zijn benieuwd hoe jullie dat aanpakken",
    "first person does not know": "Ik weet niet wie daarover gaat",
    "elliptic with a mark": "En de kosten?",
    "abbreviated": "wrm geen les op vrijdag",
}
TOLD = {
    "statement": "De decaan heeft weinig uren",
    "fronted adverb": "Daarna kiezen de leerlingen een bedrijf",
    "imperative": "Vraag het na bij de conciërge",
    "conditional": "Komt er niemand, dan gaat het niet door",
    "dropped subject": "Wordt nog besproken in het team",
    "free relative": "Wat opvalt is dat niemand het portfolio leest",
    "when clause": "Wanneer de bel gaat, wisselen de groepen van tafel",
    "exclamation": "Wat een mooie avond",
    "the more": "Hoe kleiner de groep, hoe beter het gesprek",
    "tag": "Mooi gedaan, hè?",
    "request": "De zaal vraagt om meer tijd",
    "demand": "De vraag naar stageplekken stijgt",
    "possessive": "Zijn moeder werkt in de zorg",
    "story of a third person": "Leerlingen weten vaak niet wat ze willen",
    "relative": "Er is een meldpunt waar je anoniem terechtkunt",
}


@pytest.mark.parametrize("text", ASKED.values(), ids=ASKED.keys())
def test_a_sentence_that_asks_is_a_question(text: str) -> None:
    assert are_questions([text]) == [True]


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD.keys())
def test_a_sentence_that_tells_is_none(text: str) -> None:
    assert are_questions([text]) == [False]


@pytest.mark.parametrize("text", ["", " ", "?", "...", "12", "-"])
def test_a_text_without_words_is_no_question(text: str) -> None:
    assert are_questions([text]) == [False]
