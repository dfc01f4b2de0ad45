"""What can be seen of an opening: the features of the question model."""

from __future__ import annotations

from notemine.dutch.verbs import FINITE
from notemine.questions.words import STOPS, Opening, Word

PAD = Word("", 0, 0, "", "_")


def features(words: list[Word], opening: Opening) -> list[str]:
    """Names of the features of one opening, each once."""
    i, kind, after = opening.word, opening.kind, opening.after
    if kind == "W" and words[i].classes[0] == "z":
        i, kind = i + 1, "P"
        opening = Opening(i, kind, after)
    segment, clause = _ends(words, i)
    w = [words[j] if j < clause else PAD for j in range(i, i + 5)]
    s = [x.sign for x in w]
    k = kind + after[0]
    found = [
        kind, f"{kind}b={after}", f"{kind}0={s[0]}", f"{k}0={s[0]}", f"{kind}w={w[0].low}",
        f"{kind}01={s[0]} {s[1]}", f"{k}01={s[0]} {s[1]}", f"{kind}1={s[1]}", f"{kind}12={s[1]} {s[2]}",
        f"{kind}w1={w[0].low} {s[1]}", f"{kind}012={s[0]} {s[1]} {s[2]}", f"{kind}0123={s[0]} {s[1]} {s[2]} {s[3]}",
        f"{kind}2={s[2]}", f"{k}1={s[1]}", f"{k}012={s[0]} {s[1]} {s[2]}", f"{k}w1={w[0].low} {s[1]}", f"{kind}v={w[0].classes}", f"{kind}v1={w[0].classes} {s[1]}", f"{kind}ww={w[0].low} {w[1].low}",
        f"{kind}wv={w[0].low} {w[1].classes[:1]}",
    ]  # fmt: skip
    found += _inside(words, opening, segment)
    found += _before(words, opening)
    found += _behind(words, opening, segment, clause)
    return found


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


def _inside(words: list[Word], opening: Opening, segment: int) -> list[str]:
    i, kind = opening.word, opening.kind
    inside = [x for x in words[i:segment] if x.classes] or [words[i]]
    size = len(inside)
    finite = [n for n, x in enumerate(inside) if not FINITE.isdisjoint(x.classes)]
    sure = [n for n in finite if inside[n].classes[0] in FINITE]
    last = inside[-1]
    found = [
        f"{kind}n={min(size, 8)}", f"{kind}f={min(len(finite), 4)}", f"{kind}sf={min(len(sure), 3)}",
        f"{kind}last={last.sign}", f"{kind}0last={inside[0].sign} {last.classes[:1]}",
        f"{kind}lastf={not FINITE.isdisjoint(last.classes)}", f"{kind}size1={size == 1} {inside[0].low}",
    ]  # fmt: skip
    found += sorted({f"{kind}bag={x.sign}" for x in inside[1:] if x.sign == x.low})
    if kind == "V":
        subject = next(
            (n for n, x in enumerate(inside[1:6], 1) if x.classes[:1] in "yDlbNe" and x.low != "er"), 0
        )
        groups = sum(
            x.classes[:1] in "lbDyN" or (x.classes[:1] in "nm" and y.classes[:1] not in "lbDakz")
            for y, x in zip(inside, inside[1:], strict=False)
        )
        return [
            *found, f"Vsub={subject} {inside[subject].sign}", f"Vsub={inside[0].classes} {subject}",
            f"Vnp={min(groups, 4)} {inside[0].sign}", f"Vnp={min(groups, 4)} {min(subject, 2)}",
        ]  # fmt: skip
    verbs = [n for n in finite if n][:3]
    if not verbs:
        return [*found, f"{kind}noverb"]
    v = verbs[0]
    left, right = inside[v - 1], inside[v + 1] if v + 1 < size else PAD
    found += [
        f"{kind}at={min(v, 5)}", f"{kind}0at={inside[0].low} {min(v, 5)}", f"{kind}vl={left.sign} {inside[v].sign}",
        f"{kind}vr={inside[v].sign} {right.sign}", f"{kind}vc={inside[v].classes} {right.classes[:2]}",
        f"{kind}lvr={left.classes[:1]} {inside[v].classes[:1]} {right.classes[:1]} {min(v, 3)}",
        f"{kind}all={' '.join(str(min(n, 6)) for n in verbs)}{'.' if verbs[-1] == size - 1 else ''}",
        f"{kind}adj={any(b - a == 1 for a, b in zip(sure, sure[1:], strict=False))}",
    ]  # fmt: skip
    return found


def _before(words: list[Word], opening: Opening) -> list[str]:
    i, kind = opening.word, opening.kind
    if i == 0:
        return []
    start = i
    while start and words[start - 1].low not in STOPS:
        start -= 1
    ahead = [x for x in words[start:i] if x.classes]
    if not ahead:
        return []
    k = kind + opening.after[0]
    n_finite = sum(x.is_finite for x in ahead)
    comma = next((j for j in range(i - 1, start, -1) if words[j].low in ",:;"), start)
    segment_start = next((j for j in range(comma - 1, start - 1, -1) if words[j].low in ",:;"), start - 1) + 1
    first = next((x for x in words[segment_start:i] if x.classes), PAD)
    return [
        f"{k}p={words[i - 1].sign}", f"{k}p={ahead[-1].sign}", f"{k}first={ahead[0].sign}", f"{k}pf={min(n_finite, 2)}",
        f"{k}sfirst={first.sign}", f"{k}pn={min(len(ahead), 4)}", f"{k}p0={ahead[-1].sign} {words[i].sign}",
        f"{k}psub={first.classes[:1]} {ahead[-1].is_finite} {words[i + 1].sign if i + 1 < len(words) else '_'}",
        f"{k}psub={first.sign} {ahead[-1].is_finite}", f"{k}pnf={min(n_finite, 2)} {words[i].classes[:1]}",
        f"{k}pp={' '.join(x.sign for x in ahead[-2:])}", f"{k}first0={ahead[0].sign} {words[i].sign}",
    ]  # fmt: skip


def _behind(words: list[Word], opening: Opening, segment: int, clause: int) -> list[str]:
    kind = opening.kind
    found = []
    if clause < len(words) and words[clause].low == "!":
        found.append(f"{kind}!")
    if segment < clause:
        rest = [x for x in words[segment:clause] if x.classes][:2] or [PAD]
        sign = words[segment].low
        found += [
            f"{kind}next{sign}={rest[0].sign}", f"{kind}0next={words[opening.word].sign} {rest[0].sign}",
            f"{kind}next2={' '.join(x.sign for x in rest)}",
            f"{kind}nextf={not FINITE.isdisjoint(rest[0].classes)}",
        ]  # fmt: skip
    later = {x.low for x in words[opening.word + 2 : clause]} & {
        "dan",
        "des",
        "hoe",
        "maar",
        "als",
        "dat",
        "of",
    }
    found += sorted(f"{kind}later={x}" for x in later)
    return found
