r"""Words for what is nobody else's business, by kind (GDPR art. 9 and 10, and what is told in confidence).

Separated by a comma; lower case, without accents; whole words, in which ``~`` is any rest of the word
(``epileptisch~``) or, in front, the first part of a compound (``~kanker``). In braces stand classes of words
(``CLASSES``): ``{poss} gezondheid``. A line may end after a bar and go on in the next, two spaces in. The
rest is as in ``re``; a pattern begins with a letter, a class or a group of alternatives.
"""

from __future__ import annotations

from notemine.dutch.sensitive_life import HEALTH, HOME

CLASSES = {
    # His, her: also as they are typed.
    "poss": r"(?:zijn|haar|z'n|d'r|zn|dr|hun|mijn|m'n)",
    "him": r"(?:hem|haar)",
    "parent": r"(?:stief)?(?:vader|moeder|ouders?|pa|ma)",
    "kin": r"(?:vader|moeder|ouders?|pa|ma|broer|broertje|broertjes|zus|zusje|zusjes|zoon|dochter|kind|oma"
    r"|opa|oom|tante"
    r"|man|vrouw|vriend|vriendin|partner|ex|stiefvader|stiefmoeder|nichtje|neefje)",
    "someone": r"(?:jongen|meisje|meid|leerlinge?|ll|lln|studente?|stagiaire?|collega|docente?|jongere"
    r"|vader|moeder|ouders?"
    r"|zoon|dochter|kind|vrouw|man|knul|vriend|vriendin|gezin|familie)",
    # Up to three words between two that belong together.
    "gap": r"(?:[\w'-]+ ){0,3}",
    "is": r"(?:is|was|zijn|waren|wordt|werd|worden|werden|raakte|raakt|bleek|blijkt)",
    "has": r"(?:heeft|had|hebben|hadden|kreeg|krijgt|heb|met)",
    "home": r"(?:thuis|bij hem thuis|bij haar thuis|in het gezin)",
    "party": r"(?:pvv|fvd|forum|sp|vvd|pvda|cda|d66|sgp|denk|bij1|groenlinks|ja21|bbb|volt|aob|fnv|cnv"
    r"|vakbond|bond)",
    "people": r"(?:turks|marokkaans|syrisch|somalisch|eritrees|afghaans|pools|surinaams|antilliaans|iraaks"
    r"|iraans|ghanees"
    r"|moluks|chinees|oekraiens|bulgaars|roemeens|koerdisch|joods|zwart|donker|gekleurd|islamitisch"
    r"|allochtoon|arabisch"
    r"|afrikaans|russisch|turkse|marokkaanse|syrische|somalische|eritrese|afghaanse|poolse|surinaamse"
    r"|antilliaanse"
    r"|iraakse|iraanse|ghanese|molukse|chinese|oekraiense|bulgaarse|roemeense|koerdische|joodse|zwarte"
    r"|donkere|gekleurde"
    r"|islamitische|allochtone|arabische|afrikaanse|russische|hindoestaanse|roma|sinti)",
    "faith": r"(?:christelijke?|gereformeerde?|katholieke?|gelovige?|religieuze?|protestantse?"
    r"|reformatorische?|orthodoxe?)",
}

