import errno
import os
import stat
from pathlib import Path

import pytest

from thinking_professionals import files
from thinking_professionals.files import CannotWrite, write_file, write_new_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PAUSES", (0.0, 0.0))


@pytest.mark.parametrize("durable", [True, False])
def test_what_was_written_is_there_and_nothing_else(tmp_path: Path, durable: bool) -> None:
    write_file(tmp_path / "a.txt", b"one", durable=durable)
    write_file(tmp_path / "a.txt", b"two", durable=durable)
    assert (tmp_path / "a.txt").read_bytes() == b"two"
    assert names(tmp_path) == ["a.txt"]


def test_a_new_file_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    write_file(tmp_path / "a.txt", b"one")
    assert rights(tmp_path / "a.txt") == 0o600


def test_a_file_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    path.chmod(0o664)
    write_file(path, b"two")
    assert rights(path) == 0o664


def test_rights_are_kept_where_files_cannot_be_given_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    path.chmod(0o640)
    monkeypatch.delattr(os, "chown")
    write_file(path, b"two")
    assert rights(path) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = tmp_path / "link"
    link.symlink_to(folder / "a.txt")
    write_file(link, b"one")
    assert link.is_symlink()
    assert (folder / "a.txt").read_bytes() == b"one"
    assert names(tmp_path) == ["elsewhere", "link"]


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    write_file(Path(os.devnull), b"one")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("missing/a.txt", "folder"),
        ("file/a.txt", "folder"),
        ("folder", "is a folder"),
        ("loop", "leads back"),
        ("n" * 300, "too long"),
    ],
)
def test_a_place_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path, name: str, word: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(CannotWrite, match=word) as caught:
        write_file(tmp_path / name, b"one")
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_device_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to("/dev/full")
    with pytest.raises(CannotWrite, match="no room"):
        write_file(tmp_path / "a.pdf", b"one")


@pytest.mark.parametrize(
    ("call", "code", "word"),
    [
        ("fsync", errno.ENOSPC, "no room"),
        ("fsync", errno.EDQUOT, "full"),
        ("fsync", errno.EIO, "the machine says"),
        ("open", errno.EROFS, "read-only"),
        ("open", errno.EACCES, "read-only"),
    ],
)
def test_a_failure_leaves_the_old_file_and_no_neighbour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, word: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")

    def fail(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(CannotWrite, match=word):
            write_file(path, b"two")
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["a.txt"]


def test_a_file_marked_read_only_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    monkeypatch.setattr(os, "access", lambda target, mode: mode != os.W_OK)  # root may write everywhere
    with pytest.raises(CannotWrite, match="read-only"):
        write_file(path, b"two")
    assert path.read_bytes() == b"one"


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("times", [1, 2])
def test_a_file_held_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    held = [PermissionError(errno.EACCES, "held")] * times
    replace = Path.replace

    def reluctant(self: Path, target: Path) -> Path:
        if held:
            raise held.pop()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", reluctant)
    write_file(tmp_path / "a.txt", b"one")
    assert (tmp_path / "a.txt").read_bytes() == b"one"


@pytest.mark.usefixtures("hurried")
def test_a_file_held_for_good_is_said_and_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")

    def held(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(CannotWrite, match="another program"):
        write_file(path, b"two")
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["a.txt"]


def test_an_interruption_leaves_no_neighbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "a.txt", b"one")
    assert names(tmp_path) == []


def test_a_new_file_is_complete_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    write_new_file(tmp_path / "a.txt", b"one")
    assert (tmp_path / "a.txt").read_bytes() == b"one"
    assert rights(tmp_path / "a.txt") == 0o600
    assert names(tmp_path) == ["a.txt"]


def test_a_new_file_takes_the_place_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    before = names(tmp_path)
    for name in before:
        with pytest.raises(CannotWrite, match="already"):
            write_new_file(tmp_path / name, b"two")
    assert names(tmp_path) == before
    assert (tmp_path / "a.txt").read_bytes() == b"one"


def test_a_new_file_that_cannot_be_filled_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(CannotWrite, match="no room"):
            write_new_file(tmp_path / "a.txt", b"one")
    assert names(tmp_path) == []
