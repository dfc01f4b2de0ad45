"""Score a pipeline on CoNLL-U files as running text.

Usage: evaluate.py PIPELINE_DIR FILE.conllu ...

Ten sentences a document, the pipeline's own tokens, as running text and as lines of notes. Lemmas
are compared without case and compound seams.
"""

import sys
import time
from pathlib import Path

import recipe
import spacy
from spacy.scorer import Scorer

SCORES = ("token_f", "tag_acc", "pos_acc", "morph_acc", "lemma_acc", "sents_f", "dep_uas", "dep_las")
# The tests say nothing of other kinds.
ENTITIES = ("PERSON", "ORG", "LOC")
WITHOUT = ("parser", "senter", "ner")


def lower_lemmas(doc: spacy.tokens.Doc) -> None:
    """Bring lemmas to the form they are compared in."""
    for token in doc:
        token.lemma_ = token.lemma_.replace("_", "").lower()


def forget_white_space(gold: spacy.tokens.Doc) -> None:
    """Leave line ends out of the gold; the scorer leaves them out of what is predicted."""
    for token in gold:
        if token.is_space:
            token.tag = token.pos = token.lemma = 0
            token.set_morph(None)
            token.dep_ = "punct"  # arcs of this label are not scored


def scores_of(nlp: spacy.Language, path: Path, *, as_notes: bool = False) -> dict[str, float]:
    """Return spaCy's scores of a pipeline on one file."""
    examples = list(recipe.make_conllu_reader(path, as_notes)(nlp))
    texts = [example.reference.text for example in examples]
    for example, doc in zip(examples, nlp.pipe(texts, batch_size=32), strict=True):
        example.predicted = doc
        lower_lemmas(doc)
        lower_lemmas(example.reference)
        forget_white_space(example.reference)
    pipeline = ("senter", "tagger", "morphologizer", "parser", "lemmatizer", "ner")
    scores = Scorer(nlp, default_lang="nl", default_pipeline=pipeline).score(examples)
    entities = scores["ents_per_type"] or {}
    return {name: scores[name] or 0.0 for name in SCORES} | {
        f"{kind}_{figure}": entities[kind][figure]
        for kind in ENTITIES
        for figure in "prf"
        if kind in entities
    }


def words_per_second(nlp: spacy.Language, texts: list[str], disable: tuple[str, ...]) -> float:
    """Return words per second of processor time, the best of four rounds."""
    best = 0.0
    with nlp.select_pipes(disable=[name for name in disable if name in nlp.pipe_names]):
        for _ in range(4):
            start = time.process_time()
            n_words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=32))
            best = max(best, n_words / (time.process_time() - start))
    return best


if __name__ == "__main__":
    start = time.perf_counter()
    nlp = spacy.load(sys.argv[1])
    print(f"loaded in {time.perf_counter() - start:.2f} s")
    for path in map(Path, sys.argv[2:]):
        for style in ("running text", "as notes"):
            scores = scores_of(nlp, path, as_notes=style == "as notes")
            print(path.stem, style, " ".join(f"{name} {score:.4f}" for name, score in scores.items()))
    readers = [recipe.make_conllu_reader(Path(path)) for path in sys.argv[2:]]
    texts = [example.reference.text for read in readers for example in read(nlp)]
    print(f"{words_per_second(nlp, texts * 2, WITHOUT):.0f} words/s for tags, features and lemmas")
    print(f"{words_per_second(nlp, texts * 2, ()):.0f} words/s with everything")
