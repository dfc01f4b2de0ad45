"""Names for topics: what an organiser would write on a flip-over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest

from notemine.domain import Segment, Term
from notemine.dutch.lemmas import lemma_of
from notemine.dutch.verbs import word_classes
from notemine.topics.context import WORD
from notemine.topics.words import NO_WORDS

# A second word is worth its place if it is about as heavy as the first.
MIN_SECOND = 0.5
# "Kansengelijkheid" says more than "gelijkheid".
MIN_COMPOUND = 0.6
MIN_NOUN = 0.5
NOUN_TAGS = frozenset(("NOUN", "PROPN"))
ASIDE = "De avond zelf"
# A verb may still name a topic that has nothing else.
NO_NOUN = 0.3
# A word that the lines use but that is not what they are about.
FAR = 0.1
# A second word must be as apt, so that "Geld en kerst" is "Geld".
MIN_APT = 0.6


def make_labels(
    words: Sequence[Sequence[Term]],
    segments: Sequence[Segment],
    *,
    titles: Sequence[str] = (),
    aptness: Sequence[Mapping[str, float]] = (),
    given: Sequence[str] = (),
    is_aside: Sequence[bool] = (),
) -> list[str]:
    """Name each topic by its heaviest nouns or noun phrases, in the form the notes write most.

    Args:
        words: Terms of each topic, heaviest first, as ``topic_words`` gives them.
        segments: Where the terms come from.
        titles: Themes and headings that terms may come from, too.
        aptness: How apt each term of each topic is as a name, 0 to 1.
        given: Label that each topic has already, or an empty string; the others keep off it.
        is_aside: Whether each topic is about the evening itself.

    Returns:
        A label for each topic ("Ouderavond", "Stage en bedrijven"), no two alike.
    """
    wanted = frozenset(term.text for row in words for term in row)
    # Where the terms of a line are known, only lines that hold a wanted one are read.
    with_them = [s.text for s in segments if not s.terms or not wanted.isdisjoint(s.terms)]
    written = written_forms([*with_them, *titles], wanted)
    nouns = noun_shares(segments, written)
    # "Schreef" and "geduwd" are no names for a topic; "schrijven" is.
    forms = {term: form if nouns[term] >= MIN_NOUN else term for term, form in written.items()}
    labels = [name or (ASIDE if aside else "") for name, aside in zip_longest(given, is_aside)]
    labels = labels or [""] * len(words)
    for k in range(len(labels)):
        if labels[k]:
            labels[k] = _free(labels[k], {label.lower() for label in labels[:k]})
    for k, row in enumerate(words):
        if not labels[k]:
            fitness = _by_fitness(row, nouns, aptness[k] if aptness else {})
            apt = aptness[k] if aptness else {}
            second = {text for _, text in fitness if apt.get(text, 1.0) >= MIN_APT}
            labels[k] = _label(fitness, forms, {label.lower() for label in labels}, second=second)
    return labels


def written_forms(texts: Sequence[str], terms: frozenset[str]) -> dict[str, str]:
    """Find the form in which each term is written most; ties by text, capitals last.

    A capital that only stands at the start of a line does not count.
    """
    found: dict[str, Counter[str]] = {}
    longest = max((term.count(" ") + 1 for term in terms), default=1)
    for text in texts:
        words = WORD.findall(text)
        if words and words[0].istitle():
            words[0] = words[0].lower()
        lemmas = [lemma_of(word) for word in words]
        for n in range(1, longest + 1):
            for i in range(len(words) - n + 1):
                form = " ".join(words[i : i + n])
                for term in {" ".join(lemmas[i : i + n]), form.lower()} & terms:
                    found.setdefault(term, Counter())[form] += 1
    return {
        term: min(found[term].items(), key=lambda item: (-item[1], item[0].isupper(), item[0]))[0]
        if term in found
        else term
        for term in sorted(terms)
    }


def noun_shares(segments: Sequence[Segment], forms: Mapping[str, str]) -> dict[str, float]:
    """Share of the uses of each term as a noun, 0 to 1; where no word is tagged, the lexicon judges its form.

    Args:
        segments: Where the terms come from.
        forms: The form of each term that is written most.
    """
    nouns, uses = Counter[str](), Counter[str]()
    for segment in segments:
        for lemma, tag in zip(segment.lemmas, segment.tags, strict=False):
            uses[lemma] += 1
            nouns[lemma] += tag in NOUN_TAGS
    return {
        term: 1.0 if " " in term else nouns[term] / uses[term] if term in nouns else _noun_by_lexicon(form)
        for term, form in forms.items()
    }


def _noun_by_lexicon(form: str) -> float:
    classes = word_classes(form.lower())
    if not classes:
        return 0.5
    return 1.0 if classes[0] in "nm" else 0.5 if "n" in classes or "m" in classes else 0.0


def _by_fitness(
    row: Sequence[Term], nouns: Mapping[str, float], aptness: Mapping[str, float]
) -> list[tuple[float, str]]:
    scored = [
        (
            round(
                term.weight
                * (NO_NOUN + (1 - NO_NOUN) * nouns[term.text])
                * (FAR + (1 - FAR) * aptness.get(term.text, 1.0)),
                9,
            ),
            term.text,
        )
        for term in row
    ]
    return sorted(scored, key=lambda item: (-item[0], item[1]))


def _label(
    scored: Sequence[tuple[float, str]],
    forms: Mapping[str, str],
    taken: Collection[str],
    *,
    second: Collection[str],
) -> str:
    if not scored:
        return _free(NO_WORDS.capitalize(), taken)
    scored = _compound_first(scored)
    score, first = scored[0]
    others = [(s, term) for s, term in scored[1:] if not _shares_stem(first, term)]
    label = _capital(forms[first])
    beside = [term for s, term in others if term in second and s >= MIN_SECOND * score]
    if " " not in first and beside:
        label = f"{label} en {forms[beside[0]]}"
    longer = [f"{label} en {forms[term]}" for _, term in [*others, *scored[1:]]]
    return next((name for name in [label, *longer] if name.lower() not in taken), _free(label, taken))


def _compound_first(scored: Sequence[tuple[float, str]]) -> list[tuple[float, str]]:
    """Put the compound that the heaviest term is a part of before it, if it is nearly as heavy."""
    score, first = scored[0]
    whole = [part for part in scored[1:] if first in part[1] and part[0] >= MIN_COMPOUND * score]
    return [*whole[:1], *(part for part in scored if part not in whole[:1])]


def _free(label: str, taken: Collection[str]) -> str:
    n = 2
    if label.lower() not in taken:
        return label
    while f"{label} {n}".lower() in taken:
        n += 1
    return f"{label} {n}"


def _shares_stem(first: str, second: str) -> bool:
    return any(part in second for part in (first[:4], first[-4:])) or second[:4] in first


def _capital(form: str) -> str:
    # "eDelivery" has its capital already.
    return form[:1].upper() + form[1:] if form.islower() else form
