"""Whether a line tells of one person, or of many, of a policy, of what might be."""

from __future__ import annotations

import re

from notemine.dutch.gazetteers import is_other_name, uses_of
from notemine.dutch.name_words import AT_MEETINGS, DATES, ORGANISATIONS, PRODUCTS, REPORTING
from notemine.dutch.words import is_common

_WORD_START, _WORD_END = r"(?<![\w-])", r"(?![\w-])"
_PEOPLE = (
    r"leerling(?:e)?|ll|student(?:e)?|stud|scholier|stagiaire?|jongere|jongen|jongetje|meisje|meid|knul"
    r"|gast|kind|puber|"
    r"tiener|zoon|dochter|broer|broertje|zus|zusje|moeder|vader|ouder|man|vrouw|vriend|vriendin|ex|partner"
    r"|oma|opa|"
    r"tante|oom|neef|neefje|nicht|nichtje|kleinzoon|kleindochter|stiefzoon|stiefdochter|buurjongen"
    r"|buurmeisje|"
    r"collega|docente?|leraar|lerares|juf|meester|mentor|decaan|lob'er|teamleider|teamleidster"
    r"|afdelingsleider|"
    r"directeur|directrice|rector|conrector|bestuurder|concierge|coach|loopbaancoach|begeleider|begeleidster|"
    r"stagebegeleider|praktijkopleider|slber|slb'er|medewerker|medewerkster|werknemer|werkgever"
    r"|leidinggevende|baas|"
    r"iemand|deelnemer(?! \d)|deelneemster|klasgenoot|klasgenote|brugklasser|\w+deklasser|\w+steklasser"
    r"|eersteklasser|"
    r"derdeklasser|mbo'er|mbo-er|vmbo'er|havist|vwo'er|gymnasiast|tweeling|gezin|familie|onderwijsassistent|"
    r"\w+(?:leerlinge?|studente?|meisje|jongen|docente?|collega|moeder|vader|dochter|zoon|stagiaire?)"
)
# "elke leerling", "geen leerling": nobody in particular.
_NOBODY = r"(?<!elke )(?<!elk )(?<!iedere )(?<!ieder )(?<!geen )(?<!per )(?<!welke )(?<!menig )(?<!zo'n )"
_ONE = re.compile(rf"{_WORD_START}{_NOBODY}(?:oud-|ex-)?(?:{_PEOPLE}){_WORD_END}")
_SOME = re.compile(
    rf"{_WORD_START}(?:1|2|3|een|twee|drie|paar) (?:\w+ )?(?:lln|leerlingen|studenten|meiden|meisjes"
    rf"|jongens|collega's|"
    rf"docenten|zusjes|broertjes|van (?:mijn|onze|de))\b"
    # Short for one or more; the verb tells.
    rf"|{_WORD_START}(?:lln|leerl) (?:[\w'-]+ ){{0,4}}(?:is|was|wil|wilde|kon|heeft|had|zit|zat|werd|wordt"
    rf"|moet|mag|durft|"
    rf"durfde|ging|gaat|kreeg|woont|slaapt|kan|komt|kwam)\b|{_WORD_START}lln (?:uit )?(?:\d|klas|kl\b)"
    rf"|\ber (?:\w+ )?een (?:met|die|van)\b|{_WORD_START}een die\b|\beentje\b|\bdegene\b|\bdie ene\b"
)
# Somebody in particular, whatever else the line says.
_CERTAIN = re.compile(
    rf"\b(?:bij|op|van) (?:1|een) school\b|{_WORD_START}(?:mijn|m'n|onze) (?:\w+ )?(?:{_PEOPLE}){_WORD_END}"
    rf"|{_WORD_START}(?:{_PEOPLE}) (?:van mij|bij (?:mij|ons)|uit (?:mijn|onze|de|\d)|in (?:mijn|onze|havo"
    rf"|vwo|vmbo|mavo|\d)"
    rf"|\(?(?:kl\.?|klas|mbo|havo|vwo|niv)? ?\d)|\b(?:een|1) van (?:mijn|onze|de) \w+|\b(?:casus|voorbeeld)\b"
    rf"|\b(?:uit|in) (?:klas |kl\.? ?|gl|tl|kb|bb|h|v)?\d ?[a-z]{{0,2}}\b|\b(?:student|stud|leerling|ll)"
    rf" (?:van )?niv"
)
_HE = re.compile(
    r"\b(?:hij|hem|haar|z'n|d'r|zijn (?:vader|moeder|ouders|broer|zus|ex|vriendin|vrouw|huis|baas|stage\w*"
    r"|naam|thuis\w*|"
    r"gezin|oma|opa|mentor|school|leven|ziekte|geloof|gezondheid|klas|opleiding|verslaving|achternaam)"
    r"|(?:van|op|in|door|met|voor|bij|om|aan|uit|wegens|vanwege) zijn|(?:ze|zij) (?:is|was|had|kan|mag|wil"
    r"|zou|werd|"
    r"kreeg|zat|kwam|ging|moest|zei|durfde|zal|sliep|vertelde|[a-z]+t)|(?:ik|zelf) (?:heb|ben|zit|was|had"
    r"|slik|kreeg|lig|"
    r"werd|ging|moest|zat|kwam|kan|woon|slaap)|(?:ze|zij) (?:[\w'-]+ ){1,5}(?!niet|dat|wat|met|het"
    r"|uit)(?:is|was|had|[a-z]{2,}t)(?= ?(?:[,.;]|en\b|$))|(?:heb|ben|zit|was|had|slik|kreeg|werd) ik"
    r"|zichzelf|mijzelf|mezelf|zelf)\b"
)
# It happened; what is only thought of stands in the present tense.
_HAPPENED = re.compile(
    r"\b(?:werd|was|had|kreeg|kwam|vertelde|zat|moest|wilde|wou|mocht|durfde|ging|zei|belde|koos|stopte"
    r"|viel|bleef|stond"
    r"|raakte|liep|deed|sliep|dronk|gebruikte|verloor|begon|sinds|geleden|inmiddels|vorige? (?:week|maand"
    r"|jaar|keer))\b"
)
# What might be: conditions, questions how.
_MIGHT_BE = re.compile(
    r"^\W*(?:als|wanneer|indien|stel|hoe|hoeveel|waarheen|waar|waarom|wie|wat|welke|kan|kun|mag|moet|is"
    r" het|zou|zijn er)\b|\bstel dat\b"
    r"|\b(?:hoe|wat|wanneer|of) (?:\w+ )?(?:je|jij|we|wij)\b|\bals (?:een|je|de|er|iemand) \w+"
    r"|\bbijvoorbeeld (?:als|bij)\b"
)
# What holds for all of a kind: "een leerling met autisme heeft structuur nodig".
_ALL_OF_A_KIND = re.compile(
    r"^\W*(?:voor|bij) (?:een|de) \w+ (?:met|zonder|in|die)\b"
    r"|^\W*(?:een|de) \w+ (?:met|zonder|in|die) [^.;]*\b(?:moet|kan|mag|heeft (?:[\w'-]+ ){0,5}nodig"
    r"|verdient|vraagt|hoort"
    r"|krijgt vaak|is vaak|heeft vaak|loopt vaak|heeft recht)\b"
)
_PLURAL = (
    r"(?:\w*(?:leerlingen|studenten|jongeren|kinderen|meisjes|meiden|jongens|docenten|collega's|mentoren"
    r"|ouders|mensen|"
    r"scholieren|pubers|tieners|gezinnen|stagiairs|stagiaires|jongemannen|nieuwkomers|deelnemers|vaders"
    r"|moeders)|lln|lln\.|ll\.)"
)
_GROUP_BEFORE = re.compile(
    rf"\b(?:{_PLURAL}),? (?:(?:met|zonder|in|van|uit|die|bij|voor|onder|aan|tegen|op|zijn|hebben) )?"
    r"(?:(?!(?:met|in|van|uit|bij|op|door|een|haar|zijn)\b)[\w'-]+ ){0,2}$"
)
_GROUP_AFTER = re.compile(rf"^\w*-?,? ?(?:(?:en|of) \w+ )?(?:\w+ )?(?:{_PLURAL})\b")
_MANY_BEFORE = re.compile(
    r"\b(?:veel|meer|minder|alle|sommige|steeds meer|aantal|toename van|aandacht voor|aanpak van|omgaan"
    r" met|kennis van|te veel)"
    r" (?:\w+ )?$"
)
# Somebody learns or teaches about it, or would work there.
_SUBJECT_BEFORE = re.compile(
    r"\b(?:gastles|gastlessen|les|lessen|voorlichting|werkstuk|profielwerkstuk|pws|opleiding|studie"
    r"|project|cursus|training|"
    r"workshop|film|boek|thema|beleid|protocol|beroep|baan|baantje|stage|stageplek|vacature|werkt|werken"
    r"|werkte|carriere|"
    r"bijeenkomst|avond|lezing|documentaire|onderzoek|meting|meeloopdag|open dag|excursie|college)"
    r" (?:lopen |loopt |liep |gelopen |doen |deed |krijgen |gaat |ging )?(?:over|aan|bij|in|op|rond|van|voor"
    r"|als|naar|tot)"
    r" (?:(?!(?:vanwege|wegens|om|omdat|door|met|bij|en|maar)\b)\w+ ){0,2}$|\b(?:wil|wilde|wordt|worden"
    r"|als|tot) (?:later )?(?:\w+ )?(?:bij|in) (?:de |een )?$"
    r"|\b(?:stage|werk|baan|bijbaan|bijbaantje|meeloopdag) (?:bij|in|op) (?:\w+ ){0,2}$"
)
_SUBJECT_AFTER = re.compile(
    r"^ (?:te )?(?:worden|wil worden|gaan werken|werken|werkt|werkte|stage)\b|^ (?:studeren|studeert"
    r"|studeerde|als beroep)\b"
)
# At the end of a compound: it is the work of somebody, or a rule.
_TRADE_ENDING = re.compile(
    r".(?:coach|beleid|protocol|centrum|klas|school|scholen|les|lessen|onderzoek|preventie|project|week"
    r"|adviseur|fonds"
    r"|specialist|medewerker|consulent|begeleider|begeleiding|training|cursus|expert|vriendelijk|richtlijn"
    r"|loket)e?n?s?$"
)
_PREPOSITION = re.compile(r"(?:bij|naar|van|met|door|in|uit|voor|op) ")
_NAME = re.compile(
    r"(?:\bDeelnemer \d+\b|(?<![\w.@/'-])[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:-[A-Z][a-zà-ÿ]+)?(?![\w@/-]))(?! ?:)"
)
_AFTER_NAME = re.compile(r"\W*([a-zà-ÿ]+)")
_CITES = (
    REPORTING
    | AT_MEETINGS
    | frozenset("deelt meldt merkt ziet noemt stelt geeft legt benadrukt hoort".split())
)
_DOES = frozenset("wil wilde mag mocht moet moest had kreeg zit zat werd ging durft slikt woont".split())
MIN_BEARERS = 8