# Faith, politics and union, origin and skin, whom one loves and who one is.
BELIEF = r"""
hoofddoek~, niqab, boerka, burka, keppel~, moslim~, moslima, islam, bekeer(?:d|ling|de), gelovig,
{faith} (?:{gap}?(?:{someone}|gezin|opgevoed)), (?:streng|zeer|orthodox|praktiserend|zwaar|diep) {faith},
{is} {faith}(?= |,|\.|$)(?! \w*(?:school|scholen|college|onderwijs)), hindoe, jehova~, joodse? {someone},
{is} joods,
(?:om|door|vanwege|wegens|van|uit|over) {poss} (?:geloof|religie|kerk|overtuiging|afkomst|herkomst|naam|
  achternaam|huidskleur|geaardheid|baard|accent), geloofs(?:overtuiging|redenen|gemeenschap),
(?:bid|bidt|bidden)(?! (?:dat|voor)), gebeden, gebed, gebedsruimte, ramadan, vasten, sekte,
(?:uit|in|naar|van) {poss} (?:kerk|moskee|synagoge), refo,
(?:van|met) (?:{people}|buitenlandse|niet-nederlandse|allochtone) (?:afkomst|achtergrond|achternaam|naam|
  komaf|ouders), {people} {gap}?{someone}, {people} (?:afkomst|achtergrond|achternaam|naam|komaf|ouders),
(?:marokkaan|turk|syrier|somalier|eritreeer|afghaan|antilliaan|surinamer|koerd|chinees|rus|jood)(?= (?:is|
  was|wil|wordt|werd|heeft|kreeg|met|van|uit)|,|\.|$),
{poss} {gap}?(?:afkomst|herkomst|huidskleur|etniciteit|geaardheid|seksualiteit|achternaam),
migratieachtergrond, gediscrimineerd, discriminatie, racis~, woonwagen~, kampers?, zigeuner~, n-woord,
homo(?:'s|seksue~|fiel|fobe?|jongen)?, lesbisch~, lesbo, lesbienne, bi, bi-?seks~, uit de kast,
coming-? ?out, (?:valt|viel) op (?:jongens|meisjes|mannen|vrouwen|meiden),
op (?:jongens|meisjes|mannen|vrouwen|meiden) (?:valt|viel), trans,
trans(?:gender|jongen|meisje|meid|man|vrouw|persoon|leerling|student|seksue)~, in transitie,
non-? ?binai?r~, lhbt~, lgbt~, queer, gay, panseks~, aseksueel, interseks~,
geslachts(?:verandering|operatie), genderdysforie, genderpoli, genderidentiteit, puberteitsremmers,
(?:verkeerde|oude|vroegere|geboorte) ?(?:voor)?naam, deadnam~, (?:verkeerde|andere|nieuwe) voornaamwoorden,
verkeerde lichaam, twee (?:moeders|vaders),
(?:lid|kaderlid|actief|kandidaat|campagne|gestemd|stemt|stemde|aanhanger|raadslid|
  vrijwilliger) {gap}?(?:van|voor|bij|op|met) {gap}?(?:{party}|partij|politieke),
politieke (?:partij|voorkeur|overtuiging|mening|opvatting|opvattingen|activiteiten|ideeen), vakbonds?lid~,
vakbondswerk, bondslid, stak(?:er|te)(?= |,|$), extreem-? ?(?:rechts|links)e?, geradicaliseerd, radicalis~,
complotdenk~, wappie, antivaxer, (?:fvd|pvv)-?(?:er|lid|stemmer|poster), geboren als (?:jongen|meisje),
eigenlijk {gap}?(?:jongen|meisje|hij|zij) (?:is|was), als (?:jongen|meisje|hij|zij|hen) {gap}?aangesproken,
(?:gaat|ging|moet|mag) {gap}?naar de (?:kerk|moskee|synagoge),
(?:komt|kwam|gekomen|afkomstig) uit (?:syrie|eritrea|somalie|afghanistan|irak|iran|turkije|marokko|
  oekraine|polen|suriname|ethiopie), stemt {gap}?{party},
{poss} (?:imam|dominee|pastoor|priester|rabbi|rabbijn|pandit),
(?:imam|dominee|gemeente) {gap}?(?:verbiedt|verbood), een baard (?:heeft|had|draagt),
(?:flikker|mietje|kankerhomo|neger|nikker|kutmarokkaan|kut-marokkaan),
(?:geen|weigert een) hand (?:geven|te geven|wil geven|mag geven), hand (?:mag|wil|wilde) geven,
hand te schudden, (?:verkering|relatie) met een (?:jongen|meisje) (?:van|uit),
op zaterdag niet {gap}?(?:geloof|sabbat), sabbat, halal, koosjer, dienst(?:weigeraar), kerkgenootschap
"""

