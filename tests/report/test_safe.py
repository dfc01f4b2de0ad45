from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notemine.report.safe import cell, markdown, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("gewoon, met é en 😅", "gewoon, met é en 😅", id="ordinary"),
        pytest.param("\x1b[31mrood\x1b[0m", "rood", id="colour"),
        pytest.param("\x1b]0;titel\x07tekst", "tekst", id="window-title"),
        pytest.param("piep\x07 terug\x08", "piep terug", id="control"),
        pytest.param("a\u202etxt.exe\u202c b", "atxt.exe b", id="right-to-left"),
        pytest.param("a\u2066b\u2069\u200f", "ab", id="isolate"),
        pytest.param("twee\nregels\ten tab", "twee regels en tab", id="lines"),
        pytest.param("half \ud83d paar", "half paar", id="lone-surrogate"),
    ],
)
def test_what_is_no_text_is_stripped(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_stripping_twice_is_stripping_once_and_always_encodes(text: str) -> None:
    once = plain(text)

    assert plain(once) == once
    assert once.encode().decode() == once


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "\t=", " ="])
def test_a_cell_never_starts_a_formula(start: str) -> None:
    assert cell(f"{start}HYPERLINK(1)").startswith("'")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("wat_is *dit*?", r"wat\_is \*dit\*?", id="emphasis"),
        pytest.param("[klik](http://x)", r"\[klik\](http://x)", id="link"),
        pytest.param("# kop", r"\# kop", id="heading"),
        pytest.param("- punt", r"\- punt", id="list"),
        pytest.param("3. punt", r"3\. punt", id="numbered"),
        pytest.param("<script>x</script> & y", "&lt;script&gt;x&lt;/script&gt; &amp; y", id="html"),
    ],
)
def test_markdown_shows_text_as_it_is(text: str, expected: str) -> None:
    assert markdown(text) == expected
