from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

import notemine as nm
from notemine.domain import Mined, PlanItem, Prevalence
from notemine.report import write_all, write_report
from notemine.report.disclosure import Disclosure, disclosure_of, with_disclosure
from notemine.report.evidence import Evidence
from notemine.report.outside import for_outside
from notemine.report.prevalence import hide_prevalence
from notemine.report.write import FILES
from tests.report.hostile import TABLE
from tests.report.reading import text_of
from tests.report.sample import two_evenings

CORPUS = Path(__file__).resolve().parent.parent.parent / "corpus" / "notes"
LONG = 25


@pytest.fixture(scope="module")
def corpus() -> Mined:
    return nm.mine([CORPUS])


def written(mined: Mined, folder: Path, *, quotes: bool = True, min_cell: int = 1) -> dict[str, str]:
    shown = with_disclosure(mined, Disclosure(quotes=quotes, min_cell=min_cell))
    return {path.name: text_of(path) for path in write_all(shown, folder)}


def flat(text: str) -> str:
    return " ".join(re.sub(r"\\(.)", r"\1", unescape(text)).split())


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def words_of(mined: Mined) -> Iterator[str]:
    """Lines and segments that are long enough to be recognised, without what may stay."""
    may_stay = [flat(q.wording) for q in mined.questions if len(q.tables) > 1]
    may_stay += [flat(topic.label) for topic in mined.topics]
    may_stay += [flat(name) for n in mined.notes for name in (n.event.title, n.theme)]
    lines = [line for note in mined.notes for line in note.text.split("\n")]
    for said in {flat(text) for text in (*lines, *(segment.text for segment in mined.segments))}:
        # What may stay may stand in quotation marks, as a line of speech does.
        if len(said) >= LONG and not any(said.strip("“” ") in stays for stays in may_stay):
            yield said


def assert_without_words(mined: Mined, folder: Path, **shown: int) -> None:
    outputs = {name: flat(text) for name, text in written(mined, folder, quotes=False, **shown).items()}
    said = list(words_of(mined))

    assert len(said) > 20
    for name, text in outputs.items():
        assert [line for line in said if line in text] == [], name


@pytest.mark.parametrize("min_cell", [1, 3])
def test_without_quotes_no_line_of_the_sample_is_in_any_file(tmp_path: Path, min_cell: int) -> None:
    assert_without_words(two_evenings(), tmp_path, min_cell=min_cell)


def test_without_quotes_no_line_of_the_corpus_is_in_any_file(corpus: Mined, tmp_path: Path) -> None:
    assert_without_words(corpus, tmp_path)


def test_with_quotes_the_lines_are_there(tmp_path: Path) -> None:
    mined = two_evenings()

    text = flat(written(mined, tmp_path)["resultaat.json"])

    assert any(line in text for line in words_of(mined))


def with_terms(mined: Mined) -> Mined:
    """The words of each line as its terms."""
    words = (tuple(re.findall(r"[^\W\d_]+", segment.text.lower())) for segment in mined.segments)
    return replace(
        mined, segments=tuple(replace(s, terms=terms) for s, terms in zip(mined.segments, words, strict=True))
    )


def test_what_stays_are_labels_terms_counts_trends_and_recurring_questions(tmp_path: Path) -> None:
    outputs = written(with_terms(two_evenings()), tmp_path, quotes=False)

    questions, topics = rows_of(outputs["vragen.csv"]), rows_of(outputs["onderwerpen.csv"])
    row = next(r for r in questions if r["vraag"] == "Hoe krijg je ouders mee in de keuze van hun kind?")
    assert (row["tafels"], row["sectoren"], row["verloop"]) == ("3", "vmbo 3", "komt terug")
    assert "Mag je een dossier" not in outputs["vragen.csv"]
    assert (topics[0]["onderwerp"], topics[0]["regels"], topics[0]["citaten"]) == (
        "Ouders betrekken",
        "15",
        "",
    )
    # "ouderavond" was said at one table only.
    assert topics[0]["termen"] == "ouder"
    assert len(outputs["nalopen.csv"].splitlines()) == 1


def test_without_quotes_the_json_keeps_offsets_and_lines() -> None:
    mined = two_evenings()

    data = json.loads(nm_json(for_outside(mined, quotes=False)))

    whole = json.loads(nm_json(mined))
    assert not {"text", "lemmas", "terms", "heading", "speaker"} & set(data["segments"][0])
    assert "text" not in data["notes"][0]
    for kept, before in zip(data["segments"], whole["segments"], strict=True):
        assert kept.items() <= before.items()
    asked, before = (d["questions"][0]["asked"][0] for d in (data, whole))
    assert asked == {k: v for k, v in before.items() if k not in ("text", "wording", "sensitive")}


