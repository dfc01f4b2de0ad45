"""What the training configuration asks for by name: readers with augmentation, tokenizer repairs."""

import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import spacy
from prepare import columns_of, read_names
from spacy.language import Language
from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.training import Example

Sentence = dict[str, list]
COLUMNS = ("words", "spaces", "tags", "pos", "morphs", "lemmas", "heads", "deps", "ents")
BULLETS = ("-", "-", "-", "•", "*", "–", ">")
# Letters beside one another on the keyboard.
KEYS_BESIDE = dict(zip("aeionstrd", ("sq", "wr", "uo", "ip", "bm", "ad", "ry", "et", "sf"), strict=True))

# spaCy lists these as abbreviations; in notes they are far more often words at the end of a sentence.
NOT_ABBREVIATIONS = {
    *(
        "al.",
        "app.",
        "bel.",
        "best.",
        "dat.",
        "hand.",
        "hert.",
        "it.",
        "kon.",
        "lat.",
        "mand.",
        "me.",
        "not.",
    ),
    *("or.", "os.", "pan.", "pas.", "pers.", "top.", "u.", "ver.", "vol."),
    *("IT.", "NL.", "OV.", "PO.", "Tom.", "VO.", "VS."),
}

# Smileys to spaCy; in notes a bracket beside a number, a colon or an equals sign ("(tafel 8)", "Jet (ik):").
NOT_SMILEYS = {"(:", "(;", "(=", "):", "8)", "8D", "0.0", "=(", "=)", "=[", "=]", "[:", "[=", "]="}


@spacy.registry.callbacks("notemine.tokenizer.v1")
def make_tokenizer_callback() -> Callable[[Language], None]:
    """Make the callback that repairs the tokenizer; what it changes is saved with the pipeline."""
    return repair_tokenizer


def repair_tokenizer(nlp: Language) -> None:
    """Take words and brackets out of the tokenizer's exceptions and put years like ``'69`` in."""
    rules = nlp.tokenizer.rules.items()
    dropped = NOT_ABBREVIATIONS | NOT_SMILEYS
    nlp.tokenizer.rules = {form: rule for form, rule in rules if not {form, form.lower()} & dropped}
    for year in range(100):
        for mark in "'’":
            nlp.tokenizer.add_special_case(f"{mark}{year:02}", [{"ORTH": f"{mark}{year:02}"}])


@spacy.registry.callbacks("notemine.tok2vec.v1")
def make_tok2vec_callback(path: Path | None) -> Callable[[Language], None]:
    """Make the callback that fills the layers with what ``train_student.py`` learnt, if a path is given."""

    def fill(nlp: Language) -> None:
        if path is not None:
            nlp.get_pipe("tok2vec").model.from_bytes(Path(path).read_bytes())

    return fill


@spacy.registry.readers("notemine.treebank.v1")
def make_treebank_reader(
    path: Path, seed: int, min_tree_freq: int, augmented: bool = True
) -> Callable[[Language], Iterator[Example]]:
    """Make the reader of ``train.jsonl``: an epoch a call, grouped and augmented anew each time.

    Without ``augmented`` sentences stay as they are and stand behind one another, never as lines.
    """
    with Path(path).open(encoding="utf8") as lines:
        sentences = [json.loads(line) for line in lines]
    trees = EditTrees(StringStore())
    tree_freq: Counter[int] = Counter()
    for sentence in sentences:
        tree_freq.update(trees.add(*pair) for pair in zip(sentence["words"], sentence["lemmas"], strict=True))
    frequent = {tree for tree, freq in tree_freq.items() if freq >= min_tree_freq}
    epochs = count()

    def read(nlp: Language) -> Iterator[Example]:
        rng = random.Random(seed + next(epochs))
        for group, is_list in groups_of(sentences, rng):
            as_list = is_list and augmented
            noisy = [augment(s, rng, as_list=as_list) for s in group] if augmented else group
            sentence = join(noisy, rng, as_list=as_list)
            # A rare edit is no label; without a lemma the token is left out of that loss.
            pairs = zip(sentence["words"], sentence["lemmas"], strict=True)
            sentence["lemmas"] = [
                lemma if trees.add(word, lemma) in frequent else "" for word, lemma in pairs
            ]
            yield example_of(nlp, sentence)

    return read


