from __future__ import annotations

import pytest

from notemine.dutch.sensitive import sensitivity_of

TOLD_OF_ONE = {
    "gezondheid": [
        "Een leerling uit 2b kreeg vorig jaar een psychose en begint nu voorzichtig weer",
        "- ll 4 kader met suikerziekte viel flauw op zijn stage",
        "mijn buurmeisje snijdt zichzelf, haar mentor weet ervan",
        "De teamleider zit al sinds maart overspannen thuis.",
        "Deelnemer 4 slikt ritalin en vertelt dat hij zonder niet kan leren.",
        "jongen in rolstoel kon het bedrijf niet in, dus geen stage",
        "student niv 2 heeft een miskraam gehad en liep daardoor achter",
        "* collega aardrijkskunde: borstkanker, komt dit jaar niet terug",
        "Sanne heeft boulimia en wil daarom niet mee op kamp",
        "één jongen was lachgasverslaafd en sliep elke les",
        "mn stagiaire bleek zwanger, ze durfde het niet te zeggen",
    ],
    "thuissituatie": [
        "meisje 1h woont sinds kort in een pleeggezin en moest van school wisselen",
        "een van mijn leerlingen is door haar stiefvader mishandeld",
        "Zijn moeder is in april overleden, hij kiest nu helemaal niks meer",
        "lln uit 3a slaapt om en om bij zijn oma en in de auto",
        "De jongen werd het huis uit gezet toen hij achttien werd",
        "leerling zorgt na schooltijd voor haar broertjes omdat vader er niet is",
        "student is van huis weggelopen en zit nu in de crisisopvang",
    ],
    "geloof of afkomst": [
        "stagiaire met hoofddoek mocht niet bij de kapper aan de slag",
        "Een Turkse jongen werd bij vier garages geweigerd",
        "hij durft op de werkvloer niet te vertellen dat hij homo is",
        "collega is bij de gemeenteraadsverkiezingen kandidaat voor de PVV",
        "transmeisje uit havo 3 wil niet naar de open dag",
        "een student die niet wil werken op zaterdag vanwege zijn geloof is afgewezen",
    ],
    "verblijf": [
        "jongen uit het azc kan geen stage lopen, hij heeft nog geen bsn",
        "Een meisje uit klas 2 wordt met haar ouders uitgezet naar Armenië",
        "haar vader is hier illegaal, ze durft geen formulier in te vullen",
    ],
    "politie en justitie": [
        "student heeft een strafblad en vindt daardoor geen plek in de zorg",
        "Mijn zoon is vorige week opgepakt, zijn mentor weet het niet",
        "jongen 4 basis loopt met een enkelband en komt nergens binnen",
        "ll uit 2t dealt bij het fietsenhok, politie gebeld",
    ],
    "geld": [
        "meisje kan de excursie niet betalen, thuis eten ze van de voedselbank",
        "Haar ouders zitten in de schuldsanering en zij werkt dertig uur per week",
        "student van 19 met deurwaarders aan de deur stopt met de opleiding",
    ],
    "vertrouwelijk": [
        "Svp niet in het verslag: de rector vertrekt na de zomer",
        "(off the record) de fusie gaat niet door",
        "dit even onder ons houden graag",
        "Niet doorsturen!",
        "- strikt vertrouwelijk: de locatie in Almelo sluit",
        "wat zij over haar baas zei moet tussen vier muren blijven",
    ],
}

