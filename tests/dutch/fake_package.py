"""An installed package ``nl_core_news_sm`` with the labels of the real one, which no package index has."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import spacy

NAME, VERSION = "nl_core_news_sm", "3.8.0"
# Word, tag, part of speech, features, relation: the labels of nl_core_news_sm 3.8.
WORDS = (
    ("Ouders", "N|soort|mv|basis", "NOUN", "Number=Plur", "nsubj"),
    ("komen", "WW|pv|tgw|mv", "VERB", "Number=Plur|Tense=Pres|VerbForm=Fin", "ROOT"),
    ("leerlingen", "N|soort|mv|basis", "NOUN", "Number=Plur", "obj"),
    ("de", "LID|bep|stan|rest", "DET", "Definite=Def", "det"),
)


def write_package(folder: Path) -> Path:
    """Write the package and what pip would note of it; return the folder, for ``sys.path``.

    Args:
        folder: Where packages are to lie.
    """
    nlp = spacy.blank("nl")
    ruler = nlp.add_pipe("attribute_ruler")
    for word, tag, pos, morph, dep in WORDS:
        attributes = {"TAG": tag, "POS": pos, "MORPH": morph, "DEP": dep}
        ruler.add(patterns=[[{"ORTH": word}]], attrs=attributes)
    nlp.add_pipe("entity_ruler", name="ner").add_patterns([{"label": "PERSON", "pattern": "Samira"}])
    nlp.meta.update(name="core_news_sm", version=VERSION)
    package = folder / NAME
    package.mkdir(parents=True)
    nlp.to_disk(package / f"{NAME}-{VERSION}")
    copy(package / f"{NAME}-{VERSION}" / "meta.json", package)
    (package / "__init__.py").write_text(
        "from spacy.util import load_model_from_init_py\n\n\n"
        "def load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n"
    )
    noted = folder / f"{NAME}-{VERSION}.dist-info"
    noted.mkdir()
    (noted / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {VERSION}\n")
    return folder
