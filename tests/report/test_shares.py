from __future__ import annotations

from dataclasses import replace

import pytest

from notemine.report.disclosure import Disclosure, with_disclosure
from notemine.report.evidence import Evidence
from notemine.report.shares import Share, find_shares, scale_of
from tests.report.test_html import page_of, texts
from tests.report.three import three_evenings


def test_a_share_is_told_with_its_interval() -> None:
    share = Share(value=0.123, low=0.04, high=0.2)

    assert (share.text, share.interval) == ("12%", "4–20%")


def test_of_a_hidden_share_nothing_is_told() -> None:
    share = Share(is_hidden=True)

    assert (share.text, share.interval) == ("×", "")


@pytest.mark.parametrize(
    ("highs", "end"), [([0.31], 0.4), ([0.30000001], 0.3), ([], 0.1), ([1.0], 1.0)], ids=str
)
def test_an_axis_ends_at_a_round_number(highs: list[float], end: float) -> None:
    assert scale_of(Share(high=high) for high in highs) == end


def test_a_topic_of_which_no_table_speaks_has_no_shares() -> None:
    mined = three_evenings()
    silent = mined.topics.topics[0].id
    nothing = tuple(
        replace(p, share=0.0, low=0.0, high=0.0) if p.topic_id == silent else p for p in mined.prevalence
    )

    found = find_shares(replace(mined, prevalence=nothing), Evidence(mined), facet="sector")

    assert silent not in found
    assert len(found) == len(mined.topics) - 1


def test_small_groups_hide_the_share_and_that_it_is_typical() -> None:
    mined = with_disclosure(three_evenings(), Disclosure(min_cell=3))

    found = find_shares(mined, Evidence(mined), facet="sector")

    shares = [share for of_topic in found.values() for share in of_topic.values()]
    assert any(share.is_hidden for share in shares)
    assert not any(share.is_typical or share.value for share in shares if share.is_hidden)


def test_each_topic_shows_the_share_of_each_sector_with_its_interval() -> None:
    page = page_of(three_evenings())

    sectors = texts(page, ".topic:nth-of-type(1) .shares dt")
    shares = texts(page, ".topic:nth-of-type(1) .shares dd")
    assert sectors == ["vmbo", "havo/vwo", "mbo"]
    assert all("%" in share and "–" in share for share in shares)


def test_a_topic_that_a_sector_clearly_speaks_more_of_is_marked() -> None:
    mined = three_evenings()
    typical = tuple(
        replace(p, difference_low=0.01) if p.facet == "sector" and p.group == "vmbo" else p
        for p in mined.prevalence
    )

    page = page_of(replace(mined, prevalence=typical))

    assert set(texts(page, ".shares .more")) == {"duidelijk meer"}
