"""Label raw sentences and the lines with names by the teacher, as training text for the pipeline that ships.

Usage: label_raw.py DATA_DIR WORK_DIR

Reads ``teacher.pt`` and ``note_lines.jsonl``; writes ``labelled.jsonl``.
"""

import gzip
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
import torch
from e5 import Encoder, read_file
from prepare import sentence_starts
from recipe import repair_tokenizer
from teacher import Cutter, Teacher, batches_of, run

from notemine.dutch.genders import NOUN_TAG, gender_of

# Words taken from each source; of debates a part, of laws none: they are many, and little like notes.
N_WORDS = {
    "wikipedia-sentences": 250_000,
    "verenigingen": 450_000,
    "onderwijs-teksten": 200_000,
    "samenvattingen": 130_000,
    "overheid-docs": 460_000,
    "standaarden-docs": 210_000,
    "covid-voorlichting": 30_000,
    "tatoeba": 300_000,
    "common-voice": 210_000,
    "varia": 300_000,
    "kamer-be": 300_000,
}
MAX_WORDS = 60
# Share of the texts that spaCy reads in an epoch.
WEIGHT = 0.25
CHUNK = 4000
WITH_E = re.compile(r"(?:ADJ\|prenom\|basis|WW\|[ov]d\|prenom)\|met-e(?:\|stan)?")


def raw_texts(data_dir: Path, name: str) -> Iterator[str]:
    """Draw lines of a source until they hold as many words as asked for; tokenised text is joined again."""
    with gzip.open(data_dir / "raw" / f"{name}.txt.gz", "rt", encoding="utf8") as lines:
        texts = sorted({re.sub(r" ([.,;:?!)])", r"\1", line.strip()).replace("( ", "(") for line in lines})
    random.Random(0).shuffle(texts)
    n_words = 0
    for text in texts:
        if n_words > N_WORDS[name]:
            return
        if 2 <= len(text.split()) <= MAX_WORDS and not re.search(r"[|<>{}\[\]\t]", text):
            n_words += len(text.split())
            yield text


def load_teacher(path: Path) -> tuple[Teacher, Cutter, dict[str, list[str]]]:
    """Load the teacher and its labels, in the order of their numbers."""
    saved = torch.load(path, weights_only=True)
    shape, tokenizer, weights = read_file()
    labels = saved["labels"]
    n_labels = {**{task: len(names) for task, names in labels.items()}, "start": 2}
    teacher = Teacher(Encoder(shape, weights, saved["kept"]), n_labels)
    teacher.load_state_dict(saved["weights"])
    return (
        teacher.eval(),
        Cutter(tokenizer, saved["kept"]),
        {task: list(names) for task, names in labels.items()},
    )


def is_forest(heads: list[int]) -> bool:
    """Whether heads lead to roots without a circle, and each tree holds all words between its ends."""
    for i in range(len(heads)):
        at, steps = i, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return False
    return len(sentence_starts(heads)) == sum(head == i for i, head in enumerate(heads))


def mend_tag(word: str, tag: str) -> str:
    """Correct what the form of a word tells: its gender, and whether an adjective ends in -e."""
    if NOUN_TAG.fullmatch(tag):
        return f"N|soort|ev|basis|{gender_of(word.lower()) or NOUN_TAG.fullmatch(tag)[1]}|stan"
    if WITH_E.fullmatch(tag) and word[-1:].isalpha() and not word.lower().endswith(("e", "en")):
        return tag.replace("met-e|stan", "zonder").replace("met-e", "zonder")
    return tag


def mend_morph(tag: str, morph: str) -> str:
    """Give a noun the gender of its tag."""
    match = NOUN_TAG.fullmatch(tag)
    return (
        re.sub(r"Gender=\w+", f"Gender={'Neut' if match[1] == 'onz' else 'Com'}", morph) if match else morph
    )


@torch.no_grad()
def label(texts: list[dict], teacher: Teacher, cutter: Cutter, names: dict[str, list[str]]) -> Iterator[dict]:
    """Add to texts what the teacher says; those of which it makes no trees are left out."""
    for batch in batches_of(texts, cutter, None):
        scores = run(teacher, batch)
        arcs = scores["arc"].argmax(-1)
        with torch.autocast("cpu", torch.bfloat16):
            deps = teacher.relations(scores, arcs).argmax(-1)
        best = {task: scores[task].argmax(-1).tolist() for task in ("tag", "morph", "ent")}
        for b, text in enumerate(batch):
            n = len(text["words"])
            heads = [head - 1 if head else i for i, head in enumerate(arcs[b, :n].tolist())]
            if not is_forest(heads):
                continue
            morphs = [names["morph"][k] for k in best["morph"][b][:n]]
            tags = [
                mend_tag(word, names["tag"][k])
                for word, k in zip(text["words"], best["tag"][b], strict=False)
            ]
            morphs = [mend_morph(tag, morph) for tag, morph in zip(tags, morphs, strict=True)]
            yield {
                "source": text["source"],
                "words": text["words"],
                "spaces": text["spaces"],
                "tags": tags,
                "pos": [morph.split(" ")[0] for morph in morphs],
                "morphs": [morph.split(" ")[1] for morph in morphs],
                "lemmas": [""] * n,  # the treebank teaches them better
                "heads": heads,
                "deps": [
                    "ROOT" if heads[i] == i else names["dep"][k] for i, k in enumerate(deps[b, :n].tolist())
                ],
                "ents": text.get("ents") or [names["ent"][k] for k in best["ent"][b][:n]],
                "weight": WEIGHT,
            }  # fmt: skip


def texts_of(data_dir: Path, work_dir: Path) -> Iterator[dict]:
    """Yield the lines with names and the raw texts as the tokenizer cuts them."""
    with (work_dir / "note_lines.jsonl").open(encoding="utf8") as lines:
        yield from map(json.loads, lines)
    nlp = spacy.blank("nl")
    repair_tokenizer(nlp)
    for name in N_WORDS:
        for doc in nlp.tokenizer.pipe(raw_texts(data_dir, name)):
            if not any(token.is_space for token in doc):
                spaces = [bool(token.whitespace_) for token in doc]
                yield {"source": f"raw/{name}", "words": [token.text for token in doc], "spaces": spaces}


def main(data_dir: Path, work_dir: Path) -> None:
    """Write the labelled texts."""
    teacher, cutter, names = load_teacher(work_dir / "teacher.pt")
    chunk: list[dict] = []
    n_texts = n_labelled = n_words = 0
    with (work_dir / "labelled.jsonl").open("w", encoding="utf8") as out:
        for text in [*texts_of(data_dir, work_dir), None]:
            if text is not None:
                chunk.append(text)
            if text is None or len(chunk) == CHUNK:
                for record in label(chunk, teacher, cutter, names):
                    out.write(json.dumps(record, ensure_ascii=False) + "\n")
                    n_labelled, n_words = n_labelled + 1, n_words + len(record["words"])
                n_texts, chunk = n_texts + len(chunk), []
                print(f"{n_labelled} of {n_texts} texts, {n_words} words", flush=True)


if __name__ == "__main__":
    torch.set_num_threads(2)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
