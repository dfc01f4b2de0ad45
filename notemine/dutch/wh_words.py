"""What a Dutch question asks for, and the words that make two questions on one subject different."""

from __future__ import annotations

# Patterns of what is asked for, tried in order on the lower-case question; the first that matches decides.
# The upper ones catch wordings that ask for something else than their question word says ("hoe komt het").
ASKED = (
    ("reason", r"\b(?:waarom|waardoor|vanwaar|hoezo|wrm|wrom)\b"),
    ("reason", r"\bhoe (?:komt|kwam|kan) (?:het|dat|'t)\b|\b(?:om|met) welke reden|\bwelke redenen?\b"),
    ("reason", r"\bwat (?:is|zijn|was|waren) (?:dan |nou |nu )?(?:de|het|hun|jullie) (?:reden|oorzaak|"
    r"oorzaken)"),
    ("reason", r"\bwaar (?:ligt|komt|zit) (?:dat|het|'t) (?:dan |nou |nu )?(?:aan|door|vandaan|in)\b"),
    ("purpose", r"\b(?:waarvoor|waartoe)\b|\b(?:welk|wat is het|met welk) (?:doel|nut|zin)\b"),
    ("purpose", r"\bwat (?:heeft|is) .{0,30}\b(?:voor zin|het nut|de zin)\b|\bwat heb je (?:er)?aan\b"),
    ("duration", r"\bhoe ?lang\b|\btot wanneer\b|\bsinds wanneer\b|\bhoe snel\b"),
    ("frequency", r"\bhoe ?vaak\b|\bhoeveel keer\b"),
    ("amount", r"\bhoe ?(?:veel|duur|groot|ver|hoog|oud|breed|zwaar)\b|\bhvl\b|\bwat kost(?:te|en)?\b"),
    ("amount", r"\bwat (?:is|zijn|wordt) (?:de|het) (?:prijs|kosten|huur|aantal|leeftijd|capaciteit)\b"),
    ("amount", r"\bwelke (?:leeftijd|prijs|afstand)\b"),
    ("time", r"\bwanneer\b|\bwnr\b|\bhoe laat\b|\b(?:wat|welke) (?:voor )?(?:dag|datum|tijd|jaar|"
    r"moment)\b"),
    ("time", r"\b(?:wat is|in welk|op welk|in welke|op welke|per welke) (?:de )?(?:dag|datum|tijd|jaar|"
    r"moment|klas)"),
    ("person", r"\b(?:wie|wiens)\b|\bwelke (?:mensen|personen|partijen|collega's?|docenten|functie)\b"),
    ("place", r"\b(?:waarheen|waarnaartoe|waar(?:vandaan)?) (?!\w+ (?:aan|op|over|mee|bij|voor|om)\b)"),
    ("place", r"\b(?:op|in|naar|bij) welke? (?:plek|plaats|locatie|adres|land|stad|map|winkel|bedrijf|"
    r"afstand)\b"),
    ("manner", r"\b(?:op welke|wat is een goede|wat voor) (?:manier|wijze|weg)\b|\bmanieren om\b|\bwat "
    r"werkt\b"),
    ("manner", r"\bwat (?:kan|kun|kunnen|moet|moeten|doe|doen|te) (?:\S+ ){0,2}?(?:doen|om|eraan|"
    r"hieraan|daaraan)\b"),
    ("manner", r"\bhoe\b"),
    ("definition", r"\bwat (?:is|zijn|betekent|betekenen|houdt|bedoelen?|verstaan?) (?!er\b)"),
    ("choice", r"\b(?:welk|welke)\b"),
    ("thing", r"\b(?:wat|waar\w+)\b"),
)  # fmt: skip
YES_NO = "yes-no"
# One of a pair in one question and the other in the other: they ask different things.
OPPOSITES = tuple(
    tuple(frozenset(side.split()) for side in pair.split(" | "))
    for pair in (
        "aan inschakelen aanzetten activeren starten | uit uitschakelen uitzetten deactiveren stoppen",
        "open openen opendoen geopend | dicht sluiten dichtdoen gesloten afsluiten",
        "volgend volgende komend komende aanstaand aanstaande straks morgen | vorig vorige afgelopen "
        "gisteren laatst",
        "vandaag | morgen | gisteren | overmorgen | eergisteren",
        "begin beginnen start starten | eind einde eindigen stoppen ophouden",
        "meer vaker | minder zelden",
        "voordeel voordelen | nadeel nadelen",
        "kopen inkopen aanschaffen | verkopen",
        "komen arriveren aankomen | gaan vertrekken weggaan",
        "aanmelden inschrijven opgeven aanmelding inschrijving | afmelden uitschrijven opzeggen afmelding",
        "toevoegen aanmaken maken | verwijderen wissen weghalen opheffen",
        "jongen jongens man mannen vader | meisje meisjes vrouw vrouwen moeder",
        "intern binnen | extern buiten",
        "verplicht verplichten | vrijwillig",
        "eerste eerst | tweede | derde | vierde | vijfde | laatste",
        "installeren | verwijderen | bijwerken updaten",
        "groot groter | klein kleiner",
        "oud ouder | jong jonger | nieuw nieuwer",
        "hoog hoger | laag lager",
        "vroeg vroeger | laat later",
        "boven | onder beneden",
        "noord | zuid | oost | west",
        "maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag",
        "hij zijn hem | zij haar",
    )
)
# Who it is about or for; a question about ouders is seldom the question about docenten.
ROLES = tuple(
    frozenset(words.split())
    for words in (
        "leerling student kind jongere leerlinge deelnemer klas puber lln tiener derdeklasser "
        "brugklasser scholier jongen meisje",
        "ouder vader moeder thuis gezin thuisfront verzorger opvoeder pa ma papa mama huis",
        "docent leraar leerkracht vakdocent collega team juf meester sectie vakleerkracht",
        "mentor slb slb'er coach begeleider studieloopbaanbegeleider tutor",
        "decaan coördinator lob-coördinator",
        "directie schoolleiding schoolleider bestuur teamleider directeur rector afdelingsleider",
        "bedrijf werkgever ondernemer bedrijfsleven organisatie stagebedrijf leerbedrijf baas",
        "gemeente overheid wethouder raad",
        "bewoner buurt wijk buurtbewoner inwoner",
        "lid vereniging vrijwilliger club",
    )
)
NEGATIONS = frozenset(
    "niet geen nooit niemand niks niets nergens zonder nauwelijks evenmin geenszins".split()
)
NUMBERS = {
    "nul": "0", "één": "1", "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7",
    "acht": "8", "negen": "9", "tien": "10", "elf": "11", "twaalf": "12", "vijftien": "15", "twintig": "20",
    "dertig": "30", "veertig": "40", "vijftig": "50", "honderd": "100", "duizend": "1000",
}  # fmt: skip
