from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from notemine.report import write_report
from tests.report.three import three_evenings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def found(page: Page, words: str) -> list[str]:
    page.get_by_label("Zoek in dit rapport").fill(words)
    return page.locator(".hits:visible a").all_text_contents()


def test_topics_questions_tables_of_the_plan_and_lines_are_found(page: Page) -> None:
    found(page, "ouders")

    assert page.locator(".hits .label").all_text_contents() == [
        "Onderwerpen",
        "Vragen",
        "Tafels van het plan",
        "Bronregels",
    ]
    said = page.locator(".search [role=status]").text_content() or ""
    assert said.startswith("Gevonden: 1 onderwerp, ")


@pytest.mark.parametrize("words", ["creme cafe", "CAFÉ  crème"], ids=["plain", "accents"])
def test_capitals_accents_and_the_order_of_words_do_not_matter(page: Page, words: str) -> None:
    assert found(page, words) == ["Eén crème-café wilde wel een leerling in de keuken."]


def test_what_is_called_so_stands_before_what_mentions_it(page: Page) -> None:
    hits = found(page, "netwerk")

    assert hits[0] == "Waar vinden we genoeg stageplekken voor leerlingen zonder netwerk?"


def test_many_lines_are_counted_and_the_first_are_listed(page: Page) -> None:
    found(page, "e")

    assert page.locator(".hits li").filter(has_text="typ een woord erbij").count() == 2
    assert page.locator(".hits a").count() < 35


def test_nothing_found_is_said(page: Page) -> None:
    assert found(page, "xylofoon") == []
    assert page.get_by_role("status").text_content() == "Niets gevonden."


def test_arrows_lead_to_the_hits_and_escape_clears(page: Page) -> None:
    found(page, "netwerk")

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.closest('.hits') !== null")
    page.keyboard.press("Escape")

    assert page.evaluate("document.activeElement.id") == "zoek"
    assert page.get_by_label("Zoek in dit rapport").input_value() == ""
    assert page.locator(".hits").is_hidden()


def test_a_hit_in_a_fold_is_opened_and_gets_the_focus(page: Page) -> None:
    [hit, *_] = found(page, "dossier zomaar doorgeven")

    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    page.wait_for_function("document.activeElement.closest('.asked-once') !== null")
    assert hit in page.evaluate("document.activeElement.textContent")
    assert page.evaluate("document.activeElement.checkVisibility()")
    assert page.locator(".hits").is_hidden()


def test_markup_in_notes_stays_text_in_the_hits(page: Page) -> None:
    hits = found(page, "alert(1)")

    assert "<script>alert(1)</script> wie leest dit?" in hits
    assert page.locator(".hits script, .hits img").count() == 0


def test_without_source_lines_topics_and_questions_are_still_found(browser: Browser, tmp_path: Path) -> None:
    path = write_report(three_evenings(), tmp_path / "rapport.html", quotes=False)
    page = browser.new_page()
    page.goto(path.as_uri())

    found(page, "ouders")

    assert page.locator(".hits .label").all_text_contents() == [
        "Onderwerpen",
        "Vragen",
        "Tafels van het plan",
    ]
    page.close()