def nm_json(mined: Mined) -> bytes:
    from notemine.report.exporters import json as exporter

    return exporter.render(mined, name="resultaat.json")


def test_a_planned_table_whose_question_stays_out_opens_with_its_topic(tmp_path: Path) -> None:
    mined = two_evenings()
    single = next(q for q in mined.questions if len(q.tables) == 1 and not q.is_prompt)
    topic = mined.topics.topics[0]
    with_topic = item("Ouders", topic_id=topic.id, lead_question=single.id)
    loose = item("Mag je een dossier zomaar doorgeven", topic_id="", lead_question=single.id)

    outputs = written(
        replace(mined, plan=replace(mined.plan, items=(with_topic, loose))), tmp_path, quotes=False
    )

    assert "> Wat speelt er rond ‘Ouders’, en wat helpt?" in outputs["plan.md"]
    assert "elk aan één tafel; die staan niet in dit stuk" in outputs["plan.md"]
    assert all("zomaar doorgeven" not in text and "Verraden" not in text for text in outputs.values())


def item(title: str, **fields: str) -> PlanItem:
    return PlanItem(
        **{"id": f"p-{title[:3]}", "title": title, "reason": "Verraden"} | fields,  # type: ignore[arg-type]
        questions=(),
        sectors=(),
        helpers=(),
        demand=1,
    )


def test_a_follow_up_of_more_tables_leads_where_the_first_question_stays_out() -> None:
    mined = two_evenings()
    single = next(q for q in mined.questions if len(q.tables) == 1)
    shared = next(q for q in mined.questions if q.recurs)
    planned = replace(mined.plan.items[0], lead_question=single.id, questions=(shared.id,))

    first, *_ = for_outside(
        replace(mined, plan=replace(mined.plan, items=(planned,))), quotes=False
    ).plan.items

    assert (first.lead_question, first.questions) == (shared.id, ())
    assert first.reason.startswith(f"Aan {len(shared.tables)} tafels gevraagd")


@pytest.mark.parametrize("quotes", [True, False])
@pytest.mark.parametrize("min_cell", [1, 3])
@pytest.mark.parametrize("tables", [(), (TABLE,)], ids=["sample", "hostile"])
def test_every_link_still_leads_somewhere(
    tables: tuple[tuple[object, ...], ...], min_cell: int, quotes: bool, tmp_path: Path
) -> None:
    mined = two_evenings(*tables)  # type: ignore[arg-type]

    page = HTMLParser(written(mined, tmp_path, quotes=quotes, min_cell=min_cell)["rapport.html"])

    ids = {str(node.attributes["id"]) for node in page.css("[id]")}
    assert {str(a.attributes["href"])[1:] for a in page.css("a[href]")} <= ids


@pytest.mark.parametrize("quotes", [True, False])
def test_the_report_says_what_was_left_out(quotes: bool, tmp_path: Path) -> None:
    outputs = written(two_evenings(), tmp_path, quotes=quotes, min_cell=3)

    page = HTMLParser(outputs["rapport.html"])
    limits = [" ".join(node.text().split()) for node in page.css(".limits li")]
    assert any(limit.startswith("Citaten, bronregels en vragen van één tafel") for limit in limits) != quotes
    assert any("onder de 3 zijn verborgen als “<3”" in limit for limit in limits)


def test_small_counts_are_hidden_in_every_table(tmp_path: Path) -> None:
    outputs = written(two_evenings(), tmp_path, min_cell=3)

    page = HTMLParser(outputs["rapport.html"])
    cells = [td.text(strip=True) for td in page.css(".questions td.num:not(.total), .matrix td")]
    listed = [r["sectoren"] for f in ("vragen.csv", "onderwerpen.csv") for r in rows_of(outputs[f])]
    assert "<3" in cells
    assert not {"1", "2"} & set(cells)
    assert any("<3" in row for row in listed)
    assert not any(re.search(r" [12](,|$)", row) for row in listed)
    assert all(len(re.findall("<3|×", row)) != 1 for row in listed)
    assert not re.search(r"[Aa]an [12]\b|, [12] (andere )?tafel", outputs["plan.md"].split("## Tafel", 1)[1])


