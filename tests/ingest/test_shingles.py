from __future__ import annotations

import random
import time

from notemine.ingest.copies import MIN_SHARED, find_copies, shingles_of

WORDS = [f"woord{i}" for i in range(3000)]


def text_of(rng: random.Random, n_words: int = 400) -> list[str]:
    return rng.choices(WORDS, k=n_words)


def test_of_two_texts_with_a_few_other_words_the_second_is_a_copy() -> None:
    rng = random.Random(0)
    texts = [text_of(rng) for _ in range(200)]
    copies = [[word if rng.random() > 0.02 else "anders" for word in text] for text in texts]

    copy_of = find_copies([shingles_of([" ".join(text)]) for text in [*texts, *copies]])

    shingles = [shingles_of([" ".join(text)]) for text in [*texts, *copies]]
    alike = {
        200 + i: i
        for i in range(200)
        if len(shingles[i] & shingles[200 + i]) / len(shingles[i] | shingles[200 + i]) >= MIN_SHARED
    }
    assert len(alike) > 100
    assert copy_of == alike


def test_a_text_that_repeats_itself_has_copies_too() -> None:
    shingles = shingles_of(["hoe bereik je ouders " * 20])

    assert find_copies([shingles, shingles]) == {1: 0}


def test_texts_that_share_many_lines_are_compared_in_no_time() -> None:
    rng = random.Random(0)
    lines = [" ".join(rng.choices(WORDS, k=12)) for _ in range(300)]
    shingles = [shingles_of(rng.choices(lines, k=60)) for _ in range(1000)]
    started = time.process_time()

    copies = find_copies(shingles)

    assert copies == {}
    assert time.process_time() - started < 1.5
