"""Whether a line is Dutch: by its function words, and unknown is Dutch.

Detectors of languages err on short lines of notes ("Ons team mist uren", "LOB"), so a line is only taken for
another language where that language's function words say so.
"""

from __future__ import annotations

import re
import unicodedata

from notemine.dutch.stop_words import FUNCTION_WORDS

MIN_WORDS = 5
MIN_FOREIGN = 2
# A line in which so many letters are no Latin ones is no Dutch.
MAX_OTHER_SCRIPT = 0.5
# Without words that Dutch has, too ("was", "we", "die", "des").
_FOREIGN = {
    "en": (
        "the and that this with you your they their them what which who how why when where would should "
        "could can't will not from have has are were been about there because it's our also but if than "
        "then for by to be does did my he she his its us don't i'm you're an on it as at or do of"
    ),
    "de": (
        "und das nicht ist ich wir sie mit für auf ein eine einen auch dass im dem sich wie aber oder "
        "wenn haben sind schon kann muss werden wird bei nach aus zum zur es ihr"
    ),
    "fr": (
        "le la les et est que qui dans pour pas nous vous je il elle sur avec une du au ce cette sont "
        "mais ou on sans"
    ),
}
# "IT", "do 12 mei", "CE", "on the job": Dutch notes have these too.
_IN_DUTCH = frozenset("it do on as im or ou du au ce le la les est com".split())
_WORDS_OF = {
    language: frozenset(words.split()) - FUNCTION_WORDS - _IN_DUTCH for language, words in _FOREIGN.items()
}
_LINK = re.compile(r"https?://\S+|www\.\S+")
# English that Dutch teachers use.
_BORROWED = re.compile(
    r"\b(?:(?:nice|need|good)[ -]to[ -](?:have|know)s?|must[ -]haves?|to[ -]do(?:[ -]lijst)?s?|how[ -]to"
    r"|learning (?:by|on|to) \w+|work in progress|out of the box|state of the art|train the trainer)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def is_dutch(line: str) -> bool:
    """Whether a line is Dutch, or too short to tell.

    >>> is_dutch("We have to talk about what they want"), is_dutch("LOB is een must have voor teams")
    (False, True)
    """
    if not line.isascii() and _is_other_script(line):
        return False
    bare = _BORROWED.sub(" ", _LINK.sub(" ", line))
    words = [word.lower().replace("’", "'") for word in _WORD.findall(bare)]
    if len(words) < MIN_WORDS:
        return True
    n_dutch = sum(word in FUNCTION_WORDS for word in words)
    n_foreign = max(sum(word in known for word in words) for known in _WORDS_OF.values())
    return n_foreign < MIN_FOREIGN or n_foreign <= n_dutch


def _is_other_script(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    n_latin = sum(ord(c) < 0x250 or unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return len(letters) > MIN_WORDS and len(letters) - n_latin > MAX_OTHER_SCRIPT * len(letters)
