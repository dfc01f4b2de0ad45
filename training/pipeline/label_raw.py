"""Label raw sentences with a trained pipeline, as further training text for the second round.

Usage: label_raw.py DATA_DIR PIPELINE_DIR OUT.jsonl
"""

import gzip
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc

# Sentences taken from each source: the encyclopedia as in LassySmall, the others because notes are like them.
N_SENTENCES = {
    "wikipedia-sentences": 9000,
    "verenigingen": 4500,
    "onderwijs-teksten": 4000,
    "kamer-be": 4000,
    "overheid-docs": 3000,
    "samenvattingen": 2000,
}
SENTENCE = re.compile(r"[A-ZÀ-Ý][^\"“”„«»|*_<>\[\]{}]+[.?!]")
WEIGHT = 0.8


def raw_sentences(data_dir: Path, name: str) -> list[str]:
    """Read what looks like one whole sentence of 4 to 35 words a line, and draw the number asked for."""
    with gzip.open(data_dir / "raw" / f"{name}.txt.gz", "rt", encoding="utf8") as lines:
        texts = [re.sub(r" ([.,;:?!)])", r"\1", line.strip()).replace("( ", "(") for line in lines]
    texts = [text for text in texts if SENTENCE.fullmatch(text) and 4 <= len(text.split()) <= 35]
    texts = sorted(set(texts))
    return random.Random(0).sample(texts, min(N_SENTENCES[name], len(texts)))


def record_of(doc: Doc, source: str) -> dict:
    """Make the training record; without lemmas, which the treebank teaches better."""
    return {
        "source": source,
        "words": [token.text for token in doc],
        "spaces": [bool(token.whitespace_) for token in doc],
        "tags": [token.tag_ for token in doc],
        "pos": [token.pos_ for token in doc],
        "morphs": [str(token.morph) for token in doc],
        "lemmas": [""] * len(doc),
        "heads": [token.head.i for token in doc],
        "deps": [token.dep_ for token in doc],
        "weight": WEIGHT,
    }


def records(data_dir: Path, nlp: spacy.Language) -> Iterator[dict]:
    """Yield the sentences the pipeline reads as one sentence."""
    for name in N_SENTENCES:
        for doc in nlp.pipe(raw_sentences(data_dir, name), batch_size=128):
            if len(list(doc.sents)) == 1 and not any(token.is_space for token in doc):
                yield record_of(doc, f"raw/{name}")


if __name__ == "__main__":
    nlp = spacy.load(sys.argv[2], exclude=["trainable_lemmatizer", "senter"])
    with Path(sys.argv[3]).open("w", encoding="utf8") as out:
        for record in records(Path(sys.argv[1]), nlp):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
