"""Cue words of questions in Dutch notes, and how note-takers write."""

from __future__ import annotations

import re

# Bullets and numbers, also several: "- [ ] 2) ".
BULLET = re.compile(r"\s*(?:(?:[-*•+>→–·]|\[[ xX]?\]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s+)+")
QUESTION_WORDS = frozenset(
    "wie wat waar wanneer waarom hoe hoeveel hoelang hoever hoeverre hoezo hoevaak hoeveelste waarvoor "
    "waarmee waaraan waarop waarin waarbij waarvan waarover waarnaar waaruit waardoor waartoe waarheen "
    "waarvandaan waartegen waaronder waarna welk welke wiens wier vanwaar wat's hoe's waar's wie's".split()
)  # fmt: skip
# Note-takers' spellings, written out before a word is looked up.
SHORT_FORMS = {
    "wrm": "waarom", "wrom": "waarom", "wnr": "wanneer", "hvl": "hoeveel", "hv": "hoeveel", "wt": "wat",
    "ist": "is", "lln": "leerlingen", "ll": "leerling", "dr": "er", "d'r": "er", "'r": "er", "'t": "het",
    "t": "het", "'k": "ik", "k": "ik", "'n": "een", "n": "een", "'m": "hem", "m": "hem", "ie": "hij",
    "mn": "mijn", "m'n": "mijn", "zn": "zijn", "z'n": "zijn", "zo'n": "zulke", "vd": "van", "vr": "voor",
    "nr": "naar", "mbt": "over", "wij": "we", "jij": "je", "zij": "ze", "ge": "je", "gij": "je", "da": "dat",
    "wa": "wat",
}  # fmt: skip
ABBREVIATIONS = frozenset(
    "bijv bv nl resp evt incl excl ca etc dhr mevr mw dr drs ir ing prof ds st nr blz pag art min max tel "
    "o a b d w z i p v m e c h u t m.b.t o.a d.w.z i.p.v".split()
)  # fmt: skip
AUXILIARIES = frozenset(
    "is was zijn waren ben bent heb hebt heeft hebben had hadden word wordt worden werd werden kan kun "
    "kunt kunnen kon konden mag mogen mocht mochten moet moeten moest moesten wil wilt willen wou wilde "
    "wilden zal zul zult zullen zou zouden ga gaat gaan ging gingen doe doet doen deed deden kom komt "
    "komen laat laten blijft blijven weet weten krijgt krijgen krijg vind vindt vinden zie ziet zien "
    "staat staan ligt zit zitten hoort geef geeft maak maakt denk denken kijk vraag vraagt lijkt stel "
    "klopt hoef hoeft hoeven".split()
)  # fmt: skip# May stand before a question without being part of it.
FILLERS = frozenset("en maar dus want ja nee nou oké ok uh".split())

# Before a colon or a dash: what follows is a question, also in subordinate order ("Nog open: wie het doet").
ASKING_LABEL = (
    r"vra(?:ag|gen)|vraagpunt|\bopen\b|openstaand|onduidelijk|niet duidelijk|twijfel|dilemma|"
    r"discussie|bespreken|gevraagd|"
    r"afvragen|afvraag|benieuwd|weten|uitzoeken|ontbreekt|ontbreken|verzoek|kauwen|puzzel|"
    r"onbekend|worstelen|q\b|nieuwsgierig|"
    r"bespreekpunt|stelling|kwestie|uit te zoeken|leervra|geen idee|onbeantwoord"
)
