"""Towns of the Netherlands and Flanders where such evenings are held, as folders and headings name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notemine.dutch.words import is_common

_PLACES = (
    "Aalsmeer, Aalst, Aalten, Achterveld, Alblasserdam, Alkmaar, Almelo, Almere, Alphen aan den Rijn, "
    "Amersfoort,  Amstelveen, Amsterdam, Antwerpen, Apeldoorn, Appingedam, Arnhem, Assen, Asten, Axel, "
    "Baarn, Barendrecht,  Barneveld, Bedum, Beek, Beilen, Bemmel, Bergen op Zoom, Berkel-Enschot, "
    "Berlicum, Best, Beverwijk, Bladel,  Bodegraven, Bolsward, Borculo, Borne, Boskoop, Boxmeer, Boxtel, "
    "Breda, Breskens, Brielle, Brugge, Brussel, Brummen,  Bunnik, Bunschoten, Bussum, Buren, Capelle aan "
    "den IJssel, Castricum, Coevorden, Culemborg, Cuijk, Dalfsen,  De Bilt, De Meern, Delden, Delft, "
    "Delfzijl, Den Bosch, Den Burg, Den Haag, Den Helder, Deurne, Deventer, Didam,  Diemen, Diepenveen, "
    "Dieren, Doetinchem, Dokkum, Dongen, Doorn, Doorwerth, Dordrecht, Drachten, Driebergen,  Dronten, "
    "Druten, Duiven, Echt, Ede, Eemnes, Egmond, Eibergen, Eindhoven, Elburg, Elst, Emmeloord, Emmen, "
    "Enkhuizen, Enschede, Epe, Ermelo, Etten-Leur, Franeker, Geldermalsen, Geldrop, Geleen, Gemert, Genk, "
    "Gennep, Gent, Goes, Goirle, Goor, Gorinchem, Gouda, Grave, Groenlo, Groesbeek, Groningen, Grou, "
    "Haaksbergen, Haarlem,  Hardenberg, Harderwijk, Hardinxveld, Haren, Harlingen, Hasselt, Hattem, "
    "Heemskerk, Heemstede, Heerde,  Heerenveen, Heerhugowaard, Heerlen, Heeze, Heiloo, Hellendoorn, "
    "Hellevoetsluis, Helmond, Hendrik-Ido-Ambacht,  Hengelo, Heusden, Hillegom, Hilversum, Hoek van "
    "Holland, Hoensbroek, Holten, Hoofddorp, Hoogeveen, Hoogezand,  Hoogvliet, Hoorn, Horst, Houten, "
    "Huizen, Hulst, IJmuiden, IJsselstein, Joure, Kampen, Katwijk, Kerkrade, Klazienaveen,  Kortrijk, "
    "Krimpen aan den IJssel, Krommenie, Landgraaf, Leek, Leerdam, Leeuwarden, Leiden, Leiderdorp, "
    "Leidschendam, Lelystad, Lemmer, Leusden, Leuven, Lichtenvoorde, Lisse, Lochem, Losser, Maarssen, "
    "Maassluis, Maastricht,  Mechelen, Medemblik, Meerssen, Meppel, Middelburg, Middelharnis, Mijdrecht, "
    "Monnickendam, Montfoort,  Naaldwijk, Naarden, Nieuwegein, Nieuwerkerk aan den IJssel, Nijkerk, "
    "Nijmegen, Nijverdal, Noordwijk, Numansdorp,  Nuenen, Nunspeet, Oisterwijk, Oldenzaal, Ommen, "
    "Oosterbeek, Oosterhout, Oostburg, Ootmarsum, Oss, Oud-Beijerland,  Oudenbosch, Panningen, "
    "Papendrecht, Pijnacker, Purmerend, Putten, Raalte, Reuver, Rheden, Rhenen, Ridderkerk,  Rijen, "
    "Rijssen, Rijswijk, Roden, Roermond, Roosendaal, Rosmalen, Rotterdam, Rucphen, Sassenheim, Schagen, "
    "Schaijk,  Scheveningen, Schiedam, Schijndel, 's-Gravenhage, 's-Hertogenbosch, Sint-Niklaas, Sittard, "
    "Sliedrecht, Sneek,  Soest, Someren, Son, Spijkenisse, Stadskanaal, Staphorst, Steenbergen, "
    "Steenwijk, Stein, Surhuisterveen, Tegelen,  Ter Apel, Terneuzen, Tholen, Tiel, Tilburg, Turnhout, "
    "Twello, Uden, Uithoorn, Uithuizen, Ulft, Urk, Utrecht,  Vaals, Valkenburg, Valkenswaard, Varsseveld, "
    "Veendam, Veenendaal, Veghel, Veldhoven, Velp, Velsen, Venlo,  Venray, Vianen, Vlaardingen, "
    "Vlissingen, Volendam, Voorburg, Voorhout, Voorschoten, Vriezenveen, Vught,  Waalwijk, Waddinxveen, "
    "Wageningen, Wassenaar, Weert, Weesp, Wierden, Wijchen, Wijk bij Duurstede, Winschoten,  Winsum, "
    "Winterswijk, Woerden, Wolvega, Wormerveer, Woudenberg, Zaandam, Zaanstad, Zaltbommel, Zandvoort, "
    "Zeewolde, Zeist,  Zevenaar, Zevenbergen, Zierikzee, Zoetermeer, Zuidhorn, Zuidlaren, Zutphen, "
    "Zwijndrecht, Zwolle"
)
_PLACE_OF = {name.lower(): name for name in _PLACES.split(", ")}
_LONGEST_FIRST = sorted(_PLACE_OF, key=lambda name: (-len(name), name))
_ANY = re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?!\w|'(?!s\b))", re.IGNORECASE)
# There words are joined by "_" and "-".
_IN_NAME = re.compile(
    "(?<![^\\W\\d_])(?:"
    + "|".join(r"[\s_-]+".join(map(re.escape, re.split(r"[\s-]+", name))) for name in _LONGEST_FIRST)
    + ")(?![^\\W\\d_])",
    re.IGNORECASE,
)


def known_place(text: str) -> str:
    """The town that ``text`` is the name of, in any case; empty where it is none.

    >>> known_place("bergen op zoom"), known_place("stage")
    ('Bergen op Zoom', '')
    """
    return _PLACE_OF.get(" ".join(text.lower().replace("_", " ").split()), "")


def find_town(name: str) -> str:
    """The town in the name of a file or folder, in any case; none that is an ordinary word too ("best")."""
    words = re.sub(r"[\d_.,()-]+", " ", name).split()
    whole = known_place(" ".join(words))
    return whole or next((town for word in words if not is_common(word) and (town := known_place(word))), "")


def find_written_towns(name: str) -> Iterator[tuple[int, int]]:
    """Where towns stand in the name of a file or folder, in any case, but for ordinary words ("best")."""
    for match in _IN_NAME.finditer(name):
        if not is_common(match[0].lower()):
            yield match.start(), match.end()


def find_known_places(text: str) -> Iterator[tuple[int, int]]:
    """Where towns are named in a text with a capital."""
    return ((match.start(), match.end()) for match in _ANY.finditer(text) if not match[0].islower())


def find_known_place(text: str) -> str:
    """The first town named in ``text`` with a capital; empty where there is none."""
    found = next((match[0] for match in _ANY.finditer(text) if not match[0].islower()), "")
    return _PLACE_OF.get(found.lower(), "")
