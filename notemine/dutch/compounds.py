"""Takes Dutch compounds apart: "loopbaankeuze" is "loopbaan" and "keuze".

A word is cut where both sides are known words, the fewest parts first and then the most frequent ones, as in
Koehn and Knight (2003), "Empirical Methods for Compound Splitting", with the linking letters of Dutch; then
each part is cut in turn. First stands a noun, an adjective or the stem of a verb; last, a noun, an adjective
or a participle. A word that is far more frequent than one of its parts stays whole.
"""

from __future__ import annotations

from functools import lru_cache
from math import log

from notemine.dutch.stop_words import FUNCTION_WORDS, NUMBERS, TIME_WORDS
from notemine.dutch.verbs import word_classes
from notemine.dutch.words import count_of, known_lemma

MIN_PART, MIN_LISTED, MIN_WORD, MAX_WORD, MAX_PARTS = 3, 6, 6, 60, 4
# Uses that make a word known, and one of three letters; what a word counts for that is used less.
MIN_COUNT, MIN_SHORT_COUNT, RARE_COUNT = 12, 130, 4
# A compound may be used as often as its part of three letters, and for each letter more this many times more
# often: short words turn up in long ones by chance ("for" and "maat" in "formaat").
RATIO_PER_LETTER = 2.2
MIN_SHARE = 0.1
LINKS = ("en", "s", "e", "n", "")
VOWELS = frozenset("aeiouyäëïöüéè")
# Letters of ``verbs.word_classes``: before each link, at the end, and an adjective or participle.
CLASSES_BEFORE = {link: frozenset("nm") for link in LINKS} | {"": frozenset("nmasNA"), "n": frozenset("na")}
LAST_CLASSES, ADJECTIVES = frozenset("nmaiodN"), frozenset("aod")
# "kinderopvang", "eierdoos"; in "ouderavond" the -er is no link.
ER_WORDS = frozenset("been blad ei hoen kalf kind lam lied rad rund volk".split())
# A word in -schap or -lingen is derived, not compounded.
SUFFIXES = frozenset(
    "schap schappen schappelijk schappelijke heid heden ling lingen lijk lijke loos loze loosheid baar "
    "bare zaam zame achtig achtige matig matige vol volle rijk rijke erij erijen tie ties iteit aar aars "
    "er ers ster sters dom nis nissen ing ingen ding dingen ring ringen ering eringen isme ist eren ieren "
    "eer eerd eerde erend erende en end ende enden ten den der ter ren rig rige sel sels ste sten tal lei "
    "are ant anten ent enten age ages ene ure eur eurs gen men len nen ven zen ken etje etjes entje "
    "entjes tje tjes pje pjes aard aards wege waarts wijs teit grafie grafisch logie logisch logische the "
    "and van".split()
)
# "samenwerking", "terugkoppeling" come from verbs with a particle.
PARTICLES = frozenset(
    "aan achter af bij binnen buiten door in langs mee mede na neer om onder op over rond samen tegen "
    "terug toe tussen uit vast voor voort weg wel weder weer mis her ont ver ge be ant aller hoe zo waar "
    "daar hier er niet geen on oer aarts des den ter ten een twee drie vier vijf zes zeven acht negen "
    "tien half neder and net open dicht vol los lang rond thuis klaar stil goed mag was had bijeen overeen "
    "uiteen teleur vrij bloot tentoon tewerk tegemoet terecht vooruit".split()
)
PREFIXES = frozenset("anti extra inter macro micro mini multi para semi sub super trans ultra".split())
# "meerjarenplan", "tienminutengesprek": they stand before two parts or more.
QUANTIFIERS = NUMBERS - {"een"} | {"meer"}
NEVER_FIRST = (PARTICLES | PREFIXES | FUNCTION_WORDS | {"ben", "com", "gek", "sta", "ste"}) - {"zelf"}
NEVER_LAST = SUFFIXES | FUNCTION_WORDS | NUMBERS | {"mans"}
# Their parts no longer say what they mean.
OPAQUE = frozenset(
    "aardappel architectuur automaat belangstelling conjunctuur elleboog kenmerk leeftijd leidraad loopbaan "
    "penningmeester rechtvaardig schildpad".split()
)
NEVER_CUT = FUNCTION_WORDS | TIME_WORDS | NUMBERS | OPAQUE
# "gever" and "gevende" are made of a verb; so is "huisvesting", as a whole.
AGENT_ENDINGS = ("er", "ers", "end", "ende", "enden")
DERIVING_ENDINGS = ("er", "ers", "aar", "aars", "ing", "ingen")


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
    parts = _cut(word)
    # "kantoren" is a form of "kantoor", and that is no compound.
    if len(parts) == 1 or len(_cut(_lemma(word))) == 1:
        return (word,)
    return tuple(smaller for part in parts for smaller in split_compound(part))


@lru_cache(maxsize=100_000)
def _cut(word: str) -> tuple[str, ...]:
    """The fewest known parts of a word, and of those the most frequent; only itself if there are none."""
    if not MIN_WORD <= len(word) <= MAX_WORD or not word.isalpha() or word in NEVER_CUT or _is_derived(word):
        return (word,)
    for n_parts in range(2, MAX_PARTS + 1):
        cuts = [cut for cut in _cuts(word, n_parts) if _is_likely(word, cut[1])]
        if cuts:
            return max(cuts)[1]
    return (word,)


