from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notemine.domain import Note
from notemine.dutch.pipeline import load_nlp
from notemine.dutch.sentences import clean
from notemine.normalise import in_order, make_segments, segments_of_texts
from tests.builders import event, note

NLP = load_nlp("blank")


def test_a_segment_leads_back_to_its_place_in_the_file() -> None:
    of = note("# Ouders\n\n- Samen: wie belt ze op?\n- een vaste plek", line_numbers=(4, 5, 6, 9))

    heading, bullet, last = make_segments([of], NLP)

    assert of.text[bullet.start : bullet.end] == "Samen: wie belt ze op?"
    assert (bullet.kind, bullet.heading, bullet.line) == ("bullet", "Ouders", 6)
    assert (heading.kind, last.line) == ("heading", 9)


def test_the_text_of_a_segment_is_clean_and_its_quotes_stay() -> None:
    (segment,) = make_segments([note("* wat is\u00a0een **pro\u00adfiel** of \ufb01lm volgens ‘ons’")], NLP)

    assert segment.text == "wat is een profiel of film volgens ‘ons’"


def test_a_label_becomes_the_speaker() -> None:
    (segment,) = make_segments([note("Deelnemer 7: Wie betaalt dat?")], NLP)

    assert (segment.speaker, segment.text, segment.kind) == ("Deelnemer 7", "Wie betaalt dat?", "turn")


def test_terms_are_content_words_and_parts_of_compounds() -> None:
    (segment,) = make_segments(
        [note("Deelnemer 3 zegt: 20 lln kiezen in week 12 een stageplek via [e-mail]")], NLP
    )

    assert segment.terms == ("leerling", "kiezen", "stageplek", "stage", "plek")


def test_lemmas_follow_the_words() -> None:
    (segment,) = make_segments([note("De leerlingen vonden betere scholen!")], NLP)

    assert segment.lemmas == ("de", "leerling", "vinden", "beter", "school")
    assert segment.tags == ()


def test_tags_and_phrases_come_from_a_pipeline_that_has_them() -> None:
    import spacy

    nlp = spacy.blank("nl")
    ruler = nlp.add_pipe("attribute_ruler")
    for word, tag in {"gelijke": "ADJ", "kansen": "NOUN", "wil": "VERB", "iedereen": "PRON"}.items():
        ruler.add([[{"LOWER": word}]], {"POS": tag, "LEMMA": {"kansen": "kans"}.get(word, word)})

    (segment,) = make_segments([note("Iedereen wil gelijke kansen")], nlp)

    assert segment.tags == ("PRON", "VERB", "ADJ", "NOUN")
    assert segment.terms[-1] == "gelijke kans"


def test_metadata_is_in_no_segment() -> None:
    assert make_segments([note("Aanwezig: Deelnemer 1", meta_lines=(0,))], NLP) == ()


def test_texts_that_stand_by_themselves_are_a_segment_each() -> None:
    segments = segments_of_texts(["Wie belt? En wanneer?", "", "Wie belt? En wanneer?"], NLP)

    assert [s.text for s in segments] == ["Wie belt? En wanneer?", "", "Wie belt? En wanneer?"]
    assert len({s.id for s in segments}) == 3


def test_notes_stand_in_order_of_date_and_table() -> None:
    late = event("Goes", date(2025, 11, 1))
    notes = [
        note("d", event=late, source="x"),
        note("c", table="10", source="a"),
        note("b", table="2", source="c"),
        note("a", table="2", source="b"),
    ]

    assert [n.text for n in in_order(notes)] == ["a", "b", "c", "d"]


LINES = st.sampled_from(
    ["- wie belt?", "Kees Kok: ja.", "# Kop", "", "een zin. En nog een", "*", "1. profiel", "  dat ook"]
)
NOTES = st.lists(st.lists(LINES, max_size=8).map("\n".join), min_size=1, max_size=4)


@given(NOTES)
def test_each_segment_has_its_source(texts: list[str]) -> None:
    notes = {n.id: n for n in (note(text, source=f"{i}.txt") for i, text in enumerate(texts))}

    for segment in make_segments(notes.values(), NLP):
        of = notes[segment.note_id]
        assert clean(of.text[segment.start : segment.end]) == segment.text == clean(segment.text)
        assert segment.line == of.line_at(segment.start)


@given(NOTES, st.randoms())
def test_shuffling_the_notes_changes_nothing(texts: list[str], rng: random.Random) -> None:
    notes: list[Note] = [note(text, source=f"{i}.txt", table=str(i % 2)) for i, text in enumerate(texts)]
    shuffled = rng.sample(notes, len(notes))

    assert make_segments(shuffled, NLP) == make_segments(notes, NLP)


@pytest.mark.parametrize("n_lines", [10_000])
def test_ten_thousand_lines_take_seconds(n_lines: int) -> None:
    words = "hoe krijg je ouders van leerlingen in klas drie naar een avond over profielkeuze".split()
    rng = random.Random(0)
    of = note("\n".join(f"- {' '.join(rng.sample(words, 9))} {i}" for i in range(n_lines)))
    started = time.process_time()

    segments = make_segments([of], NLP)

    assert len(segments) == n_lines
    assert time.process_time() - started < 10


def kinds_of(text: str, **fields: Any) -> list[str]:
    return [segment.sensitive for segment in make_segments([note(text)], NLP, **fields)]


def test_a_segment_says_what_is_sensitive_in_it() -> None:
    text = "- De zaal was te klein.\n- Een meisje uit 3b heeft anorexia en stopte met haar stage."

    assert kinds_of(text) == ["", "gezondheid"]


def test_the_sentence_before_it_says_whom_it_is_about() -> None:
    text = "Ik heb een jongen in de klas die niet meer durft. Zit nu bij de psycholoog."

    assert kinds_of(text)[-1] == "gezondheid"


def test_another_line_does_not_say_whom_a_sentence_is_about() -> None:
    text = "- Een jongen koos techniek.\n- Zitten te veel bij de psycholoog."

    assert kinds_of(text) == ["", ""]


def test_a_remark_that_something_is_not_for_others_goes_for_its_whole_line() -> None:
    text = "De rector gaat weg. Graag niet doorvertellen!\n\nDe koffie was goed."

    assert kinds_of(text) == ["vertrouwelijk", "vertrouwelijk", ""]


def test_nothing_is_flagged_where_that_was_switched_off() -> None:
    assert kinds_of("Niet doorvertellen: de rector gaat weg.", flag_sensitive=False) == [""]


def test_flags_change_no_segment_otherwise() -> None:
    of = note("Niet doorvertellen: de rector gaat weg.")

    flagged, plain = make_segments([of], NLP), make_segments([of], NLP, flag_sensitive=False)

    assert [replace(segment, sensitive="") for segment in flagged] == list(plain)