@pytest.mark.parametrize("quotes", [True, False])
def test_where_counts_are_hidden_no_line_can_be_counted_by_table(quotes: bool, tmp_path: Path) -> None:
    mined = two_evenings()

    outputs = written(mined, tmp_path, quotes=quotes, min_cell=3)

    evidence = Evidence(mined)
    names = {evidence.file(n.source) for n in mined.notes} | {evidence.table(n.table_id) for n in mined.notes}
    ids = {n.id for n in mined.notes} | {n.table_id for n in mined.notes}
    for name, text in outputs.items():
        assert [found for found in (names | ids) - {""} if found in text] == [], name
    data = json.loads(outputs["resultaat.json"])
    assert data["notes"] == data["segments"] == []
    assert all(q["tables"] == q["answers"] == q["elsewhere"] == [] for q in data["questions"])


def test_the_json_says_which_counts_are_hidden(tmp_path: Path) -> None:
    data = json.loads(written(two_evenings(), tmp_path, min_cell=3)["resultaat.json"])

    shared = next(q for q in data["questions"] if q["n_tables"] == 2)
    assert set(shared["tables_by_sector"].values()) == {None}
    assert shared["hidden"] is True
    parents = data["topics"][0]
    assert (parents["n_lines"], parents["lines_by_sector"]["vmbo"]) == (15, 12)
    assert parents["lines_by_sector"]["mbo"] is None


def test_who_asked_and_when_is_told_only_of_groups_that_are_large_enough() -> None:
    shown = for_outside(two_evenings(), min_cell=3)

    of_one_sector, other = (
        next(q for q in shown.questions if q.wording.startswith(w)) for w in ("Hoe krijg je", "Wie betaalt")
    )
    assert of_one_sector.sectors == ("vmbo",)
    assert other.sectors == other.events == ()
    assert (other.trend, other.first_asked, other.last_asked) == ("", None, None)
    assert all(not planned.helpers for planned in shown.plan.items)


def comparison(topic: int, group: str, *, n_segments: int, share: float, n_speaking: int = 5) -> Prevalence:
    return Prevalence(
        topic_id=two_evenings().topics.topics[topic].id,
        facet="role",
        group=group,
        n_tables=9,
        n_speaking=n_speaking,
        n_segments=n_segments,
        share=share,
        low=0.0,
        high=1.0,
        difference=0.0,
        difference_low=-1.0,
        difference_high=1.0,
    )


def test_a_share_goes_with_its_count_and_takes_another_with_it() -> None:
    found = (
        comparison(0, "decaan", n_segments=2, share=0.1),
        comparison(0, "mentor", n_segments=9, share=0.3),
        comparison(0, "ouder", n_segments=30, share=0.3),
        comparison(1, "decaan", n_segments=8, share=0.2),
        comparison(1, "mentor", n_segments=7, share=0.2),
        comparison(1, "ouder", n_segments=7, share=0.2),
    )
    mined = with_disclosure(replace(two_evenings(), prevalence=found), Disclosure(min_cell=3))

    hidden = [names for _, names in hide_prevalence(mined, Evidence(mined))]

    assert [{"n_segments", "share"} <= names for names in hidden] == [True, True, False, False, False, False]
    # The shares of a group add up to 1: a single hidden one would be what the others leave.
    assert ["share" in names for names in hidden] == [True, True, False, True, True, False]
    assert ["difference" in names for names in hidden] == [True] * 6
    rows = json.loads(nm_json(mined))["prevalence"]
    assert [row["share"] for row in rows] == [None, None, 0.3, None, None, 0.2]
    assert rows[0]["hidden"] is True
    assert rows[0]["n_tables"] == 9


def test_everything_is_shown_unless_it_is_asked_otherwise(tmp_path: Path) -> None:
    mined = two_evenings()

    plain, asked = written(mined, tmp_path / "a"), {}
    for name in FILES:
        path = write_report(mined, tmp_path / name, quotes=True, min_cell=1)
        asked[name] = text_of(path)

    assert for_outside(mined) is mined
    assert asked == {name: plain[name] for name in FILES}
    settings = nm.Config().privacy.model_dump(mode="json")
    assert not {"quotes", "min_cell", "flag_sensitive"} & settings.keys()


def test_a_setting_of_the_run_holds_unless_the_notebook_says_otherwise(tmp_path: Path) -> None:
    config = nm.Config().changed({"privacy": {"quotes": False, "min_cell": 4}})
    mined = two_evenings()
    mined = replace(mined, provenance=replace(mined.provenance, config=config.model_dump_json()))

    held = write_report(mined, tmp_path / "a.html").read_text()
    other = write_report(mined, tmp_path / "b.html", quotes=True, min_cell=1).read_text()

    assert disclosure_of(mined) == Disclosure(quotes=False, min_cell=4)
    assert "&lt;4" in held
    assert "Bronregels" in other
    assert "&lt;4" not in other
    assert "<q>" not in held


def test_a_limit_below_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="min_cell is 0"):
        write_report(two_evenings(), tmp_path / "rapport.html", min_cell=0)
