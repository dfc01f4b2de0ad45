from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import notemine

ROOT = Path(__file__).resolve().parent.parent
HEAVY = [
    "spacy",
    "sklearn",
    "pandas",
    "numpy",
    "bertopic",
    "plotly",
    "scipy",
    "jinja2",
    "simplemma",
    "docx",
    "xlsxwriter",
]


def run_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout


def test_every_exported_name_exists_and_is_documented() -> None:
    missing = [n for n in notemine.__all__ if not getattr(notemine, n).__doc__]

    assert not missing


def test_what_type_checkers_see_is_what_is_exported() -> None:
    tree = ast.parse((ROOT / "notemine" / "__init__.py").read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {alias.asname for node in guarded.body if isinstance(node, ast.ImportFrom) for alias in node.names}

    assert seen | {"__version__"} == set(notemine.__all__)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'mien'"):
        _ = notemine.mien


@pytest.mark.parametrize(
    "code", ["import notemine", "import notemine.cli.app"], ids=["import", "command line"]
)
def test_importing_loads_nothing_heavy(code: str) -> None:
    loaded = run_python(f"{code}; import sys; print([m for m in {HEAVY!r} if m in sys.modules])")

    assert loaded.strip() == "[]"


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['notemine', 'run', '--help']\n"
        "from notemine.cli import main\n"
        "try: main()\n"
        f"except SystemExit: print([m for m in {HEAVY!r} if m in sys.modules])"
    )

    assert run_python(code).strip().endswith("[]")


def test_the_version_is_the_one_of_the_package() -> None:
    assert f'version = "{notemine.__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_a_function_is_not_hidden_by_the_room_of_its_name() -> None:
    said = run_python(
        "import notemine.embed.encode, notemine as nm; print(callable(nm.embed), callable(nm.embed))"
    )

    assert said.strip() == "True True"


def test_every_exported_function_can_be_called_after_the_main_job_was_imported() -> None:
    code = (
        "import notemine.pipeline, notemine as nm\n"
        "print([n for n in nm.__all__ if n != '__version__' and not callable(getattr(nm, n))])"
    )

    assert run_python(code).strip() == "[]"
