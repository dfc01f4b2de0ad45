"""How a question reads on its own."""

from __future__ import annotations

import re

from notemine.domain import QuestionKind
from notemine.dutch import cues
from notemine.dutch.hyphens import join_cut_words
from notemine.dutch.plain_text import with_plain_signs
from notemine.dutch.separable import split_verb
from notemine.dutch.verbs import FINITE, word_classes
from notemine.questions.words import Word

# A clause inside the clause: no verb behind it is the verb that has to move.
INNER = frozenset(
    "als dat die doordat en hoe hoewel indien maar mits nadat nu om omdat opdat sinds tenzij terwijl totdat "
    "voordat waar waarom wanneer want wat welk welke wie zoals zodat zodra zolang".split()
)
RELATIVE = frozenset("die dat waar wie".split())
NOUNS = frozenset("nmN")
KINDS = ("soort", "soorten", "type", "vorm")
VERBAL = FINITE | frozenset("id")
VERB_FIRST = FINITE | {"i"}
SECOND_PERSON = {"hebt": "heb", "kunt": "kun", "zult": "zul", "bent": "ben", "wilt": "wil", "gaat": "ga",
                 "staat": "sta",                  "slaat": "sla", "doet": "doe", "ziet": "zie"}  # fmt: skip


def wording_of(words: list[Word], text: str, *, kind: QuestionKind) -> tuple[str, bool]:
    """A question on its own, and whether it was rewritten.

    Args:
        words: Its words; their offsets count from the same place.
        text: What stands there, with its own mark and line breaks.
        kind: An indirect question is turned into a direct one where its verb is found for sure.

    Returns:
        One line with a capital and a question mark.
    """
    plain = re.sub(r"\s+", " ", join_cut_words(text)).rstrip(" ?.!,;:")
    direct = _direct(words, text) if kind == "indirect" else ""
    asked = with_plain_signs(direct or plain)
    return asked[:1].upper() + asked[1:] + "?", bool(direct)


def _direct(words: list[Word], text: str) -> str:
    offset = words[0].start
    tokens = [text[w.start - offset : w.end - offset] for w in words]
    head = 1 if words[0].low == "of" else _length_of_question_phrase(words)
    verb = _verb_to_move(words, head)
    if not verb or not head:
        return ""
    moved, left = split_verb(words[verb].low)
    subject = words[head].low if head < verb else ""
    if subject in ("je", "jij"):
        moved = _second_person(moved)
    rest = [*tokens[head:verb], *([left] if left else []), *tokens[verb + 1 :]]
    front = [] if words[0].low == "of" else [tokens[0].lower(), *tokens[1:head]]
    return re.sub(r" ([,.)])", r"\1", " ".join([*front, moved, *rest])).replace("( ", "(").rstrip(" ?.!,;:")


def _length_of_question_phrase(words: list[Word]) -> int:
    """Number of words before the subject: "hoe lang", "welke oude vakken", "met wie"; 0: not sure."""
    n = 1 if words[0].classes[0] == "z" and words[0].low not in cues.QUESTION_WORDS else 0
    if n >= len(words) or words[n].low not in cues.QUESTION_WORDS:
        return 0
    asked = words[n].low
    n += 1
    if asked == "hoe":
        return (
            n + 1
            if n + 1 < len(words) and "a" in words[n].classes and words[n].low not in ("er", "dit")
            else n
        )
    if asked in ("welk", "welke", "hoeveel", "wiens"):
        return _end_of_noun(words, n)
    if asked == "wat" and n + 1 < len(words) and words[n].low == "voor":
        return _end_of_noun(words, n + 1)
    return n


def _end_of_noun(words: list[Word], n: int) -> int:
    """Where the noun ends that begins at ``n``: behind "soort uitwerking", "een nieuwe zaal"."""
    while n < len(words) and (words[n].classes[:1] in ("a", "k") or words[n].low in ("een", *KINDS)):
        n += 1
    return n + 1 if n < len(words) and words[n].classes[:1] in ("n", "m", "s") else n


def _verb_to_move(words: list[Word], head: int) -> int:
    """Index of the finite verb of the clause; 0 where none is sure.

    It is the first verb of the last run of verbs, but for participles and infinitives with "te":
    "gedeeld [kunnen] worden", "te volgen [is]".
    """
    last = len(words)
    seen = False
    for j in range(head, len(words)):
        # "wat met leerlingen die dichtklappen": the only verb may be that of the inner clause.
        if not seen and words[j].low in RELATIVE and words[j - 1].classes[:1] in NOUNS:
            return 0
        if seen and (not words[j].classes or words[j].low in INNER):
            last = j
            break
        seen = seen or (j > head and words[j].classes[:1] in VERB_FIRST)
    finite = [j for j in range(head, last) if words[j].is_finite]
    firm = [j for j in finite if words[j].classes[0] in VERB_FIRST] or finite
    if not firm:
        return 0
    start = firm[-1]
    while start > head and (VERBAL & set(words[start - 1].classes) or words[start - 1].low == "te"):
        start -= 1
    run = [
        j for j in firm if j >= start and (j == 0 or words[j - 1].low != "te") and words[j].classes[0] != "d"
    ]
    return run[0] if run else 0


def _second_person(verb: str) -> str:
    """The form before "je": "je hebt" becomes "heb je"."""
    if verb in SECOND_PERSON:
        return SECOND_PERSON[verb]
    return verb[:-1] if verb.endswith("t") and "s" in word_classes(verb[:-1]) else verb
