from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from notemine.dutch.genders import add_genders, gender_of, set_genders


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("bestuur", "onz"),
        ("schoolbestuur", "onz"),
        ("racecircuit", "onz"),
        ("klasje", "onz"),
        ("beginneling", "zijd"),
        ("oriëntatieavond", "zijd"),
        ("transport", ""),
        ("rooster", ""),
        ("xyzzyplugh", ""),
    ],
)
def test_a_noun_has_its_own_gender_or_that_of_its_last_part(word: str, gender: str) -> None:
    assert gender_of(word) == gender


def test_tag_and_features_of_a_common_noun_get_the_gender_of_the_word() -> None:
    doc = Doc(
        spacy.blank("nl").vocab,
        words=["bestuur", "profiel", "Zwolle", "keuzes"],
        tags=[
            "N|soort|ev|basis|zijd|stan",
            "N|soort|ev|basis|onz|stan",
            "N|eigen|ev|basis|zijd|stan",
            "N|soort|mv|basis",
        ],
        morphs=[
            "Gender=Com|Number=Sing",
            "Gender=Neut|Number=Sing",
            "Gender=Com|Number=Sing",
            "Number=Plur",
        ],
    )

    set_genders(doc)

    assert [token.tag_.split("|")[-2] for token in doc][:3] == ["onz", "onz", "zijd"]
    assert [str(token.morph) for token in doc] == [
        "Gender=Neut|Number=Sing",
        "Gender=Neut|Number=Sing",
        "Gender=Com|Number=Sing",
        "Number=Plur",
    ]


def test_a_pipeline_without_a_tagger_is_left_as_it_is() -> None:
    nlp = spacy.blank("nl")

    add_genders(nlp)

    assert nlp.pipe_names == []
