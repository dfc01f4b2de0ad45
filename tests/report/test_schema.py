"""``resultaat.json`` holds what its schema says, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import notemine as nm
from notemine.domain import Mined
from notemine.report import for_outside
from notemine.report.exporters import json as json_exporter
from notemine.report.schema import URN, VERSION, read_schema
from tests.report.hostile import TABLE
from tests.report.test_exporters import EMPTY
from tests.report.test_tables import full

CORPUS = Path(__file__).resolve().parent.parent.parent / "corpus" / "notes"
SCHEMA: dict[str, Any] = json.loads(read_schema())


@pytest.fixture(scope="module")
def corpus() -> Mined:
    return nm.mine([CORPUS])


def wrong_in(mined: Mined) -> list[str]:
    data = json.loads(json_exporter.render(mined, name="resultaat.json"))
    checker = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{list(error.absolute_path)}: {error.message[:100]}" for error in checker.iter_errors(data)]


def test_it_is_a_schema_and_leaves_no_object_open() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    closed = [SCHEMA, *(one for one in SCHEMA["$defs"].values() if "properties" in one)]
    assert all(one["additionalProperties"] is False for one in closed)


def test_the_file_names_the_schema_and_its_version() -> None:
    data = json.loads(json_exporter.render(EMPTY, name="resultaat.json"))

    assert (data["$schema"], data["schema_version"]) == (URN, VERSION)
    assert SCHEMA["$id"] == URN
    assert URN.rpartition(":")[2] == VERSION.partition(".")[0]


@pytest.mark.parametrize("quotes", [True, False])
@pytest.mark.parametrize("min_cell", [1, 3])
def test_the_sample_corpus_is_as_the_schema_says(corpus: Mined, min_cell: int, quotes: bool) -> None:
    assert wrong_in(for_outside(corpus, quotes=quotes, min_cell=min_cell)) == []


@pytest.mark.parametrize("quotes", [True, False])
@pytest.mark.parametrize("min_cell", [1, 3])
def test_a_result_with_everything_in_it_is_as_the_schema_says(min_cell: int, quotes: bool) -> None:
    assert wrong_in(for_outside(full(TABLE), quotes=quotes, min_cell=min_cell)) == []


def test_nothing_found_is_as_the_schema_says() -> None:
    assert wrong_in(EMPTY) == []


def test_a_key_too_many_or_too_few_is_seen() -> None:
    data = json.loads(json_exporter.render(full(), name="resultaat.json"))
    data["topics"][0]["colour"] = "red"
    del data["questions"][0]["status"]

    errors = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(data)]

    assert len(errors) == 2
