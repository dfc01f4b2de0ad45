"""Make the shipped pipeline of a trained one.

Usage: export.py TRAINED_DIR OUT_DIR TWIN_DIR FILE.conllu ...

Drops the words of the training text from the string store, paths and training settings from the
configuration; repairs the tokenizer, should the recipe have learnt more since; puts the senter
before the parser; writes the scores on the given files into the meta data: those of the twin, which was
trained in the same way but not on these files.
"""

import sys
from pathlib import Path

import spacy
from evaluate import scores_of
from recipe import repair_tokenizer
from spacy.strings import StringStore

LICENSE = "CC-BY-SA-4.0"
META = {
    "name": "notemine_sm",
    "version": "0.2.0",
    "spacy_version": ">=3.8,<3.9",
    "description": "Dutch pipeline of notemine: tags, features, lemmas, dependencies, sentence ends, names",
    "author": "the notemine authors",
    "license": LICENSE,
    "sources": [
        {"name": "Alpino Treebank", "author": "Gertjan van Noord and others", "license": LICENSE},
        {"name": "UD_Dutch-Alpino r2.16", "author": "Gosse Bouma, Gertjan van Noord", "license": LICENSE},
        {"name": "UD_Dutch-LassySmall r2.16", "author": "Gosse Bouma, Gertjan van Noord", "license": LICENSE},
    ],
}
SAMPLE = (
    "Hoe betrek je ouders bij de loopbaankeuze? Leerlingen vinden 't vaak lastig, o.a. door de open dagen.",
    "- mentoren willen meer tijd\n- stages: wie betaalt dat?\n\nIn Zwolle nam de decaan 23 leerlingen mee.",
)
# The parser keeps the sentence ends it is given, and the senter finds more of them without full stops.
ORDER = ["tok2vec", "morphologizer", "tagger", "senter", "parser", "trainable_lemmatizer", "ner"]
TRAINING_SECTIONS = ("paths", "system", "corpora", "training", "initialize", "pretraining")


def needed_strings(nlp: spacy.Language) -> list[str]:
    """Collect what the components look up by hash: labels, features and the pieces of edit trees."""
    strings = {"_SP", "SPACE", "dep", "ROOT"}
    for name in nlp.component_names:
        pipe = nlp.get_pipe(name)
        if name == "trainable_lemmatizer":
            for tree in pipe.label_data["trees"]:
                strings |= {tree[key] for key in ("orig", "subst") if key in tree}
        elif name != "tok2vec":
            strings |= {part for label in pipe.labels for part in (label, *label.split("||"))}
    for features in nlp.get_pipe("morphologizer").cfg["labels_morph"].values():
        strings |= {features, *features.replace("=", "|").split("|")}
    return sorted(strings - {""})


def annotation(nlp: spacy.Language) -> list[tuple]:
    """Return all that the pipeline says on the sample."""
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start, t.ent_type_)
        for doc in nlp.pipe(SAMPLE)
        for t in doc
    ]


def main(trained: Path, out: Path, twin: Path, tests: list[Path]) -> None:
    """Export ``trained`` to ``out`` and check that both say the same."""
    in_order = {"nlp": {"pipeline": ORDER}}
    nlp = spacy.load(trained, config=in_order)
    repair_tokenizer(nlp)
    strings = needed_strings(nlp)
    scored = spacy.load(twin, config=in_order)
    repair_tokenizer(scored)
    scores = {path.stem: scores_of(scored, path) for path in tests}
    nlp = spacy.load(trained, config=in_order)  # a fresh vocabulary, without the words of the tests
    repair_tokenizer(nlp)
    expected = annotation(nlp)
    nlp.meta.update(META)
    nlp.meta["performance"] = scores
    nlp.to_disk(out)
    config = spacy.util.load_config(out / "config.cfg")
    for section in TRAINING_SECTIONS:
        config.pop(section, None)
    config.to_disk(out / "config.cfg")
    StringStore(strings).to_disk(out / "vocab" / "strings.json")
    if annotation(spacy.load(out)) != expected:
        raise SystemExit("the exported pipeline does not say the same as the trained one")


if __name__ == "__main__":
    trained, out, twin, *tests = map(Path, sys.argv[1:])
    main(trained, out, twin, tests)
