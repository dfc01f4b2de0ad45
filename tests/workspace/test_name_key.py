from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notemine.domain import KnownPerson, NameDecisions, NameKey
from notemine.errors import ConfigError, WriteError
from notemine.workspace.name_key import KeyFile, Place, key_path, read_key, with_decisions, write_key

GERDA = KnownPerson(
    event_id="2025-03-18-ede",
    pseudonym="Deelnemer 1",
    given="gerda",
    family="ter horst",
    forms=("Gerda", "Gerda ter Horst"),
)
KEY = NameKey(
    people=(GERDA,),
    decisions=NameDecisions(
        names=("Zwaluw",), no_names=("Roos",), public=("Wil",), same=(("A Bos", "B Bos"),)
    ),
)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_read_is_what_was_written(tmp_path: Path) -> None:
    write_key(KEY, tmp_path / "map" / "uitkomst.key.json")

    assert read_key(tmp_path / "map" / "uitkomst.key.json") == KEY


FORMS = st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=8), max_size=3).map(tuple)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=FORMS, public=FORMS, given_name=st.text(alphabet=st.characters(codec="utf-8"), max_size=8))
def test_any_name_is_kept_to_the_letter(
    tmp_path: Path, names: tuple[str, ...], public: tuple[str, ...], given_name: str
) -> None:
    person = KnownPerson(event_id="e", pseudonym="Deelnemer 1", given=given_name, family="", forms=names)
    key = NameKey(people=(person,), decisions=NameDecisions(names=names, public=public, same=(names,)))

    write_key(key, tmp_path / "k.json")

    assert read_key(tmp_path / "k.json") == key


def test_half_a_character_from_the_shell_does_not_stop_it(tmp_path: Path) -> None:
    write_key(with_decisions(NameKey(), names=("Zo\udceb",)), tmp_path / "k.json")

    assert read_key(tmp_path / "k.json").decisions.names == ("Zo?",)


def test_without_a_file_the_key_is_empty(tmp_path: Path) -> None:
    assert read_key(tmp_path / "geen.key.json") == NameKey()


@pytest.mark.skipif(os.name == "nt", reason="no such modes there")
@pytest.mark.parametrize("before", [None, 0o644, 0o666])
def test_only_its_owner_can_read_it(tmp_path: Path, before: int | None) -> None:
    path = tmp_path / "uitkomst.key.json"
    if before is not None:
        write_key(NameKey(), path)
        path.chmod(before)

    write_key(KEY, path)

    assert mode_of(path) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="no such modes there")
def test_what_a_run_left_behind_that_was_cut_off_opens_nothing(tmp_path: Path) -> None:
    path = tmp_path / "uitkomst.key.json"
    left = tmp_path / f".{path.name}.{os.getpid()}.tmp"
    elsewhere = tmp_path / "elders.txt"
    elsewhere.write_text("van iemand anders", encoding="utf-8")
    left.symlink_to(elsewhere)

    write_key(KEY, path)

    assert elsewhere.read_text(encoding="utf-8") == "van iemand anders"
    assert (read_key(path), mode_of(path), path.is_symlink()) == (KEY, 0o600, False)


def test_a_key_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "uitkomst.key.json"
    write_key(KEY, path)

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(WriteError, match="niet te schrijven"):
        write_key(NameKey(), path)

    assert read_key(path) == KEY
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_place_that_cannot_hold_a_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x", encoding="utf-8")

    with pytest.raises(WriteError, match=r"bestand/k\.json: niet te schrijven"):
        write_key(KEY, tmp_path / "bestand" / "k.json")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b'{"people": []}',
        b'{"people": [{"pseudonym": "Deelnemer 1"}], "decisions": {}}',
        b'{"people": ["Gerda"], "decisions": {"names": [], "no_names": [], "public": [], "same": []}}',
        b'{"people": [], "decisions": []}',
        b'{"people": [], "decisions": {"names": null, "no_names": [], "public": [], "same": []}}',
    ],
)
def test_a_key_that_cannot_be_read_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "uitkomst.key.json"
    path.write_bytes(content)

    with pytest.raises(ConfigError, match=r"uitkomst\.key\.json: geen leesbare sleutel"):
        KeyFile(path)

    assert path.read_bytes() == content


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="geen leesbare sleutel"):
        read_key(tmp_path)


