"""``notemine evaluate``: scores on labelled data, through the public functions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from notemine.cli.options import AsJson, EmbedderName, NTopics, PipelineName
from notemine.errors import ReadError

evaluate = typer.Typer(name="evaluate", help="Meet de kwaliteit op gelabelde gegevens.", no_args_is_help=True)

Gold = Annotated[Path, typer.Argument(help="Gelabeld bestand.", metavar="BESTAND")]


@evaluate.command()
def detect(file: Gold, as_json: AsJson = False) -> None:
    """Vragen herkennen: JSONL met text, is_question en (als het er is) kind."""
    import notemine as nm
    from notemine.evaluate.detect import score_detection

    rows = _read_jsonl(file, "text", "is_question")
    found = nm.is_question([row["text"] for row in rows])
    kinds = [row.get("kind", "") for row in rows]
    _show(score_detection([bool(row["is_question"]) for row in rows], found, kinds=kinds), as_json)


@evaluate.command()
def extract(file: Gold, as_json: AsJson = False) -> None:
    """Vragen afbakenen: JSONL met text en questions (elk met text); optional mag."""
    import notemine as nm
    from notemine.evaluate.extract import score_extraction

    rows = _read_jsonl(file, "text", "questions")
    found = [[question.text for question in nm.find_questions(row["text"])] for row in rows]
    gold = [_spans(row["questions"], file) for row in rows]
    optional = [_spans(row.get("optional", []), file) for row in rows]
    _show(score_extraction(gold, found, optional=optional), as_json)


@evaluate.command()
def cluster(file: Gold, as_json: AsJson = False, embedder: EmbedderName = None) -> None:
    """Dezelfde vragen bijeenbrengen: JSONL met text en group."""
    import notemine as nm
    from notemine.evaluate.cluster import score_grouping

    rows = _read_jsonl(file, "text", "group")
    found = nm.group_questions([row["text"] for row in rows], embedder=embedder or "auto")
    _show(score_grouping([row["group"] for row in rows], found), as_json)


@evaluate.command()
def topics(
    file: Gold,
    clusterer: Annotated[
        list[str] | None, typer.Option(help="Manier van indelen (vaker kan, of 'all').", metavar="NAAM")
    ] = None,
    n_texts: Annotated[
        int | None, typer.Option("--texts", min=2, help="Meet op drie steekproeven van zoveel teksten.")
    ] = None,
    n_topics: NTopics = None,
    as_json: AsJson = False,
    embedder: EmbedderName = None,
) -> None:
    """Onderwerpen vinden: per regel een label, een tab en een tekst."""
    from notemine.cli.topic_scores import score_clusterers

    rows = _read_tsv(file)
    labels, texts = [label for label, _ in rows], [text for _, text in rows]
    names = clusterer or ["louvain"]
    scores = score_clusterers(
        labels, texts, names, n_texts=n_texts, n_topics=n_topics, embedder=embedder or "auto"
    )
    _show(scores if len(scores) > 1 else next(iter(scores.values())), as_json)


@evaluate.command()
def pipeline(
    file: Gold,
    as_json: AsJson = False,
    name: PipelineName = None,
    fast: Annotated[bool, typer.Option("--fast", help="Alleen wat de hoofdtaak gebruikt.")] = False,
) -> None:
    """Woordsoorten, lemma's, zinnen en zinsbouw: een CoNLL-U-bestand, ook als .gz."""
    from notemine.dutch.pipeline import load_nlp
    from notemine.evaluate.pipeline import read_trees, score_pipeline

    trees = read_trees(file)
    _show(score_pipeline(load_nlp(name or "auto"), trees, fast=fast), as_json)


@evaluate.command()
def embeddings(
    file: Annotated[Path, typer.Argument(help="CSV of TSV: zin, zin, getal.", metavar="BESTAND")],
    as_json: AsJson = False,
    embedder: EmbedderName = None,
) -> None:
    """Vectoren van zinnen: CSV of TSV met twee zinnen en hoe gelijk mensen ze vinden."""
    from notemine.embed import embed, load_embedder
    from notemine.evaluate.embeddings import read_pairs, score_embeddings

    pairs = read_pairs(file)
    n_texts = len({text for pair in pairs for text in pair[:2]})
    model = load_embedder(embedder or "auto", n_texts=n_texts)
    scores = score_embeddings(partial(embed, embedder=model), pairs)
    _show({**scores, "embedder": model.name}, as_json)


