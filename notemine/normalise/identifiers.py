"""Numbers and addresses that lead to one person, found by their form and check digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\w+/:.-])(?!\d{1,2}[-/ ]\d{1,2}[-/ ]\d{4})(?:(?:\+|00)\d{2}[\s-]?(?:\(0\)[\s-]?)?|\(?0)"
    r"\d{1,3}\)?(?:[\s-]{0,3}\d){6,8}(?!\w)"
)
_STREET = (
    r"(?:(?:[A-ZÀ-Þ][\w'’-]*|van|de|der|den|het|'t) ){0,4}[A-ZÀ-Þ][\w'’-]*"
    r"(?:straat|laan|weg|plein|dijk|singel|kade|gracht|hof|pad|plantsoen|steeg|dreef|markt|park|ring|wal|erf|baan)"
)
_NUMBER = r"\d{1,4}(?:[\s-]?[a-zA-Z](?!\w)|-\d{1,3})?"
_POSTCODE = r"[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}"
# "2024 WG 05" is a number of minutes: a postcode that looks like a year needs more beside it.
_NO_YEAR = r"(?!(?:19|20)\d\d\s)"
ADDRESS = re.compile(
    rf"(?<!\w)(?:{_STREET}\s{_NUMBER}(?:,?\s+{_POSTCODE})?|[A-Z][\w'’-]+\s{_NUMBER},\s{_POSTCODE}|{_NO_YEAR}{_POSTCODE}(?:\s?,?\s?{_NUMBER})?)(?!\w)"
)
BSN = re.compile(r"(?<![\w.,-])\d(?:[ .]?\d){7,8}(?![\w-]|[.,]\d)")
IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}\s?[A-Z]{4}(?:\s?\d){10}(?!\w)")
OWN_NUMBER = re.compile(
    r"(?:leerling|lln|student|studenten|stam|deelnemer|personeels|medewerker|klant|dossier|bsn|burgerservice)s?\.?"
    r"[ -]?(?:nummer|nr|no)?\b\.?[\s:=]*(?:(?:van|v)\s+\w+\s+)?(?P<number>[a-z]?\d{5,9})(?!\w)"
    r"|(?<!\w)(?P<bare>s\d{7})(?!\w)",
    re.IGNORECASE,
)
BIRTH = re.compile(
    r"\b(?:geboren(?: op)?|geb\.?|geboortedatum|geb\.?\s?datum)[\s:]+"
    r"(?P<day>\d{1,2}[-/. ]\w{1,9}[-/. ]\d{2,4})",
    re.IGNORECASE,
)
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def find_identifiers(text: str) -> Iterator[tuple[int, int, str]]:
    """Where identifiers stand, and what to write in their place; they may overlap.

    A BSN (citizen service number) must pass its "elfproef": its weighted digits add up to a multiple of 11.
    """
    for pattern, label, is_valid in _KINDS:
        for match in pattern.finditer(text):
            if is_valid is None or is_valid(match[0]):
                yield match.start(), match.end(), label
    for match in OWN_NUMBER.finditer(text):
        group = "number" if match["number"] else "bare"
        yield match.start(group), match.end(group), "[nummer]"
    for match in BIRTH.finditer(text):
        yield match.start("day"), match.end("day"), "[geboortedatum]"


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
    plain = re.sub(r"\s", "", written)
    return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1


_KINDS: tuple[tuple[re.Pattern[str], str, Callable[[str], bool] | None], ...] = (
    (EMAIL, "[e-mail]", None),
    (PHONE, "[telefoon]", None),
    (ADDRESS, "[adres]", None),
    (BSN, "[bsn]", is_bsn),
    (IBAN, "[rekening]", is_iban),
)
