"""What can be seen of an opening: the features of the question model.

A name says which view it is, ``01=`` the first two words, ``last=`` the last, after the kind of the opening
(``V``, ``W``, or ``P`` for a question word behind a preposition) and, where it matters, what it follows.
"""

from __future__ import annotations

from itertools import pairwise

from notemine.dutch import cues
from notemine.dutch.verbs import FINITE
from notemine.questions.words import STOPS, Opening, Word

PAD = Word("", 0, 0, "", "_")
LATER = frozenset(("dan", "des", "hoe", "maar", "als", "dat", "of"))


def features(words: list[Word], opening: Opening) -> list[str]:
    """Names of the features of one opening."""
    i, kind = opening.word, opening.kind
    if (
        kind == "W"
        and words[i].low not in cues.QUESTION_WORDS
        and i + 1 < len(words)
        and words[i + 1].classes
    ):
        i, kind = i + 1, "P"
    segment, clause = _ends(words, i)
    inside = [w for w in words[i:segment] if w.classes]
    return [
        *_first_words(words, i, clause, kind=kind, after=opening.after),
        *_shape(inside, kind),
        *(_verb_first(inside) if kind == "V" else _word_first(inside, kind)),
        *_ahead(words, i, kind=kind, after=opening.after),
        *_behind(words, i, segment=segment, clause=clause, kind=kind),
    ]


def _ends(words: list[Word], i: int) -> tuple[int, int]:
    """Index after the segment (up to a comma) and after the clause (up to a stop) that begins at ``i``."""
    segment = 0
    for j in range(i, len(words)):
        if words[j].classes:
            continue
        if words[j].low in STOPS:
            return segment or j, j
        if not segment and words[j].low in ",:;":
            segment = j
    return segment or len(words), len(words)


def _first_words(words: list[Word], i: int, clause: int, *, kind: str, after: str) -> list[str]:
    w = [words[j] if j < clause else PAD for j in range(i, i + 4)]
    a, b, c, d = (x.sign for x in w)
    low, classes, k = w[0].low, w[0].classes, kind + after[0]
    return [
        kind, f"{kind}b={after}", f"{kind}0={a}", f"{k}0={a}", f"{kind}w={low}", f"{kind}01={a} {b}",
        f"{k}01={a} {b}",
        f"{kind}1={b}", f"{k}1={b}", f"{kind}2={c}", f"{kind}12={b} {c}", f"{kind}012={a} {b} {c}",
        f"{k}012={a} {b} {c}", f"{kind}0123={a} {b} {c} {d}", f"{kind}w1={low} {b}", f"{k}w1={low} {b}",
        f"{kind}v={classes}", f"{kind}v1={classes} {b}", f"{kind}ww={low} {w[1].low}",
        f"{kind}wv={low} {w[1].classes[:1]}",
    ]  # fmt: skip


def _shape(inside: list[Word], kind: str) -> list[str]:
    first, last = inside[0], inside[-1]
    finite = sum(w.is_finite for w in inside)
    sure = sum(w.classes[0] in FINITE for w in inside)
    return [
        f"{kind}n={min(len(inside), 8)}", f"{kind}f={min(finite, 4)}", f"{kind}sf={min(sure, 3)}",
        f"{kind}last={last.sign}", f"{kind}0last={first.sign} {last.classes[:1]}",
        f"{kind}lastf={last.is_finite}",
        f"{kind}size1={len(inside) == 1} {first.low}",
        *sorted({f"{kind}bag={w.sign}" for w in inside[1:] if w.sign == w.low}),
    ]  # fmt: skip


def _verb_first(inside: list[Word]) -> list[str]:
    """Is there a subject behind the verb, and how much else: a dropped subject leaves one phrase too few."""
    verb, last = inside[0], inside[-1]
    subject = next((n for n, w in enumerate(inside[1:7], 1) if _opens_phrase(w)), 0)
    phrases = min(4, sum(_opens_phrase(w) or _is_bare_noun(v, w) for v, w in pairwise(inside)))
    sign, near = inside[subject].sign, min(subject, 3)
    return [
        f"Vsub={subject} {sign}", f"Vsub={verb.classes} {subject}", f"Vnp={phrases} {verb.sign}",
        f"Vnp={phrases} {near}", f"Vss={verb.sign} {near} {last.classes[:1]}",
        f"Vsn={verb.classes} {sign} {phrases}",
        f"Vsl={inside[1 % len(inside)].sign} {last.classes[:1]} {phrases}",
    ]  # fmt: skip