@evaluate.command()
def names(
    file: Gold,
    notes: Annotated[Path, typer.Option("--notes", help="Map met de notities.", metavar="MAP")],
    as_json: AsJson = False,
    name: PipelineName = None,
) -> None:
    """Namen weglaten: JSONL met file, line en text, of start en end in die regel."""
    from notemine.dutch.pipeline import load_nlp
    from notemine.evaluate.names import fault_of, score_names
    from notemine.ingest import read_sources
    from notemine.normalise import pseudonymise

    read = read_sources([notes])
    for skipped in read.skipped:
        typer.echo(f"overgeslagen: {skipped.source}: {skipped.reason}", err=True)
    sources = {note.source for note in read.notes}
    rows = _read_jsonl(file, "file", "line", find_fault=partial(fault_of, sources=sources))
    safe = pseudonymise(read.notes, nlp=load_nlp(name or "auto")).notes
    try:
        scores = score_names(read.notes, safe, rows)
    except ReadError as error:
        raise ReadError(f"{file}: {error}") from error
    _show(scores, as_json)


@evaluate.command()
def sensitive(file: Gold, as_json: AsJson = False) -> None:
    """Gevoelige regels herkennen: JSONL met label en text, of TSV: label, tab, tekst."""
    from notemine.dutch.sensitive import sensitivity_of
    from notemine.evaluate.sensitive import is_sensitive, score_sensitivity

    if file.suffix.lower() == ".tsv":
        # What stands behind a second tab is about the line, not in it.
        labelled: list[tuple[Any, str]] = [
            (label, text.partition("\t")[0]) for label, text in _read_tsv(file)
        ]
    else:
        labelled = [(row["label"], row["text"]) for row in _read_jsonl(file, "label", "text")]
    gold = [is_sensitive(label) for label, _ in labelled]
    _show(score_sensitivity(gold, [sensitivity_of(text) for _, text in labelled]), as_json)


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their number; only a line end ends one, as in JSON Lines."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{file}: {error}") from error
    yield from ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _read_tsv(file: Path) -> list[tuple[str, str]]:
    """Read label and text of each line."""
    rows = []
    for number, line in _lines(file):
        label, tab, text = line.partition("\t")
        if not tab:
            raise ReadError(f"{file}:{number}: geen tab; schrijf: label, tab, tekst")
        rows.append((label, text))
    return rows


def _read_jsonl(
    file: Path, *needed: str, find_fault: Callable[[dict[str, Any]], str] | None = None
) -> list[dict[str, Any]]:
    """Read the rows, which all have the fields ``needed`` and none of which has a fault."""
    rows = []
    for number, line in _lines(file):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise ReadError(f"{file}:{number}: geen JSON ({error.msg})") from error
        missing = [name for name in needed if not isinstance(row, dict) or name not in row]
        if missing:
            raise ReadError(f"{file}:{number}: veld {missing[0]!r} ontbreekt; nodig: {', '.join(needed)}")
        if find_fault and (fault := find_fault(row)):
            raise ReadError(f"{file}:{number}: {fault}")
        rows.append(row)
    if not rows:
        raise ReadError(f"{file}: geen enkele regel; er valt niets te meten")
    return rows


def _spans(questions: Any, file: Path) -> list[str]:
    if not isinstance(questions, list) or not all(isinstance(q, dict) and "text" in q for q in questions):
        raise ReadError(f'{file}: schrijf vragen als [{{"text": "Wie komt er?"}}]')
    return [question["text"] for question in questions]


def _show(scores: Mapping[str, Any], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(scores, ensure_ascii=False))
        return
    for name, value in scores.items():
        if isinstance(value, list):
            value = " ".join(map(str, value)) or "-"
        nested = isinstance(value, Mapping)
        typer.echo(f"{name}:" if nested else f"{name}: {value}")
        for inner, score in value.items() if nested else ():
            typer.echo(f"  {inner}: {score}")
