"""Where questions stand in a sentence, as positions of words."""

from __future__ import annotations

from dataclasses import dataclass

from notemine.domain import QuestionKind
from notemine.dutch import cues
from notemine.questions import indirect
from notemine.questions.model import score
from notemine.questions.words import QUOTES, Opening, Sentence, Word, openings, sentences_of

# With its mark at the end something is asked; the best opening may then be a weak one.
MIN_SCORE_MARKED = -5.0
MIN_SCORE_EXCLAIMED = 4.0
MIN_SCORE_SPLIT = -1.0
MIN_SCORE_JOINED = 1.5


@dataclass(frozen=True, slots=True)
class Span:
    """A question in a sentence: words ``first`` to ``last``, exclusive; ``has_mark``: it owns the mark."""

    first: int
    last: int
    kind: QuestionKind
    has_mark: bool = False


def is_question(text: str) -> bool:
    """Whether a sentence asks something: directly, without its mark, or reported ("... vraagt of ...").

    Tags that ask for assent ("mooi, hè?") and requests ("vraagt om") don't count.

    Raises:
        MissingModelError: the models ``nl_lexicon`` or ``nl_questions`` are not installed.
    """
    bullet = cues.BULLET.match(text)
    start = bullet.end() if bullet else 0
    return any(spans_in(sentence, is_listed=start > 0) for sentence in sentences_of(text[start:]))


def spans_in(sentence: Sentence, *, is_listed: bool = False, follows_question: bool = False) -> list[Span]:
    """The questions of a sentence, in order.

    Args:
        sentence: Words and mark.
        is_listed: It is an item of a list, where a subordinate clause on its own is a question
            ("- hoe we ouders bereiken").
        follows_question: A question stands right before it, so that a word with a mark is a suggested answer
            ("Wie betaalt? De gemeente?").
    """
    words = sentence.words
    found = openings(words)
    starts = _starts(words, found, mark=sentence.mark, is_listed=is_listed)
    if not starts and sentence.mark == "?":
        starts = _start_of_marked(words, found, follows_question=follows_question)
    spans = []
    for n, (first, kind) in enumerate(starts):
        limit = starts[n + 1][0] if n + 1 < len(starts) else len(words)
        owns_mark = sentence.mark == "?" and n + 1 == len(starts)
        last = limit if owns_mark else _end(words, first, limit)
        if kind == "indirect":
            last = min(last, indirect.end_before_cue(words, first) or last)
        is_direct = owns_mark and kind == "unmarked"
        last = _trim(words, first, last, is_followed=n + 1 < len(starts), keeps_brackets=owns_mark)
        spans.append(Span(first, last, "direct" if is_direct else kind, owns_mark))
    return spans


def _starts(
    words: list[Word], found: list[Opening], *, mark: str, is_listed: bool
) -> list[tuple[int, QuestionKind]]:
    starts: list[tuple[int, QuestionKind]] = []
    since = 0
    for n, opening in enumerate(found):
        i = opening.word
        behind_preposition = n and found[n - 1].word == i - 1 and found[n - 1].kind == opening.kind == "W"
        if behind_preposition and starts and starts[-1][0] == i - 1:
            continue
        if starts and opening.after[0] in "Bb" and starts[-1][1] != "indirect":
            continue
        if opening.kind != "O" and _is_direct(words, opening, mark=mark, is_inside=bool(starts)):
            starts.append((i, "unmarked"))
        elif starts and _is_elliptic(words, opening):
            starts.append((i, starts[-1][1]))
        elif opening.kind != "V" and _is_indirect(words, opening, starts, since=since, is_listed=is_listed):
            starts.append((i, "indirect"))
        elif opening.kind != "V" and words[i].low not in cues.GOVERNED:
            since = i + 1
    return starts


def _is_direct(words: list[Word], opening: Opening, *, mark: str, is_inside: bool) -> bool:
    i = opening.word
    if opening.kind == "V" and _is_label_or_tag(words, i):
        return False
    log_odds = score(words, opening)
    if mark == "!":
        return log_odds > MIN_SCORE_EXCLAIMED
    if opening.kind == "V" and mark != "?" and _is_condition(words, i):
        return False
    if opening.kind == "W" and mark != "?" and _is_infinitive(words, i):
        return False
    if opening.kind == "V" and opening.after == "K":
        # "... gebouwd of wordt opgenomen" goes on with a statement, "... en weten zij dat" with a question.
        return log_odds > (MIN_SCORE_SPLIT if is_inside and words[i].classes[0] != "i" else MIN_SCORE_JOINED)
    return log_odds > 0


def _is_label_or_tag(words: list[Word], i: int) -> bool:
    """Whether the words from ``i`` on are a label ("Vraag 2: ...") or a tag ("..., vind je niet")."""
    end = next((j for j in range(i, len(words)) if not words[j].classes), len(words))
    if end < len(words):
        return words[end].low == ":" and end - i <= 4
    return i > 0 and words[i - 1].low == "," and " ".join(w.low for w in words[i:]) in cues.TAGS


def _is_condition(words: list[Word], i: int) -> bool:
    """Whether "dan" and its verb stand behind a clause that begins with a verb: "Lukt dat niet, dan ..."."""
    for j in range(i + 2, len(words) - 1):
        if words[j].low == "dan" and words[j + 1].classes[:1] in ("s", "t", "v", "w", "p"):
            return True
    return False


def _is_infinitive(words: list[Word], i: int) -> bool:
    """Whether it is a title like "Hoe om te gaan met verzuim"."""
    rest = [w for w in words[i + 1 :] if w.classes]
    return any(w.low == "te" for w in rest[:4]) and not any(w.classes[0] in "stvw" for w in rest)


