"""Words around the names of people: what stands in them, before them and after them."""

from __future__ import annotations

import re

# Between given and family name. Those on the left need no second one ("van Leeuwen"), those on the right do
# ("in 't Veld"), or any place would be a family name ("Ineke in Hoorn").
PARTICLES = frozenset(
    "van von de den der ten ter te 't d' del della di da do dos du el al ben bin ibn la le v.d. vd v/d".split()
)
LEADING_PARTICLES = frozenset("aan bij in onder op over tot uit voor".split())
ARTICLES = frozenset("de het een 't".split())
TITLES = frozenset(
    "dhr mevr mw mevrouw meneer heer dame juf juffrouw meester mr drs dr ir ing prof professor ds pater zuster opa oma "
    "oom tante dokter wethouder burgemeester minister staatssecretaris".split()
)  # fmt: skip
ROLES = frozenset(
    "leerling student scholier klasgenoot deelnemer stagiair stagiaire ouder moeder vader zoon dochter docent docente leraar "
    "lerares mentor decaan coach begeleider begeleidster conrector rector directeur directrice schoolleider teamleider "
    "teamleidster afdelingsleider locatieleider bestuurder coördinator coordinator adviseur ondernemer werkgever aannemer "
    "installateur gespreksleider tafelleider voorzitter notulist collega vriend vriendin buurvrouw buurman jongen meisje "
    "jongere hovenier kapper verpleegkundige onderzoeker lector wethouder projectleider contactpersoon organisator spreker "
    "presentator interviewer host".split()
)  # fmt: skip
ROLE_ENDING = re.compile(
    r"(?:leider|leidster|docent|leraar|mentor|decaan|coach|student|leerling|klasser|persoon|directeur|coördinator|coordinator|"
    r"begeleider|adviseur|ondernemer|opleider|medewerker|voorzitter|meester|manager|bestuurder|moeder|vader|ouder|maker)$"
)
SAYING = frozenset(
    "zei zegt zeggen vroeg vraagt vertelt vertelde vond vindt denkt dacht antwoordt antwoordde riep roept merkt merkte noemt "
    "noemde stelt stelde schreef schrijft legt legde wil wilde meent vat vatte begon begint opende opent wees wijst knikt "
    "lacht lachte bood biedt geeft gaf heeft had doet deed laat liet zag ziet is was kwam komt bracht brengt hoort hoorde "
    "belt belde weet wist regelt stuurt stuurde heet volgens vult vulde haalt haalde herkent reageert reageerde".split()
)  # fmt: skip
REPORTING = frozenset(
    "zei zegt vroeg vraagt vertelt vertelde vond vindt denkt dacht antwoordt antwoordde riep roept merkte schreef schrijft "
    "volgens aldus namens door wilde opperde oppert vulde reageerde".split()
)  # fmt: skip
POSSESSIVES = frozenset("haar zijn z'n zn d'r".split())
# In the name of a school, a firm or a product, not of a person.
ORGANISATION = re.compile(
    r"(?:college|lyceum|gymnasium|school|scholen|groep|academie|universiteit|hogeschool|bedrijf|stichting|vereniging|raad|"
    r"gemeente|provincie|ministerie|centrum|netwerk|platform|instituut|techniek|campus|mavo|havo|vwo|mbo|hbo|roc|fonds|bank|"
    r"straat|laan|plein|weg|bv|nv|api|software|portaal|standaard|register|werkgroep|overleg|verslag|tafel|nederland|noord|"
    r"zuid|oost|west)$"
)
DATES = frozenset(
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus "
    "september oktober november december pasen kerst pinksteren".split()
)  # fmt: skip
# "Aanwezig: ...", "notulen Kees Kok": who was there and who wrote.
ROLL = re.compile(
    r"(?:aanwezig\w*|afwezig\w*|afgemeld\w*|afmelding\w*|deelnemers?|deelgenomen|notul\w+|not\.|verslag(?:legg?ing|legger|gever)?|"
    r"(?:op|uit)geschreven door|opgesteld door|genotuleerd door|gespr(?:eks|\.\s?)leid(?:er|ster|ing)|(?:dag|tafel)?voorzitter|"
    r"aantek(?:\.|eningen|eningen door)?|moderator|facilitator|tafelleid(?:er|ster)|(?:verder )?aan tafel|notities|van|aan|cc|bcc|"
    r"organisatie|sprekers?|auteurs?|door|naam|namen|wie|met dank aan|tafelgenoten|gasten?)\b",
    re.IGNORECASE,
)
