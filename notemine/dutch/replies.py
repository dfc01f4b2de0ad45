"""How Dutch notes answer a question, leave it open, or show that the table's leader asked it. Regular expressions."""

from __future__ import annotations

# At the start of a line, or between the question and what follows: an answer is announced.
ANSWER_LABEL = (
    r"^\W*(?:antw(?:oord(?:en)?)?|reactie|tip|advies|oplossing|idee|voorbeeld|a)\b\.?(?: (?:van|uit|door) [^:]{2,40})?\s*[:|]"
    r"|^\W*(?:antw\.|antwoord van|zijn (?:eigen )?antwoord|haar (?:eigen )?antwoord|het antwoord|tip van|ons advies)\b"
    r"|^\s*(?:->|→|=>|>>|=)\s*\w"
)
# The first words of a reply to a question that yes or no answers.
YES_NO_REPLY = (
    r"^\W*(?:\w+ ){0,3}?(?:ja|nee|jawel|neen|jazeker|zeker|nooit|soms|meestal|altijd|vaak|zelden|deels|niet altijd|"
    r"alleen|juridisch|officieel|volgens de wet|formeel|in principe|mag (?:wel|niet)|kan (?:wel|niet)|moet (?:wel|niet))\b"
)
# What people do or did themselves: "bij ons", "wij laten", "op het Markdal hebben ze".
PRACTICE = (
    r"\b(?:bij (?:ons|hun|hen|haar|hem|mij)|(?:wij|we|ik) (?:laten?|doen?|hebben|heb|werken|werk|vragen|vraag|oefenen|oefen|"
    r"bellen|bel|sturen|stuur|plannen|plan|beginnen|begin|gebruiken|gebruik|geven|geef|nodigen|nodig|zetten|zet|maken|maak|"
    r"houden|houd|organiseren|organiseer|koppelen|koppel|kiezen|kies|gaan|ga|zijn (?:\w+ )?begonnen|kijken|kijk)|"
    r"doet (?:\w+ )?(?:dat|het)|heeft (?:\w+ ){0,3}(?:een|elk|elke|iedere|ieder|daar)|hebben (?:\w+ ){0,3}(?:een|daar)|"
    r"tegenwoordig|sinds(?:dien)?|elk jaar|elke week|ieder jaar|(?:één|een) keer per|laat(?:st)? (?:ze|hem|haar|leerlingen)|"
    r"werkt (?:het|goed|prima|wel)|hielp|helpt|scheelde?|lukt(?:e)?)\b"
    r"|^\W*(?:op|bij|in) (?:het|de|een|zijn|haar|hun|onze?) "
)
# An imperative or a recommendation.
ADVICE = (
    r"^\W*(?:begin|bel|laat|vraag|zorg|gebruik|ga|doe|maak|neem|zet|geef|houd|hou|kijk|kies|plan|stuur|nodig|koppel|"
    r"organiseer|schrijf|spreek|probeer|stop|stel|niet \w+en maar|niet \w+,? (?:maar|wel)|gewoon \w+en|eerst|vooral)\b"
    r"|\b(?:moet je|kun je|kan je|je moet|je kunt|je kan|het beste|beter om|het begint (?:bij|met)|volgens \w+)\b"
)
# The table says that it has no answer.
NO_ANSWER = (
    r"\b(?:geen antwoord|kwam(?:en)? (?:we|ze|wij)?\s*(?:er|daar)?\s*niet uit|niemand (?:wist|weet|had|heeft|kon|durfde)|"
    r"weet niemand|wist niemand|(?:we|wij|ik|ze) (?:weten|weet|wisten|wist) (?:het|dat)? ?niet|geen idee|blijft? (?:open|liggen)|"
    r"bleef (?:open|liggen|staan|hangen|onbeantwoord|het stil)|zoekt? (?:het|dat|dit)? ?(?:na|uit)|uit te zoeken|uitzoeken|"
    r"navragen|nagevraagd|nog open|open punt|parkeren|geparkeerd|volgende keer|stilte|stil|gelach|niet besproken|"
    r"onbeantwoord|komt (?:er )?(?:later )?op terug|geen tijd)\b"
)
# Whoever leads the table, as a speaker or in a label before the question.
LEADER = (
    r"\b(?:gespreksleid\w*|tafelleid\w*|tafelvoorzitter|voorzitter|moderator|facilitator|tafelhost|host|dagvoorzitter|gl)\b"
)
LEADER_LABEL = (
    r"\b(?:kaart(?:je)?|stelling|opening(?:s?vraag)?|startvraag|slotvraag|afsluit\w*|eindvraag|tot slot|afronding|rondje|"
    r"\d+e ronde|vaste vraag|vraag op (?:het|de) \w+|aan alle tafels|check-?(?:in|out)|vraag om mee\w*)\b"
)
# Points back to something outside the question.
DANGLING = frozenset(
    "dat dit die deze het hij zij ze hem haar hen hun er daar daarvan daarmee daarvoor daaraan daarbij daarover "
    "daarop daarin ervan ermee ervoor eraan erbij erover erop erin erom hierbij hiervan hiermee zoiets zo'n dan "
    "diegene degene zulke iets dezelfde toen".split()
)
