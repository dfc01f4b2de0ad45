r"""Words for what is nobody else's business, by kind (GDPR art. 9 and 10, and what is told in confidence).

Separated by a comma; lower case, without accents; whole words, in which ``~`` is any rest of the word
(``epileptisch~``) or, in front, the first part of a compound (``~kanker``). In braces stand classes of words
(``CLASSES``): ``{poss} gezondheid``. A line may end after a bar and go on in the next, two spaces in. The
rest is as in ``re``; a pattern begins with a letter, a class or a group of alternatives.
"""

from __future__ import annotations

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

# Diagnoses and complaints, those who treat them, medicine, what body or mind cannot, addiction, pregnancy.
HEALTH = r"""
adhd, add, mcdd, autisme, autist, autistisch, autistische, asperger~, pdd-?nos, tourette~, d[yi]sle[ckx]~,
dyscal[ck]~, dyspra[xc]~, tos, faalangst~, hoogsensitief, epilepsie, epileptisch~, diabet~, suikerziekte,
astma~, reuma~, crohn, colitis, coeliakie, parkinson, dement~, alzheimer~, leukemie, kanker(?! ?onderzoek),
~kanker, tumor, ~tumor, uitzaaiing~, uitgezaaid, chemo~, bestraling~, bestraald, hiv, aids, soa, migraine~,
fibromyalgie, (?:long|post)[ -]?covid, (?:na|sinds|door) {gap}?(?:corona|covid)(?= en thuis| ziek| moe),
lyme, pfeiffer, taaislijmziekte, multiple sclerose, (?:met|heeft|had) {gap}(?:ms|ass|cvs|nah|eds|cf),
hersen(?:letsel|schudding|bloeding|vlies~|infarct), beroerte,
hart(?:afwijking|aanval|infarct|patient~|operatie|ritme~|kwaal|probleem|problemen), ~ziekte, longziekte,
sikkelcel~, hemofilie, mist een (?:been|arm|hand|oog), (?:smet|straat|plein)vrees, sociale angst,
slaapprobleem~, slaapproblemen, slapeloosheid, (?:met|heeft) een {gap}?rugzak(?:je)?, stoned,
onder invloed(?= |,|\.|$)(?! van (?:de|het|hun|zijn|haar|ouders|vrienden|social))(?! van),
{kin} {gap}?(?:drinkt|dronk|drinkt te), dialyse, transplantatie, stoma, anafyla~, scoliose, psoriasis,
hernia, whiplash, allergisch voor (?:noten|pinda's|pinda|latex|meel|huisstof|melk|gluten),
allergische reactie, allergie, burn-? ?outs?, overspannen(?! verwacht), depri, depress(?:ie|ies|ief|ieve)~,
~depressie, antidepress~, angststoornis~, angstaanval~, dwangstoornis, dwangmatig, ocd,
paniek(?:aanval|stoornis)~, ~fobie, hyperventil~, psychose~, psychotisch~, psychiatrische?, psychiatrie,
psychische?, therapie,
(?:bij|naar|van|met|door) (?:de |een |{poss} )?(?:\w*therapeute?|psycholo(?:og|ge)|psychiater),
(?:gesprek|speel|relatie|gedrags|groeps|schema|trauma)~therapie, emdr, ggz, riagg, borderline~, bipolair~,
manisch~, schizo~, hoort stemmen, stemmen in {poss} hoofd, ~stoornis, eetst~nis~, eetproble~, anore[xc]~,
anorec~, boul?imi~, ondergewicht, obesitas, overgewicht, zelfbeschadig~, automutil~, zelfverminking,
sn(?:ijdt|eed|ijden) {gap}?(?:zich|zichzelf|in {poss}), kras(?:t|te) {gap}?(?:zich|zichzelf|in {poss}),
littekens op {poss}, suicid~, zelfmoord~, zelfdoding~, einde? (?:aan|maken aan) {poss} leven,
eind aan (?:het|maken), niet meer {gap}?leven, (?:wil|wilde) {gap}?dood, dood wil~, overdosis, crisisdienst,
(?:er|hij|zij|ze|ik) {gap}?niet meer (?:was|is|wil zijn|wilde zijn|te zijn|hoeft te zijn|hoefde te zijn),
trauma, trauma's, traumati~, getraumatiseerd~, ptss, rouwt, rouwverwerking, ingestort, stort(?:te)? in,
ziektewet, ziek thuis, thuis {gap}?ziek,
(?:langdurig|chronisch|ernstig|zwaar|terminaal|ongeneeslijk|doodziek|heel|erg|vaak|psychisch|weer|maanden|
  weken) (?:ziek|zieke|moe), doodziek~, zieke? {kin}, {kin} {is} {gap}?ziek, ziek geworden, ziekte van,
{has} een {gap}?(?:spier|ernstige |zeldzame |chronische |huid|darm)~ziekte, spierziekte,
(?:door|wegens|vanwege|om|met) {poss} (?:ziekte|gezondheid|klachten|rug|hart|knie),
gezondheids?(?:redenen|klachten|problemen), (?:lichamelijke|psychische|mentale) (?:klachten|problemen),
mentaal {gap}?(?:slecht|kapot|in de knoop), chronische? (?:pijn|vermoeid~|ziekte), ziekenhuis(?:opname|bed),
(?:in|naar|uit) (?:het |'t )?ziekenhuis (?:en|ligt|lag|moest|opgenomen|beland~|moet|voor)~,
(?:ligt|lag|beland~|kwam|terecht) {gap}?(?:in|naar) {gap}?(?:ziekenhuis|kliniek), geopereerd,
operatie (?:aan|gehad|ondergaan|achter), revalid(?:atie|eert)~, afkick~, kliniek,
opgenomen(?! (?:op|als|
  voor) )(?<!contact opgenomen)(?<!wordt opgenomen)(?<!worden opgenomen)(?! met)(?! in (?:het|de|ons|onze|
  een|hun|elk) (?!ziekenhuis|kliniek|ggz|psych|instelling|inrichting|afkick|
  afdeling))(?! in [a-z]*(?:plan|pta|beleid)), gesloten (?:afdeling|inrichting), gedwongen opname,
inrichting(?= |,|$)(?! van), medicatie, medicijn, medicijnen, ritalin, concerta, methylfenidaat, slaappil~,
oxazepam, antibiotica, insuline, pilletjes, slik(?:t|te) (?!dat)~, rolstoel~, beenprothese, prothese,
dwarslaesie, spast~, slechtziend~, slechthorend~,
(?:is|was|bijna|half|vrijwel|wordt|zwaar|volledig|doof) (?:blind|doof|doofblind), (?:blinde|dove) {someone},
gehoor(?:apparaat|verlies), stott?er~, {is} {gap}?gehandicapt, gehandicapte {someone},
(?:met|heeft|had) een {gap}?(?:handicap|beperking),
(?:verstandelijk|lichamelijk|visueel|auditief|licht verstandelijk)e? (?:beperk|gehandi)~, lvb, zwakbegaafd~,
iq {gap}?\d+, syndroom, ~syndroom, mutis~, bedplas~, wajong~, wia, wao, arbeidsongeschikt~,
afgekeurd(?! (?:door|als) (?:school|inspectie)), ziekmelding, thuiszitter, bed niet {gap}?uit, zwanger~,
abortus, miskraam, tiener(?:moeder|vader), in verwachting, bevallen(?! (?:is|was)? ?mij), postnata~,
vruchtbaarheid~, menstruatie~, endometriose,
(?:~verslaafde?|verslaafde?)(?! aan (?:tiktok|insta|snap|hun|de|je) ?(?:telefoons?|mobiel)?), verslaving,
~verslaving, alcohol(?:probleem|problemen|ist|iste|isme|misbruik|isch)~,
drank(?:probleem|problemen|misbruik), alcoholist~,
aan de (?:drank|drugs|coke|pillen|wiet|alcohol|ghb|xtc|heroine),
(?:drinkt|drinken|dronk|zuipt|zoop) (?:te veel|teveel|stiekem|zich|elke|weer|sinds|veel|iedere|zwaar)~,
drinkt(?=,| ?$|\.|;), dronken, blow(?:t|de|en|er), wiet, hasj, cocaine, coke, heroine, ghb, xtc, ketamine,
lachgas, drugs, drugs(?:gebruik|probleem|problemen), (?:gebruikt|gebruikte) {gap}?(?:drugs|speed|pillen),
drugs gebruikt~, onder invloed van (?:drugs|drank|alcohol|wiet),
gok(?:t|te|schuld|schulden|probleem|problemen), gamever~, (?:on)?gevaccineerd, brandwonden, incontinent,
flauwgevallen, bloedarmoede, kruk(?:ken)? (?:door|na|vanwege), zit {gap}?bij de (?:psych|ggz|therap)~,
(?:ms|ass|cvs|nah|adhd) (?:heeft|had|bleek),
(?:is|zit|was|in|onder) {gap}?(?:in|onder) behandeling(?= bij| voor|,|$), eetbuien, flauwviel
"""

