"""How Dutch note-takers write the top of a note: its table, who was there, who wrote it."""

from __future__ import annotations

import re

_NUMBERS = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig"
).split()
_ORDINALS = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende "
    "veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste"
).split()
NUMBER_OF = {word: str(n) for words in (_NUMBERS, _ORDINALS) for n, word in enumerate(words, 1)} | {
    "één": "1"
}

_SECTOR = r"vmbo|havo|vwo|mbo"
_DIGITS = r"\d{1,2}(?:[a-e](?![a-z]))?(?!\d)"
# "aan tafel een vader": the article is a number only where nothing follows it.
_WORDS = "|".join([*_NUMBERS[1:], "één", rf"een(?=\s*(?:$|[,.:;|/()–-])|\s+(?:{_SECTOR})\b)"])
TABLE = re.compile(
    r"(?<![^\W_])(?:gespreks|discussie|thema|deel|online)?(?:tafel|tafle)(?:gesprek)?s?"
    rf"[\s_.:#-]*(?:(?:nr|no|nummer)\b[\s.:]*)?(?:de\s+)?"
    rf"(?P<n>{_DIGITS}|(?:{_WORDS})\b|(?<=de )(?:{'|'.join(_ORDINALS)})\b)"
    rf"|\b(?:de\s+)?(?P<o>\d{{1,2}}(?=e|de|ste)|{'|'.join(_ORDINALS)})(?:e|de|ste)?\s+(?:gespreks)?tafel\b",
    re.IGNORECASE,
)
"""A table and its number: "tafel 3", "Tafel: vier", "gesprekstafel nr. 5", "derde tafel"."""

CODE = re.compile(r"(?<![^\W_])(?P<letter>[A-Za-z])[\s_-]?(?P<n>\d{1,2})(?!\w)")
"""A table as a code: "T7", or with the first letter of the place: "R4" in Roosendaal."""

IMPRESSION = re.compile(
    r"impressie|sfeer(?:verslag|beeld)|persbericht|nieuwsbericht|terugblik|website|nieuwsbrief", re.IGNORECASE
)
"""A report about the evening rather than the notes of a table."""

_WRITER = (
    "notulist(?:e|en)?|notulen|notuleerder|notulant|verslag(?:legger|gever|legging)?|aantek(?:eningen|enaar)?|"
    "schrijver|schrijfster|auteur|opgesteld|secretaris|samenvatting|naam"
)
_CHAIR = (
    "voorzitter|vz|gespr(?:eks)?\\.?\\s?leid(?:er|ster|ing)|gespreksbegeleider|tafelvoorzitter|tafelleider|tafelheer|"
    "tafeldame|tafelhost|tafelgastheer|tafelgastvrouw|gastheer|gastvrouw|host|moderator|facilitator|procesbegeleider|"
    "begeleider|leiding"
)
_PRESENT = (
    "(?:ook |verder |mede )?aanw(?:ezig(?:en?)?)?|present(?:ie(?:lijst)?)?|afw(?:ezig(?:en?)?)?|afgemeld|"
    "afmeldingen|deelnemers?(?:lijst)?|deeln|genodigden|gasten|aan tafel|wie|met|erbij|tafelgenoten|"
    "gespreksdeelnemers"
)
PEOPLE_KEY = re.compile(rf"(?:{_WRITER}|{_CHAIR}|{_PRESENT})", re.IGNORECASE)
"""A label before names: "Aanwezig: ...", "Voorzitter: ..."."""

PRESENT = re.compile(rf"(?:{_PRESENT})", re.IGNORECASE)
"""A label before those who were there, in a line or in a list under it."""

CREDIT = re.compile(
    r"(?:(?:het )?(?:verslag|notulen|aantekeningen)\s+)?"
    r"(?:genotuleerd|geschreven|opgetekend|opgesteld|uitgewerkt|genoteerd|vastgelegd|bijgehouden|meegetypt|overgetypt|"
    r"uitgetypt|ingetypt|getypt|samengevat|opgeschreven|verslag|notulen|aantekeningen|verslagen)"
    rf"\s+(?:door|van)\s+(?-i:[A-ZÀ-Þ'’]|de |een )|"
    rf"(?-i:(?:(?:[A-ZÀ-Þ][\w'’-]+|van|de|der|den|ten|ter|el|in|'t)\s+){{1,5}})"
    rf"(?:schreef|notuleerde|noteerde|typte)\b|door\s+(?-i:[A-ZÀ-Þ])|(?:{_WRITER}|{_CHAIR})\.?\s+(?-i:[A-ZÀ-Þ'’])",
    re.IGNORECASE,
)
"""The start of a line that says who wrote it or led the table: "genotuleerd door ...", "aantek Kaj"."""

WRITER_KEY = re.compile(rf"(?:{_WRITER})", re.IGNORECASE)
"""A label before the name of the one who wrote."""

_NAME = r"(?P<name>(?:\b(?-i:[A-Z])\.|\b[vV]\.?d\.|[^,;:()/|.\n])+)"
_BY = "geschreven|genotuleerd|genot\\.|genoteerd|opgetekend|opgeschreven|uitgewerkt|getypt"
AUTHOR = re.compile(
    rf"(?:\b(?:{_WRITER}|verslg|not|pen|door|note[ _]?taker|notes by)\.?(?:\s*[:=|]|\s+was\b)|"
    rf"\b(?:{_WRITER}|{_BY})\s+door)[\s:*_]*(?:(?:mw|mevr|mevrouw|dhr|ds)\.?\s+)?{_NAME}",
    re.IGNORECASE,
)
"""Who wrote the notes: "Notulist: Kees de Wit", "verslag door Anja"."""