STAY = r"""
verblijfs(?:vergunning|status|document|pas|papieren|recht)~, verblijfsverg~,
(?:zonder|geen) (?:geldige )?(?:papieren|bsn|verblijf~|visum|paspoort|werkvergunning|status),
papieren {gap}?(?:niet in orde|verlopen|afgepakt|kwijt), ongedocumenteerd~, illegaal, illegale {someone},
asiel~, azc~, vluchteling, vluchtelinge, gevlucht, op de vlucht, ind(?= |-|,|\.|$|\)),
uitgezet(?= (?:te )?(?:word|wordt|worden|werd|naar|uit)|,|\.|$),
(?:wordt|worden|werd|dreigt|kan|moet|elk moment|straks) {gap}{gap}?(?:het land uit|uitgezet),
het land (?:uit|verlaten), uitzetting,
terug(?:gestuurd|sturen|keren)? naar (?:syrie|eritrea|somalie|afghanistan|irak|iran|turkije|marokko|
  oekraine|armenie|suriname|ethiopie|{poss} land|het land|land van), statushouder,
(?:wacht|wachten|wachtte) {gap}?op (?:{gap})?(?:status|verblijf|vergunning|uitspraak|ind|paspoort|
  document|hervestiging)~, generaal pardon, kinderpardon, ter apel, gezinshereniging, dublin~, naturalis~,
alleenstaande minderjarige, amv, tewerkstellingsvergunning, ondergedoken, uitgeprocedeerd~, staatloos,
vreemdelingen(?:politie|detentie|dienst), verblijf {gap}?(?:loopt|liep) {gap}?af,
status {gap}?(?:loopt|liep) {gap}?af,
(?:moet|moest|wordt|werd) {gap}{gap}?terug naar (?:ghana|nigeria|egypte|china|india|pakistan|venezuela|
  brazilie|colombia|servie|albanie|georgie|rusland|congo|soedan|jemen|libie|algerije|tunesie|vietnam|
  indonesie), afgewezen door de ind, ind-~, (?:in|uit) de noodopvang, opvanglocatie, uitzetcentrum,
toeristenvisum, schijnhuwelijk
"""

