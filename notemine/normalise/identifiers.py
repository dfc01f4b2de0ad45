"""Numbers and addresses that lead to one person, found by their form and check digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from notemine.dutch.words import count_of

# A break of the line ends every one of them: lines keep their number and their speaker.
_GAP = r"[^\S\n]"
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    rf"(?<![\w+/.-])(?!\d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?:\d{{4}}|\d\d(?![ .-]\d))(?!\d))"
    rf"(?:(?:\+|00)\d{{2}}(?:{_GAP}|[.-])?(?:\(0\)(?:{_GAP}|-)?)?|\(?0)\d{{1,3}}\)?"
    rf"(?:(?:{_GAP}|[-–./]){{0,3}}\d){{6,8}}(?!\w)"
)
_STREET = (
    r"(?:(?:[A-ZÀ-Þ][\w'’-]*|van|de|der|den|het|'t) ){0,4}[A-ZÀ-Þ][\w'’-]*"
    r"(?:straat|laan|weg|plein|dijk|singel|kade|gracht|hof|pad|plantsoen|steeg|dreef|markt|park|ring|wal|erf|baan)"
    r"|(?:Laan|Weg|Plein|Hof|Kade)(?: (?:van|der|den|de|het|'t|ter|ten)){1,2} [A-ZÀ-Þ][\w'’-]*"
)
_NUMBER = rf"\d{{1,4}}(?:(?:{_GAP}|-)?[a-zA-Z](?!\w)|-\d{{1,3}})?"
_POSTCODE = rf"[1-9]\d{{3}}{_GAP}?(?!SA|SD|SS)[A-Z]{{2}}"
# "2024 WG 05" is a number of minutes: a postcode that looks like a year needs more beside it.
_NO_YEAR = rf"(?!(?:19|20)\d\d{_GAP})"
ADDRESS = re.compile(
    rf"(?<!\w)(?:(?:{_STREET}){_GAP}{_NUMBER}(?:,?{_GAP}+{_POSTCODE})?"
    rf"|[A-Z][\w'’-]+{_GAP}{_NUMBER},{_GAP}{_POSTCODE}|(?<=[Aa]dres: )[A-Z][\w’-]+{_GAP}{_NUMBER}"
    rf"|{_NO_YEAR}{_POSTCODE}(?:{_GAP}?,?{_GAP}?{_NUMBER})?)(?!\w)"
)
BSN = re.compile(r"(?<![\w.,-])\d(?:[ .]?\d){7,8}(?![\w-]|[.,]\d)")
# The Netherlands, Belgium, Germany: of another country nobody in a Dutch class has an account at hand.
IBAN = re.compile(
    rf"(?<!\w)(?:NL\d\d(?:(?:{_GAP}|-)?[A-Z]){{4}}(?:(?:{_GAP}|-)?\d){{10}}"
    rf"|BE\d\d(?:(?:{_GAP}|-)?\d){{12}}|DE\d\d(?:(?:{_GAP}|-)?\d){{18}})(?!\w)",
    re.IGNORECASE,
)
OWN_NUMBER = re.compile(
    r"(?:leerling|lln|student|studenten|stam|deelnemer|personeels|medewerker|klant|dossier|bsn|burgerservice)s?\.?"
    rf"[ -]?(?:nummer|nr\b|no\b)\b\.?(?:{_GAP}|[:=])*"
    rf"(?:(?:van|v){_GAP}+\w+{_GAP}+)?(?P<number>[a-z]?\d{{5,9}})(?!\w)"
    rf"|(?:leerling|student)\w*[^.\n\d]{{0,20}}\bnr\.?{_GAP}*(?P<apart>\d{{5,9}})(?!\w)"
    r"|(?<!\w)(?P<bare>s\d{7})(?!\w)",
    re.IGNORECASE,
)
BIRTH = re.compile(
    rf"\b(?:geboren(?: op)?|geb\.?|geboortedatum|geb\.?{_GAP}?datum)(?:{_GAP}|:)+"
    r"(?P<day>\d{1,2}[-/. ]\w{1,9}[-/. ]\d{2,4})",
    re.IGNORECASE,
)
_NO_STREETS = frozenset("bijbaan bijverdienbaan zomerbaan vakantiebaan herkansing".split())
# Written so often without a capital, a word is no street ("Ervaring 2"); "Hoofdweg 7" is one.
MIN_COMMON = 50
_UNITS = frozenset("KM LL EU MB GB KB CM MM KG DM ML".split())
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


LABELS = ("[e-mail]", "[telefoon]", "[adres]", "[bsn]", "[rekening]", "[nummer]", "[geboortedatum]")


def find_identifiers(text: str) -> Iterator[tuple[int, int, str]]:
    """Where identifiers stand, and what to write in their place; they may overlap.

    A BSN (citizen service number) must pass its "elfproef": its weighted digits add up to a multiple of 11.
    """
    for pattern, label, is_valid in KINDS:
        for match in pattern.finditer(text):
            if is_valid is None or is_valid(match[0]):
                yield match.start(), match.end(), label
    for match in OWN_NUMBER.finditer(text):
        group = next(name for name in ("number", "apart", "bare") if match[name])
        yield match.start(group), match.end(group), "[nummer]"
    for match in BIRTH.finditer(text):
        yield match.start("day"), match.end("day"), "[geboortedatum]"


def is_address(written: str) -> bool:
    """Whether what looks like a street with a number is one, and no "Bijbaan 2" or "2500 KM".

    >>> is_address("Dorpsstraat 12"), is_address("Bijbaan 2"), is_address("8011 AB"), is_address("2500 KM")
    (True, False, True, False)
    """
    words = re.findall(r"[^\W\d_][\w'’-]*", written)
    if re.match(r"[1-9]\d{3}", written):
        return words[0] not in _UNITS
    street = words[0].lower() if len(words) == 1 else ""
    is_year = re.search(r"\s(?:19|20)\d\d$", written) is not None
    return not is_year and street not in _NO_STREETS and count_of(street).lower < MIN_COMMON


def is_bsn(written: str) -> bool:
    """Whether a number passes the test that each BSN passes.

    >>> is_bsn("111222333"), is_bsn("123456789")
    (True, False)
    """
    digits = [int(c) for c in written if c.isdecimal()]
    digits = [0] * (9 - len(digits)) + digits
    total = sum(weight * digit for weight, digit in zip(_BSN_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and any(digits)


def is_iban(written: str) -> bool:
    """Whether an account number has the right check digits (ISO 7064, modulo 97)."""
    plain = re.sub(r"[\s-]", "", written)
    return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1


KINDS: tuple[tuple[re.Pattern[str], str, Callable[[str], bool] | None], ...] = (
    (EMAIL, "[e-mail]", None),
    (PHONE, "[telefoon]", None),
    (ADDRESS, "[adres]", is_address),
    (BSN, "[bsn]", is_bsn),
    (IBAN, "[rekening]", is_iban),
)
