from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def test_no_request_leaves_the_page_and_nothing_goes_wrong(browser: Browser, report: str) -> None:
    page = browser.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))

    page.goto(report)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.get_by_label("Zoek in dit rapport").fill("<script> e")
    page.wait_for_timeout(200)
    page.close()

    assert [url for url in requests if url not in (report, "data:,")] == []
    assert complaints == []


def test_a_column_sorts_by_keyboard_both_ways(page: Page) -> None:
    first = page.locator(".questions tbody tr:first-child .asked")
    button = page.get_by_role("button", name="Vraag")

    button.press("Enter")
    ascending = first.text_content()
    button.press("Enter")

    assert ascending == "Hoe bereik je ouders die geen Nederlands lezen?"
    assert first.text_content() == "Wie betaalt de bus naar de open dagen?"


def test_a_link_into_a_fold_opens_it(page: Page) -> None:
    question = page.locator(".asked-once li").first
    assert question.is_hidden()

    page.evaluate("(id) => { location.hash = id; }", question.get_attribute("id"))

    question.wait_for(state="visible")


def test_the_first_tab_leads_past_the_navigation(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "inhoud"


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1100, 1280])
def test_nothing_sticks_out_of_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.get_by_label("Zoek in dit rapport").fill("ouders")

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_question_sorts_by_event_too(page: Page) -> None:
    page.locator("#verloop summary").click()

    page.locator(".asked-when").get_by_role("button", name="Zwolle").click()

    counts = page.locator(".asked-when tbody td:nth-child(2)").all_text_contents()
    assert counts[:3] == ["2", "2", "2"]
    assert counts[-1] == "–"


def test_on_a_phone_the_columns_are_buttons_to_sort_by(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})

    page.get_by_role("button", name="mbo", exact=True).click()

    mbo = page.locator(".questions tbody td[data-label=mbo]").all_text_contents()
    assert mbo[0] == "2"
    assert mbo[-1] == "–"


def test_everything_is_there_without_javascript(browser: Browser, report: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(report)

    assert page.locator(".questions tbody tr").count() == 10
    assert page.locator("#verloop .course").first.is_visible()
    assert page.get_by_label("Zoek in dit rapport").is_hidden()
    page.locator(".questions summary").first.click()
    assert page.locator(".questions tbody tr").first.locator("q").first.is_visible()
    context.close()


def test_the_summary_of_three_evenings_is_on_the_first_screen(page: Page) -> None:
    bottom = page.evaluate("document.querySelector('#samenvatting .next').getBoundingClientRect().bottom")

    assert bottom <= 800
    assert page.locator("#samenvatting h3:visible").all_text_contents() == [
        "Waar het over ging",
        "Nieuw en blijvend",
        "Wat nog openstaat",
        "Volgende stap",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, report: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(report)

    ratios = page.evaluate(CONTRASTS)
    page.close()

    assert ratios
    assert min(ratio for ratio, _ in ratios) >= 4.5, sorted(ratios)[:3]


# WCAG 2.2, 1.4.3: relative luminance of each text and the nearest opaque ground behind it.
CONTRASTS = """() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const shown = [...document.querySelectorAll("body *")].filter((node) => node.checkVisibility()
    && [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim()));
  return shown.map((node) => {
    const [a, b] = [light(parse(getComputedStyle(node).color)), light(ground(node))].sort((x, y) => y - x);
    return [(a + 0.05) / (b + 0.05), node.className + ": " + node.textContent.trim().slice(0, 40)];
  });
}"""