# Where and with whom someone lives, care by the state, violence, quarrels, death in the family.
HOME = r"""
mishandel~, ~mishandeling, misbruik(?:t|te)?(?! van), incest, aangerand~, aanranding, verkracht~, loverboy~,
ge?groomd, seksueel~ (?:misbruik|geweld|geintimideerd|intimid~|benaderd), betast,
grensoverschrijdend~ {gap}?(?:van|door) {poss},
{home} {gap}(?:geslagen|klappen|mishandeld|opgesloten|vernederd), geslagen(?= door {poss}|,| en| thuis|$),
sl(?:aat|oeg) {gap}?(?:{him}|{poss} (?:vrouw|kinderen|dochter|zoon)), klappen (?:thuis|van {poss}),
(?:krijgt|kreeg) {gap}klappen, blauwe plek~, huiselijk geweld, geweld {home}, {home} {gap}geweld,
eergerelateerd~, eerwraak, blijf-?van-?~, opvanghuis, vrouwenopvang, crisisopvang, noodopvang, nachtopvang,
(?:maatschappelijke|daklozen)opvang, maatschappelijke opvang, daklozen~, in de opvang, leger des heils,
uit huis {gap}?(?:geplaatst|gezet|geschopt|gegooid|gehaald|moet|moest),
(?:op straat|het huis uit|de deur uit|eruit) (?:gezet|geschopt|gegooid|beland|komen te staan|geslapen|
  leeft|leefde)~, leeft op straat, uithuis~,
pleeg(?:gezin|ouder|ouders|kind|moeder|vader|zoon|dochter|zorg), geadopteerd~,
adoptie(?:kind|ouders|dochter|zoon), kindertehuis, tehuis, gezinshuis, leefgroep,
(?:begeleid|beschermd) (?:wonen|woont), woont {gap}?begeleid, kamertraining~, jeugdzorg, jeugdbescherm~,
veilig thuis(?= (?:gebeld|ingeschakeld|betrokken|gemeld|melding|is|komt|kwam|zit))~,
melding {gap}?veilig thuis, voogd~, gezinsvoogd~, ots, onder toezicht (?:gesteld|staat)~,
(?:raad voor de )?kinderbescherming, scheiding(?= (?:van {poss}|en|thuis|met)|,|\.|$|;|\))(?! van taken),
vechtscheiding, echtscheiding, ligt in scheiding, (?:in|na|door|midden in) (?:een|de|die) {gap}?scheiding,
gescheiden(?! (?:van elkaar|wereld|traject|groep|systeem|spor)~),
{kin} {gap}?(?:gaan|gingen|zijn|uit) {gap}?(?:uit elkaar|scheiden), gaan scheiden, omgangsregeling,
(?:contact|straat|huis)verbod, gestalkt, stalk(?:t|te|er), {poss} ex, ex-(?:man|vrouw|vriend|partner)~,
uit de ouderlijke macht, weggelopen(?! met), (?:van huis|thuis) weg~, dakloos, dakloze, zwerf(?:t|jongere),
zwierf, bankslap~, bankhang(?:t|er),
slaap(?:t)? {gap}?(?:{gap}(?:bij|op de bank|op een|in (?:een|de|haar|zijn|z'n|d'r|mijn)|
  buiten))(?! (?:de |mijn )?les),
sliep {gap}{gap}(?:bij|op de bank|op een|in een|in de|in zijn|in haar|buiten),
in {poss} auto {gap}?(?:slaapt|sliep|woont|leeft|slapen|wonen), slaap(?:plek|plaats), geen woonruimte,
geen (?:vaste )?(?:woon|slaap|verblijf)~, geen (?:eigen )?(?:huis|thuis|dak boven)(?= |,|\.|$)(?!werk),
(?:huis|woning|kamer) kwijt~, niet meer thuis (?:woont|woonde|wonen|wil|welkom|durft),
woont {gap}?niet {gap}?(?:thuis|bij {poss}),
woon(?:t|de) {gap}{gap}(?:bij {poss}? ?(?:een )?(?:oma|opa|tante|oom|zus|broer|vriend|vriendin|vader|
  moeder|grootouders|buren)|op zichzelf|in (?:een|de|zijn|haar) (?:auto|caravan|pension|hotel|instelling|
  opvang|schuur)), mantelzorg~,
zorg(?:t|de|en|t thuis)? {gap}{gap}?voor {poss}? ?(?:twee |drie |\d |een |de |zieke |jongere |jonge |
  eigen )*{kin}, (?:draait|runt|regelt) {gap}?(?:het )?(?:hele )?(?:huishouden|gezin), overleden, overleed,
overlijden, gestorven, stierf, sterft, sterfbed, verongelukt~, doodgegaan,
(?:verloor|verloren|verliest) {gap}?(?:{kin}|{poss} {kin}),
{kin} {gap}?(?:verloren|kwijtgeraakt|dood|doodgereden), wees(?= geworden|,|\.|$), weduwe, weduwnaar,
begrafenis, ruzie {gap}?(?:thuis|met {poss} {kin}|met de {parent}),
{home} {gap}?(?:ruzie|oorlog|onveilig|niet veilig|problemen|gedoe|ellende|niet pluis|welkom|weggestuurd|
  eruit|uitgezet|opgesloten|crisis|spanning|spanningen|chaos|drama|misere|heftig|escaleert|escaleerde),
(?:onveilig|niet veilig|veel aan de hand|problemen|spanningen|spanning|gedoe|ellende|crisis|heftig|drama|
  mis|chaos|onrustig) (?:bij {him} )?thuis, onveilige (?:thuis|gezins)~, thuissituatie,
(?:gezins|familie)problemen, problemen in (?:het|{poss}) gezin,
{parent} {gap}?(?:uit beeld|onbekend|niet in beeld|spoorloos|vertrokken|in het buitenland),
{parent} wil(?:len|de|den)? {him} {gap}?niet meer, geen contact meer met {poss}? ?{gap}?{kin},
(?:contact|banden) {gap}?met (?:{poss} )?(?:{kin}|familie) {gap}?verbroken,
{kin} {gap}?(?:agressief|gewelddadig|losse handjes|handtastelijk), bang voor {poss} {kin},
(?:durft|durfde|wil|wilde|kan|mag) {gap}?niet {gap}?naar huis(?! om), kindhuwelijk, besneden, besnijdenis,
gebroken met {poss} (?:{kin}|familie), verstoten, uitgehuwelijkt, uithuwelijk~, uitgehuwd,
(?:moet|moest|gaat|zou) {gap}trouwen, gedwongen (?:huwelijk|te trouwen), huwelijksdwang, huisuitzetting,
ontruim(?:d|ing), verwaarloos?d~, verwaarlozing, (?:mag|mocht) {gap}niet {gap}?van {poss} (?:{kin}|familie),
(?:mag|mocht) {gap}?van {poss} (?:{kin}|familie) {gap}?(?:niet|geen|nooit|niks|niets),
(?:bij|op|in) (?!de les|de klas|mijn les){gap}{gap}?(?:slaapt|sliep),
bij {poss} (?:oma|opa|tante|oom|zus|broer|vriend|vriendin) (?:woont|woonde|verblijft|inwoont),
op straat (?:slaapt|sliep|slapen), stervende?, op sterven, (?:vader|moeder) geworden, werd (?:vader|moeder),
analfabeet, laaggeletterd, ouders {gap}?uit elkaar, thuis {gap}?(?:niet makkelijk|moeilijk|zwaar),
(?:moeilijk|niet makkelijk) thuis, geslagen w(?:ordt|erd)
"""

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
  oekraine|polen|suriname|ethiopie), stemt {gap}?{party}
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
vreemdelingen(?:politie|detentie|dienst)
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
huisarrest, brand gesticht, ~delict
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
persoonlijk failliet~, krap bij kas, thuis {gap}?krap, (?:stichting )?leergeld
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
(?:graag|svp|aub|liever|dit) {gap}?niet noteren
"""

THEMES = {
    "gezondheid": HEALTH,
    "verblijf": STAY,
    "politie en justitie": JUSTICE,
    "geld": MONEY,
    "geloof of afkomst": BELIEF,
    "thuissituatie": HOME,
}
