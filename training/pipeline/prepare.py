"""Split the treebank into train, monitor and test.

Usage: prepare.py DATA_DIR WORK_DIR

Writes ``train.jsonl`` (a sentence a line), ``monitor.conllu`` (watched during training) and
``test-lassysmall.conllu`` and ``test-alpino.conllu``; ``train-all.jsonl`` holds the tests too, for the last
round of the pipeline that ships.
"""

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

# First and last word, counted from 1, and what is named; by the id of the sentence.
Span = tuple[int, int, str]
Names = dict[str, list[Span]]

DEP_LABELS = {"obl:arg": "obl", "cc:preconj": "cc"}
# Whole documents, so that none is in two parts; LassySmall is half encyclopedia, half web pages.
TEST_DOCUMENTS = {
    "lassysmall": "wiki-1820 wiki-3781 wiki-737 wiki-5107 wiki-60 wiki-5716 "
    "WR-P-E-I-0000000001 WR-P-E-I-0000000014 WR-P-E-I-0000039589",
    "alpino": "WR-P-P-H-0000000012 WR-P-P-H-0000000025 WR-P-P-H-0000000031 WR-P-P-H-0000000048 "
    "WR-P-P-H-0000000035 WR-P-P-H-0000000041 WR-P-P-H-0000000053 WR-P-P-H-0000000105 WR-P-P-H-0000000063",
}
MONITOR_DOCUMENTS = {"lassysmall": "wiki-6983", "alpino": "WR-P-P-H-0000000039"}
# Times a sentence is read in an epoch; the written prose of the treebanks counts most, fragments least.
WEIGHTS = {"lassysmall": 2.0, "LassySample500": 2.0, "alpino": 1.5, "ovis": 0.4, "leuven_yellow_pages": 0.5}