# Not the police as a future employer.
JUSTICE = r"""
politie (?:aan de deur|erbij|gebeld|ingeschakeld|ingelicht|binnen|kwam|stond|haalde|nam|betrokken|zoekt|
  gezocht|opgehaald|is {gap}(?:geweest|gebeld)),
(?:door|met|bij) de politie (?:gebracht|opgehaald|aangehouden|meegenomen|opgepakt|gesproken|gezocht|
  verhoord|bekend|in aanraking|thuisgebracht|gepakt),
(?:aanraking|problemen|gedoe|bekend|gezocht) (?:met|bij|door) {gap}?(?:politie|justitie),
opgepakt(?! door (?!de politie))(?<!wordt opgepakt)(?<!worden opgepakt)(?<!goed opgepakt),
aangehouden(?<!wordt aangehouden)(?<!punt aangehouden),
gearresteerd(?<!had gearresteerd)(?<!heeft gearresteerd), arrestatie, politiecel, politiebureau,
{kin} {gap}?(?:zit|zat|zitten|zaten) {gap}?vast(?! (?:in|op|aan) (?:het|de|een|zijn|haar) (?!gevangenis|
  cel|bajes)),
(?:zit|zat|heeft) {gap}?(?:vastgezeten|vast (?:voor|wegens|vanwege|in (?:een|de) (?:cel|gevangenis|jji))),
vastgezeten, vastgehouden,
(?:in|uit|naar) (?:de |een )?(?:gevangenis|bajes|nor|jji|jeugdgevangenis|detentie),
(?:zit|zat|gezeten|moet|moest) {gap}?(?:in|naar) (?:de |een )?(?:cel|bak), gedetineerd~, gevangenisstraf,
detentie, jji, jeugd(?:gevangenis|detentie), voorarrest,
(?:voorwaardelijke?) (?:straf|vrij|veroordeeld|vrijgelaten), halt-? ?straf, haltstraf, bureau halt,
halt-?(?:traject|afdoening), taakstraf~, werkstraf~, leerstraf, celstraf, reclassering, jeugdreclassering,
enkelband~, veroordeeld~, vrijgesproken, (?:voor|naar|bij|van) de (?:kinder)?rechter~, kinderrechter,
rechtszaak, strafzaak, rechtbank, strafblad, strafrechtelijk~, aangifte, proces-verbaal, verdacht van,
(?:als|is|hoofd) ?verdachte, verhoord, diefstal, ~diefstal, (?:heeft|had) {gap}gestolen,
gestolen (?:van|uit|bij), (?:steelt|stal|stelen) (?:van|uit|geld|een|bij|in)~, gejat, jatte, ingebroken,
inbraak~, overval, overvallen, ~overval, beroofd, beroving, straatroof, steekpartij, neergestoken,
steekincident, mes (?:op zak|bij zich|in {poss} (?:tas|jas|kluis)|getrokken), messen? {gap}?gevonden,
vuurwapen, wapenbezit, neergeschoten, doodgeschoten, deal(?:t|de|en)(?! met), dealer,
drugs(?:handel|runner|koerier|dealer|geld|bende)~, uithaler, geldezel, geronseld, drugs verkocht,
verkoopt drugs, mensenhandel,
crimine(?:el|le) (?:circuit|milieu|verleden|broer|vader|uitbuiting|familie|netwerk|vrienden|bende),
uitgebuit, in een {gap}?(?:bende|gang|drillgroep|motorclub), fraude gepleegd, opgelicht, oplichting,
zeden(?:zaak|delict|misdrijf), ontucht, brandstichting, vernieling, afgeperst, afpersing,
bedreigd(?! (?:door opheffing|met sluiting)), geen vog(?! (?:nodig|hoeven|hoeft|vereist)), zonder vog,
vog {gap}?(?:geweigerd|afgewezen|niet gekregen|niet krijgt), in de criminaliteit,
(?:verkeerde|criminele) pad, drugswereld, wapens? (?:bij zich|op zak|gevonden), (?:bij|naar) halt, sexting,
naaktfoto~, naaktbeelden, wraakporno, justitieel verleden, {kin} {gap}?vast ?(?:zit|zat), gebiedsverbod,
huisarrest, brand gesticht, ~delict, aangeklaagd, op non-actief, recherche, zedenpolitie,
klacht tegen (?:de|een|hem|haar|{poss}), relatie met een (?:leerling|student|leerlinge|studente),
grensoverschrijdend gedrag van, (?:hij|zij|ze) heeft vastgezeten, voorwaardelijk vrij, in de boeien,
huiszoeking, doodslag, getuige van {gap}?(?:geweld|moord|schietpartij|steekpartij), schietpartij,
afgeluisterd, ondervraagd, advocaat ingeschakeld
"""

