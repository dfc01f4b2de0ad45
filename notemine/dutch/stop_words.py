"""Words that are never a topic: function words, words of talking and noting, words of time, abbreviations."""

from __future__ import annotations

from functools import cache

FUNCTION_WORDS = frozenset(
    "aan aangaande ach achter af al aldus alle allebei alleen allemaal alles als altijd ander andere "
    "anders beide beiden bent bij binnen boven bovendien buiten daar daarbij daardoor daarmee daarna "
    "daarnaast daarom daarop daarover daarvoor dan dat de der deze die dit doch doen door dus echter een "
    "eens eerder eerst eigenlijk en enkele er eraan erbij erg ergens erin erover ervan ervoor even "
    "evenals gaan gaat ge geen genoeg ging gingen gisteravond gisteren haar had haha heb hebben hebt "
    "heeft heel hem hen het hier hierbij hiervoor hij hoe hoelang hoeveel hoewel hoezo hoor hun hè ieder "
    "iedere iedereen iemand iets ik in indien is ja je jij jou jouw jullie kan kon konden kortom kun "
    "kunnen kunt later maar mag me meer men met mij mijn min misschien mits mocht moest moesten moet "
    "mogelijk mogen morgen na naar natuurlijk nee niet niets niks nog nou nu of oh ok oké om omdat onder "
    "ons onze ook op over pas per plus reeds sinds sommige sommigen soms straks te tegen ten tenzij ter "
    "terwijl tijdens tja toch toen tot tussen u uit uw van vanaf vanavond vandaag vandaar vanochtend "
    "vanuit veel verder vervolgens via volgens voor vs waar waaraan waarbij waardoor waarin waarmee "
    "waarna waarom waarop waarover waaruit waarvan wanneer want waren was wat we weinig wel welk welke "
    "werd werden wie wiens wij wil wilde wilden willen wilt worden wordt zal ze zeer zelf zich zij zijn "
    "zo zoals zodat zonder zou zouden zowel zul zulke zult".split()
)
TIME_WORDS = frozenset(
    "apr april aug augustus avond begin dag dagelijks dec december dinsdag donderdag eeuw eind einde feb "
    "februari gisteren jaar jaarlijks jan januari jul juli jun juni kwartier later maand maandag maart "
    "mei middag minuut moment morgen mrt nacht nov november nu ochtend okt oktober sep sept september "
    "straks tijdje uur vandaag volgend vorig vrijdag vroeger week wekelijks woensdag zaterdag zondag".split()
)
# By themselves they say that people talked, not what about.
NOTE_WORDS = frozenset(
    "aantal aantekening actiepunt agenda ander antwoord avond beginnen belangrijk bepaald bespreken "
    "besproken best beter bijeenkomst blijven brengen deel deelnemer denken ding dingen doen echt eens "
    "eigenlijk even eventueel fijn flap gaan gebruiken genoemd gespreksleider gesprekstafel geval geven "
    "gewoon gewoonweg goed goede graag groot half handig heel helemaal heten hetzelfde hoeven horen "
    "houden idee iemand iets kaart kaartje keer kijken klein komen krijgen kunnen lastig laten leggen "
    "leuk liggen lijken lopen maken makkelijk manier max mens mensen min misschien moeilijk moeten "
    "mogelijk mogen mooi natuurlijk nemen nieuw nodig noemen nogmaals notitie notulen onderwerp oneens "
    "ongeveer ook opmerken opmerking persoon post-it proberen punt punten rondje slecht soort staan stap "
    "stellen tafel thema tip veel verder verschillend verslag vertelde vertellen vinden vooral voorbeeld "
    "vraag vragen weinig wel weten willen zaak zeggen zei zelfde zien zitten zowel zullen".split()
)
SHORT_FORMS = frozenset(
    "'n 's 't a.s aub bijv blz bv ca d'r d.m.v d.w.z dhr dmv drs dwz e.a e.d ed enz etc evt excl ff gg h "
    "i.g.v i.i.g i.p.v i.v.m ie igv iig incl ing ipv ivm ivv jl k m'n m.b.t m.n mb mbt mevr mn mw n n.a.v "
    "n.v.t nav nb nl nr nvt o.a o.b.v oa obv p pag prof ps r resp svp t t.a.v t.b.v t.g.v t.o.v t.z.t tav "
    "tbv tgv tov tzt v v/d v/h vd vdr ve vh vnl vs x z'n z.s.m zgn zn zsm".split()
)


@cache
def stop_words() -> frozenset[str]:
    """Every word, in lower case, that carries no topic by itself; includes those of Stopwords ISO."""
    from stopwordsiso import stopwords

    return FUNCTION_WORDS | TIME_WORDS | NOTE_WORDS | SHORT_FORMS | frozenset(stopwords("nl"))


def is_stop_word(word: str) -> bool:
    """Whether a word or lemma carries no topic by itself.

    >>> is_stop_word("Tafel"), is_stop_word("profielkeuze")
    (True, False)
    """
    return word.lower().rstrip(".") in stop_words()
