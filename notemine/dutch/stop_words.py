"""Words that are never a topic: function words, words of talking and noting, words of time, abbreviations."""

from __future__ import annotations

import unicodedata
from functools import cache

FUNCTION_WORDS = frozenset(
    "aan aangaande ach achter af al aldus alle allebei alleen allemaal alles als altijd ander andere "
    "anders beide beiden bent bij binnen boven bovendien buiten daar daarbij daardoor daarheen "
    "daarmee daarna daarnaast daarom daarop daarover daarvan daarvoor dan dat de der deze dezelfde "
    "die dit doch doen door dus echter een eens eerder eerst eigenlijk elkaar en enkele er eraan "
    "erachter eraf erbij erg ergens erheen erin erna ernaast eronder erover ertussen eruit ervan "
    "ervoor even evenals gaan gaat ge geen genoeg ging gingen gisteravond gisteren haar had haha "
    "hardop heb hebben hebt heeft heel heen hem hen het hier hierbij hiervan hiervoor hij hoe hoelang "
    "hoeveel hoewel hoezo hoor hun hè ieder iedere iedereen iemand iets ik immers in indien is ja je "
    "jij jou jouw jullie kan kon konden kortom kun kunnen kunt kwijt langs later los maar mag me mee "
    "meer meerdere men met meteen mij mijn min misschien mits mocht moest moesten moet mogelijk mogen "
    "morgen na naar natuurlijk nee niet niets niks nog nou nu of oh ok oké om omdat onder onderling "
    "ons onze ook op over pas per plus reeds samen sinds sommige sommigen soms straks te tegelijk "
    "tegen ten tenzij ter terug terwijl tijdens tja toch toen toevallig tot trouwens tussen u uit "
    "uiteraard uw van vanaf vanavond vandaag vandaar vanochtend vanuit vast veel verder vervolgens "
    "via voldoende volgens voor vs waar waaraan waarbij waardoor waarheen waarin waarmee waarna "
    "waarnaar waarom waarop waarover waaruit waarvan wanneer want waren was wat we weinig wel welk "
    "welke werd werden wie wiens wij wil wilde wilden willen wilt worden wordt zal ze zeer zelf zich "
    "zij zijn zo zo'n zoals zodat zonder zonet zou zouden zoveel zowel zul zulke zult".split()
)
TIME_WORDS = frozenset(
    "altijd apr april aug augustus avond begin dag dagelijks dec december dinsdag donderdag eeuw eind "
    "einde feb februari gisteren halfjaar jaar jaarlijks jan januari jul juli jun juni kort kwartier "
    "lang later maand maandag maart mei middag minuut moment morgen mrt nacht nooit nov november nu "
    "ochtend okt oktober ooit seconde sep sept september soms straks tijdje uur vaak vandaag volgend "
    "vorig vrijdag vroeger week weekend wekelijks woensdag zaterdag zondag".split()
)
NUMBERS = frozenset(
    "acht achten achtste achttien anderhalf derde dertien dertig drie duizend een eerste elf honderd "
    "miljoen negen negende negentien negentig tachtig tien tiende twaalf twee tweede twintig veertien "
    "veertig vier vierde vijf vijfde vijftien vijftig zes zesde zestien zestig zeven zevende "
    "zeventien zeventig".split()
)
# By themselves they say that people talked, not what about.
NOTE_WORDS = frozenset(
    "aantal aantekening actiepunt agenda ander antwoord avond beginnen belangrijk bepaald bespreken "
    "besproken best beter bijeenkomst blijven brengen deel deelnemer denken ding dingen doen echt "
    "eens eh ehm eigenlijk even eventueel fijn flap gaan gebruiken genoemd gespreksleider "
    "gesprekstafel geval geven gewoon gewoonweg goed goede graag groot haha half handig heel helemaal "
    "helft heten hetzelfde hm hoeven horen houden idee iemand iets kaart kaartje kant keer kijken "
    "klein komen krijgen kunnen lastig laten leggen leuk liggen lijken lopen maken makkelijk manier "
    "max menen mens mensen min misschien moeilijk moeten mogelijk mogen mooi natuurlijk nemen nieuw "
    "nodig noemen nogmaals noteren notitie notulen nul onderwerp oneens ongeveer ook opmerken "
    "opmerking opschrijven persoon poeh post-it proberen punt punten rest rondje slecht soort staan "
    "stap stellen tafel thema tip tog trouwens uh uhm veel verder verschillend verslag vertelde "
    "vertellen vinden vooral voorbeeld vraag vragen weinig wel weten willen zaak zeggen zei zelfde "
    "zien zitten zowel zullen".split()
)
# Who sat at the table, not what it spoke of.
SECTOR_WORDS = frozenset("vmbo havo vwo havo/vwo havo-vwo mbo hbo vso vavo".split())
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

    own = FUNCTION_WORDS | TIME_WORDS | NUMBERS | NOTE_WORDS | SECTOR_WORDS | SHORT_FORMS
    return own | frozenset(stopwords("nl"))


def is_stop_word(word: str) -> bool:
    """Whether a word or lemma carries no topic by itself, also with the accents of stress ("één", "vóór").

    >>> is_stop_word("Tafel"), is_stop_word("profielkeuze")
    (True, False)
    """
    low = word.lower().replace("’", "'").rstrip(".")
    return low in stop_words() or without_accents(low) in stop_words()


def without_accents(word: str) -> str:
    """The letters of a word without what stands above or below them."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
