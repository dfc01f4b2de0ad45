from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

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


def test_nothing_runs_out_of_the_paper(page: Page) -> None:
    page.set_viewport_size({"width": int(WIDTH), "height": 1000})
    page.emulate_media(media="print")

    too_wide = page.evaluate(
        """(width) => [...document.querySelectorAll("body *")]
        .filter((node) => node.checkVisibility() && !node.closest(".hidden"))
        .filter((node) => node.getBoundingClientRect().right > width + 1)
        .map((node) => node.outerHTML.slice(0, 80))""",
        WIDTH,
    )

    assert too_wide == []