def _is_elliptic(words: list[Word], opening: Opening) -> bool:
    """Whether a question word alone is coordinated with a question: "..., wanneer en via welk kanaal"."""
    if opening.kind != "W" or opening.after[0] not in "PKpk":
        return False
    clause = words[opening.word : _end(words, opening.word, len(words))]
    size = next((n for n, w in enumerate(clause) if not w.classes or w.low in ("en", "of")), len(clause))
    return size <= 3 and not any(w.is_finite for w in clause[1:size])


def _is_indirect(
    words: list[Word],
    opening: Opening,
    starts: list[tuple[int, QuestionKind]],
    *,
    since: int,
    is_listed: bool,
) -> bool:
    i = opening.word
    if words[i].classes[0] == "z" and opening.kind == "W" and indirect.governs(words, i):
        return False
    end = _end(words, i, len(words))
    if opening.kind == "O" and end - i < 3:
        return False
    if not indirect.is_subordinate(words, i, end) and (end - i > 3 or not starts):
        return False
    if starts and starts[-1][1] == "indirect":
        return opening.after[0] in "PKMpkm" and _joins(words, i)
    if opening.after[0] in "Ss" and indirect.end_before_cue(words, i):
        return True
    if is_listed and opening.after[0] in "Ss" and end == len(words) and end - i > 2:
        return not any(w.low in ":," for w in words[i:]) and not indirect.has_main_clause(words, i)
    return indirect.is_asked(words, opening, since=since)


def _joins(words: list[Word], i: int) -> bool:
    return any(w.low in ("en", "of", ",", "+", "ja", "wel", "ook", "nee") for w in words[max(0, i - 2) : i])


def _start_of_marked(
    words: list[Word], found: list[Opening], *, follows_question: bool
) -> list[tuple[int, QuestionKind]]:
    """The question of a sentence that has a mark but no sure opening: the best one, or all after a label."""
    inside = [w for w in words if w.classes]
    tail = [w.low for w in inside[-3:]]
    if len(inside) < 2 and not follows_question:
        return [(words.index(inside[0]), "unmarked")] if inside else []
    if any(" ".join(tail).endswith(tag) and len(inside) > len(tag.split()) for tag in cues.TAGS):
        return []
    scored = [(score(words, o), -o.word) for o in found if o.kind != "O" and o.after[0] not in "Bb"]
    best = max(scored, default=(MIN_SCORE_MARKED, 0))
    if best[0] > MIN_SCORE_MARKED:
        return [(-best[1], "unmarked")]
    if not inside or (follows_question and inside[0].low not in cues.COORDINATORS):
        return []
    if any(w.low == "toch" for w in inside[2:]) and inside[1].is_finite:
        return []
    first = 0
    for i, word in enumerate(words[:-1]):
        if word.low in ":;(" or (word.low in "-–" and words[i - 1].end < word.start):
            first = i + 1
    while first < len(words) - 1 and (not words[first].classes or words[first].low in cues.DROPPED_FILLERS):
        first += 1
    return [(first, "unmarked")]


def _end(words: list[Word], first: int, limit: int) -> int:
    """Index after the last word of the question that begins at ``first``."""
    is_quoted = first > 0 and words[first - 1].low in QUOTES
    depth = 0
    for j in range(first + 1, limit):
        word = words[j]
        if word.classes:
            if word.low == "want" and any(w.is_finite for w in words[first:j]):
                return j
            if word.low in ("en", "maar", "dus") and _begins_statement(words, j + 1, limit):
                return j
            continue
        depth += (word.low == "(") - (word.low == ")")
        if word.low in ";:→|" or depth < 0 or (is_quoted and word.low in QUOTES):
            return j
        if word.low in "-–—" and words[j - 1].end < word.start:
            return j
        if word.low == "," and not depth and _ends_at_comma(words, j, limit):
            return j
    return limit


def _ends_at_comma(words: list[Word], comma: int, limit: int) -> bool:
    rest = [w for w in words[comma + 1 : limit] if w.classes][:4]
    if not rest:
        return True
    first = rest[0]
    if first.low in cues.CARRY_ON:
        return first.low in "ikwij" and len(rest) > 1 and rest[1].is_finite
    if first.low in cues.CUT_OFF or (first.is_finite and first.classes[0] in "stvw"):
        return True
    return _begins_statement(words, comma + (2 if first.low == "en" else 1), limit)


def _begins_statement(words: list[Word], i: int, limit: int) -> bool:
    """Whether a subject and its verb stand at ``i``: "iedereen deed mee", "ik denk van niet"."""
    rest = [w for w in words[i:limit] if w.classes][:4]
    if len(rest) < 2 or rest[0].classes[0] not in "yDlbNenmA":
        return False
    if rest[0].classes[0] in "yDeA" and rest[0].low not in cues.CARRY_ON:
        return rest[1].is_finite and rest[1].classes[0] in "stvwp"
    return any(w.is_finite and w.classes[0] in "stvw" for w in rest[1:3])


def _trim(words: list[Word], first: int, last: int, *, is_followed: bool, keeps_brackets: bool) -> int:
    """Leave out signs, what hangs between two questions and a remark in brackets at the end."""
    while last > first + 1:
        word = words[last - 1]
        if word.low == ")":
            opened = next((j for j in range(last - 1, first, -1) if words[j].low == "("), 0)
            if opened and keeps_brackets:
                break
            last = opened or last - 1
        elif is_followed and (words[last - 2].low, word.low) in cues.HANGING_PAIRS:
            last -= 2
        elif not word.classes or (is_followed and word.low in cues.HANGING - {"zo", "dan"}):
            last -= 1
        else:
            break
    return last
