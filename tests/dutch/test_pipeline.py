from __future__ import annotations

import pytest

from notemine.dutch.artefacts import path_of
from notemine.dutch.pipeline import SHIPPED, load_nlp
from notemine.errors import MissingModelError


def test_the_light_pipeline_names_itself_and_gives_lemmas_without_tags() -> None:
    nlp = load_nlp("blank")

    doc = nlp("De leerlingen vonden betere scholen")

    assert [token.lemma_ for token in doc] == ["de", "leerling", "vinden", "beter", "school"]
    assert not doc.has_annotation("TAG")
    assert (nlp.meta["lang"], nlp.meta["name"]) == ("nl", "notemine_light")
    assert nlp.meta["version"]


def test_a_pipeline_is_loaded_once() -> None:
    assert load_nlp("blank") is load_nlp("blank")


def test_auto_takes_the_shipped_pipeline_where_there_is_one() -> None:
    folder = path_of(SHIPPED)
    is_shipped = folder is not None and (folder / "meta.json").is_file()

    doc = load_nlp()("De leerlingen kiezen.")

    assert doc.has_annotation("LEMMA")
    assert doc.has_annotation("TAG") == is_shipped


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(MissingModelError, match="no spaCy pipeline is called 'nl_core_news_none'"):
        load_nlp("nl_core_news_none")
