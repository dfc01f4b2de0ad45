"""Verbs that come apart in a main clause: "meetelt" is "telt ... mee", "overtuigt" stays "overtuigt"."""

from __future__ import annotations

from notemine.dutch.lemmas import lemma_of
from notemine.dutch.verbs import FINITE, is_finite, word_classes
from notemine.dutch.words import count_of

# Longest first: "achteruitgaat" is not "achter" and "uitgaat".
SEPARABLE = (
    "achteruit bekend binnen voorop dwars teleur tegemoet achter plaats schoon tegen terug samen klaar kwijt "
    "thuis vooruit dicht fijn gelijk kapot vast deel goed heen leeg mede neer open over rond stil voort waar "
    "weer door groot hoog voor vrij mee mis toe uit aan bij los vol weg af na op in om"
).split()
# Beginnings of verbs that only look like it, by how they are written in the present and the past.
INSEPARABLE = tuple(
    "aanbad aanbid aanschouw aanvaard achterhaal achterhal achtervolg doorbra doorbre doorgrond doorkruis "
    "doorleef doorsta doorstond doorvoel doorzag doorzie innen lossen misbruik misdeel misdraag misgun "
    "mishaag mishandel misken misleid misluk mispr missen misverst misvorm omarm omgaf omgeef omgeven "
    "omhels omhul omlijn omring omschreef omschrev omschrij omsingel omslui omvat omzeil openbaar openbar "
    "openen overbelast overbrug overdek overdenk overdonder overdreef overdrijf overdrijv overgiet "
    "overhandig overheers overhoor overhor overkoepel overlap overleed overleef overleev overleg overlev "
    "overlij overmeester overnacht overrompel overschad overschat overschreed overschrij overspan "
    "overspoel overstelp oversti overstijg overtrad overtreed overtref overtrof overtuig overval overviel "
    "overvleugel overvraag overvrag overweeg overweg overwin overwog overwon overzag overzie volbracht "
    "volbreng volda voldee voldoe volg volsta volstond voltooi voltrek voltrok voorkom voorkwam voorspel "
    "voorvoel voorzag voorzie vrijwa vrijwillig waarborg waardee waarder waarschuw weergalm weerhield "
    "weerhou weerkaats weerklink weerklonk weerleg weerspiegel weerspreek weersta weerstond".split()
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
