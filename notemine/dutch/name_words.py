"""Words around the names of people: what stands in them, before them and after them."""

from __future__ import annotations

import re

# Between given and family name: "van Leeuwen".
PARTICLES = frozenset(
    "van von de den der ten ter te 't d' del della di da do dos du el al ben bin ibn la le vd "
    "v.d. v/d vd v.".split()
)
# Only before an article ("in 't Veld"), or any place would be a family name ("Ineke in Hoorn").
LEADING_PARTICLES = frozenset("aan in onder op uit".split())
ARTICLES = frozenset("de het een 't".split())
TITLES = frozenset(
    "dhr mevr mw mevrouw meneer heer dame juf juffrouw meester mr drs dr ir ing prof professor ds pater "
    "zuster familie fam gezin opa oma oom tante dokter wethouder burgemeester minister "
    "staatssecretaris".split()
)
ROLES = frozenset(
    "leerling student scholier klasgenoot deelnemer stagiair stagiaire ouder moeder vader zoon dochter "
    "docent docente leraar lerares mentor decaan coach begeleider begeleidster conrector rector directeur "
    "directrice schoolleider teamleider teamleidster afdelingsleider locatieleider bestuurder coördinator "
    "coordinator adviseur ondernemer werkgever aannemer installateur gespreksleider tafelleider "
    "voorzitter notulist collega vriend vriendin buurvrouw buurman jongen meisje jongere hovenier kapper "
    "verpleegkundige onderzoeker lector wethouder projectleider contactpersoon organisator spreker "
    "presentator interviewer host".split()
)
ROLE_ENDING = re.compile(
    r"(?:leider|leidster|docent|leraar|mentor|decaan|coach|student|leerling|klasser|persoon|directeur|ouder|maker"
    r"|coördinator|coordinator|begeleider|adviseur|ondernemer|opleider|medewerker|voorzitter|meester|manager"
    r"|bestuurder|moeder|vader)$"
)
REPORTING = frozenset(
    "zei zegt vroeg vraagt vertelt vertelde vond vindt denkt dacht antwoordt antwoordde riep roept merkte "
    "schreef schrijft volgens aldus wilde opperde oppert vulde reageerde".split()
)
# What only people do at a meeting; a town "has" and "wants" things too.
AT_MEETINGS = frozenset(
    "presenteert presenteerde bedankt bedankte notuleert notuleerde heet heette appt belt".split()
)
POSSESSIVES = frozenset("haar zijn z'n zn d'r".split())
# In the name of a school, a firm or a product, not of a person.
ORGANISATIONS = frozenset(
    "academie api bank bedrijf bv campus centrum college fonds gemeente gemeenschap groep gymnasium havo hbo "
    "hogeschool instituut laan lyceum mavo mbo ministerie nederland netwerk noord nv oost overleg plein "
    "platform portaal provincie raad register roc scholen school software standaard stichting straat "
    "tafel techniek universiteit vereniging verslag vwo weg werkgroep west zuid".split()
)
# Behind the name of a person they make the name of a school, a street or a firm.
NAMED_AFTER = frozenset(
    "college lyceum gymnasium school mavo scholengemeenschap straat laan weg plein kade dijk singel "
    "gracht hof park bouw installaties installatie transport techniek metaal advies groep holding infra "
    "hoveniers makelaars kozijnen schilders prijs stichting instituut ziekenhuis museum kliniek huis "
    "zaal catering elektro methode model toets".split()
)
ENDING_NAMED_AFTER = re.compile(r".(?:college|lyceum|gymnasium|school|straat|laan|plein|kade|gracht)$")
# Before a name they make it that of a firm or a house: "bakkerij De Wit", "Theater De Kuiper".
HOUSES = re.compile(
    r"(?:bakkerij|slagerij|drukkerij|kwekerij|garage|theater|museum|stichting|gymnasium|lyceum|college|mavo|bedrijf"
    r"|buurthuis|ziekenhuis|thuiszorg|.groep|hotel|restaurant|café|firma|stadion|kapsalon|.winkel|basisschool"
    r"|hogeschool|scholengemeenschap|kinderopvang|verpleeghuis|straat|plein)$",
    re.IGNORECASE,
)
ENDING_FIRM = re.compile(r"(?:bouw|techniek|transport|catering|elektro|installaties?)$")
FIRM = re.compile(r"\s?(?:&|en)\s(?:[Zz]n|[Zz]o(?:on|nen)|[Dd]ochters?|[Cc]o|[Pp]artners)\b")
# Programs and tests that schools use.
PRODUCTS = frozenset(
    "magister somtoday zermelo qompas xello dedecaan osiris eduarte trajectplanner peppels itslearning "
    "canvas teams parnassys simulise egodact kiesmbo icares loopbaanlab mediamover toi kenteq trello "
    "moodle zoom whatsapp tiktok youtube instagram snapchat linkedin word excel powerpoint google "
    "mentimeter kahoot padlet".split()
)
# Above the columns of a table of people.
GIVEN_COLUMNS = frozenset("voornaam voornamen roepnaam".split())
PARTICLE_COLUMNS = frozenset("tussenvoegsel tussenvoegsels tussenv tussenv. tv tv.".split())
FAMILY_COLUMNS = frozenset("achternaam achternamen familienaam".split())
# Above names of people, or of schools and villages.
BARE_NAME_COLUMNS = frozenset("naam namen".split())
FULL_NAME_COLUMNS = BARE_NAME_COLUMNS | frozenset(
    "deelnemer deelnemers aanwezige aanwezigen genodigde genodigden contactpersoon contactpersonen".split()
)
# Words in the titles of other columns that say that a bare "Naam" is that of a person.
COLUMNS_OF_PEOPLE = frozenset(
    "functie functies rol rollen school organisatie instelling bedrijf werkgever e-mail email mail "
    "e-mailadres emailadres mailadres telefoon telefoonnummer tel tel. mobiel aanwezig afwezig "
    "aanwezigheid klas leerjaar leeftijd geslacht geboortedatum handtekening paraf".split()
)
DATES = frozenset(
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni "
    "juli augustus september oktober november december pasen kerst pinksteren".split()
)
# "05 Sep. 2023", "12 Jan"; by itself Jan is a person.
# School subjects: "bij Frans" is a lesson.
LANGUAGES = frozenset(
    "arabisch chinees duits engels frans fries grieks italiaans latijn nederlands spaans turks".split()
)
SHORT_MONTHS = frozenset("jan feb mrt apr mei jun jul aug sep sept okt nov dec".split())
# "Aanwezig: ...", "notulen Kees Kok": who was there and who wrote.
ROLL = re.compile(
    r"(?:aanwezig\w*|aanw|afwezig\w*|afw|afgemeld\w*|afmelding\w*|deelnemers?|deelgenomen|notul\w+|not\."
    r"|verslag(?:legg?ing|legger|gever)?|(?:op|uit)geschreven door|opgesteld door|genotuleerd door"
    r"|gespr(?:eks|\.\s?)leid(?:er|ster|ing)|(?:dag|tafel)?voorzitter|aantek(?:\.|eningen)?|moderator"
    r"|facilitator|tafelleid(?:er|ster)|(?:verder )?aan tafel|notities|van|aan|cc|bcc|organisatie|sprekers?"
    r"|auteurs?|rondje|kring|door|naam|namen|wie|met dank aan|tafelgenoten|gasten?)\b",
    re.IGNORECASE,
)
