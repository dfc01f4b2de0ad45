"""Verbs that come apart in a main clause: "meetelt" is "telt ... mee", "overtuigt" stays "overtuigt"."""

from __future__ import annotations

from notemine.dutch.lemmas import lemma_of
from notemine.dutch.verbs import FINITE, is_finite, word_classes
from notemine.dutch.words import count_of

# Longest first: "achteruitgaat" is not "achter" and "uitgaat".
SEPARABLE = (
    "achteruit bekend binnen dwars teleur tegemoet achter plaats schoon tegen terug samen klaar kwijt thuis "
    "vooruit dicht fijn gelijk kapot vast deel goed heen leeg mede neer open over rond stil voort waar weer "
    "door groot hoog vast voor vrij mee mis toe uit aan bij los vol weg af na op in om"
).split()
# Beginnings of verbs that only look like it, by how they are written in the present and the past.
INSEPARABLE = tuple(
    "aanbid aanbad aanschouw aanvaard achterhaal achterhal achtervolg "
    "doorbre doorbra doorgrond doorkruis doorleef doorsta doorstond doorvoel doorzie doorzag "
    "misbruik misdeel misdraag misgun mishaag mishandel misken misleid misluk mispr misvorm misverst "
    "omarm omgeef omgeven omgaf omhels omhul omlijn omring omschrij omschreef omschrev omsingel omslui omvat "
    "omzeil overbelast overbrug overdek overdenk overdonder overdrijf overdrijv overdreef overgiet "
    "overhandig "
    "overheers overhoor overhor overkoepel overlap overleef overleev overlev overleg overlij "
    "overleed overmeester overnacht overrompel overschad overschat overschrij overschreed overspan overspoel "
    "overstelp oversti overstijg overtref overtrof overtreed overtrad overtuig overval overviel "
    "overvleugel overvraag overvrag overweeg overweg overwog overwin overwon overzie overzag "
    "voldoe volda voldee volbreng volbracht volsta volstond voltooi voltrek voltrok volg "
    "voorkom voorkwam voorspel voorvoel voorzie voorzag "
    "weergalm weerhou weerhield weerklink weerklonk weerkaats weerleg weerspiegel weerspreek weersta "
    "weerstond".split()
)


def split_verb(verb: str) -> tuple[str, str]:
    """A finite verb of a subordinate clause, and the particle that it leaves behind in a main clause.

    >>> split_verb("meetelt"), split_verb("overtuigt"), split_verb("volhoudt")
    (('telt', 'mee'), ('overtuigt', ''), ('houdt', 'vol'))
    """
    if verb.startswith(INSEPARABLE) or word_classes(verb)[:1] not in (*FINITE, "i"):
        return verb, ""
    for particle in SEPARABLE:
        rest = verb.removeprefix(particle)
        if rest != verb and len(rest) > 2 and is_finite(rest) and _is_written(rest):
            return rest, particle
    return verb, ""


def _is_written(verb: str) -> bool:
    """Whether it is a verb by itself: "inspireert" is not "in" and "spireert"."""
    return count_of(verb).lower > 0 or count_of(lemma_of(verb)).lower > 0