def read_blocks(path: Path) -> Iterator[str]:
    """Yield the sentences of a gzipped CoNLL-U file as they stand there."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        yield from (block for block in lines.read().split("\n\n") if block.strip())


def columns_of(block: str, source: str, names: Names | None = None) -> dict:
    """Make the training record of one CoNLL-U sentence; empty nodes and ranges are left out.

    Without ``names`` nothing is said of named entities.
    """
    rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
    rows = [row for row in rows if row[0].isdigit()]
    return {
        "source": source,
        "words": [row[1] for row in rows],
        "spaces": ["SpaceAfter=No" not in row[9] for row in rows],
        "tags": [row[4] for row in rows],
        "pos": [row[3] for row in rows],
        "morphs": ["" if row[5] == "_" else row[5] for row in rows],
        "lemmas": [surface_lemma(row[1], row[2], row[3]) for row in rows],
        "heads": [i if row[6] == "0" else int(row[6]) - 1 for i, row in enumerate(rows)],
        "deps": ["ROOT" if row[6] == "0" else DEP_LABELS.get(row[7], row[7]) for row in rows],
        "ents": [""] * len(rows) if names is None else entities(names.get(sent_id(block), []), len(rows)),
    }


def entities(spans: list[Span], n_words: int) -> list[str]:
    """Write spans as a label a word: ``B-PERSON``, ``I-PERSON``, ``O``."""
    labels = ["O"] * n_words
    for first, last, kind in spans:
        labels[first - 1 : last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first)
    return labels


def read_names() -> Names:
    """Read the names of people, organisations, places and other things that we marked in the treebanks."""
    path = Path(__file__).with_name("names.tsv.gz")
    names: Names = {}
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            sentence, first, last, kind = line.rstrip("\n").split("\t")
            names.setdefault(sentence, []).append((int(first), int(last), kind))
    return names


def surface_lemma(form: str, lemma: str, pos: str) -> str:
    """Drop the compound seams and give the lemma the capitals of its form.

    With the form's capitals one edit tree ("drop -en") serves ``leerlingen``, ``Leerlingen`` and
    ``LEERLINGEN``; who wants lower case asks for it afterwards.
    """
    if "_" not in form:
        lemma = lemma.replace("_", "")
    if form.isupper() and len(form) > 1:
        return lemma.upper()
    if form[:1].isupper() and lemma[:1].islower():
        return lemma[:1].upper() + lemma[1:]
    if form.islower() and pos != "PROPN" and lemma.lower()[:2] == form[:2]:
        return lemma.lower()
    return lemma


def sent_id(block: str) -> str:
    """Return the id of a sentence."""
    line = next(line for line in block.splitlines() if line.startswith("# sent_id = "))
    return line.removeprefix("# sent_id = ")


def document_of(block: str) -> str:
    """Return the name of the document a dev sentence is from, as its id tells."""
    return sent_id(block).split("\\")[0].split(".p.")[0]


def labels_of(sentences: list[dict]) -> dict[str, dict[str, int]]:
    """Number the labels that the treebank uses."""
    names = {
        "tag": {t for s in sentences for t in s["tags"]},
        "morph": {f"{p} {m}" for s in sentences for p, m in zip(s["pos"], s["morphs"], strict=True)},
        "dep": {d for s in sentences for d in s["deps"]},
        "ent": {e for s in sentences for e in s["ents"]},
    }
    return {k: {name: i for i, name in enumerate(sorted(v))} for k, v in names.items()}


def sentence_starts(heads: Sequence[int]) -> set[int]:
    """First words of the trees that stand behind one another."""
    starts, root_of = set(), {}

    def root(i: int) -> int:
        path = []
        while i not in root_of and heads[i] != i:
            path.append(i)
            i = heads[i]
        top = root_of.get(i, i)
        root_of.update(dict.fromkeys([*path, i], top))
        return top

    before = None
    for i in range(len(heads)):
        if root(i) != before:
            before = root(i)
            starts.add(i)
    return starts


def split_dev(blocks: list[str], name: str) -> tuple[list[str], list[str], list[str]]:
    """Cut a dev set into train, monitor and test."""
    parts: tuple[list[str], ...] = ([], [], [])
    for block in blocks:
        document = document_of(block)
        in_test = document in TEST_DOCUMENTS[name].split()
        parts[2 if in_test else document in MONITOR_DOCUMENTS[name].split()].append(block)
    return parts


def main(data_dir: Path, work_dir: Path) -> None:
    """Write the parts; no sentence of monitor or test that is longer than three words is in train."""
    work_dir.mkdir(parents=True, exist_ok=True)
    names = read_names()
    records, monitor, tested, held_out = [], [], [], []
    for name in TEST_DOCUMENTS:
        blocks = list(read_blocks(data_dir / "ud" / f"nl_{name}-ud-dev.conllu.gz"))
        train, watched, test = split_dev(blocks, name)
        (work_dir / f"test-{name}.conllu").write_text("\n\n".join(test) + "\n\n", encoding="utf8")
        monitor += watched
        held_out.append(
            [{tuple(columns_of(block, name)["words"]) for block in part} for part in (watched, test)]
        )
        records += [columns_of(block, name, names) for block in train]
        # Not all kinds of names were marked in the tests.
        tested += [columns_of(block, name) for block in test]
        print(f"{name}: {len(train)} train, {len(watched)} monitor, {len(test)} test")
    (work_dir / "monitor.conllu").write_text("\n\n".join(monitor) + "\n\n", encoding="utf8")
    for path in sorted((data_dir / "ud" / "train").glob("*.conllu.gz")):
        source = path.name.removesuffix(".conllu.gz")
        records += [columns_of(block, source, names) for block in read_blocks(path)]
    watched, test = (set().union(*parts) for parts in zip(*held_out, strict=True))
    write_records(records, work_dir / "train.jsonl", left_out=watched | test)
    write_records(records + tested, work_dir / "train-all.jsonl", left_out=watched)


def write_records(records: list[dict], path: Path, *, left_out: set[tuple[str, ...]]) -> None:
    """Write records, each sentence once, with their weights; short sentences are nobody's."""
    seen = {words for words in left_out if len(words) > 3}
    n_words = n_records = 0
    with path.open("w", encoding="utf8") as out:
        for record in records:
            key = tuple(record["words"])
            if key in seen or any("<@" in word for word in key):
                continue
            seen.add(key)
            record["weight"] = WEIGHTS.get(record["source"], 1.0)
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            n_words, n_records = n_words + len(key), n_records + 1
    print(f"{path.name}: {n_records} sentences, {n_words} words")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
