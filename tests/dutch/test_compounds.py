"""The parts of compounds, against a list made before tuning; every second row was left aside."""

from __future__ import annotations

import pytest

from notemine.dutch.compounds import split_compound

COMPOUNDS = """
loopbaan keuze|loopbaankeuze   gesprek tafels|gesprekstafels   stage plek|stageplek
profiel keuze|profielkeuze   ouder avond|ouderavond   studie keuze|studiekeuze
beroep beeld|beroepsbeeld   bedrijf bezoek|bedrijfsbezoek   mentor gesprek|mentorgesprek
leerling raad|leerlingenraad   school leider|schoolleider   vak docent|vakdocent   les tabel|lestabel
keuze stress|keuzestress   stage bedrijf|stagebedrijf   loopbaan dossier|loopbaandossier
arbeid markt|arbeidsmarkt   jeugd zorg|jeugdzorg   werk vloer|werkvloer   groep gesprek|groepsgesprek
wiskunde docent|wiskundedocent   examen programma|examenprogramma   kans gelijkheid|kansengelijkheid
loopbaan begeleiding|loopbaanbegeleiding   beroep onderwijs|beroepsonderwijs
basis vaardigheden|basisvaardigheden   vertrouwen persoon|vertrouwenspersoon   project week|projectweek
leer bedrijf|leerbedrijf   school plan|schoolplan   vervolg opleiding|vervolgopleiding
stage begeleider|stagebegeleider   studie loopbaan begeleider|studieloopbaanbegeleider
bestuur vergadering|bestuursvergadering   jaar planning|jaarplanning   gemeente raad|gemeenteraad
toets week|toetsweek   taal achterstand|taalachterstand   reflectie verslag|reflectieverslag
regio contact persoon|regiocontactpersoon   school examen|schoolexamen   mail adres|mailadres
kwaliteit zorg|kwaliteitszorg   team leider|teamleider   personeel tekort|personeelstekort
vakantie werk|vakantiewerk   student raad|studentenraad   telefoon nummer|telefoonnummer
fiets stalling|fietsenstalling   hand tekening|handtekening   gezondheid zorg|gezondheidszorg
tekst verwerker|tekstverwerker   bank rekening|bankrekening   kind opvang|kinderopvang
water schap belasting|waterschapsbelasting   zieken huis|ziekenhuis   huis arts|huisarts
stad bestuur|stadsbestuur   wet voorstel|wetsvoorstel   gebruiker test|gebruikerstest
vergader ruimte|vergaderruimte   contact moment|contactmoment   energie prijzen|energieprijzen
proef les|proefles   docent team|docententeam   oriëntatie programma|oriëntatieprogramma
"""
WHOLE = """
leerlingen eigenaarschap samenwerking loopbaan onderwijs begeleiding mogelijkheden verantwoordelijkheid
vertrouwen opleiding ontwikkeling aanmelding overstap voorlichting terugkoppeling ervaringen wiskunde
interessant belangrijk docenten studenten bedrijven vaardigheden ondersteuning gemeenschap wetenschap
verwachtingen voorbereiding onzekerheid motivatie reflectie directeur informatie economie voorwaarden
uitdaging aandacht begrijpen vergaderen afspraken achterstand gesprekken ambtenaren schoonheid
maatschappij eenvoudig waarschijnlijk inderdaad studeren activiteiten kwaliteit universiteit vriendschap
"""


def rows(half: int) -> list[tuple[str, ...]]:
    pairs = [pair.strip() for line in COMPOUNDS.split("\n") for pair in line.split("   ") if pair.strip()]
    compounds = [(*pair.partition("|")[0].split(), pair.partition("|")[2]) for pair in pairs]
    whole = [(word, word) for word in WHOLE.split()]
    return compounds[half::2] + whole[half::2]


@pytest.mark.parametrize("half", [0, 1], ids=["tuned on", "left aside"])
def test_nine_of_ten_words_are_split_as_a_reader_would(half: int) -> None:
    wrong = [
        (*parts, split_compound(word)) for *parts, word in rows(half) if split_compound(word) != tuple(parts)
    ]

    assert len(wrong) <= 0.1 * len(rows(half)), wrong


def test_a_short_or_unknown_word_stays_whole() -> None:
    assert split_compound("school") == ("school",)
    assert split_compound("nederlandse") == ("nederlandse",)
    assert split_compound("xyzzyplugh") == ("xyzzyplugh",)
