"""Counts the words of Dutch texts, and collects the lemmas that treebanks give and the genders of nouns.

Usage: python training/words/build.py DATA models/nl_words

DATA holds ``raw/*.txt.gz`` (a sentence a line) and ``ud/train/*.conllu.gz``.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import simplemma

from notemine.dutch.genders import NOUN_TAG

# Left out: books in old spelling, machine translation, and texts made of commands and menu items.
SOURCES = (
    "common-voice", "covid-voorlichting", "hedy", "kamer-be", "laws", "onderwijs-teksten", "overheid-docs",
    "samenvattingen", "standaarden-docs", "tatoeba", "varia", "verenigingen", "wetten", "wikipedia-sentences",
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE_START = re.compile(r"^\W*$|[.?!:;][\"'”’)\]]*\s+[\"'“‘(\[]*$|[\"“‘'(]$")
CONTENT_TAGS = frozenset(("NOUN", "VERB", "ADJ", "AUX"))
# Names have as many lemmas as forms, and marks and numbers are their own.
UNTABLED_TAGS = frozenset(("PROPN", "PUNCT", "SYM", "NUM", "INTJ"))
MIN_MARGIN = 2
# Before a noun in the singular; "die" and "dat" are other words too.
BEFORE_COMMON = frozenset("de deze elke iedere welke".split())
BEFORE_NEUTER = frozenset("het dit elk ieder ons welk".split())
ABBREVIATION = re.compile(r"(?:[^\W\d_]+\.)+(?:[^\W\d_]+)?")
# A noun of the treebanks counts as often as this many articles.
TREE_WEIGHT = 3
MIN_ARTICLES, MIN_GENDER_SHARE = 4, 0.93
MIN_COUNT, MAX_LENGTH, MAX_WORDS = 4, 30, 60_000


def main() -> None:
    """Write ``words.tsv.gz`` (word, uses in lower case, with a capital) and ``lemmas.tsv.gz``.

    The latter holds word, tag and lemma; without a tag the lemma is one that rules get wrong.
    """
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    lower, capital, n_sources = Counter[str](), Counter[str](), Counter[str]()
    for sentences in texts(data):
        here = Counter[str]()
        for sentence in sentences:
            count(sentence, here, capital)
        lower.update(here)
        n_sources.update(here.keys())
    # A word of one source only must be frequent there: that keeps out its jargon and its typing errors.
    kept = [w for w, n in lower.items() if n >= MIN_COUNT and (n_sources[w] > 1 or n >= 5 * MIN_COUNT)]
    kept = sorted(kept, key=lambda w: (-lower[w], w))[:MAX_WORDS]
    rows = "".join(f"{word}\t{lower[word]}\t{capital[word]}\n" for word in sorted(kept))
    out.mkdir(parents=True, exist_ok=True)
    (out / "words.tsv.gz").write_bytes(gzip.compress(rows.encode(), 9, mtime=0))
    mended, tagged = mend_lemmas(data), tagged_lemmas(data)
    lemmas = {(word, ""): lemma for word, lemma in mended.items()} | tagged
    rows = "".join(f"{word}\t{tag}\t{lemma}\n" for (word, tag), lemma in sorted(lemmas.items()))
    (out / "lemmas.tsv.gz").write_bytes(gzip.compress(rows.encode(), 9, mtime=0))
    genders = genders_of_nouns(data)
    rows = "".join(f"{word}\t{gender}\n" for word, gender in sorted(genders.items()))
    (out / "genders.tsv.gz").write_bytes(gzip.compress(rows.encode(), 9, mtime=0))
    print(f"{len(genders)} genders")
    print(f"{len(kept)} words of {sum(lower.values())} counted")
    print(f"{len(mended)} lemmas mended, {len(tagged)} with a tag")


def mend_lemmas(data: Path) -> dict[str, str]:
    """The lemma that treebanks give a word, where they clearly prefer it to that of simplemma."""
    lemmas_of: dict[str, Counter[str]] = {}
    for word, tag, lemma in read_tokens(data):
        if tag in CONTENT_TAGS and word.isalpha():
            lemmas_of.setdefault(word, Counter())[lemma.replace("_", "")] += 1
    mended = {}
    for word, counts in lemmas_of.items():
        best = max(counts, key=lambda lemma: (counts[lemma], lemma))
        guess = str(simplemma.lemmatize(word, lang="nl")).lower()
        if best.isalpha() and counts[best] - counts[guess] >= MIN_MARGIN:
            mended[word] = best
    return mended


def tagged_lemmas(data: Path) -> dict[tuple[str, str], str]:
    """The lemma that treebanks give a word of a part of speech."""
    lemmas_of: dict[tuple[str, str], Counter[str]] = {}
    for word, tag, lemma in read_tokens(data):
        # Of what is tagged X only abbreviations are Dutch.
        is_word = ABBREVIATION.fullmatch(word) or (word.isalpha() and tag != "X")
        if tag not in UNTABLED_TAGS and is_word and is_of_this_form(word, tag, lemma):
            lemmas_of.setdefault((word, tag), Counter())[lemma.replace("_", "")] += 1
    return {key: max(counts, key=lambda lemma: (counts[lemma], lemma)) for key, counts in lemmas_of.items()}


def genders_of_nouns(data: Path) -> dict[str, str]:
    """``zijd`` or ``onz`` for words that nearly always stand behind "de" or nearly always behind "het".

    Empty for words that stand behind both, so that nothing is concluded from how they end.
    """
    articles: dict[str, Counter[str]] = {}
    for sentences in texts(data):
        for sentence in sentences:
            words = WORD.findall(sentence.lower())
            for before, word in pairwise(words):
                gender = "zijd" if before in BEFORE_COMMON else "onz" if before in BEFORE_NEUTER else ""
                if gender:
                    articles.setdefault(word, Counter())[gender] += 1
    for path in sorted((data / "ud" / "train").glob("*.conllu.gz")):
        for line in read_lines(path):
            cells = line.split("\t")
            if len(cells) == 10 and (match := NOUN_TAG.fullmatch(cells[4])):
                articles.setdefault(cells[1].lower(), Counter())[match[1]] += TREE_WEIGHT
    return {
        word: gender if n >= MIN_GENDER_SHARE * counts.total() else ""
        for word, counts in articles.items()
        for gender, n in counts.most_common(1)
        if counts.total() >= MIN_ARTICLES and len(word) <= MAX_LENGTH
    }


def is_of_this_form(word: str, tag: str, lemma: str) -> bool:
    """Whether a lemma can be had from the word alone, and is spelt as a word is.

    Treebanks join the verb to a particle that stands elsewhere (``neemt``, ``mee_nemen``) and leave out
    linking letters (``vredesproces``, ``vrede_proces``).
    """
    head, seam, last = lemma.rpartition("_")
    head = head.replace("_", "")
    if not seam:
        return True
    return word.startswith(head) and (tag == "VERB" or word[len(head) :].startswith(last[:2]))


def read_tokens(data: Path) -> Iterator[tuple[str, str, str]]:
    """Word, part of speech and lemma of each token of the treebanks, in lower case."""
    for path in sorted((data / "ud" / "train").glob("*.conllu.gz")):
        for line in read_lines(path):
            cells = line.split("\t")
            if len(cells) == 10:
                yield cells[1].lower(), cells[3], cells[2].lower()


def texts(data: Path) -> Iterator[Iterator[str]]:
    """Sentences of each source."""
    for name in SOURCES:
        yield read_lines(data / "raw" / f"{name}.txt.gz")
    for path in sorted((data / "ud" / "train").glob("*.conllu.gz")):
        yield (line[9:] for line in read_lines(path) if line.startswith("# text = "))


def read_lines(path: Path) -> Iterator[str]:
    """Lines of a packed file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from lines


def count(sentence: str, lower: Counter[str], capital: Counter[str]) -> None:
    """Add the words of ``sentence``; one with a capital counts only where no sentence starts."""
    for match in WORD.finditer(sentence):
        word = match[0].replace("’", "'")
        if len(word) > MAX_LENGTH:
            continue
        if word.islower():
            lower[word] += 1
        elif word[0].isupper() and not SENTENCE_START.search(
            sentence[max(0, match.start() - 6) : match.start()]
        ):
            capital[word.lower()] += 1


if __name__ == "__main__":
    main()
