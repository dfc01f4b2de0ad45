from __future__ import annotations

import pytest

from notemine.dutch.separable import split_verb


@pytest.mark.parametrize(
    ("verb", "apart"),
    [
        ("meetelt", ("telt", "mee")),
        ("volhoudt", ("houdt", "vol")),
        ("waarmaakt", ("maakt", "waar")),
        ("plaatsvindt", ("vindt", "plaats")),
        ("teleurstelt", ("stelt", "teleur")),
        ("overneemt", ("neemt", "over")),
        ("overkomt", ("komt", "over")),
        ("achteruitgaat", ("gaat", "achteruit")),
        ("klaarstoomt", ("stoomt", "klaar")),
        ("vooroploopt", ("loopt", "voorop")),
        ("inneemt", ("neemt", "in")),
    ],
)
def test_a_separable_verb_leaves_its_particle(verb: str, apart: tuple[str, str]) -> None:
    assert split_verb(verb) == apart


@pytest.mark.parametrize(
    "verb",
    "overlegt overtuigt voorkomt voorspelt achterhaalt aanvaardt omschrijft omarmt voldoet volgt voltooit "
    "doorbreekt misbruikt weerlegt onderbreekt betaalt opent oppert inspireert waardeert waarderen "
    "waarschuwt waarborgt openbaart vrijwaart missen openen lossen innen".split(),
)
def test_a_verb_that_only_looks_separable_stays_whole(verb: str) -> None:
    assert split_verb(verb) == (verb, "")
