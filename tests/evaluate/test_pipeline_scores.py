from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from notemine.cli import main
from notemine.errors import ReadError
from notemine.evaluate.pipeline import read_trees, score_pipeline

TREES = """\
# text = Ouders bellen op.
1	Ouders	ouder	NOUN	N|soort|mv|basis	Number=Plur	2	nsubj	_	_
2	bellen	op_bellen	VERB	WW|pv|tgw|mv	Number=Plur	0	root	_	_
3	op	op	ADP	VZ|fin	_	2	compound:prt	_	SpaceAfter=No
4	.	.	PUNCT	LET	_	2	punct	_	_

# text = Jan wacht.
1-2	Jan wacht	_	_	_	_	_	_	_	_
1	Jan	Jan	PROPN	N|eigen|ev	_	2	nsubj	_	_
2	wacht	wachten	VERB	WW|pv|tgw|ev	_	0	root	_	SpaceAfter=No
2.1	wacht	wachten	VERB	_	_	_	_	_	_
3	.	.	PUNCT	LET	_	2	punct	_	_
"""
GOLD_TAGS = ["NOUN", "VERB", "ADP", "PUNCT", "PROPN", "VERB", "PUNCT"]


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "twee.conllu"
    path.write_text(TREES, encoding="utf-8")
    return path


def reader(tags: list[str], *, heads: list[int]) -> Language:
    @Language.component("a_reader")
    def read(doc: Doc) -> Doc:
        return Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            tags=["N|soort|mv|basis"] * len(doc),
            pos=tags,
            lemmas=["Ouder", "opbellen", "op", ".", "jan", "wacht", "."],
            heads=heads,
            deps=["nsubj", "ROOT", "compound", "punct", "nsubj", "ROOT", "punct"],
        )

    nlp = spacy.blank("nl")
    nlp.add_pipe("a_reader")
    return nlp


def test_words_are_read_without_ranges_and_empty_nodes_packed_or_not(treebank: Path) -> None:
    packed = treebank.with_suffix(".conllu.gz")
    packed.write_bytes(gzip.compress(treebank.read_bytes()))

    first, second = read_trees(treebank)

    assert [word.form for word in first] == ["Ouders", "bellen", "op", "."]
    assert [(word.head, word.is_joined) for word in second] == [(2, False), (0, True), (2, False)]
    assert read_trees(packed) == [first, second]


def test_each_score_is_the_share_that_agrees_with_the_treebank(treebank: Path) -> None:
    nlp = reader(["ADJ", *GOLD_TAGS[1:]], heads=[1, 1, 0, 1, 5, 5, 5])

    scores = score_pipeline(nlp, read_trees(treebank))

    assert (scores["tokens"], scores["sentences"]) == (1.0, 1.0)
    assert scores["tag"] == round(1 / 7, 4)
    assert scores["pos"] == scores["lemma"] == round(6 / 7, 4)
    assert scores["uas"] == scores["las"] == 0.8
    assert (scores["n_sentences"], scores["n_words"]) == (2, 7)


def test_a_lemma_may_keep_the_link_that_the_treebank_leaves_out(tmp_path: Path) -> None:
    path = tmp_path / "een.conllu"
    path.write_text(
        "1\tregeringspartij\tregering_partij\tNOUN\tN\t_\t0\troot\t_\t_\n"
        "2\tlid\tgezin_lid\tNOUN\tN\t_\t1\tnmod\t_\t_\n",
        encoding="utf-8",
    )
    nlp = spacy.blank("nl")
    nlp.add_pipe("attribute_ruler").add([[{}]], {"LEMMA": "regeringspartij"})

    scores = score_pipeline(nlp, read_trees(path))

    assert (scores["lemma"], scores["lemma_linked"]) == (0.0, 0.5)


@pytest.mark.parametrize(
    ("cut", "lemmas", "expected"),
    [
        (["regeringspartij", "wacht"], ["regeringspartij", "wachten"], (0.5, 1.0)),
        (["regerings", "partij", "wacht"], ["regering", "partij", "wachten"], (0.4, 0.4)),
        (["regeringspartijwacht"], ["regeringpartij"], (0.0, 0.0)),
    ],
    ids=["cut as gold", "cut in two", "not cut"],
)
def test_both_lemma_scores_charge_words_that_are_cut_otherwise(
    cut: list[str], lemmas: list[str], expected: tuple[float, float], tmp_path: Path
) -> None:
    path = tmp_path / "een.conllu"
    path.write_text(
        "1\tregeringspartij\tregering_partij\tNOUN\tN\t_\t0\troot\t_\tSpaceAfter=No\n"
        "2\twacht\twachten\tVERB\tWW\t_\t1\tdep\t_\tSpaceAfter=No\n",
        encoding="utf-8",
    )
    nlp = spacy.blank("nl")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=cut, spaces=[False] * len(cut), lemmas=lemmas)

    scores = score_pipeline(nlp, read_trees(path))

    assert (scores["lemma"], scores["lemma_linked"]) == expected


def test_the_lemma_of_an_underscore_is_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "een.conllu"
    path.write_text(
        "1\t_\t_\tSYM\tSPEC\t_\t0\troot\t_\t_\n2\t-\t_\tSYM\tSPEC\t_\t1\tdep\t_\t_\n",
        encoding="utf-8",
    )
    nlp = spacy.blank("nl")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=["_", "-"], lemmas=["_", "-"])

    scores = score_pipeline(nlp, read_trees(path))

    assert (scores["lemma"], scores["lemma_linked"]) == (0.5, 0.5)


def test_what_the_main_job_leaves_idle_has_no_score_when_fast(treebank: Path) -> None:
    @Language.component("a_parser")
    def parse(doc: Doc) -> Doc:
        for token in doc:
            token.head, token.dep_ = doc[0], "ROOT" if token.i == 0 else "dep"
        return doc

    nlp = spacy.blank("nl")
    nlp.add_pipe("a_parser", name="parser")
    trees = read_trees(treebank)

    fast, whole = score_pipeline(nlp, trees, fast=True), score_pipeline(nlp, trees)

    assert fast["uas"] is fast["las"] is fast["sentences"] is None
    assert None not in (whole["uas"], whole["las"], whole["sentences"])
    assert nlp.pipe_names == ["parser"]


def test_what_a_pipeline_does_not_say_has_no_score(treebank: Path) -> None:
    scores = score_pipeline(spacy.blank("nl"), read_trees(treebank))

    assert scores["tokens"] == 1.0
    assert {scores[name] for name in ("tag", "pos", "morph", "lemma", "sentences", "uas", "las")} == {None}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1\tJan\tJan\n", ":1: 3 columns; CoNLL-U has 10"),
        ("1\tJan\tJan\tPROPN\tN\t_\t_\t_\t_\t_\n", ":1: head '_' is no number"),
        ("1\tJan\tJan\tPROPN\tN\t_\t3\tnsubj\t_\t_\n", ":2: a head above 1"),
        ("# niets\n", ": no sentences"),
    ],
    ids=["columns", "no tree", "head", "empty"],
)
def test_a_file_that_is_no_treebank_is_named_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "kapot.conllu"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ReadError, match=message):
        read_trees(path)


def test_the_command_prints_the_scores_of_the_pipeline_asked_for(
    treebank: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        "sys.argv", ["notemine", "evaluate", "pipeline", str(treebank), "--pipeline", "blank", "--json"]
    )

    with pytest.raises(SystemExit) as stopped:
        main()

    scores = json.loads(capsys.readouterr().out)
    assert not stopped.value.code
    assert scores["pipeline"].startswith("nl_notemine_light ")
    assert scores["words_per_second"] > 0
