from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from notemine.report import write_report
from tests.builders import event
from tests.report.three import three_evenings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# A4 less its margins, in CSS pixels.
WIDTH = 176 / 25.4 * 96


@dataclass(frozen=True, slots=True)
class Printed:
    pages: Sequence[Any]
    text: str


@pytest.fixture(scope="module", params=[True, False], ids=["javascript", "no-javascript"])
def printed(
    request: pytest.FixtureRequest, browser: Browser, report: str, tmp_path_factory: pytest.TempPathFactory
) -> Printed:
    pypdf = pytest.importorskip("pypdf")
    path = tmp_path_factory.mktemp("print") / "rapport.pdf"
    context = browser.new_context(java_script_enabled=request.param)
    page = context.new_page()
    page.goto(report)
    page.pdf(path=path, prefer_css_page_size=True)
    context.close()
    pages = pypdf.PdfReader(path).pages
    return Printed(pages, " ".join(" ".join(page.extract_text() for page in pages).split()))


def test_it_is_a4(printed: Printed) -> None:
    sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in printed.pages}

    assert sizes == {(595, 842)}


@pytest.mark.parametrize(
    "words",
    [
        "Wij vroegen ons af hoe je ouders bij de keuze betrekt.",
        "Mag je zo'n dossier zomaar doorgeven aan het mbo?",
        "niet meer gevraagd",
    ],
    ids=["variants", "asked-once", "questions-by-event"],
)
def test_what_was_folded_is_printed(printed: Printed, words: str) -> None:
    assert words.casefold() in printed.text.casefold()


@pytest.mark.parametrize("words", ["Zoek in dit rapport", "Naar de inhoud"])
def test_what_only_works_on_a_screen_is_not_printed(printed: Printed, words: str) -> None:
    assert words not in printed.text


def out_of_the_paper(page: Page) -> list[str]:
    page.set_viewport_size({"width": int(WIDTH), "height": 1000})
    page.emulate_media(media="print")
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    found: list[str] = page.evaluate(
        """(width) => [...document.querySelectorAll("body *")]
        .filter((node) => node.checkVisibility() && !node.closest(".hidden"))
        .filter((node) => node.getBoundingClientRect().right > width + 1)
        .map((node) => node.outerHTML.slice(0, 80))""",
        WIDTH,
    )
    return found


def test_nothing_runs_out_of_the_paper(page: Page) -> None:
    assert out_of_the_paper(page) == []


def test_ten_events_fit_on_the_paper(browser: Browser, tmp_path: Path) -> None:
    places = ["Heerhugowaard", "Leeuwarden", "Roosendaal", "Deventer", "Maastricht", "Goes", "Almere"]
    lines = "Hoe krijg je ouders mee? ## ouders q:mee\nStage in de buurt. ## stage"
    tables = [
        (event(place, date(2024, month, 1)), "1", "mbo", f"{place}/tafel1.txt", lines)
        for month, place in enumerate(places, start=3)
    ]
    page = browser.new_page()
    page.goto(write_report(three_evenings(*tables), tmp_path / "rapport.html").as_uri())

    assert page.locator(".asked-when thead th").count() == 12
    assert out_of_the_paper(page) == []
    page.close()
