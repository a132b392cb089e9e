"""Copies of content: equal to the content, kept few and private, and not believed when something is wrong."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from thinking_professionals.library.cache import key_of
from thinking_professionals.library.digest import canonical
from thinking_professionals.library.layout import read_files
from thinking_professionals.library.load import load
from thinking_professionals.paths import ROOT


def copy_in(cache: Path) -> Path:
    (copy,) = cache.glob("*.copy")
    return copy


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "cache"


def test_a_copy_gives_the_library_that_the_files_give(root: Path, cache: Path) -> None:
    checked = load(root, cache=cache)
    stamp = copy_in(cache).stat().st_mtime_ns
    assert load(root, cache=cache) == checked == load(root)
    assert copy_in(cache).stat().st_mtime_ns == stamp


def test_the_shipped_content_is_the_same_from_a_copy(cache: Path) -> None:
    assert load(ROOT, cache=cache) == load(ROOT, cache=cache) == load(ROOT)


def test_without_a_folder_nothing_is_kept(root: Path) -> None:
    before = sorted(root.rglob("*"))
    load(root)
    assert sorted(root.rglob("*")) == before


def test_changed_content_is_never_taken_from_a_copy(root: Path, cache: Path) -> None:
    first = load(root, cache=cache)
    path = root / "questions.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("welcome: Hello", "welcome: Hallo"), encoding="utf-8")
    assert load(root, cache=cache).questions.welcome == "Hallo"
    assert len(list(cache.glob("*.copy"))) == 2
    assert first.questions.welcome == "Hello"


def spoil(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], None]:
    """Change a copy and give it a digest that fits, as someone with bad intent would."""

    def spoil_copy(path: Path) -> None:
        data = json.loads(path.read_bytes().partition(b"\n")[2])
        change(data)
        put_below(path, canonical(data))

    return spoil_copy


def put_below(path: Path, data: bytes) -> None:
    """Other bytes below the first line of a copy, which is made to fit them."""
    key = path.stem.removeprefix("content-")
    path.write_bytes(f"{key} {hashlib.sha256(data).hexdigest()}\n".encode() + data)


def without_new_digest(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Hello", b"Hullo"))


def under_another_key(path: Path) -> None:
    path.write_bytes(b"0" * 64 + path.read_bytes()[64:])


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: path.write_bytes(b"\xff\xfe\0"), id="binary"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:500]), id="cut short"),
        pytest.param(lambda path: put_below(path, b"[" * 200_000), id="nested"),
        pytest.param(lambda path: put_below(path, b"no JSON"), id="no JSON"),
        pytest.param(lambda path: put_below(path, b"[]"), id="a list"),
        pytest.param(lambda path: put_below(path, b"{}"), id="nothing in it"),
        pytest.param(without_new_digest, id="changed words"),
        pytest.param(under_another_key, id="of other content"),
        pytest.param(spoil(lambda data: data.pop("costs")), id="a field gone"),
        pytest.param(spoil(lambda data: data.update(more=1)), id="a field more"),
        pytest.param(spoil(lambda data: data.update(designs="all")), id="a text for a list"),
        pytest.param(spoil(lambda data: data["designs"].append(5)), id="a number for a design"),
        pytest.param(spoil(lambda data: data["questions"].update(welcome=5)), id="a number for a text"),
        pytest.param(spoil(lambda data: data["costs"].update(price_year=True)), id="a yes for a number"),
        pytest.param(spoil(lambda data: data["costs"]["band"].update(days_low="NaN")), id="a text for a figure"),
        pytest.param(spoil(lambda data: data["questions"]["questions"][0].update(kind="two")), id="an unknown word"),
        pytest.param(spoil(lambda data: data["questions"]["questions"][0].update(id="A b")), id="a wrong id"),
        pytest.param(spoil(lambda data: data["gates"][0]["rules"][0].update(stop={"x": 5})), id="a wrong condition"),
        pytest.param(spoil(lambda data: data["questions"]["questions"][0].update(next=None)), id="null for a way"),
    ],
)
def test_a_copy_with_anything_wrong_is_ignored_and_written_anew(
    root: Path, cache: Path, harm: Callable[[Path], object]
) -> None:
    good = load(root, cache=cache)
    before = copy_in(cache).read_bytes()
    harm(copy_in(cache))
    assert load(root, cache=cache) == good
    assert copy_in(cache).read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_copy_is_its_owner_s_alone(root: Path, cache: Path) -> None:
    load(root, cache=cache)
    assert stat.S_IMODE(copy_in(cache).stat().st_mode) == 0o600


def test_the_newest_three_copies_are_kept(root: Path, cache: Path) -> None:
    path = root / "questions.yaml"
    text = path.read_text(encoding="utf-8")
    keys = []
    for i in range(5):
        path.write_text(text.replace("welcome: Hello", f"welcome: Hello {i}"), encoding="utf-8")
        load(root, cache=cache)
        keys.append(key_of(read_files(root)[0]))
        os.utime(cache / f"content-{keys[-1]}.copy", (1000 + i, 1000 + i))
    assert {copy.stem for copy in cache.glob("*.copy")} == {f"content-{key}" for key in keys[2:]}
    assert len(list(cache.iterdir())) == 3


def test_a_file_name_that_is_no_utf8_has_a_key_of_its_own() -> None:
    assert key_of({"\udcff.yaml": b""}) != key_of({"\udcfe.yaml": b""})


def test_a_folder_that_takes_no_copy_is_no_error(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert load(root, cache=tmp_path / "file") == load(root, cache=tmp_path / "file" / "below") == load(root)


def test_the_key_holds_names_and_bytes_apart() -> None:
    assert key_of({"a": b"bc", "d": b""}) != key_of({"a": b"b", "cd": b""})
    assert key_of({"a": b"1", "b": b"2"}) == key_of({"b": b"2", "a": b"1"})
