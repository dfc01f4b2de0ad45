"""Score a pipeline on CoNLL-U files as running text.

Usage: evaluate.py PIPELINE_DIR FILE.conllu ...

Ten sentences a document, the pipeline's own tokens; lemmas are compared without case and compound seams.
"""

import sys
import time
from pathlib import Path

import recipe
import spacy
from spacy.scorer import Scorer

SCORES = ("token_f", "tag_acc", "pos_acc", "morph_acc", "lemma_acc", "sents_f", "dep_uas", "dep_las")


def lower_lemmas(doc: spacy.tokens.Doc) -> None:
    """Bring lemmas to the form they are compared in."""
    for token in doc:
        token.lemma_ = token.lemma_.replace("_", "").lower()


def scores_of(nlp: spacy.Language, path: Path) -> dict[str, float]:
    """Return spaCy's scores of a pipeline on one file."""
    examples = list(recipe.make_conllu_reader(path)(nlp))
    texts = [example.reference.text for example in examples]
    for example, doc in zip(examples, nlp.pipe(texts, batch_size=32), strict=True):
        example.predicted = doc
        lower_lemmas(doc)
        lower_lemmas(example.reference)
    pipeline = ("senter", "tagger", "morphologizer", "parser", "lemmatizer")
    scores = Scorer(nlp, default_lang="nl", default_pipeline=pipeline).score(examples)
    return {name: scores[name] or 0.0 for name in SCORES}


def words_per_second(nlp: spacy.Language, texts: list[str], disable: tuple[str, ...]) -> float:
    """Return the best of three rounds, after a first to warm up."""
    best = 0.0
    with nlp.select_pipes(disable=[name for name in disable if name in nlp.pipe_names]):
        for _ in range(4):
            start = time.perf_counter()
            n_words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
            best = max(best, n_words / (time.perf_counter() - start))
    return best


if __name__ == "__main__":
    start = time.perf_counter()
    nlp = spacy.load(sys.argv[1])
    print(f"loaded in {time.perf_counter() - start:.2f} s")
    for path in map(Path, sys.argv[2:]):
        print(path.name, " ".join(f"{name} {score:.4f}" for name, score in scores_of(nlp, path).items()))
    readers = [recipe.make_conllu_reader(Path(path)) for path in sys.argv[2:]]
    texts = [example.reference.text for read in readers for example in read(nlp)]
    print(f"{words_per_second(nlp, texts * 2, ('parser', 'senter')):.0f} words/s without the parser")
    print(f"{words_per_second(nlp, texts * 2, ('senter',)):.0f} words/s with the parser")