@lru_cache(maxsize=100_000)
def _cuts(word: str, n_parts: int) -> list[tuple[float, tuple[str, ...]]]:
    """Ways to cut a word into ``n_parts``, each with the logarithm of the product of their counts."""
    if n_parts == 1:
        return [(log(_uses(word)), (word,))] if _can_be_last(word) else []
    found = []
    for i in range(MIN_PART, len(word) - MIN_PART + 1):
        written, rest = word[:i], word[i:]
        if _is_before_suffix(written, rest):
            continue
        first = written if n_parts > 2 and written in QUANTIFIERS else _first_part(written)
        if first:
            likely = log(_uses(first))
            found += [(likely + more, (first, *parts)) for more, parts in _cuts(rest, n_parts - 1)]
    return found


def _is_likely(word: str, parts: tuple[str, ...]) -> bool:
    """Whether no part is too rare, and the last can be an adjective if the word is one."""
    is_adjective = known_lemma(word, "ADJ") and not known_lemma(word, "NOUN")
    if is_adjective and ADJECTIVES.isdisjoint(word_classes(parts[-1])):
        return False
    known = count_of(word).lower
    return all(known <= _uses(part) * RATIO_PER_LETTER ** (len(part) - MIN_PART) for part in parts)


@lru_cache(maxsize=100_000)
def _first_part(written: str) -> str:
    """The word in the first part of a compound, without its linking letters; empty if there is none."""
    if written in NEVER_FIRST:
        return ""
    if written.endswith("er") and written[:-2] in ER_WORDS:
        return written[:-2]
    stems = ((_stem(written, link), link) for link in LINKS if written.endswith(link))
    words = [stem for stem, link in stems if _can_be_first(stem, link)]
    most = max((count_of(word).lower for word in words), default=0)
    # "gebruikers" is more frequent than "gebruiker", "rei" is not the first part of "reisverslag".
    return next((word for word in words if count_of(word).lower >= MIN_SHARE * most), "")


def _stem(written: str, link: str) -> str:
    """What stands before a link; empty where the spelling forbids it: "talen" is no form of "tal"."""
    stem = written[: len(written) - len(link)]
    if not link.startswith("e") or len(stem) < MIN_PART:
        return stem
    n_vowels = sum(letter in VOWELS for letter in stem)
    # -e- is rare and follows short words: "hartewens".
    if stem[-1] in VOWELS or (link == "e" and n_vowels > 2):
        return ""
    # "lessentabel", "zonnepaneel": after a short vowel the consonant is doubled.
    if stem[-1] == stem[-2]:
        return stem[:-1]
    return "" if n_vowels == 1 and stem[-2] in VOWELS else stem


def _can_be_first(stem: str, link: str) -> bool:
    if len(stem) < MIN_PART or stem in NEVER_FIRST or (link == "n" and stem[-1] != "e"):
        return False
    return _is_known(stem) and not CLASSES_BEFORE[link].isdisjoint(word_classes(stem))


@lru_cache(maxsize=100_000)
def _can_be_last(word: str) -> bool:
    if len(word) < MIN_PART or word in NEVER_LAST:
        return False
    # The lexicon has "bestendig" as a verb only.
    is_class = not LAST_CLASSES.isdisjoint(word_classes(word)) or word.endswith(("ig", "ige"))
    return bool(_verb_in(word, AGENT_ENDINGS)) or (is_class and _is_known(word))


def _is_before_suffix(written: str, rest: str) -> bool:
    """Whether a suffix begins a letter earlier or later: "visserij", "blokkering", "mannetje"."""
    return written[-1] + rest in SUFFIXES or (rest[0] == written[-1] and rest[1:] in SUFFIXES)


@lru_cache(maxsize=100_000)
def _is_derived(word: str) -> bool:
    """Whether a word is a verb, comes from one ("huisvesting") or begins with a particle ("meelopen")."""
    heads = (word[:i] for i in range(2, len(word) - 3) if word[:i] in PARTICLES)
    if any(_is_frequent(word[len(head) :]) for head in heads):
        return True
    is_other = known_lemma(word, "NOUN") or known_lemma(word, "ADJ") or word.endswith(AGENT_ENDINGS)
    return bool(known_lemma(word, "VERB") and not is_other) or bool(_verb_in(word, DERIVING_ENDINGS))


@lru_cache(maxsize=100_000)
def _verb_in(word: str, endings: tuple[str, ...]) -> str:
    """The frequent infinitive that a word is made of by one of the endings; empty if there is none."""
    verbs = (word.removesuffix(ending) + "en" for ending in endings if word.endswith(ending))
    return next((v for v in verbs if _is_frequent(v) and "i" in word_classes(v) and _lemma(v) == v), "")


def _uses(word: str) -> int:
    """How often a word or the verb in it is written."""
    return max(count_of(word).lower, count_of(_verb_in(word, AGENT_ENDINGS)).lower, RARE_COUNT)


def _is_frequent(word: str) -> bool:
    return count_of(word).lower >= MIN_COUNT


@lru_cache(maxsize=100_000)
def _is_known(word: str) -> bool:
    """Whether a word is frequent, or is in simplemma's list, of whose short words few are Dutch."""
    import simplemma

    if len(word) <= MIN_PART:
        return count_of(word).lower >= MIN_SHORT_COUNT
    if len(word) < MIN_LISTED:
        return _is_frequent(word) or _is_frequent(_lemma(word))
    return _is_frequent(word) or bool(simplemma.is_known(word, lang="nl"))


@lru_cache(maxsize=100_000)
def _lemma(word: str) -> str:
    """Lemma in simplemma's list; the word itself where that list goes astray."""
    import simplemma

    lemma = str(simplemma.lemmatize(word, lang="nl")).lower()
    # "werkneemster" for "werknemer", and the treebanks' "gemeente_raad".
    return lemma if lemma.isalpha() and not lemma.endswith("ster") else word
