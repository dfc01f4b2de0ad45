"""Makes name tables from lists of names and from the words of Dutch texts.

Usage: python training/names/build.py DATA models/nl_names

DATA holds ``names/{per,geo,org,misc}.txt.gz`` (a name a line, with HTML entities) and ``raw/*.txt.gz``.
"""

from __future__ import annotations

import gzip
import html
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SOURCES = (
    "common-voice", "covid-voorlichting", "kamer-be", "onderwijs-teksten", "overheid-docs", "samenvattingen",
    "standaarden-docs", "tatoeba", "varia", "verenigingen", "wikipedia-sentences",
)  # fmt: skip
NO_GIVEN_NAME = frozenset(
    "aartsbisschop admiraal agent baron barones bisschop broeder burgemeester co de den der des dhr di dj "
    "docent dr drs el familie freule gebroeders generaal gravin graaf hare heer heilige hertog het in ing "
    "ir jhr jonkheer kapitein kardinaal keizer keizerin king kolonel koning koningin koninklijke la lady "
    "le les lord madame majoor meester mej meneer mevr mevrouw mgr miss mister moeder monseigneur mr mrs "
    "ms mw oom op opa oude pastoor pater patriarch paus president prins prinses prof professor queen "
    "rabbi ridder saint san santa sheikh sint sir sjeik st staatssecretaris sultan tante te ten ter the "
    "tsaar van vader von voor wijlen zijne zuster zr".split()
)
NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*")
PROPER = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*")
MIN_PLACE_USES = 3


def main() -> None:
    """Write ``persons.tsv.gz`` (name, uses as given name, as family name) and ``others.txt.gz``."""
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    given, family = count_persons(data / "names" / "per.txt.gz")
    used = Counter(
        m[0].lower()
        for name in SOURCES
        for line in read(data / "raw" / f"{name}.txt.gz")
        for m in PROPER.finditer(line)
    )
    listed = {
        n.lower()
        for kind in ("geo", "org", "misc")
        for n in read(data / "names" / f"{kind}.txt.gz")
        if " " not in n
    }
    # "Florence" is a name of people too: a place only where more texts than people bear it.
    others = sorted(n for n in listed if used[n] >= max(MIN_PLACE_USES, 3 * given[n]) and len(n) > 2)
    # Borne by one person of the list, it may be a slip of the list.
    persons = sorted(
        {n for n in given if n not in set(others)} | {n for n, uses in family.items() if uses > 1}
    )
    out.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"{n}\t{given[n]}\t{family[n]}\n" for n in persons)
    (out / "persons.tsv.gz").write_bytes(gzip.compress(rows.encode(), 9, mtime=0))
    (out / "others.txt.gz").write_bytes(gzip.compress("".join(f"{n}\n" for n in others).encode(), 9, mtime=0))
    print(f"{len(persons)} names of people, {len(given)} of them given; {len(others)} names of other things")


def count_persons(path: Path) -> tuple[Counter[str], Counter[str]]:
    """First words and last words of the full names in a list, in lower case."""
    given, family = Counter[str](), Counter[str]()
    for line in read(path):
        words = line.split()
        if len(words) < 2 or not NAME.fullmatch(words[-1]):
            continue
        family[words[-1].lower()] += 1
        if NAME.fullmatch(words[0]) and words[0].lower() not in NO_GIVEN_NAME and not words[0].isupper():
            given[words[0].lower()] += 1
    return given, family


def read(path: Path) -> Iterator[str]:
    """Lines of a packed file, entities written out."""
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            yield html.unescape(line.strip()).replace("’", "'")


if __name__ == "__main__":
    main()
