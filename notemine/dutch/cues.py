"""Cue words of questions in Dutch notes: what asks, what reports an asking, what only looks like it."""

from __future__ import annotations

import re

# Bullets and numbers, also several: "- [ ] 2) ".
BULLET = re.compile(r"\s*(?:(?:[-*•+>→–·]|\[[ xX]?\]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s+)+")
QUESTION_WORDS = frozenset(
    "wie wat waar wanneer waarom hoe hoeveel hoelang hoever hoeverre hoezo hoevaak hoeveelste waarvoor "
    "waarmee waaraan waarop waarin waarbij waarvan waarover waarnaar waaruit waardoor waartoe waarheen "
    "waarvandaan waartegen waaronder waarna welk welke wiens wier vanwaar wat's hoe's waar's wie's".split()
)  # fmt: skip
COUNT_WORDS = frozenset(("hoeveelste", "hoevelen", "hoeveel"))
BEFORE_QUESTION_WORD = frozenset(
    "aan achter bij binnen boven buiten door in langs met na naar naast om onder op over per rond sedert "
    "sinds te tegen tijdens tot tussen uit van vanaf vanuit vanwege via volgens voor wegens zonder de "
    "het".split()
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
)  # fmt: skip
# Words that may stand before a question without being part of it.
FILLERS = frozenset(
    "ja nee nou ach oh o ah hè he tja goh maar want dus en of ofwel uh uhm eh ehm hm hoi ok oke oké".split()
)  # fmt: skip
# With a capital in mid-line they begin a sentence whose predecessor lost its stop.
STARTERS = frozenset(
    "ja nee nu we ze hij het er ik je dan daar dit dat dus maar want volgens daarna misschien nog ook zo "
    "toen als omdat iedereen niemand wij zij jullie hier wel geen niet".split()
)  # fmt: skip
COORDINATORS = frozenset(("en", "of", "maar", "want", "dus", "ofwel", "noch", "dan"))
# "Mooi, hè?" asks for assent, not for an answer.
TAGS = (
    "hè", "he", "toch", "nietwaar", "niet dan", "vind je niet", "vindt u niet", "niet waar", "ja toch",
    "of niet", "zeker", "hoor", "niet", "weet je", "weet je wel", "snap je", "begrijp je", "zie je wel",
)  # fmt: skip