def is_of_others(low: str, match: re.Match[str]) -> bool:
    """Whether a theme word is that of a group, a lesson or a profession: "leerlingen met autisme"."""
    before, after = low[max(0, match.start() - 60) : match.start()], low[match.end() : match.end() + 40]
    if leads := _PREPOSITION.match(match[0]):
        before += leads[0]
    if _TRADE_ENDING.search(match[0]):
        return True
    is_cause = match[0].startswith(("vanwege ", "wegens "))
    if (
        (_SUBJECT_BEFORE.search(before) and not is_cause)
        or _SUBJECT_AFTER.match(after)
        or _MANY_BEFORE.search(before)
    ):
        return True
    is_group = _GROUP_BEFORE.search(before) or _GROUP_AFTER.match(after)
    return bool(is_group) and _SOME.search(low) is None


def is_about_one(low: str, text: str) -> bool:
    """Whether a sentence tells of somebody in particular.

    Args:
        low: The sentence in plain lower case.
        text: As it was written.
    """
    if _CERTAIN.search(low):
        return True
    if is_general(low):
        return _HAPPENED.search(low) is not None and _tells_of_one(low, text)
    return _tells_of_one(low, text)


def is_general(low: str) -> bool:
    """Whether a sentence in plain lower case says what might be, or what holds for all of a kind."""
    return _MIGHT_BE.search(low) is not None or _ALL_OF_A_KIND.search(low) is not None


def _tells_of_one(low: str, text: str) -> bool:
    return any(signs.search(low) for signs in (_ONE, _SOME, _HE)) or _has_name(text)


def _has_name(text: str) -> bool:
    """Whether somebody is named who is not only cited: "Mo zegt", "Mo:"."""
    for match in _NAME.finditer(text):
        word = match[0].lower()
        follows = _AFTER_NAME.match(text, match.end())
        if follows and follows[1] in _CITES:
            continue
        if word.startswith("deelnemer "):
            return True
        if word in ORGANISATIONS | PRODUCTS | DATES or is_common(word):
            continue
        # A name that is on no list shows in what it does.
        acts = follows is not None and follows[1] in _DOES
        if (acts or uses_of(match[0]).given >= MIN_BEARERS) and not is_other_name(match[0]):
            return True
    return False