@spacy.registry.readers("notemine.conllu.v1")
def make_conllu_reader(path: Path, as_notes: bool = False) -> Callable[[Language], Iterator[Example]]:
    """Make the reader of a CoNLL-U file as documents of ten sentences.

    Running text as it stands; with ``as_notes`` lines, without last full stop and accents, the first
    word lower-cased unless it is a name.
    """
    blocks = [block for block in Path(path).read_text(encoding="utf8").split("\n\n") if block.strip()]
    return partial(read_conllu, blocks, as_notes)


def read_conllu(blocks: list[str], as_notes: bool, nlp: Language) -> Iterator[Example]:
    """Yield documents of ten sentences, in the order of the file."""
    names = read_names()
    sentences = [columns_of(block, "", names) for block in blocks]
    if as_notes:
        for s in sentences:
            drop_final_stop(s)
            change_words(s, range(len(s["words"])), without_accents)
            if s["pos"][0] != "PROPN":
                change_words(s, [0], str.lower)
    rng = random.Random(0) if as_notes else None
    for start in range(0, len(sentences), 10):
        yield example_of(nlp, join(sentences[start : start + 10], rng, as_list=as_notes))


def example_of(nlp: Language, sentence: Sentence) -> Example:
    """Pair the gold document with what the tokenizer makes of its text."""
    gold = Doc(nlp.vocab, **{name: sentence[name] for name in COLUMNS})
    return Example(nlp.make_doc(gold.text), gold)


def groups_of(
    sentences: list[dict], rng: random.Random, *, longest: int = 10
) -> Iterator[tuple[list[dict], bool]]:
    """Yield groups of 1 to ``longest`` sentences and whether they stand as a list of lines.

    Half of the groups are neighbours in their text, half are drawn from everywhere.
    """
    chosen = []
    for sentence in sentences:
        times = int(sentence["weight"]) + (rng.random() < sentence["weight"] % 1)
        chosen += [(draw, sentence) for draw in range(times)]
    chosen.sort(key=lambda item: item[0])  # a second reading follows the first, so neighbours stay neighbours
    groups, loose, start = [], [], 0
    while start < len(chosen):
        run = [sentence for _, sentence in chosen[start : start + rng.randint(1, longest)]]
        start += len(run)
        if rng.random() < 0.5:
            groups.append(run)
        else:
            loose += run
    rng.shuffle(loose)
    start = 0
    while start < len(loose):
        run = loose[start : start + rng.randint(1, longest)]
        start += len(run)
        groups.append(run)
    rng.shuffle(groups)
    for group in groups:
        yield group, rng.random() < 0.25


def join(sentences: list[Sentence], rng: random.Random | None, *, as_list: bool) -> Sentence:
    """Put sentences behind one another, with a space or as lines; without ``rng`` always a space."""
    joined: Sentence = {name: [] for name in COLUMNS}
    for i, sentence in enumerate(sentences):
        base = len(joined["words"])
        for name in COLUMNS:
            joined[name] += [base + head for head in sentence[name]] if name == "heads" else sentence[name]
        joined["spaces"][-1] = True
        if i == len(sentences) - 1 or rng is None or rng.random() > (0.97 if as_list else 0.03):
            continue
        # As spaCy treats white space: a token of its own, hung on the word before it.
        joined["spaces"][-1] = False
        newline = "\n\n" if rng.random() < 0.2 else "\n"
        blank = (newline, False, "_SP", "SPACE", "", newline, len(joined["words"]) - 1, "dep", "O")
        for name, value in zip(COLUMNS, blank, strict=True):
            joined[name].append(value)
    joined["spaces"][-1] = False
    return joined