def test_a_key_says_what_it_is(tmp_path: Path) -> None:
    write_key(KEY, tmp_path / "k.json")

    written = json.loads((tmp_path / "k.json").read_text(encoding="utf-8"))

    assert "apart" in written["about"]
    assert written["version"] == 1


@pytest.mark.parametrize(
    ("into", "path"),
    [
        ("uit", "uit.key.json"),
        ("uit/", "uit.key.json"),
        ("map/uit", "map/uit.key.json"),
        ("map/../uit", "uit.key.json"),
        ("mijn.uit", "mijn.uit.key.json"),
        (".", "../{here}.key.json"),
    ],
)
def test_the_key_lies_beside_the_folder_and_not_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, into: str, path: str
) -> None:
    monkeypatch.chdir(tmp_path)

    found = key_path(Path(into))

    assert found == (tmp_path / path.format(here=tmp_path.name)).resolve()
    assert Path(into).resolve() not in found.parents


def test_the_root_of_the_disk_has_a_key_too() -> None:
    assert key_path(Path("/")).name == "notemine.key.json"


def test_a_key_is_written_when_it_changes_and_only_then(tmp_path: Path) -> None:
    path = tmp_path / "k.json"
    file = KeyFile(path)

    file.keep(NameKey())
    assert not path.exists()
    file.keep(KEY)
    written = path.stat().st_mtime_ns, path.stat().st_ino
    file.keep(KEY)

    assert (path.stat().st_mtime_ns, path.stat().st_ino) == written
    assert KeyFile(path).key == KEY


def test_a_key_that_is_fixed_is_followed_and_never_written(tmp_path: Path) -> None:
    path = tmp_path / "k.json"
    write_key(KEY, path)
    before = path.read_bytes()
    file = KeyFile(path, is_fixed=True)

    file.keep(NameKey())

    assert file.key == NameKey()
    assert path.read_bytes() == before
    KeyFile(tmp_path / "geen.json", is_fixed=True).keep(KEY)
    assert not (tmp_path / "geen.json").exists()


def test_the_last_word_counts() -> None:
    key = with_decisions(NameKey(), names=("Roos", "Storm"))

    key = with_decisions(key, no_names=("roos",))
    assert (key.decisions.names, key.decisions.no_names) == (("Storm",), ("roos",))
    key = with_decisions(key, public=("STORM",))
    assert (key.decisions.names, key.decisions.public) == ((), ("STORM",))
    key = with_decisions(key, names=("Roos",))
    assert (key.decisions.names, key.decisions.no_names) == (("Roos",), ())


def test_the_same_said_twice_is_said_once() -> None:
    once = with_decisions(NameKey(), names=("Roos",), same=("A Bos", "B Bos"))

    twice = with_decisions(once, names=("Roos",), same=("A Bos", "B Bos"))

    assert twice == once


def test_who_is_one_is_added_and_changes_nothing_else() -> None:
    key = with_decisions(KEY, same=("C Bos", "D Bos"))

    assert key.decisions.same == (("A Bos", "B Bos"), ("C Bos", "D Bos"))
    assert key.decisions.names == KEY.decisions.names
    assert key.people == KEY.people
    assert with_decisions(key, same=()) == key


def test_what_another_process_wrote_meanwhile_stays_when_places_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "uit.key.json"
    other_person = KnownPerson(
        event_id="e", pseudonym="Deelnemer 2", given="piet", family="", forms=("Piet",)
    )
    mine, other = KeyFile(path), KeyFile(path)
    mine.keep(NameKey(people=(GERDA,)))
    other.keep(NameKey(people=(other_person,)))

    mine.keep_places({"1": Place("tafel1.txt", "/notities/tafel1.txt", "/notities")})

    assert set(read_key(path).people) == {GERDA, other_person}
