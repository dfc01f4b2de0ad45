"""Word classes without a parser: which words can be a finite verb, a noun, a pronoun.

The table is made from treebanks with CGN tags (see the card of ``nl_lexicon``). A class is one letter; a word
has the letters of all the classes it is used in, the most frequent first:

===== ============================= ===== ==============================
s     finite, present, no -t        i     infinitive
t     finite, present, with -t      d, o  participle, past and present
p     finite, present, plural       n, m  noun, singular and plural
v, w  finite, past, sing. and plur. N     name
l     article                       a     adjective
b     possessive                    A     adverb
D     demonstrative                 z     preposition
y, x  personal pronoun, subj., obj. c, u  conjunction, coord. and subord.
q, r  question word, relative       e     indefinite pronoun
k     numeral                       j     interjection
===== ============================= ===== ==============================
"""

from __future__ import annotations

from functools import cache

from notemine.dutch.artefacts import read_packed

FINITE = frozenset("stpvw")
ARTEFACT = "nl_lexicon"
# "opvangt" is "op" + "vangt": in a subordinate clause the particle is written to the verb.
PARTICLES = (
    "achter", "binnen", "tegen", "terug", "samen", "voort", "onder", "buiten", "klaar", "vast", "thuis",
    "over", "door", "voor", "rond", "neer", "heen", "toe", "aan", "uit", "mee", "bij", "weg", "los", "af",
    "na", "op", "in", "om", "be", "ge", "ver", "ont", "her",
)  # fmt: skip


@cache
def word_classes(word: str) -> str:
    """Classes of a word in lower case, the most frequent first; an unknown word is judged by its ending.

    Raises:
        MissingModelError: the table is not installed.
    """
    table = _table()
    word = word.replace("’", "'")
    known = table.get(word)
    if known is None:
        known = _verb_in(word, table) or _by_ending(word, table)
    # In the treebanks some infinitives never stand as a plural; each of them can.
    return known + "p" if "i" in known and "p" not in known else known


def is_finite(word: str) -> bool:
    """Whether a word in lower case can be a finite verb."""
    return not FINITE.isdisjoint(word_classes(word))


@cache
def _table() -> dict[str, str]:
    lines = read_packed(ARTEFACT, "lexicon.tsv.gz").splitlines()
    return dict(line.split("\t") for line in lines)


def _verb_in(word: str, table: dict[str, str]) -> str:
    for particle in PARTICLES:
        if word.startswith(particle) and len(word) > len(particle) + 2:
            letters = table.get(word[len(particle) :], "")
            if letters[:1] in FINITE or letters[:1] == "i":
                return letters
    return ""


def _by_ending(word: str, table: dict[str, str]) -> str:
    if not word[:1].isalpha():
        return "k" if word[:1].isdigit() else ""
    for n in range(min(5, len(word) - 1), 0, -1):
        if letters := table.get(f"-{word[-n:]}"):
            return letters
    return "n"