# Debts, poverty, allowances.
MONEY = r"""
schulden, (?:gok|huur|belasting)schuld~,
(?:euro|duizend|mille|ton|flinke|torenhoge|grote|hoge|enorme|dikke) schuld,
schuld(?:sanering|hulpverlening|hulp|eisers?|bewind|problemen|problematiek|regeling)~, wsnp, onder bewind~,
bewindvoerder, curatele, deurwaarder~, incasso~, loonbeslag, beslag (?:op|gelegd), beslaglegging,
(?:huur|betalings)achterstand, betalingsregeling, faillissement, voedselbank~, kledingbank, bijstand,
bijstands(?:uitkering|moeder|gezin|vader|ouder), uitkering, ~uitkering,
toeslagen(?:affaire|ouder|ouders|schandaal|gezin|ellende)~, gedupeerde?, leefgeld,
(?:gas|stroom|licht|energie|water|internet) {gap}?afgesloten,
afgesloten van (?:gas|stroom|licht|energie|water), (?:staat|stond|staan) {gap}?rood, rood staa?t~,
(?:arm|armoede)(?= gezin|,|\.|$|\)| thuis| en), in armoede, armoede {home},
rond ?(?:komen|komt)(?<!rondkomen met formatie), huur {gap}?meebetaal~, kostwinner,
openstaande (?:boetes|rekeningen), leeft {gap}?van (?:\d+|een paar) euro,
(?:elke dag|steeds) dezelfde kleren,
(?:kan|kon|kunnen|konden) {gap}{gap}?niet {gap}?(?:betalen|opbrengen|ophoesten|opgehoest),
(?:niet|nauwelijks|amper) {gap}?(?:betalen|opbrengen) (?:kan|kon|kunnen|konden),
(?:niet|nauwelijks|amper) {gap}?(?:kan|kon|kunnen|konden) (?:betalen|opbrengen),
niet te betalen (?:voor {him}|is voor|was voor)~, {home} {gap}?(?:geen|nauwelijks|amper) (?:cent|geld),
{has} (?:geen|nauwelijks|amper) (?:cent|geld (?:meer|om)), heeft het niet breed,
geen geld (?:thuis|voor (?:eten|een (?:laptop|fiets|winterjas|jas|ov)|boodschappen|kleren|de huur|de bus|
  schoenen|ontbijt|lunch|reiskosten|werkschoenen|veiligheidsschoenen)),
zonder (?:ontbijt|eten) {gap}?(?:naar|op|komt|school), honger(?! naar),
(?:loon|geld|stagevergoeding|salaris|verdiende) {gap}{gap}?(?:afdragen|afstaan|afgeven|inleveren|doorheen|
  verloren|vergokt|naar huis), werkt {gap}?zwart, zwartwerk~, kwijtschelding, {kin} {is} {gap}?failliet,
persoonlijk failliet~, krap bij kas, thuis {gap}?krap, (?:stichting )?leergeld, leent geld, geld geleend,
lening, geen geld (?:heeft|hebben|had|hadden|is)(?= thuis|,|\.|$),
(?:moeder|vader|ouders) {gap}?(?:werkloos|zonder werk|geen werk|ontslagen), geld naar huis,
geld naar familie, onderhoudt {gap}?(?:gezin|familie), alimentatie, gescheiden (?:vader|moeder) betaalt,
kostgeld, tweedehands kleren
"""

