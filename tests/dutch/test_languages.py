from __future__ import annotations

import pytest

from notemine.dutch.languages import is_dutch


@pytest.mark.parametrize(
    "line",
    [
        "We zouden dat samen met de ouders moeten bespreken.",
        "Ouders komen alleen als hun kind iets laat zien",
        "Feedback geven is een skill die je moet oefenen",
        "ouders willen weten: what's in it for me",
        "Dat is dus de way to go voor ons team",
        "nice to have, zegt de docent, geen must have",
        "Train the trainer: dat kan de decaan ook",
        "Wir schaffen das, zei de rector, en toen lachte iedereen hard.",
        "Noteer: in het najaar op bezoek bij Die Keure in Brugge",
    ],
)
def test_a_dutch_line_with_a_foreign_word_is_dutch(line: str) -> None:
    assert is_dutch(line)


@pytest.mark.parametrize(
    "line",
    [
        "I think that we should ask the parents about this",
        "What do you want to be when you grow up?",
        "Don’t forget that they’re only fifteen when they have to choose",
        "Ich denke, dass wir das nicht mit den Eltern machen",
        "Was ist das für eine Schule und wie geht es weiter?",
        "Je pense que les parents ne sont pas contents avec ça",
        "- On ne sait pas qui paie le bus pour les élèves",
    ],
)
def test_a_line_in_english_german_or_french_is_not_dutch(line: str) -> None:
    assert not is_dutch(line)


@pytest.mark.parametrize(
    "line",
    [
        "Мы не знаем, что делать с этим",
        "هذا هو السؤال الذي طرحه",
        "她们想知道学校怎么样",
        "Ελληνικά γράμματα εδώ",
    ],
    ids=["Cyrillic", "Arabic", "Chinese", "Greek"],
)
def test_a_line_in_another_script_is_not_dutch(line: str) -> None:
    assert not is_dutch(line)


@pytest.mark.parametrize(
    "line",
    [
        "LOB",
        "The teacher is leading",
        "Work in progress",
        "to be or not",
        "?!",
        "→ 12 × 3 = 36",
        "Σ = 12",
        "Privyet (Привет) zei hij tegen de hele klas",
        "ﬁlm kijken met de klas",
    ],
)
def test_what_is_too_short_to_tell_is_dutch(line: str) -> None:
    assert is_dutch(line)


def test_the_words_of_an_address_on_the_web_say_nothing() -> None:
    assert is_dutch("zie https://voorbeeld.example/the/and/that/with/you/they/what en dan verder")
    assert is_dutch("kijk op www.the-way-that-you-should-have-been.example voor wat meer")
