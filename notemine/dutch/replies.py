"""How Dutch notes answer a question, leave it open, or show that a leader asked it (patterns)."""

from __future__ import annotations

NODS = frozenset(
    "ja nee jawel ok oké oke okay precies klopt juist inderdaad goed nou zeker exact hm hmm mhm tja "
    "prima fijn mooi dank bedankt absoluut natuurlijk uiteraard hè eh ehm uh ah oh zo".split()
)
"""What someone says who listens; by itself it says nothing of a subject."""

# At the start of a line: an answer is announced.
ANSWER_LABEL = (
    r"^\W*(?:antw(?:oord(?:en)?)?|reactie|tip|advies|oplossing|idee|voorbeeld|a)\b\.?(?: (?:van|uit|door) "
    r"[^:]{2,40})?\s*[:|]|^\W*(?:antw\.|antwoord van|zijn (?:eigen )?antwoord|haar (?:eigen )?antwoord|"
    r"het antwoord|tip van|ons advies)\b|^\s*(?:->|→|=>|>>|=)\s*\w"
)
# The first words of a reply to a question that yes or no answers.
YES_NO_REPLY = (
    r"^\W*(?:\w+ ){0,3}?(?:ja|nee|jawel|neen|jazeker|zeker|nooit|soms|meestal|altijd|vaak|zelden|deels|"
    r"niet altijd|alleen|juridisch|officieel|volgens de wet|formeel|in principe|mag (?:wel|niet)|kan "
    r"(?:wel|niet)|moet (?:wel|niet))\b"
)
# What people do or did themselves: "bij ons", "wij laten", "op het Markdal hebben ze".
PRACTICE = (
    r"\b(?:bij (?:ons|hun|hen|haar|hem|mij)|(?:wij|we|ik) (?:laten?|doen?|hebben|heb|werken|werk|vragen|"
    r"vraag|oefenen|oefen|bellen|bel|sturen|stuur|plannen|plan|beginnen|begin|gebruiken|gebruik|geven|"
    r"geef|nodigen|nodig|zetten|zet|maken|maak|houden|houd|organiseren|organiseer|koppelen|koppel|kiezen|"
    r"kies|gaan|ga|zijn (?:\w+ )?begonnen|kijken|kijk)|doet (?:\w+ )?(?:dat|het)|heeft (?:\w+ "
    r"){0,3}(?:een|elk|elke|iedere|ieder|daar)|hebben (?:\w+ ){0,3}(?:een|daar)|tegenwoordig|"
    r"sinds(?:dien)?|elk jaar|elke week|ieder jaar|(?:één|een) keer per|laat(?:st)? (?:ze|hem|haar|"
    r"leerlingen)|werkt (?:het|goed|prima|wel)|hielp|helpt|scheelde?|lukt(?:e)?)\b|^\W*(?:op|bij|in) "
    r"(?:het|de|een|zijn|haar|hun|onze?) "
)
# The table says that it has no answer.
NO_ANSWER = (
    r"\b(?:geen antwoord|kwam(?:en)? (?:we|ze|wij)?\s*(?:er|daar)?\s*niet uit|niemand (?:wist|weet|had|"
    r"heeft|kon|durfde)|weet niemand|wist niemand|(?:we|wij|ik|ze) (?:weten|weet|wisten|wist) (?:het|"
    r"dat)? ?niet|geen idee|blijft? (?:open|liggen)|bleef (?:open|liggen|staan|hangen|onbeantwoord|het "
    r"stil)|zoekt? (?:het|dat|dit)? ?(?:na|uit)|uit te zoeken|uitzoeken|navragen|nagevraagd|nog open|open "
    r"punt|parkeren|geparkeerd|volgende keer|stilte|stil|gelach|niet besproken|onbeantwoord|komt (?:er "
    r")?(?:later )?op terug|geen tijd)\b"
)
# Whoever leads the table, as a speaker or in a label before the question.
LEADER = (
    r"\b(?:gespreksleid\w*|tafelleid\w*|tafelvoorzitter|voorzitter|moderator|facilitator|tafelhost|host|"
    r"dagvoorzitter|gl)\b"
)
LEADER_LABEL = (
    r"\b(?:kaart(?:je)?|stelling|opening(?:s?vraag)?|startvraag|slotvraag|afsluit\w*|eindvraag|tot slot|"
    r"afronding|rondje|\d+e ronde|vaste vraag|vraag op (?:het|de) \w+|aan alle tafels|check-?(?:in|out)|"
    r"vraag om mee\w*)\b"
)
# Points back to something outside the question.
DANGLING = frozenset(
    "daar daaraan daarbij daarin daarmee daarop daarover daarvan daarvoor dan dat degene deze "
    "dezelfde die diegene dit er eraan erbij erin ermee erom erop erover ervan ervoor haar hem hen "
    "het hierbij hiermee hiervan hij hun iets toen ze zij zo'n zoiets zulke".split()
)
