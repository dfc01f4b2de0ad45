from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OPEN_ALL = "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
# What has the focus: the part of the page, what it is called, and whether one sees that it has it.
FOCUSED = """() => {
  const at = document.activeElement;
  const part = at.closest("main > section, nav, [role=search]");
  const box = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  return at === document.body ? null : {
    part: part?.id || part?.className || "",
    name: at.id || at.textContent.trim().slice(0, 40),
    seen: box.width > 1 && box.height > 1 && style.outlineStyle !== "none",
  };
}"""


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(1280, "light"), (1280, "dark"), (360, "light")],
    ids=["wide", "dark", "phone"],
)
def test_axe_finds_nothing_serious(browser: Browser, report: str, width: int, scheme: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    # The policy of the page would keep axe out, too.
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(report)
    page.evaluate(OPEN_ALL)
    page.get_by_label("Zoek in dit rapport").fill("ouders")

    found = axe.run(page).response["violations"]
    context.close()

    assert [
        (one["id"], one["impact"], [node["html"][:100] for node in one["nodes"][:3]])
        for one in found
        if one["impact"] in ("serious", "critical")
    ] == []


def tabbed(page: Page) -> Iterator[dict[str, Any]]:
    for _ in range(2000):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            return
        yield focused
    pytest.fail("the keyboard does not get out of the page")


def test_the_keyboard_goes_through_all_parts_in_order_and_out_again(page: Page) -> None:
    stops = list(tabbed(page))

    parts = list(dict.fromkeys(stop["part"] for stop in stops))
    assert stops[0]["name"] == "Naar de inhoud"
    assert parts == [
        "",
        "search",
        "contents",
        "samenvatting",
        "onderwerpen",
        "verloop",
        "vragen",
        "sectoren",
        "plan",
        "bestanden",
        "bronregels",
    ]
    assert [stop for stop in stops if not stop["seen"]] == []


def test_everything_that_can_be_used_has_a_name(page: Page) -> None:
    page.evaluate(OPEN_ALL)

    nameless = page.evaluate(
        """() => [...document.querySelectorAll("a, button, input, summary, [tabindex]")]
        .filter((node) => !node.textContent.trim() && !node.getAttribute("aria-label"))
        .filter((node) => !node.labels?.length)
        .map((node) => node.outerHTML.slice(0, 80))"""
    )

    assert nameless == []


def test_each_figure_has_its_numbers_in_text_beside_it(page: Page) -> None:
    shares = page.locator(".shares dd").all_text_contents()
    course = page.locator(".course:not(.asked-when) tbody td.num").all_text_contents()

    assert len(shares) >= page.locator(".whisker").count() > 0
    assert all("%" in text and "–" in text for text in (*shares, *course))
