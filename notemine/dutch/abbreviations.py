"""Abbreviations in Dutch notes: which points end no sentence, and what the short forms stand for."""

from __future__ import annotations

import re

# "zie blz. 4", "mw. De Vries": the point belongs to the word, whatever follows.
NEVER_LAST = frozenset(
    "aantek afb afd afz alg antw art bbl beh bep bijl bijv bijz bl blz bv ca cf cfm ct dd dep dhr dir div "
    "dr drs ds eig evt excl fig geb gebr gem gen gesp gespr gld hfdst hr ing incl ind inl insp inz ir jl "
    "jr kath kl lic m max med mej mevr mgr mln mld mnd mr mw nl nr nrs ned olv ong ontv opl opm orig "
    "par pag plm pp presid prof prov pseud publ red ref resp secr sg soc sr stud syn tabl tel th tit toel "
    "uitbr uitg univ v vb vd verg vgl vh vlg vnl voorz vs wnd zg zgn zn zww".split()
)
# A name or another thing with a capital follows: "dhr. Bakker", "o.a. Zwolle".
LEADS_ON = frozenset(
    "dhr mw mevr mej mr dr drs ds ir ing prof o.a m.n m.b.t i.v.m i.p.v t.a.v t.o.v t.b.v d.m.v o.l.v n.a.v "
    "o.b.v d.w.z bijv bv vgl vlg blz pag nr nrs art resp ca incl excl".split()
)
# "notulen, verslagen, enz." may end a sentence: it does where a capital follows.
MAYBE_LAST = frozenset(
    "a.d.h e.a e.d e.v enz etc e.o a.s j.l d.v jl m n.v b.v u wo do ma di vr za zo z.s.m n.v.t a.u.b s.v.p "
    "m.k d.d o.i.d min".split()
)
# "3 jan. 2024", but "Dat zei Jan."
MONTHS = frozenset("jan feb febr mrt apr jun jul aug sep sept okt nov dec".split())
# "De heer J. Jansen" against "Wie kiest er wiskunde B. Dat zijn er weinig."
BEFORE_LETTER = frozenset(
    "bijlage bundel categorie deel groep klas leerweg model niveau optie pakket plan scenario team type "
    "variant versie vitamine wiskunde".split()
)
_OPENING = "([{'\"‘“’"
_DOTTED = re.compile(r"(?:[^\W\d_]{1,4}\.)+[^\W\d_]{1,4}")
_INITIALS = re.compile(r"(?:[^\W\d_]h?\.)*[^\W\d_]h?", re.IGNORECASE)

# Short forms without a doubt, by the lemma of the word they stand for. Those that carry no content ("m.b.t.")
# stand among the stop words.
LEMMA_OF = {
    "lln": "leerling", "ll": "leerling", "lln's": "leerling", "ll'en": "leerling", "llen": "leerling",
    "llngn": "leerling", "oud-ll": "oud-leerling", "oud-lln": "oud-leerling", "studn": "student",
    "mdw": "medewerker", "mdws": "medewerker", "mdwrs": "medewerker", "ondw": "onderwijs",
    "slb'er": "slb", "slb'ers": "slb", "lob'er": "lob", "lob'ers": "lob", "begel": "begeleiding",
    "bijeenk": "bijeenkomst", "coörd": "coördinator", "coord": "coördinator",
    "orientatie": "oriëntatie", "coordinator": "coördinator", "coordinatoren": "coördinator",
}  # fmt: skip


def ends_sentence(before: str, *, is_capital_next: bool) -> bool:
    """Whether a point after ``before`` ends a sentence.

    Args:
        before: The line up to the point.
        is_capital_next: The next word starts with a capital or there is none.
    """
    if is_abbreviated(before, is_capital_next=is_capital_next):
        return False
    words = before.rsplit(maxsplit=2)
    word = _last_word(before)
    if _INITIALS.fullmatch(word) and words[-1][-1:].isupper():
        return is_capital_next and len(words) > 1 and words[-2].lower() in BEFORE_LETTER
    return bool(word) and (is_capital_next or _is_word(word))


def is_abbreviated(before: str, *, is_capital_next: bool) -> bool:
    """Whether ``before`` ends in an abbreviation, so that the point after it ends no sentence.

    Args:
        before: The line up to the point.
        is_capital_next: The next word starts with a capital or there is none.
    """
    words = before.rsplit(maxsplit=2)
    if not words:
        return False
    word = _last_word(before)
    if word in MAYBE_LAST:
        return not is_capital_next
    is_date = word in MONTHS and len(words) > 1 and words[-2].isdigit()
    is_initials = _INITIALS.fullmatch(word) is not None and words[-1][-1:].isupper()
    return is_date or word in NEVER_LAST or (_DOTTED.fullmatch(word) is not None and not is_initials)


def leads_on(before: str) -> bool:
    """Whether ``before`` ends in an abbreviation that a name may follow, so that a capital begins nothing."""
    return _last_word(before) in LEADS_ON


def _last_word(before: str) -> str:
    words = before.rsplit(maxsplit=1)
    return words[-1].lstrip(_OPENING).lower() if words else ""


def _is_word(word: str) -> bool:
    # Note-takers leave out capitals: "een moetje. hoe maak je er meer van". A point after a number or after
    # letters that cannot be said ("gzg.") more likely shortens.
    return len(word) > 1 and word.isalpha() and re.search("[aeiouyáéèëïóöü]", word) is not None