def augment(sentence: Sentence, rng: random.Random, *, as_list: bool) -> Sentence:
    """Make a sentence look as people type it in notes; the gold annotation stays."""
    s = {name: list(sentence[name]) for name in COLUMNS}
    if rng.random() < (0.5 if as_list else 0.05):
        drop_final_stop(s)
    elif not as_list and s["pos"][-1] != "PUNCT":
        write_as_prose(s, rng, with_stop=not sentence["source"].lower().startswith("lassy"))
    change_case(s, rng, as_list=as_list)
    if rng.random() < 0.1:
        change_words(s, range(len(s["words"])), without_accents)
    if rng.random() < 0.08:
        long_words = [i for i, word in enumerate(s["words"]) if len(word) > 4 and word.isalpha()]
        for i in long_words:
            if rng.random() < 0.12:
                add_typing_error(s, i, rng)
    if as_list and rng.random() < 0.3:
        add_bullet(s, rng.choice(BULLETS))
    return s


def change_case(s: Sentence, rng: random.Random, *, as_list: bool) -> None:
    """Write a sentence or its first word in small letters, rarely a whole sentence in capitals."""
    if rng.random() < 0.03:
        change_words(s, range(len(s["words"])), str.lower)
    elif rng.random() < (0.3 if as_list else 0.06) and s["pos"][0] != "PROPN":
        change_words(s, [0], str.lower)
    elif rng.random() < 0.005:
        change_words(s, range(len(s["words"])), str.upper)


def drop_final_stop(s: Sentence) -> None:
    """Leave out a last full stop or question mark that nothing hangs on."""
    if len(s["words"]) > 2 and s["words"][-1] in (".", "?") and len(s["words"]) - 1 not in s["heads"]:
        for name in COLUMNS:
            s[name].pop()


def write_as_prose(s: Sentence, rng: random.Random, *, with_stop: bool) -> None:
    """Write a loose phrase of the example suites as a sentence or a heading, as running text has them."""
    if rng.random() < 0.9:
        change_words(s, [0], lambda word: word[:1].upper() + word[1:])
    if not with_stop or rng.random() < 0.4:
        return
    s["spaces"][-1] = False
    root = next(i for i, head in enumerate(s["heads"]) if head == i)
    for name, value in zip(COLUMNS, (".", True, "LET", "PUNCT", "", ".", root, "punct", "O"), strict=True):
        s[name].append(value)


def change_words(s: Sentence, indices: range | list[int], change: Callable[[str], str]) -> None:
    """Change words, and their lemmas in the same way."""
    for i in indices:
        word = change(s["words"][i])
        if word != s["words"][i]:
            s["words"][i], s["lemmas"][i] = word, change(s["lemmas"][i])


def without_accents(word: str) -> str:
    """Return ``cafe`` for ``café``."""
    plain = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", re.sub("[\u0300\u0301\u0302\u0308]", "", plain))


def add_typing_error(s: Sentence, i: int, rng: random.Random) -> None:
    """Swap, drop, double or mistype a letter that form and lemma share, in both."""
    word, lemma = s["words"][i], s["lemmas"][i]
    shared = next(
        (k for k, (a, b) in enumerate(zip(word, lemma, strict=False)) if a != b), min(len(word), len(lemma))
    )
    if shared < 4:
        return
    at, kind = rng.randint(1, shared - 2), rng.randint(0, 3)
    beside = rng.choice(KEYS_BESIDE.get(word[at], word[at]))

    def change(text: str) -> str:
        here, after = text[at], text[at + 1]
        return text[:at] + (after + here, after, here * 2 + after, beside + after)[kind] + text[at + 2 :]

    s["words"][i], s["lemmas"][i] = change(word), change(lemma)


def add_bullet(s: Sentence, bullet: str) -> None:
    """Put a bullet in front, as punctuation of the sentence."""
    root = next(i for i, head in enumerate(s["heads"]) if head == i) + 1
    s["heads"] = [root, *(head + 1 for head in s["heads"])]
    for name, value in zip(
        COLUMNS, (bullet, True, "LET", "PUNCT", "", bullet, None, "punct", "O"), strict=True
    ):
        if name != "heads":
            s[name].insert(0, value)
