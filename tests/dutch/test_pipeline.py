from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from notemine.dutch.artefacts import path_of
from notemine.dutch.pipeline import SHIPPED, load_nlp, name_of
from notemine.errors import MissingModelError
from tests.dutch.fake_package import NAME, write_package


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Name of an installed package that no other test finds in the cache."""
    monkeypatch.syspath_prepend(write_package(tmp_path))
    load_nlp.cache_clear()
    yield NAME
    load_nlp.cache_clear()
    sys.modules.pop(NAME, None)


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


def test_a_package_is_loaded_by_its_name_with_our_lemmas(package: str) -> None:
    nlp = load_nlp(package)
    doc = nlp("Ouders komen de leerlingen")

    assert name_of(nlp) == "nl_core_news_sm 3.8.0"
    assert [token.pos_ for token in doc] == ["NOUN", "VERB", "DET", "NOUN"]
    assert [token.lemma_ for token in doc] == ["ouder", "komen", "de", "leerling"]


def test_the_people_that_a_package_finds_are_entities_of_the_text(package: str) -> None:
    nlp = load_nlp(package)

    doc = nlp("Ouders komen met Samira")

    assert "ner" in nlp.pipe_names
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Samira", "PERSON")]


def test_the_main_job_names_the_package_that_it_was_told_to_use(tmp_path: Path) -> None:
    packages, notes = write_package(tmp_path / "packages"), tmp_path / "notes"
    notes.mkdir()
    (notes / "tafel1.txt").write_text(
        "Hoe komen ouders binnen?\nDe leerlingen komen graag.\n", encoding="utf-8"
    )
    command = ["run", str(notes), "--into", str(tmp_path / "uit"), "--pipeline", "nl_core_news_sm"]

    done = subprocess.run(
        [sys.executable, "-m", "notemine", *command],
        env={**os.environ, "PYTHONPATH": str(packages)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    manifest = json.loads((tmp_path / "uit" / "manifest.json").read_text(encoding="utf-8"))
    assert "nl_core_news_sm 3.8.0" in json.dumps(manifest)
