"""Files that are lists and files that are not."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from tests.lots.conftest import Excel, refusal
from thinking_professionals.lots import reading
from thinking_professionals.lots.reading import read_list


def test_the_digest_is_over_the_bytes_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "teams.csv"
    path.write_bytes(b"Team\r\na\r\nb\r\n")
    source = read_list(path)
    assert source.name == "teams.csv"
    assert source.sha256 == sha256(b"Team\r\na\r\nb\r\n").hexdigest()


def test_what_a_file_is_shows_in_how_it_begins_and_not_in_its_name(excel: Excel, tmp_path: Path) -> None:
    misnamed = excel([["Team"], ["a"]]).rename(tmp_path / "list.csv")
    assert read_list(misnamed).table.column(0) == ["a"]
    text = tmp_path / "text.xlsx"
    text.write_bytes(b"Team\na\n")
    assert read_list(text).table.column(0) == ["a"]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"{\\rtf1 x}", b"\x89PNG\r\n\x1a\n"])
def test_other_documents_are_named_for_what_they_are(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "list.csv").write_bytes(data)
    assert "not a list" in refusal(tmp_path / "list.csv")


def test_files_that_cannot_be_read_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no file" in refusal(tmp_path / "nowhere.csv")
    assert "folder" in refusal(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert "device" in refusal(tmp_path / "pipe")
    assert refusal(tmp_path / "a\0b")
    (tmp_path / "large.csv").write_bytes(b"Team\na\n")
    monkeypatch.setattr(reading, "LARGEST", 3)
    assert "larger" in refusal(tmp_path / "large.csv")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "secret.csv").write_bytes(b"Team\na\n")
    monkeypatch.setattr(Path, "read_bytes", denied)
    assert "Permission denied" in refusal(tmp_path / "secret.csv")
