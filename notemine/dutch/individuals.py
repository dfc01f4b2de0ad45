"""Whether a line tells of one person, or of many, of a policy, of what might be."""

from __future__ import annotations

import re

from notemine.dutch.gazetteers import is_other_name, uses_of
from notemine.dutch.name_words import AT_MEETINGS, DATES, ORGANISATIONS, PRODUCTS, REPORTING
from notemine.dutch.words import is_common

_WORD_START, _WORD_END = r"(?<![\w-])", r"(?![\w-])"
_PEOPLE = (
    r"leerling(?:e)?|ll|student(?:e)?|stud|scholier|stagiaire?|jongere|jongen|jongetje|meisje|meid|knul|gast|kind|puber|"
    r"tiener|zoon|dochter|broer|broertje|zus|zusje|moeder|vader|ouder|man|vrouw|vriend|vriendin|ex|partner|oma|opa|"
    r"tante|oom|neef|neefje|nicht|nichtje|kleinzoon|kleindochter|stiefzoon|stiefdochter|buurjongen|buurmeisje|"
    r"collega|docente?|leraar|lerares|juf|meester|mentor|decaan|lob'er|teamleider|teamleidster|afdelingsleider|"
    r"directeur|directrice|rector|conrector|bestuurder|concierge|coach|loopbaancoach|begeleider|begeleidster|"
    r"stagebegeleider|praktijkopleider|slber|slb'er|medewerker|medewerkster|werknemer|werkgever|leidinggevende|baas|"
    r"iemand|deelnemer|deelneemster|klasgenoot|klasgenote|brugklasser|\w+deklasser|\w+steklasser|eersteklasser|"
    r"derdeklasser|mbo'er|mbo-er|vmbo'er|havist|vwo'er|gymnasiast|tweeling|gezin|familie|onderwijsassistent|"
    r"\w+(?:leerlinge?|studente?|meisje|jongen|docente?|collega|moeder|vader|dochter|zoon|stagiaire?)"
)
# "elke leerling", "geen leerling": nobody in particular.
_NOBODY = r"(?<!elke )(?<!elk )(?<!iedere )(?<!ieder )(?<!geen )(?<!per )(?<!welke )(?<!menig )(?<!zo'n )"
_ONE = re.compile(rf"{_WORD_START}{_NOBODY}(?:{_PEOPLE}){_WORD_END}")
_SOME = re.compile(
    rf"{_WORD_START}(?:1|2|3|een|twee|drie|paar) (?:\w+ )?(?:lln|leerlingen|studenten|meiden|meisjes|jongens|collega's|"
    rf"docenten|zusjes|broertjes|van (?:mijn|onze|de))\b"
    # Short for one or more; the verb tells.
    rf"|{_WORD_START}(?:lln|leerl) (?:[\w'-]+ ){{0,4}}(?:is|was|wil|wilde|kon|heeft|had|zit|zat|werd|wordt|moet|mag|durft|"
    rf"durfde|ging|gaat|kreeg|woont|slaapt|kan|komt|kwam)\b|{_WORD_START}lln (?:uit )?(?:\d|klas|kl\b)"
    rf"|\ber (?:\w+ )?een (?:met|die|van)\b|{_WORD_START}een die\b|\beentje\b|\bdegene\b|\bdie ene\b"
)
# Somebody in particular, whatever else the line says.
_CERTAIN = re.compile(
    rf"\bdeelnemer \d+\b|\b(?:bij|op|van) (?:1|een) school\b|{_WORD_START}(?:mijn|m'n|onze) (?:\w+ )?(?:{_PEOPLE}){_WORD_END}"
    rf"|{_WORD_START}(?:{_PEOPLE}) (?:van mij|bij (?:mij|ons)|uit (?:mijn|onze|de|\d)|in (?:mijn|onze|havo|vwo|vmbo|mavo|\d)"
    rf"|\(?(?:kl\.?|klas|mbo|havo|vwo|niv)? ?\d)|\b(?:een|1) van (?:mijn|onze|de) \w+|\b(?:casus|voorbeeld)\b"
    rf"|\b(?:uit|in) (?:klas |kl\.? ?|gl|tl|kb|bb|h|v)?\d ?[a-z]{{0,2}}\b|\b(?:student|stud|leerling|ll) (?:van )?niv"
)
_HE = re.compile(
    r"\b(?:hij|hem|haar|z'n|d'r|zijn (?:vader|moeder|ouders|broer|zus|ex|vriendin|vrouw|huis|baas|stage\w*|naam|thuis\w*|"
    r"gezin|oma|opa|mentor|school|leven|ziekte|geloof|gezondheid|klas|opleiding|verslaving|achternaam)"
    r"|(?:van|op|in|door|met|voor|bij|om|aan|uit|wegens|vanwege) zijn|(?:ze|zij) (?:is|was|had|kan|mag|wil|zou|werd|"
    r"kreeg|zat|kwam|ging|moest|zei|durfde|zal|sliep|vertelde|[a-z]+t)|(?:ik|zelf) (?:heb|ben|zit|was|had|slik|kreeg|lig|"
    r"werd|ging|moest|zat|kwam|kan|woon|slaap)|(?:heb|ben|zit|was|had|slik|kreeg|werd) ik|zichzelf|mijzelf|mezelf|zelf)\b"
)
# It happened; what is only thought of stands in the present tense.
_HAPPENED = re.compile(
    r"\b(?:werd|was|had|kreeg|kwam|vertelde|vertelt|verteld|zat|moest|wilde|wou|mocht|durfde|durft|ging|is|sinds|nu|weer|al|zei|"
    r"belde|koos|stopte|viel|bleef|stond|raakte|liep|deed|sliep|zit|heeft|(?:ge|ver|be|ont)\w+[td])\b"
)
# What might be: conditions, questions how, rules.
_MIGHT_BE = re.compile(
    r"^\W*(?:als|wanneer|indien|stel|wat als|hoe|waarom|wie|wat|welke|kan|kun|mag|moet|is het|zou|zijn er)\b|\bstel dat\b|"
    r"\b(?:hoe|wat) (?:ga|doe|help|kun|kan|begeleid|vertel|bespreek|moet|praat|herken) (?:je|jij|we|wij|een|ik)\b|"
    r"\b(?:hoe|wat|wanneer|of) (?:je|we) \b|\bals (?:een|je|de|er) \w+|\bwat als\b|\bbijvoorbeeld (?:als|bij)\b|"
    r"\b(?:moet|zou|kan|mag|hoort|verdient) (?:\w+ ){0,4}(?:kunnen|krijgen|weten|hebben|zijn|worden)\b|\bvaak\b|\bsoms\b|"
    r"\b(?:meestal|altijd|steeds vaker|regelmatig)\b"
)
_PLURAL = (
    r"(?:\w*(?:leerlingen|studenten|jongeren|kinderen|meisjes|meiden|jongens|docenten|collega's|mentoren|ouders|mensen|"
    r"scholieren|pubers|tieners|gezinnen|stagiairs|stagiaires|jongemannen|nieuwkomers|deelnemers|vaders|moeders)|lln|lln\.|ll\.)"
)
_GROUP_BEFORE = re.compile(
    rf"\b(?:{_PLURAL}) (?:(?:met|zonder|in|van|uit|die|bij|voor|onder|aan|tegen|op) )?(?:[\w'-]+ ){{0,2}}$"
)
_GROUP_AFTER = re.compile(rf"^\w*-?,? ?(?:(?:en|of) \w+ )?(?:\w+ )?(?:{_PLURAL})\b")
_MANY_BEFORE = re.compile(
    r"\b(?:veel|meer|minder|alle|sommige|steeds meer|aantal|toename van|aandacht voor|aanpak van|omgaan met|kennis van|te veel)"
    r" (?:\w+ )?$"
)
# Somebody learns or teaches about it, or would work there.
_SUBJECT_BEFORE = re.compile(
    r"\b(?:gastles|gastlessen|les|lessen|voorlichting|werkstuk|profielwerkstuk|pws|opleiding|studie|project|cursus|training|"
    r"workshop|film|boek|thema|beleid|protocol|beroep|baan|baantje|stage|stageplek|vacature|werkt|werken|werkte|carriere|"
    r"bijeenkomst|avond|lezing|documentaire|onderzoek|meting|meeloopdag|open dag|excursie|college)"
    r" (?:lopen |loopt |liep |gelopen |doen |deed |krijgen |gaat |ging )?(?:over|bij|in|op|rond|van|voor|als|naar|tot)"
    r" (?:\w+ ){0,2}$|\b(?:wil|wilde|wordt|worden|als|tot) (?:later )?(?:\w+ )?(?:bij|in) (?:de |een )?$"
    r"|\b(?:stage|werk|baan|bijbaan|bijbaantje|meeloopdag) (?:bij|in|op) (?:\w+ ){0,2}$"
)
_SUBJECT_AFTER = re.compile(r"^ (?:te )?(?:worden|wil worden)\b|^ (?:studeren|studeert|studeerde|als beroep)\b")
_NAME = re.compile(r"(?<![\w.@/'-])[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:-[A-Z][a-zà-ÿ]+)?(?![\w@/-])(?!:)")
_AFTER_NAME = re.compile(r"\W*([a-zà-ÿ]+)")
MIN_BEARERS = 8