# Remarks that what stands here is not for others; these need nobody they are about.
CONFIDENTIAL = r"""
niet (?:verder |meer |door )?(?:door|verder|rond)(?: ?vertellen| ?sturen| ?geven| ?mailen| ?bazuinen|
   ?brengen| ?delen| ?verspreiden), niet (?:publiceren|notuleren|openbaar maken|naar buiten|hardop),
niet aan de grote klok, (?:vertel|zeg|deel|stuur|verspreid|schrijf|noteer) (?:dit|het|dat|'t) {gap}?niet,
(?:dit|dat|deze regel|svp|aub|graag|liever|absoluut|pls|a\.u\.b\.) {gap}?niet {gap}?(?:delen|verspreiden|
  vermelden|noemen|opnemen|overnemen|mailen|citeren|plaatsen|terugkoppelen|bespreken|opschrijven|
  meenemen in),
niet (?:delen|verspreiden|overnemen|vermelden|citeren|opnemen|noemen|opschrijven)(?= ?(?:!|\)|\]|\.?$|aub|
  svp|a\.u\.b|graag|pls|s\.v\.p)),
niet {gap}?(?:in|voor) (?:het |de |'t |dit |ons |t )?(?:verslag|notulen|rapport|nieuwsbrief|
  terugkoppeling|website|impressie),
(?:buiten|uit) (?:het |de |'t |dit )?(?:verslag|notulen|rapport|nieuwsbrief|
  terugkoppeling) {gap}?(?:houden|laten|blijven|gehouden|halen|aub|svp),
niet (?:bedoeld )?(?:voor|ter) (?:buiten|buitenstaanders|publicatie|derden|extern|de buitenwacht|
  verspreiding|openbaar~), niet voor iedereens? oren,
(?:alleen|uitsluitend|enkel|puur) voor (?:intern~|onszelf|jullie|deze tafel|de tafel|eigen gebruik),
voor intern gebruik,
(?:blijft|blijven|bleef|houden|hou|houd|moet|graag) {gap}?(?:onder ons|tussen ons|binnen (?:de|
  deze) (?:muren|groep|tafel|kamer|vier muren|kring)|aan (?:deze|de) tafel(?=$|\.|,|!|\))|binnenskamers),
onder ons gezegd, (?:onder|tussen) ons (?:te )?(?:houden|blijven), tussen ons gezegd,
tussen (?:vier|4) muren, binnenskamers, off[ -]the[ -]record,
vertrouwelijk(?= ?(?:!|\)|:|,|\.|-|$|;|\]|verteld|gezegd|gehoord|gedeeld|dit|aub|houden|blijven)),
strikt (?:vertrouwelijk|geheim),
(?:in|onder) {gap}?vertrouwen(?= ?(?::|\)|,|\.?$|verteld|gezegd|gehoord|gedeeld|vertelde|vertelt|zei|
  besproken|toevertrouwd|gemeld)),
(?:vertelde|vertelt|zei|verteld|gehoord|gezegd|deelde|hoorde|meldde) {gap}{gap}?in vertrouwen, embargo,
(?:hou|houd|houden|moet|blijft) (?:dit |het |nog |even )*geheim, geheimhouding, mondje dicht,
(?:hou|houd|houden) (?:dit|het|dat|'t) {gap}?(?:voor (?:je|jezelf|jullie|onszelf|ons)|stil),
(?:mag|mocht|mogen|kan) {gap}(?:niets|niks|niet|nog niets) over (?:zeggen|praten|vertellen|kwijt|loslaten),
(?:mag|moet|mogen) {gap}?niet {gap}?(?:uitlekken|naar buiten|bekend worden|rondgaan|verder komen),
(?:mag|mogen|hoeft) {gap}?(?:niemand|niet iedereen|verder niemand) {gap}?(?:weten|horen),
niemand {gap}?(?:mag|mocht) {gap}?weten,
nog niet (?:openbaar|officieel|publiek|bekendgemaakt|bekend gemaakt|naar buiten)(?! (?:vervoer|
  toegankelijk)),
(?:naam|namen)(?: van)? {gap}{gap}?(?:weggelaten|weglaten|niet noemen|niet genoemd|niet opschrijven|
  niet vermelden|achterwege), (?:graag|svp|aub|liever) (?:anoniem|geanonimiseerd|zonder naam|zonder namen),
anoniem (?:houden|aub|svp|gehouden|blijven), naam bij {gap}?bekend,
niet herleidbaar {gap}?(?:opschrijven|maken|aub|svp|noteren), niet op (?:papier|schrift|de mail),
voor (?:je|jezelf|jullie|ons|onszelf) (?:te )?houden,
(?:blijft|blijven|houden|hou|houd) {gap}?(?:in|binnen|aan|tussen) (?:deze|dit|vier|4) (?:kamer|ruimte|
  groep|zaal|tafel|kring|lokaal|gesprek|muren), vertr\.(?= ?[:)]), (?:gevoelig|delicaat|prive)(?= ?[:)]),
(?:ivm|i\.v\.m\.|vanwege|wegens) (?:de )?(?:privacy|avg) {gap}?(?:niet|geen|anoniem|naam|weggelaten),
(?:dit|deze regel|dit punt) {gap}?(?:schrappen|wissen|verwijderen|weghalen|weglaten|eruit halen|
  eruit laten), sst+, niet buiten (?:deze|dit|de) (?:groep|kring|tafel|zaal|kamer|gesprek),
(?:heb|hebt) {gap}?niet van mij,
(?:mag|mocht) {gap}?(?:eigenlijk|nog) {gap}?niet {gap}?(?:zeggen|vertellen|verklappen),
geen namen? (?:noemen|opschrijven|noteren|in verslag), niet met naam,
niet (?:op de site|op internet|in de app|in de groepsapp), onder de pet,
(?:graag|svp|aub|liever|dit) {gap}?niet noteren,
(?:dit|stukje|regel|punt|passage) {gap}?uit (?:het |de )?(?:verslag|notulen|rapport) (?:laten|houden|halen),
alleen {gap}?voor deze (?:tafel|groep|kring), niet met {gap}naam noemen
"""

THEMES = {
    "gezondheid": HEALTH,
    "verblijf": STAY,
    "politie en justitie": JUSTICE,
    "geld": MONEY,
    "geloof of afkomst": BELIEF,
    "thuissituatie": HOME,
}
