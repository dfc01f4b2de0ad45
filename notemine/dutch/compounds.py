"""Takes Dutch compounds apart: "loopbaankeuze" is "loopbaan" and "keuze".

A word is cut where both sides are known words, the fewest parts first and then the most frequent ones, as in
Koehn and Knight (2003), "Empirical Methods for Compound Splitting", with the linking letters of Dutch. A word
that is itself more frequent than the rarest part stays whole.
"""

from __future__ import annotations

from functools import lru_cache

from notemine.dutch.stop_words import FUNCTION_WORDS
from notemine.dutch.words import count_of

MIN_PART, MIN_WORD, MAX_PARTS = 3, 7, 3
MIN_COUNT, MIN_SHORT_COUNT = 12, 150
MIN_SHARE = 0.1
LINKS = ("en", "s", "e", "n", "")
# "kinderopvang", "eierdoos"; in "ouderavond" the -er is no link.
ER_WORDS = frozenset("been blad ei hoen kalf kind lam lied rad rund volk".split())
# A word in -schap or -lingen is derived, not compounded.
SUFFIXES = frozenset(
    "schap schappen heid heden ling lingen lijk lijke loos loze baar bare zaam zame achtig achtige matig "
    "matige vol volle erij tie ties iteit aar aars ers ster sters dom nis nissen ing ingen isme ist eren "
    "eerd eerde ende end ten den der ter ren rig rige sel sels ste tal uur lei are ant anten ent enten "
    "ering eringen age ages ene ure eur eurs gen men len nen ven zen tje tjes pje pjes weg wege waarts "
    "teit ken weging kening vatting stelling houding werking leiding leidingen wijs the and van".split()
)
# "samenwerking", "terugkoppeling" come from verbs with a particle.
PARTICLES = frozenset(
    "aan achter af bij binnen buiten door in langs mee mede na neer om onder op over rond samen tegen "
    "terug toe tussen uit vast voor voort weg wel weder weer mis her ont ver ge be ant aller hoe zo waar "
    "daar hier er niet geen on oer aarts des den ter ten een twee drie vier vijf zes zeven acht negen "
    "tien half neder and net open dicht vol los lang rond thuis klaar stil goed mag was had".split()
)


@lru_cache(maxsize=100_000)
def split_compound(word: str) -> tuple[str, ...]:
    """Split a word into the words it is made of, linking letters left out.

    Args:
        word: In lower case; the last part keeps its ending.

    Returns:
        At least two parts, or the word itself where it is no compound or its parts are not known.

    >>> split_compound("loopbaankeuze"), split_compound("gesprekstafels"), split_compound("leerlingen")
    (('loopbaan', 'keuze'), ('gesprek', 'tafels'), ('leerlingen',))
    """
    if len(word) < MIN_WORD or not word.isalpha() or _has_particle(word):
        return (word,)
    known = count_of(word).lower
    for n_parts in range(2, MAX_PARTS + 1):
        splits = _splits(word, n_parts)
        if splits:
            strength, parts = max(splits)
            return parts if strength > known else (word,)
        if known >= MIN_COUNT:
            break
    return (word,)


def _splits(word: str, n_parts: int) -> list[tuple[int, tuple[str, ...]]]:
    """Ways to cut a word into ``n_parts``, each with the count of its rarest part."""
    if n_parts == 1:
        return [(count_of(word).lower, (word,))] if _can_be_last(word) else []
    found = []
    for i in range(MIN_PART, len(word) - MIN_PART + 1):
        first = _first_part(word[:i])
        if first:
            for strength, rest in _splits(word[i:], n_parts - 1):
                found.append((min(strength, count_of(first).lower), (first, *rest)))
    return found


@lru_cache(maxsize=100_000)
def _first_part(written: str) -> str:
    """The word in the first part of a compound, without its linking letters; empty if there is none."""
    if written in PARTICLES:
        return ""
    words = [_singular(written, link) for link in LINKS if written.endswith(link)]
    if written.endswith("er") and written[:-2] in ER_WORDS:
        return written[:-2]
    words = [
        w for w in words if len(w) >= MIN_PART and w not in PARTICLES | FUNCTION_WORDS and _is_frequent(w)
    ]
    most = max((count_of(w).lower for w in words), default=0)
    # "gebruikers" is more frequent than "gebruiker", "rei" is not the first part of "reisverslag".
    return next((w for w in words if count_of(w).lower >= MIN_SHARE * most), "")


def _singular(written: str, link: str) -> str:
    stem = written[: len(written) - len(link)]
    # "lessentabel": the consonant is doubled before -en only.
    is_doubled = link == "en" and len(stem) > MIN_PART and stem[-1] == stem[-2] and stem[-1] not in "aeiou"
    return stem[:-1] if is_doubled else stem


def _has_particle(word: str) -> bool:
    """Whether a word is a particle and a known word: "meelopen" is not "meel" and "open"."""
    heads = (word[:i] for i in range(2, len(word) - 3) if word[:i] in PARTICLES)
    return any(_is_frequent(word[len(head) :]) for head in heads)


def _can_be_last(word: str) -> bool:
    return len(word) >= MIN_PART and word not in SUFFIXES | FUNCTION_WORDS and _is_frequent(word)


def _is_frequent(word: str) -> bool:
    return count_of(word).lower >= (MIN_SHORT_COUNT if len(word) < 4 else MIN_COUNT)