def is_of_others(low: str, match: re.Match[str]) -> bool:
    """Whether a theme word is that of a group, a lesson or a profession: "leerlingen met autisme"."""
    before, after = low[: match.start()][-60:], low[match.end() :][:40]
    if _SUBJECT_BEFORE.search(before) or _SUBJECT_AFTER.match(after) or _MANY_BEFORE.search(before):
        return True
    if _SOME.search(low):
        return False
    return bool(_GROUP_BEFORE.search(before) or _GROUP_AFTER.match(after))


def is_about_one(low: str, text: str) -> bool:
    """Whether a line tells of somebody in particular.

    Args:
        low: The line in plain lower case.
        text: As it was written.
    """
    if _CERTAIN.search(low):
        return True
    might_be = _MIGHT_BE.search(low) is not None
    if _ONE.search(low) or _SOME.search(low) or _HE.search(low):
        return not might_be or _HAPPENED.search(low) is not None
    return _has_name(text)


def _has_name(text: str) -> bool:
    """Whether somebody is named who is not only cited: "Mo zegt", "Mo:"."""
    for match in _NAME.finditer(text):
        word = match[0].lower()
        follows = _AFTER_NAME.match(text, match.end())
        if follows and follows[1] in REPORTING | AT_MEETINGS:
            continue
        if word in ORGANISATIONS | PRODUCTS | DATES or is_common(word):
            continue
        if uses_of(match[0]).given >= MIN_BEARERS and not is_other_name(match[0]):
            return True
    return False
