from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from notemine.dutch.artefacts import path_of
from notemine.dutch.pipeline import SHIPPED, load_nlp
from notemine.dutch.sentence_starts import add_sentence_starts, set_sentence_starts

FOLDER = path_of(SHIPPED)
IS_SHIPPED = FOLDER is not None and (FOLDER / "meta.json").is_file()


def said_of(text: str) -> list[tuple[str, bool | None]]:
    doc = set_sentence_starts(spacy.blank("nl")(text))
    return [(token.text, token.is_sent_start) for token in doc]


def test_a_line_break_and_a_bullet_begin_a_sentence() -> None:
    said = said_of("Opbrengst tafel 3\n- ouders eerder uitnodigen\n- mentor belt")

    assert [word for word, starts in said if starts] == ["Opbrengst", "-", "-"]
    assert ("tafel", None) in said


def test_the_break_of_a_wrapped_line_begins_none() -> None:
    lines = [
        "De mentor belt de ouders van alle leerlingen die nog geen keuze",
        "hebben gemaakt, en vraagt of zij met hun kind naar de open dagen",
        "gaan van de opleidingen die in de klas genoemd zijn en waarover",
        "nog vragen zijn gesteld.",
    ]

    said = said_of("\n".join(lines))

    assert ("hebben", False) in said
    assert ("gaan", False) in said


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ze noemen o.a. Zwolle en Breda", "Zwolle"),
        ("Vraag het dhr. Bakker van de administratie", "Bakker"),
        ("Gesprek m.b.t. Engels en wiskunde", "Engels"),
        ("Denk aan bijv. Frans of Duits", "Frans"),
    ],
)
def test_no_sentence_begins_after_an_abbreviation(text: str, word: str) -> None:
    assert (word, False) in said_of(text)


def test_a_word_after_a_full_stop_is_left_to_the_pipeline() -> None:
    assert ("Wie", None) in said_of("Dat kan beter. Wie helpt?")


def test_a_pipeline_that_cuts_no_sentences_is_left_as_it_is() -> None:
    nlp = spacy.blank("nl")

    add_sentence_starts(nlp)

    assert nlp.pipe_names == []


@pytest.mark.skipif(not IS_SHIPPED, reason="the weights are left out of this checkout")
def test_the_shipped_pipeline_cuts_notes_into_their_lines() -> None:
    text = "Tafel 4\n- te weinig tijd voor LOB\n- mentor is geen decaan\n\nWie pakt dit op? Dhr. Bakker belt."

    sentences = [sentence.text.strip() for sentence in load_nlp()(text).sents]

    assert sentences == [
        "Tafel 4",
        "- te weinig tijd voor LOB",
        "- mentor is geen decaan",
        "Wie pakt dit op?",
        "Dhr. Bakker belt.",
    ]


@pytest.mark.parametrize(
    "text", ["Graag z.s.m. Wie belt?", "Dat kost 5 min. Wie belt?", "Dat is n.v.t. Wie belt?"]
)
def test_an_abbreviation_that_may_end_a_sentence_is_left_to_the_pipeline(text: str) -> None:
    doc = set_sentence_starts(spacy.blank("nl")(text))

    assert {token.text: token.is_sent_start for token in doc}["Wie"] is None


def test_a_long_note_takes_time_in_proportion() -> None:
    line = "De mentor belt o.a. Zwolle. "
    n_reads = 0

    class CountingDoc(Doc):
        @property
        def text(self) -> str:
            nonlocal n_reads
            n_reads += 1
            return super().text

    tokens = spacy.blank("nl")(line * 50)
    doc = CountingDoc(
        tokens.vocab, words=[t.text for t in tokens], spaces=[bool(t.whitespace_) for t in tokens]
    )

    set_sentence_starts(doc)

    assert n_reads == 1