_NEGATION = r"(?:niet|nooit|nauwelijks|geen idee|amper)"
# What stands right before the clause of an indirect question. Each is matched against the words before the
# clause, in lower case, one space between them, from the last full stop on.
ASKING = (
    # someone asks or wonders
    r"\b(?:vraagt|vragen|vroeg|vroegen|gevraagd|informeert|informeerde|afvragen|afvraag|afvraagt|"
    r"afvroeg|nagevraagd)\b"
    r"(?! (?:om|naar) )(?: \S+){0,7}?,?",
    r"\bvraag (?:me|mij|je|ik|we|jij|u)\b(?: \S+){0,6}",
    r"^vraag(?: (?:van|aan|uit|vanuit|bij) .*)?",
    # the question is
    r"\b(?:ham|kern|deel|hoofd|vervolg|onderzoeks|leer|start|slot|rest)?vra(?:ag|gen)\b(?! naar)"
    r"(?: (?!antwoord|om\b|naar\b)\S+){0,6}?,?",
    r"\b(?:discussie|twijfels?|dilemma|onduidelijkheid|onzekerheid|verwarring|vraagtekens?|"
    r"zorgen?|debat|gesprek|"
    r"verdeeld|oneens|puzzel|zoektocht|verzoek)\b(?: (?:is|was|over|bij|blijft|ontstond|bestaat|"
    r"van \S+|nog|ook|rond))*",
    r"\b(?:kwestie|stelling|vraagstuk)\b(?: \S+){0,5}?,?(?: namelijk)?",
    r"\bhangt (?:nog )?in de lucht",
    # it is not clear, nobody knows
    r"\b(?:on(?:duidelijk|helder|bekend|zeker|beslist|belicht)|onopgehelderd)\b(?: (?:is|was|"
    r"blijft|blijf|voor|nog|ook|"
    r"even|vooralsnog|echter|of|\S+)){0,5}?",
    r"\b(?:niet|nog niet|minder|niks|nergens|nog) (?:\S+ ){0,2}?(?:duidelijk|helder|bekend|zeker|"
    r"vastgelegd|afgesproken|"
    r"besproken|uitgewerkt|bepaald|besloten)\b(?: \S+){0,4}?",
    r"\b(?:geen|weinig|nauwelijks) (?:\S+ )?(?:idee|beeld|zicht|antwoord|kennis|overzicht|flauw "
    r"idee|besluit)\b(?: \S+){0,3}?",
    r"\b(?:moeilijk|lastig|niet|valt niet|knap lastig|onmogelijk) (?:\S+ )?te (?:zeggen|bepalen|"
    r"voorspellen|beoordelen|"
    r"achterhalen|zien|vinden)\b(?: \S+){0,2}",
    r"\b(?:ik|we|wij|k|men|niemand)\b(?: \S+){0,3}? (?:weet|weten|wist|wisten|snap|snappen|"
    r"begrijp|begrijpen|zie|zien)"
    rf"\b(?: \S+){{0,4}}? {_NEGATION}\b(?: \S+){{0,3}}?",
    r"^(?:weet|weten|snap|snappen|begrijp|begrijpen) (?:\S+ ){0,3}?niet\b(?: \S+){0,3}?",
    r"\b(?:weet|weten|snap|snappen|begrijp|begrijpen) (?:ik|we|wij|men)\b(?: \S+){0,3}? "
    r"(?:niet|nooit)\b(?: \S+){0,3}?",
    r"\b(?:snapt|snappen) (?:\S+ )?niet",
    r"\b(?:weet|weten|snapt|begrijpt) (?:\S+ ){0,4}?niemand\b(?: \S+){0,3}?",
    r"\bniemand (?:\S+ ){0,4}?(?:weet|wist|snapt|begrijpt)\b(?: \S+){0,3}?",
    r"\bzou (?:\S+ )?niet weten",
    r"\b(?:heb|hebben) (?:\S+ ){0,3}?(?:geen|nog geen) (?:\S+ )?(?:idee|beeld|zicht|"
    r"antwoord)\b(?: \S+){0,3}?",
    r"\bkan (?:\S+ ){0,3}?niet (?:vinden|achterhalen|thuisbrengen|volgen)",
    r"\b(?:spoor|overzicht) (?:\S+ )?(?:bijster|kwijt)",
    # wants to know, is curious
    r"\b(?:benieuwd|nieuwsgierig)\b(?: \S+){0,4}?",
    r"\b(?:wil|wilt|willen|wilde|wilden|wou|zou|zouden|hoop|hopen)\b(?: \S+){0,6}? (?:weten|horen|"
    r"begrijpen|snappen|leren)"
    r"\b(?: \S+){0,2}?",
    r"\b(?:wil|wilt|willen|wilde|wilden|wou|zou) (?:\S+ ){0,4}?(?:van \S+ (?:\S+ )?)?weten",
    r"\bgraag\b(?: \S+){0,5}? (?:weten|horen|vernemen|doorgeven|zien|advies|uitleg|informatie|"
    r"duidelijkheid|reactie|horen)"
    r"\b(?: \S+){0,3}?",
    r"\bgraag (?:horen (?:we|ik|wij)|advies|uitleg|duidelijkheid|informatie|tips?)(?: (?:over|van \S+))?",
    r"\b(?:hoor|horen|hoort|verneem|vernemen|weet|weten) (?:\S+ )?graag\b(?: \S+){0,3}?",
    r"\b(?:interessant|leuk|handig|goed|fijn|belangrijk|nuttig|mooi|nodig) (?:\S+ )?(?:om )?(?:te|"
    r"eens te) (?:weten|horen|zien|"
    r"achterhalen)\b",
    r"\b(?:laat|laten) (?:\S+ ){1,3}?weten",
    r"\bbehoefte aan (?:\S+ )?(?:duidelijkheid|antwoord|uitleg)(?: over)?",
    r"\b(?:interessant|boeiend|spannend|afwachten|cruciaal|belangrijk|lastig|ingewikkeld|moeilijk|"
    r"gok|hopen|de kunst|"
    r"de uitdaging|de crux|het probleem|het punt|de kwestie|onze zorg)\b(?: (?:is|blijft|wordt|"
    r"was|nog|ook|even|het|om|te))*",
    r"\b(?:ge[iï]nteresseerd|interesse) in\b",
    r"\b(?:meer|iets|niets|niks) (?:\S+ )?(?:weten|horen|gehoord|vernomen|leren|lezen)\b(?: \S+){0,2}?",
    r"\b(?:niet|nog niet|nooit) (?:\S+ )?(?:gehoord|vernomen|doorgekregen|teruggehoord)\b(?: \S+){0,2}?",
    r"\b(?:laat|laten|geef|geeft|geven) (?:\S+ ){1,4}?(?:horen|door)\b",
    r"\b(?:mis|mist|missen|ontbreekt|ontbreken|zoek|zoekt|behoefte aan|gebrek aan|wacht op|"
    r"wachten op) (?:\S+ ){0,2}?"
    r"(?:informatie|uitleg|duidelijkheid|antwoord|bericht|beeld|zicht|overzicht|voorbeelden|"
    r"handvatten|tips)(?: \S+){0,3}?",
    r"\b(?:informatie|duidelijkheid|bericht|uitsluitsel|reactie|antwoord) (?:\S+ "
    r"){0,2}?(?:ontbreekt|nodig|gevraagd|gewenst)"
    r"\b(?: \S+){0,2}?",
    # is in doubt, still has to find out
    r"\b(?:weifel|weifelt|weifelen|wikken en wegen|in dubio|peinzen|peinst|piekert|tobt|tobben|"
    r"wegen af|weegt af|afwegen|"
    r"overweegt|overwegen|betwijfel|betwijfelt|betwijfelen)"
    r"\b(?: \S+){0,3}?",
    r"\b(?:denk|denkt|denken|nadenken|nagedacht|buigen|buigt|hoofd|tast|tasten)\b(?: \S+){0,4}? "
    r"(?:over|in het duister|breken)"
    r"(?: over)?",
    r"\b(?:geen|onvoldoende) (?:consensus|overeenstemming|eensgezindheid|duidelijkheid|zekerheid|"
    r"overeenkomst)\b(?: \S+){0,3}?",
    r"\b(?:meningen|onenigheid|verdeeldheid|strijdpunt|tweestrijd|spanning|gesprek|dilemma|"
    r"worsteling|zoeken|puzzelen|moeite|"
    r"tobben)\b(?: (?:zijn|is|lopen|was|blijft|verdeeld|uiteen|er|in|over|met|om))*",
    r"\b(?:komen|kom|komt|kwamen|raken|zijn|ben|is) er (?:\S+ ){0,2}?niet (?:\S+ )?(?:uit|over "
    r"uit)(?: \S+){0,2}?",
    r"\b(?:zit|zitten|zat|zaten|lopen|loopt) (?:\S+ ){0,2}?(?:met|vast op|tegen aan|aan te hikken tegen)",
    r"\b(?:roept|riep|werpt|wierp) (?:\S+ ){0,2}?vra(?:ag|gen) op",
    r"\b(?:twijfel|twijfelt|twijfelen|getwijfeld|dub|dubt|dubben|worstel|worstelt|worstelen|"
    r"zoekende|puzzelen|piekeren|"
    r"broeden|stoeien|hikken|aarzelt|aarzelen|hoofdbrekens|hoofd|kauwen|sparren|"
    r"brainstormen)\b(?: \S+){0,4}?",
    r"\bzoek(?:t|en|ende)?\b(?: (?:nog|samen|naar|in|vooral|ook))*",
    r"\b(?:niet|nog niet) (?:\S+ )?(?:eens|over eens)\b(?: \S+){0,2}?",
    r"\blastig (?:vind|vindt|vinden) (?:\S+ ?){1,3}",
    r"\b(?:moet|moeten|dient|dienen|valt|zal|gaan|willen|kunnen)\b(?: \S+){0,4}? (?:nog|verder|"
    r"eerst) (?:\S+ ){0,3}?"
    r"(?:bedenken|bekeken|bekijken|uitgezocht|uitzoeken|onderzocht|onderzoeken|bepaald|bepalen|"
    r"besproken|bespreken|besloten|"
    r"beslissen|bezien|nagegaan|nagaan|blijken|afgewacht|afwachten|overlegd|overleggen|kiezen|"
    r"vastgesteld)(?: worden)?",
    r"\b(?:is|blijft|wordt) (?:\S+ )?(?:gissen|afwachten|gokken|afgewogen|zoeken|een raadsel|open|spannend)",
    r"\b(?:staat|stond|is|blijft|blijven) (?:\S+ ){0,2}?open",
    r"\bopen (?:punt|punten|eind|eindje|vraag)\b(?: \S+){0,2}",
    r"\b(?:op tafel|centraal|ter sprake|ter discussie|aan de orde)\b(?: \S+){0,3}? (?:lag|kwam|"
    r"stond|staat|is|was|ook)(?: ook)?",
    r"\b(?:^|nog |nader |verder |valt )(?:uit te zoeken|te bezien|te bepalen|te bespreken|te onderzoeken|na "
    r"te gaan|uitzoeken|afwachten)",
    r"\b(?:punt van|onderwerp van|ter) (?:\S+ )?(?:discussie|zorg|gesprek)(?: (?:is|was|blijft|\S+))*",
)  # fmt: skip
# Behind a clause that opens the sentence: "of het helpt weet niemand", "hoe dat moet is de vraag".
ASKING_AFTER = (
    r"(?:weet|snapt|begrijpt) (?:hier |nog )?niemand|"
    r"(?:weet ik|weten (?:we|wij)|snap ik|begrijp ik) (?:\S+ ){0,2}?niet|"
    r"(?:is|blijft|was) (?:\S+ ){0,2}?(?:de (?:grote )?vraag|onduidelijk|onbekend|onzeker|"
    r"niet (?:duidelijk|bekend|helder|zeker)|"
    r"een raadsel|open|afwachten)|vra(?:ag|gen) (?:ik|we|wij) (?:me|mij|ons) (?:\S+ ){0,3}?af|"
    r"moet(?:en we)? (?:\S+ ){0,2}?(?:blijken|uitzoeken|uitgezocht|bekeken|besproken|bepaald)"
)
# With these right before it an "of" clause is looked up, decided or compared, not asked.
NOT_OPEN = (
    r"\b(?:na|nagegaan|onderzoek\S*|onderzocht|analyse\S*|aangeven|aangegeven|staat|controle\S*|"
    r"gecontroleerd|check\S*|gecheckt|kijk\S*|gekeken|zie|ziet|zien|zag|test\S*|getest|bepa\S+|"
    r"besli\S+|besloten|oordel\S+|beoorde\S+|vast\S*|bevestig\S*|me\S?t|gemeten|toets\S*|getoetst|evalue\S*|"
    r"ge[eë]valueerd|lijkt|leek|doe|doet|deed|doen|alsof|hangt|hing|afhangt|ongeacht|maakt|"
    r"nauwelijks|amper|beter|tenzij|"
    r"uitzoeken|uit|toon\S*|laat|aan|weet|weten|wist|wisten|eerder|liever|min|meer|pas|ofwel|"
    r"niet)(?: \S+){0,3}$"
)
NOT_ASKED = r"\b(?:niemand|nooit|niet) (?:\S+ ){0,2}?(?:vraagt|vroeg|gevraagd|vragen|te vragen)\b"
# Before a colon or a dash: what follows is a question, also in subordinate order ("Nog open: wie het doet").
ASKING_LABEL = (
    r"vra(?:ag|gen)|vraagpunt|\bopen\b|openstaand|onduidelijk|niet duidelijk|twijfel|dilemma|"
    r"discussie|bespreken|gevraagd|"
    r"afvragen|afvraag|benieuwd|weten|uitzoeken|ontbreekt|ontbreken|verzoek|kauwen|puzzel|"
    r"onbekend|worstelen|q\b|nieuwsgierig|"
    r"bespreekpunt|stelling|kwestie|uit te zoeken|leervra|geen idee|onbeantwoord"
)
# "benieuwd naar wat ...": the preposition belongs to the cue, not to the question.
GOVERNED = {
    "naar": ("benieuwd", "nieuwsgierig", "zoek", "gevraagd", "vraag", "kijken"),
    "over": ("vraag", "vragen", "discussie", "twijfel", "onduidelijk", "onzeker", "hoofd", "idee", "verdeeld",
             "piekeren", "verwarring", "eens", "zorgen", "gesprek", "duidelijkheid", "uitleg", "nadenken",
             "debat", "dubben", "kauwen"),
    "van": ("beeld", "idee", "overzicht", "afhankelijk"),
    "op": ("zicht", "antwoord", "kauwen", "broeden", "vast", "puzzel"),
    "bij": ("twijfel", "vraagteken", "stil"),
    "uit": ("zoek", "leg", "vind", "maak", "vis", "pluis"),
    "met": ("worstel", "stoei", "zit", "zat", "moeite", "ze zitten", "bezig"),
    "in": ("zoekende", "inzicht", "zoek", "interesse"),
    "tegen": ("hikken",),
    "om": ("draaide",),
}  # fmt: skip
# After the clause: the question is closed ("..., dat is nu opgelost").
RESOLVED = (
    r"(?:nu|inmiddels) (?:opgelost|bekend|duidelijk|geregeld)|(?:is|werd|was) (?:\S+ "
    r"){0,5}(?:beantwoord|verdwenen|opgelost|"
    r"weggenomen)|en dat (?:mocht|kon|lukte|was zo)|maar (?:het|alles) kwam goed|(?:later|"
    r"inmiddels|nu) (?:werd|werkt|weet|is)"
)
BEFORE_RELATIVE = frozenset(
    "dat iets alles niets datgene degene dit plek moment zoals al veel manier reden".split()
)  # fmt: skip
QUANTIFIES_WAT = frozenset(
    "heel nogal best een zo zomaar".split()
)  # fmt: skip
# Before "waar" they are no antecedent: "geen idee waar dat is".
ASKING_NOUNS = frozenset(
    "vraag idee zicht beeld overzicht vraagteken antwoord informatie duidelijkheid".split()
)
# Conjunctions and relatives that carry a clause on after a comma.
CARRY_ON = frozenset(
    "als omdat zodat voordat nadat terwijl die dat om zoals bijvoorbeeld indien wanneer mits tenzij "
    "waarbij waarvan waarin waarop waarmee jij ik wij sinds alsof zodra".split()
)  # fmt: skip
# What follows a comma after a question and is no part of it.
CUT_OFF = frozenset(
    "want maar dus dan toen ja nee klopt misschien zeker vooral bij met zonder volgens eventueel of "
    "ik".split()
)  # fmt: skip
DROPPED_FILLERS = frozenset(
    "ja nee nou ach oh o ah maar want dus uh uhm eh ok oke oké hoi".split()
)  # fmt: skip
# Left hanging between two questions: "en zo ja", "en vooral", "dan wel".
HANGING = frozenset(
    "en of maar want dus ofwel vooral plus en/of zo dan".split()
)  # fmt: skip
HANGING_PAIRS = frozenset((("zo", "ja"), ("zo", "nee"), ("zo", "niet"), ("dan", "wel"), ("en", "dan")))
# Particles that leave their verb in a main clause ("meetelt": "telt mee").
SEPARABLE = frozenset(
    "achter binnen tegen terug samen klaar vast thuis over door voor rond neer heen toe aan uit mee bij "
    "weg los af na op in om".split()
)  # fmt: skip
