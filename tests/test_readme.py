from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from notemine.config import Config

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


def test_the_notebook_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    scope: dict[str, object] = {}

    exec(blocks("python")[0], scope)

    assert (tmp_path / "rapport.html").is_file()


def test_the_spacy_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(blocks("python")[1], {})

    assert capsys.readouterr().out == (
        "of er koffie is indirect Is er koffie?\nwie betaalt dat unmarked Wie betaalt dat?\n"
    )


def test_the_example_settings_are_allowed() -> None:
    settings = [Config.model_validate(tomllib.loads(block)) for block in blocks("toml")]

    assert settings[-1].plan.tables == 6


def test_the_pinned_closure_names_no_index_and_no_torch() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        pinned = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in pinned
        assert not re.search(r"(?m)^(torch|umap-learn|hdbscan|sentence-transformers)\b", pinned)


def test_every_file_it_links_to_exists() -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", README)

    assert linked
    assert [name for name in linked if not (ROOT / name).exists()] == []