NOTHING_SENSITIVE = {
    "group": "Leerlingen met dyscalculie krijgen bij ons een rekenkaart",
    "growing group": "steeds meer studenten kampen met psychische klachten",
    "adjective before a group": "voor dove leerlingen zijn er te weinig stageplekken",
    "policy": "we hebben een protocol voor meldingen bij jeugdzorg en politie",
    "lesson": "gastles over depressie was indrukwekkend, een leerling had veel vragen",
    "profession": "een meisje uit 3a wil later bij de politie",
    "profession as a study": "Mijn dochter gaat psychologie studeren",
    "placement in care": "jongen uit 4b loopt stage in het ziekenhuis en vindt het geweldig",
    "placement in an institution": "student zoekt een stage bij de reclassering",
    "trade compound": "De dyslexiecoach is een collega die dat erbij doet",
    "generic singular": "een leerling met autisme heeft vaak een prikkelarme plek nodig",
    "condition": "Als een leerling depressief is, wie bel je dan",
    "question how": "Hoe begeleid je een student met schulden?",
    "nobody": "geen enkele leerling mag door armoede een excursie missen",
    "figure of speech: ill": "iedereen wordt ziek van al die portalen",
    "figure of speech: addicted": "hij is verslaafd aan TikTok, zegt zijn moeder lachend",
    "figure of speech: blind": "de blinde vlek van een docent is wat er na school gebeurt",
    "figure of speech: dead": "het project is een stille dood gestorven",
    "figure of speech: guilt": "een vader gaf de school de schuld van de verkeerde keuze",
    "figure of speech: stuck": "een jongen zit vast in zijn rooster en kan niet naar de open dag",
    "figure of speech: locked up": "Een docent voelt zich opgesloten in de methode",
    "denomination of a school": "de decaan van het christelijk lyceum deed mee",
    "language": "een leerling heeft Turks als tweede taal gekozen",
    "taken up": "de mentor heeft contact opgenomen met het bedrijf",
    "taken up in a plan": "haar voorstel is opgenomen in het jaarplan",
    "picked up": "Het punt van de begeleider wordt opgepakt door de werkgroep",
    "confidential adviser": "een leerling kan altijd naar de vertrouwenspersoon",
    "trust": "je moet een leerling het vertrouwen geven dat het goed komt",
    "sharing": "scholen willen hun gegevens niet delen met het mbo",
    "at home": "Een leerling zei dat hij thuis niet over keuzes praat",
    "home": "zijn mentor voelt zich thuis op deze school",
    "sleeping in class": "een jongen slaapt in de les omdat het eerste uur te vroeg is",
    "coffee": "Collega Truus drinkt koffie met elke ouder",
    "money of a school": "de decaan heeft geen geld voor bussen",
    "belief": "ik geloof dat een leerling van 15 dat nog niet kan kiezen",
    "law": "de wet op de privacy geldt voor iedere leerling",
    "single mother tongue": "meisje vertelde trots over de zaak van haar vader",
    "empty": "",
}


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, lines in TOLD_OF_ONE.items() for line in lines]
)
def test_what_is_told_of_one_person_is_sensitive(kind: str, line: str) -> None:
    assert sensitivity_of(line) == kind


@pytest.mark.parametrize("line", NOTHING_SENSITIVE.values(), ids=NOTHING_SENSITIVE.keys())
def test_what_is_nobodys_secret_is_not(line: str) -> None:
    assert sensitivity_of(line) == ""


def test_what_stands_before_a_sentence_may_say_whom_it_is_about() -> None:
    sentence = "Zit nu bij de psycholoog."

    assert sensitivity_of(sentence) == ""
    assert sensitivity_of(sentence, before="Een jongen uit 3b durfde niet meer.") == "gezondheid"


def test_who_is_cited_is_not_who_it_is_about() -> None:
    assert sensitivity_of("Deelnemer 4: hier is veel armoede.") == ""
    assert sensitivity_of("Deelnemer 4 vraagt aandacht voor armoede.") == ""
    assert sensitivity_of("Deelnemer 4 kan de huur niet betalen.") == "geld"


def test_accents_capitals_and_apostrophes_make_no_difference() -> None:
    told = "Een jongen deed een suïcidepoging, z’n mentor weet ervan"

    assert sensitivity_of(told) == "gezondheid"
    assert sensitivity_of(told.upper()) == "gezondheid"
    assert sensitivity_of(told.replace("ï", "i").replace("’", "'")) == "gezondheid"
