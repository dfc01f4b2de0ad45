"""How well a spaCy pipeline reads a treebank as running text, and how fast."""

from __future__ import annotations

import gzip
import re
import time
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from notemine.dutch.compounds import LINKS
from notemine.dutch.pipeline import idle_for_words, name_of
from notemine.errors import ReadError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example

SENTENCES_A_TEXT = 10
LINK = f"(?:{'|'.join((*LINKS, '-', 'er'))})"
N_CELLS = 10
# Our name, spaCy's, and what a document must have for the score to mean anything.
SCORES = (
    ("tokens", "token_f", "ORTH"),
    ("tag", "tag_acc", "TAG"),
    ("pos", "pos_acc", "POS"),
    ("morph", "morph_acc", "MORPH"),
    ("lemma", "lemma_acc", "LEMMA"),
    ("sentences", "sents_f", "SENT_START"),
    ("uas", "dep_uas", "DEP"),
    ("las", "dep_las", "DEP"),
)


class Word(NamedTuple):
    """A line of CoNLL-U, with the columns under their names."""

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    label: str
    is_joined: bool


Sentence = tuple[Word, ...]


def read_trees(path: Path) -> list[Sentence]:
    """Read the sentences of a CoNLL-U file, which may be packed (``.gz``).

    Returns:
        In the order of the file; ranges (``3-4``) and empty nodes (``3.1``) are left out. ``head`` counts
        from 1, and is 0 for the root.

    Raises:
        ReadError: the file cannot be read or is no CoNLL-U.
    """
    try:
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise ReadError(f"{path}: {error}") from error
    trees: list[Sentence] = []
    words: list[Word] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.strip() and not line.startswith("#"):
            words += _words(line, f"{path}:{number}")
        elif not line.strip() and words:
            trees.append(_checked(words, f"{path}:{number}"))
            words = []
    if not trees:
        raise ReadError(f"{path}: no sentences; CoNLL-U has a word a line in {N_CELLS} columns")
    return trees


def score_pipeline(nlp: Language, trees: Sequence[Sentence], *, fast: bool = False) -> dict[str, Any]:
    """Score a pipeline on raw text: its own tokens and sentence ends, ten sentences a text.

    Lemmas are compared without case and without the seams that Alpino writes in compounds; relations of
    which the parser does not know the subtype, by their main type. Punctuation has no arcs.

    Args:
        nlp: Any pipeline; the score of what it does not say is ``None``.
        trees: As ``read_trees`` gives them.
        fast: Only run what the main job runs: tags, features and lemmas.

    Returns:
        ``tokens`` (F), ``tag``, ``pos``, ``morph``, ``lemma`` (shares of words), ``sentences`` (F), ``uas``
        and ``las``, 0 to 1; ``lemma_linked``, which is ``lemma`` where a compound may keep the linking
        letters and hyphens that the treebank leaves out (``regering_partij``); ``words_per_second`` of
        processor time; ``n_sentences``, ``n_words``, ``pipeline``.
    """
    from spacy.scorer import Scorer
    from spacy.training import Example

    golds = [_gold(nlp, trees[i : i + SENTENCES_A_TEXT]) for i in range(0, len(trees), SENTENCES_A_TEXT)]
    idle = idle_for_words(nlp) if fast else []
    # The first text also loads the word lists.
    nlp(golds[0].text, disable=idle)
    started = time.process_time()
    read = list(nlp.pipe((gold.text for gold in golds), disable=idle))
    seconds = time.process_time() - started
    for doc in read:
        for token in doc:
            token.lemma_ = _surface(token.lemma_)
    examples = [Example(doc, gold) for doc, gold in zip(read, golds, strict=True)]
    parts = ("tagger", "morphologizer", "trainable_lemmatizer", "senter", "parser")
    scores = Scorer(default_lang="nl", default_pipeline=parts).score(examples)
    n_words = sum(map(len, trees))
    return {
        **{name: round(scores[key], 4) if _says(read, what) else None for name, key, what in SCORES},
        "lemma_linked": _linked_lemmas(examples, trees) if _says(read, "LEMMA") else None,
        "words_per_second": round(n_words / seconds),
        "n_sentences": len(trees),
        "n_words": n_words,
        "pipeline": name_of(nlp),
    }


def _linked_lemmas(examples: Sequence[Example], trees: Sequence[Sentence]) -> float:
    """Score lemmas as spaCy's ``lemma_acc`` does, with links aside.

    Each gold lemma becomes the predicted one that only differs from it by links; so ``examples`` change.
    """
    from spacy.scorer import Scorer

    lemmas = (word.lemma.lower() for tree in trees for word in tree)
    for example in examples:
        gold = [next(lemmas) for _ in example.reference]
        for token, places in zip(example.predicted, example.alignment.x2y, strict=True):
            if len(places) == 1 and _is_linked(token.lemma_, gold[int(places[0])]):
                example.reference[int(places[0])].lemma_ = token.lemma_
    share: float = Scorer.score_token_attr(examples, "lemma")["lemma_acc"]
    return round(share, 4)


@lru_cache(maxsize=10_000)
def _is_linked(lemma: str, gold: str) -> bool:
    """Whether a lemma is the gold one, with or without a link at each seam."""
    if lemma == _surface(gold):
        return True
    # The lemma of an underscore has no parts.
    parts = [re.escape(part) for part in gold.split("_") if part]
    return len(parts) > 1 and re.fullmatch(LINK.join(parts), lemma) is not None


def _says(docs: Sequence[Doc], what: str) -> bool:
    return what == "ORTH" or any(doc.has_annotation(what) for doc in docs)


def _words(line: str, place: str) -> Iterator[Word]:
    cells = line.split("\t")
    if len(cells) != N_CELLS:
        raise ReadError(f"{place}: {len(cells)} columns; CoNLL-U has {N_CELLS}, with tabs between them")
    if not cells[0].isdecimal():
        return
    if not cells[6].isdecimal():
        raise ReadError(f"{place}: head {cells[6]!r} is no number; only labelled trees can be scored")
    _, form, lemma, pos, tag, morph, head, label, _, misc = cells
    morph = "" if morph == "_" else morph
    yield Word(form, lemma, pos, tag, morph, int(head), label, "SpaceAfter=No" in misc.split("|"))


def _checked(words: list[Word], place: str) -> Sentence:
    if any(word.head > len(words) for word in words):
        raise ReadError(f"{place}: a head above {len(words)}, the words of the sentence that ends here")
    return tuple(words)


def _gold(nlp: Language, trees: Sequence[Sentence]) -> Doc:
    """The document as the treebank reads it, its sentences beside one another."""
    from spacy.tokens import Doc

    known = frozenset(nlp.pipe_labels.get("parser", ()))
    words = [word for tree in trees for word in tree]
    lengths = accumulate(map(len, trees), initial=0)
    starts = [start for start, tree in zip(lengths, trees, strict=False) for _ in tree]
    places = enumerate(zip(starts, words, strict=True))
    heads = [start + word.head - 1 if word.head else i for i, (start, word) in places]
    return Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=[not word.is_joined for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[_surface(word.lemma) for word in words],
        heads=heads,
        deps=[_label(word, known) for word in words],
    )


def _label(word: Word, known: frozenset[str]) -> str:
    if not word.head:
        return "ROOT"
    return word.label if word.label in known else word.label.partition(":")[0]


def _surface(lemma: str) -> str:
    return lemma.replace("_", "").lower() or lemma