BARE_AUTHOR = re.compile(rf"(?:^|[/|,–-]\s*)(?:{_WRITER})\s+(?P<name>[A-ZÀ-Þ][^,;:()/|\n]*)", re.IGNORECASE)
"""The same without a mark, where only the name tells: "notulist Adri de Nooijer", "Verslag Math Janssen"."""

SIGNED = re.compile(
    r"(?:groet(?:en|jes)?|mvg|met vriendelijke groet\w*)\W+(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [\w'’.-]+){0,4})\W*$",
    re.IGNORECASE,
)
"""The end of a letter: "Groet, Peter Stultiens"."""

SELF = re.compile(
    r"\bik(?: ben|\s*\()\s*(?P<name>(?-i:[A-ZÀ-Þ][\w'’-]+))|"
    r"(?P<other>(?-i:[A-ZÀ-Þ][\w'’-]+)) (?:schreef mee|schreef dit|schreef het|noteerde|notuleerde|typte)\b",
    re.IGNORECASE,
)
"""The writer in a sentence: "ik ben Sander, ik schrijf mee", "Freek noteerde"."""

WROTE = re.compile(r"schr[ie]+[jv]f|schreef|schreven|note[er]+|notul|verslag|\btafel\b", re.IGNORECASE)
"""A sentence in which someone says that he wrote, or which table he was at."""

GREETING = re.compile(r"\W*(?:dag|ha|hoi|hallo|beste|geachte|goede(?:middag|morgen|navond))\b", re.IGNORECASE)
"""The start of a letter."""

CLOSING = re.compile(
    r"\W*(?:(?:vriendelijke |hartelijke )?groet(?:en|jes)?|mvg|met (?:vriendelijke|hartelijke) groet\w*)\b",
    re.IGNORECASE,
)
"""The end of a letter."""

_BY_WRITER = rf"\b(?:{_WRITER})\s*(?::|\bdoor\b)"
TAIL = re.compile(
    rf"\s*(?:-{{2,}}|[–—(])?\s*(?=tafel \d+,.*\)\s*$|{_BY_WRITER}.*\btafel\b|.*\btafel\b.*{_BY_WRITER})",
    re.IGNORECASE,
)
"""The last line of notes that tells what they were: "-- verslag: Ruud, tafel 4 (havo)"."""

ABOUT = re.compile(
    r"(?:^\s*|\b(?:ging|gaat|gesproken|spraken|praatten|praten|gesprek|hebben|hadden|het)\b[^.?!:]{0,20}?\s)"
    r"over\s*:?\s+(?P<about>[^.?!,;:'’\"”]{3,60})"
    r"|\b(?:als\s+)?(?:thema|tema|onderwerp)\b(?:\s+(?:was|is))?\s*[:=]?\s*(?P<theme>['‘\"“][^'’\"”]{3,60}|[^.?!,;:'’\"”]{3,60})",
    re.IGNORECASE,
)
"""What it was about, in running words: "We spraken over: keuzedelen", "het thema was 'taal van LOB'"."""

SAY_SO = re.compile(
    r"\b(?:letterlijk (?:mee|over|uit)getypt|meegetypt|overgetypt|uitgetypt|typ(?:e)?fouten|tikfouten)\b",
    re.IGNORECASE,
)
"""A remark about the notes themselves, in brackets under the title."""

NAME_PARTICLES = frozenset(
    "van de der den ten ter te op in el al aan bij 't ’t het von la le du da dos".split()
)
"""Small words inside a name."""

LEGEND = re.compile(rf"^[A-Z]{{1,4}}\s*=\s*(?:de\s+)?(?:{_CHAIR}|{_WRITER})\b", re.IGNORECASE)
"""What the initials before the turns stand for: "GL = gespreksleider (...)"."""

PRESENT_LINE = re.compile(rf"(?P<key>{_PRESENT})\.?\s+(?P<names>(?-i:[A-ZÀ-Þ\d]).*,.*)", re.IGNORECASE)
"""Those who were there, without a colon: "aanw. Wilma, Yusuf, 2 ouders"."""

MAIL_KEYS = {
    **dict.fromkeys(("onderwerp", "subject", "betreft"), "subject"),
    **dict.fromkeys(("van", "from"), "author"),
    **dict.fromkeys(("aan", "cc", "bcc", "datum", "verzonden", "to", "date", "sent"), ""),
}
"""Labels in the header of a mail."""

_CLERICAL = (
    "agenda mededelingen opening welkom rondvraag sluiting aanwezig aanwezigen deelnemers stelling "
    "notulen verslag verslagje verslagen aantekening aantekeningen aant notitie notities notes transcript "
    "transcriptie opname post-its post-it postits postit post its flap flappen flipover flipvel mindmap "
    "mail mailtje appje app whatsapp zoom teams definitief def concept versie kopie copy copie scan foto "
    "uitwerking uitgewerkt overgetypt samenvatting na afloop gesprek gespreksverslag gespreksnotities "
    "gesprekstafel gesprekstafels tafel tafelgesprek tafelverslag bijeenkomst avond sessie ronde lob fw "
    "fwd re mijn onze ons jouw thema onderwerp sector over van voor de het een en bij aan met in te op "
    "uit der den bijdrage keer tafle hierbij ging sheet sheet1 blad blad1 menti "
    "mentimeter kaartjes kaarten export responses"
)
CLERICAL = frozenset(_CLERICAL.split())
"""Words in a title or a file name that do not say what the table was about."""