def _opens_phrase(word: Word) -> bool:
    return (word.classes[:1] in tuple("yDlbNer") and word.low != "er") or word.low == "een"


def _is_bare_noun(before: Word, word: Word) -> bool:
    return word.classes[:1] in ("n", "m") and before.classes[:1] not in tuple("lbDakze")


def _word_first(inside: list[Word], kind: str) -> list[str]:
    """Where the verbs stand behind a question word: second in a question, last in a clause."""
    size = len(inside)
    verbs = [n for n, w in enumerate(inside) if n and w.is_finite][:3]
    if not verbs:
        return [f"{kind}noverb"]
    v = verbs[0]
    verb, left, right = inside[v], inside[v - 1], inside[v + 1] if v + 1 < size else PAD
    sure = [n for n, w in enumerate(inside) if w.classes[0] in FINITE]
    places = " ".join(str(min(n, 6)) for n in verbs) + ("." if verbs[-1] == size - 1 else "")
    return [
        f"{kind}at={min(v, 5)}", f"{kind}0at={inside[0].low} {min(v, 5)}",
        f"{kind}vl={left.sign} {verb.sign}",
        f"{kind}vr={verb.sign} {right.sign}", f"{kind}vc={verb.classes} {right.classes[:2]}",
        f"{kind}lvr={left.classes[:1]} {verb.classes[:1]} {right.classes[:1]} {min(v, 3)}",
        f"{kind}all={places}",
        f"{kind}adj={any(b - a == 1 for a, b in pairwise(sure))}",
    ]  # fmt: skip


def _ahead(words: list[Word], i: int, *, kind: str, after: str) -> list[str]:
    """What stands before the opening in its sentence; fillers are told by ``after``."""
    start = next((j for j in range(i, 0, -1) if words[j - 1].low in STOPS), 0)
    ahead = [w for w in words[start:i] if w.classes]
    if not ahead or after[0] in "Ss":
        return []
    k, last, here = kind + after[0], ahead[-1], words[i].sign
    comma = next((j for j in range(i - 1, start, -1) if words[j].low in ",:;"), start)
    before = next((j for j in range(comma - 1, start - 1, -1) if words[j].low in ",:;"), start - 1) + 1
    first = next((w for w in words[before:i] if w.classes), PAD)
    finite = min(2, sum(w.is_finite for w in ahead))
    following = words[i + 1].sign if i + 1 < len(words) else "_"
    return [
        f"{k}sign={words[i - 1].sign}", f"{k}p={last.sign}", f"{k}first={ahead[0].sign}", f"{k}pf={finite}",
        f"{k}sfirst={first.sign}", f"{k}pn={min(len(ahead), 4)}", f"{k}p0={last.sign} {here}",
        f"{k}psub={first.classes[:1]} {last.is_finite} {following}", f"{k}psub={first.sign} {last.is_finite}",
        f"{k}pnf={finite} {words[i].classes[:1]}", f"{k}first0={ahead[0].sign} {here}",
        f"{k}pp={' '.join(w.sign for w in ahead[-2:])}",
        f"{k}who={ahead[0].low in cues.CARRY_ON} {following}",
    ]  # fmt: skip


def _behind(words: list[Word], i: int, *, segment: int, clause: int, kind: str) -> list[str]:
    """What follows: "dan" closes a conditional, "des te" a comparison, "!" an exclamation."""
    later = LATER & {w.low for w in words[i + 2 : clause]}
    found = [f"{kind}later={word}" for word in sorted(later)]
    if clause < len(words) and words[clause].low == "!":
        found.append(f"{kind}!")
    if segment < clause:
        rest = [w for w in words[segment:clause] if w.classes][:2] or [PAD]
        found += [
            f"{kind}next{words[segment].low}={rest[0].sign}", f"{kind}0next={words[i].sign} {rest[0].sign}",
            f"{kind}next2={' '.join(w.sign for w in rest)}", f"{kind}nextf={rest[0].is_finite}",
        ]  # fmt: skip
    return found
