import errno
import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from thinking_professionals import drafts as module
from thinking_professionals.drafts import Draft, Drafts, _digest
from thinking_professionals.plan import Plan, PlanError, read_plan, write_plan

FIRST = Plan(title="First", answers={"units": "4"})
SECOND = Plan(title="Second", answers={"units": "48", "scheme": "Cafe\u0301 “x”\n\ud800"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "drafts"


def only(drafts: Drafts) -> Draft:
    (draft,) = drafts.recent()
    return draft


def no_room(*_: object, **__: object) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_with_nothing_kept_there_is_nothing_recent(folder: Path) -> None:
    assert Drafts(folder).recent() == ()


def test_each_keystroke_is_there_for_the_next_start(folder: Path) -> None:
    drafts = Drafts(folder)
    draft = drafts.new(FIRST)
    drafts.save(draft, SECOND, durable=False)
    found = only(Drafts(folder))
    assert (found.title, found.answered, found.chosen) == ("Second", 2, None)
    assert Drafts(folder).open(found).answers == {"units": "48", "scheme": "Café “x”\n?"}


def test_a_draft_is_for_its_owner_only(folder: Path) -> None:
    drafts = Drafts(folder)
    drafts.save(drafts.new(FIRST), FIRST, durable=True)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_the_newest_draft_comes_first_and_not_too_many(folder: Path) -> None:
    drafts = Drafts(folder)
    kept = [drafts.new(Plan(title=str(number))) for number in range(4)]
    for number, draft in enumerate(kept):
        os.utime(folder / f"{draft.id}.typed.json", (1000 + number, 1000 + number))
    assert [draft.title for draft in drafts.recent()] == ["3", "2", "1", "0"]
    assert [draft.title for draft in drafts.recent(2)] == ["3", "2"]


@pytest.mark.parametrize(
    "junk", [b"", b"{", b"\xff", b"[]", b'{"plan": {}}', b'{"plan": {"format": "2"}}', b"[" * 9999]
)
def test_a_damaged_keystroke_leaves_the_last_pause(folder: Path, junk: bytes) -> None:
    drafts = Drafts(folder)
    draft = drafts.save(drafts.new(FIRST), SECOND, durable=True)
    (folder / f"{draft.id}.typed.json").write_bytes(junk)
    assert only(Drafts(folder)).title == "Second"


@pytest.mark.parametrize("junk", [b"", b"{}", b'{"chosen": 5, "digest": "", "plan": {"format": "1"}}'])
def test_damaged_drafts_are_passed_over_and_kept(folder: Path, junk: bytes) -> None:
    drafts = Drafts(folder)
    drafts.new(FIRST)
    damaged = folder / "damaged.typed.json"
    damaged.write_bytes(junk)
    assert only(drafts).title == "First"
    assert damaged.read_bytes() == junk


@pytest.mark.parametrize("chosen", ["\0", "\ud800", "/dev/zero"])
def test_a_damaged_name_of_the_chosen_file_costs_no_answer(folder: Path, chosen: str) -> None:
    Drafts(folder).new(FIRST)
    (file,) = folder.iterdir()
    damaged = {**json.loads(file.read_bytes()), "chosen": chosen, "digest": "x"}
    file.write_text(json.dumps(damaged), encoding="utf-8")
    drafts = Drafts(folder)
    draft = only(drafts)
    assert drafts.open(draft) == FIRST
    assert drafts.save(draft, SECOND, durable=False).title == "Second"


def test_a_huge_draft_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(folder)
    drafts.new(FIRST)
    monkeypatch.setattr(module, "_MOST_BYTES", 10)
    assert drafts.recent() == ()


def test_a_link_to_nowhere_is_passed_over(folder: Path) -> None:
    drafts = Drafts(folder)
    drafts.new(FIRST)
    (folder / "link.typed.json").symlink_to(folder / "nowhere")
    assert only(drafts).title == "First"


def test_a_draft_that_went_away_is_said(folder: Path) -> None:
    drafts = Drafts(folder)
    draft = drafts.new(FIRST)
    drafts.forget(draft)
    with pytest.raises(PlanError, match="First"):
        drafts.open(draft)


def test_two_windows_on_one_draft_do_not_overwrite_each_other(folder: Path) -> None:
    Drafts(folder).new(FIRST)
    here, there = Drafts(folder), Drafts(folder)
    draft = only(here)
    here.open(draft)
    there.open(draft)
    for step in range(3):
        here.save(draft, Plan(title=f"Here {step}"), durable=False)
        there.save(draft, Plan(title=f"There {step}"), durable=False)
    assert sorted(found.title for found in here.recent()) == ["Here 2", "There 2"]


def test_going_back_to_a_draft_after_it_parted_opens_that_one(folder: Path) -> None:
    Drafts(folder).new(FIRST)
    here, there = Drafts(folder), Drafts(folder)
    draft = only(here)
    here.open(draft)
    there.open(draft)
    there.save(draft, SECOND, durable=False)
    moved = here.save(draft, FIRST, durable=False)
    assert moved.id != draft.id
    assert here.open(draft).title == "Second"
    assert here.open(moved).title == "First"


def test_typing_goes_on_after_the_draft_was_removed(folder: Path) -> None:
    drafts = Drafts(folder)
    draft = drafts.new(FIRST)
    Drafts(folder).forget(draft)
    drafts.save(draft, SECOND, durable=False)
    assert only(drafts).title == "Second"


def test_a_pause_also_writes_the_chosen_file(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.plan.yaml"
    drafts = Drafts(folder)
    draft = drafts.chosen(drafts.new(FIRST), path)
    drafts.save(draft, SECOND, durable=False)
    assert not path.exists()
    drafts.save(draft, SECOND, durable=True)
    drafts.save(draft, FIRST, durable=True)
    assert read_plan(path) == FIRST
    assert only(drafts).chosen == path


def test_a_file_the_person_chooses_is_overwritten(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.plan.yaml"
    write_plan(SECOND, path)
    drafts = Drafts(folder)
    drafts.save(drafts.chosen(drafts.new(FIRST), path), FIRST, durable=True)
    assert read_plan(path) == FIRST


def test_a_chosen_file_that_cannot_be_written_costs_no_answer(folder: Path, tmp_path: Path) -> None:
    drafts = Drafts(folder)
    draft = drafts.chosen(drafts.new(FIRST), tmp_path / "missing" / "a.plan.yaml")
    with pytest.raises(PlanError, match="folder"):
        drafts.save(draft, SECOND, durable=True)
    assert Drafts(folder).open(only(drafts)).title == "Second"


def test_a_file_changed_elsewhere_is_not_overwritten(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.plan.yaml"
    write_plan(FIRST, path)
    drafts = Drafts(folder)
    draft = drafts.new(read_plan(path), path)
    write_plan(Plan(title="By hand"), path)
    with pytest.raises(PlanError, match="another window"):
        drafts.save(draft, SECOND, durable=True)
    assert read_plan(path).title == "By hand"
    assert only(drafts).title == "Second"


def test_a_file_changed_by_hand_since_is_what_opens(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.plan.yaml"
    before = Drafts(folder)
    before.save(before.chosen(before.new(FIRST), path), FIRST, durable=True)
    write_plan(Plan(title="By hand"), path)
    drafts = Drafts(folder)
    draft = only(drafts)
    plan = drafts.open(draft)
    assert plan.title == "By hand"
    drafts.save(draft, replace(plan, branch="works"), durable=True)
    assert read_plan(path).branch == "works"
    assert sorted(found.title for found in drafts.recent()) == ["By hand", "First"]


@pytest.mark.parametrize("content", ["broken: [", None])
def test_a_chosen_file_broken_or_gone_leaves_the_draft(folder: Path, tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "a.plan.yaml"
    before = Drafts(folder)
    draft = before.chosen(before.new(FIRST), path)
    before.save(draft, FIRST, durable=True)
    before.save(draft, SECOND, durable=False)
    path.unlink() if content is None else path.write_text(content, encoding="utf-8")
    assert Drafts(folder).open(only(before)).title == "Second"


def test_a_chosen_file_never_yet_written_leaves_the_draft(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.plan.yaml"
    write_plan(FIRST, path)
    before = Drafts(folder)
    before.save(before.chosen(before.new(SECOND), path), SECOND, durable=False)
    assert Drafts(folder).open(only(before)).title == "Second"


def test_killed_after_the_chosen_file_was_written_nothing_is_lost(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.plan.yaml"
    drafts = Drafts(folder)
    draft = drafts.chosen(drafts.new(FIRST), path)
    drafts.save(draft, FIRST, durable=True)
    with monkeypatch.context() as patch:
        patch.setattr(Drafts, "_write_chosen", lambda *_: (write_plan(SECOND, path), 1 / 0))
        with pytest.raises(ZeroDivisionError):
            drafts.save(draft, SECOND, durable=True)
    again = Drafts(folder)
    assert again.open(again.recent()[0]).title == "Second"


def test_a_full_disk_leaves_the_last_keystroke_that_fitted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(folder)
    draft = drafts.new(FIRST)
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", no_room)
        for durable in (False, True):
            with pytest.raises(PlanError, match="no room"):
                drafts.save(draft, SECOND, durable=durable)
    assert only(drafts).title == "First"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PlanError, match="could not be made"):
        Drafts(tmp_path / "file" / "drafts").new(FIRST)


def test_a_draft_that_cannot_be_removed_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(folder)
    draft = drafts.new(FIRST)
    monkeypatch.setattr(Path, "unlink", no_room)
    with pytest.raises(PlanError, match="First"):
        drafts.forget(draft)


def test_a_keystroke_does_not_wait_for_the_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(folder)
    plan = Plan(title="T", answers={f"question_{number}": "some words in an answer" for number in range(40)})
    draft = drafts.new(plan)
    monkeypatch.setattr(os, "fsync", no_room)
    drafts.save(draft, plan, durable=False)
    assert drafts.open(draft).answers == plan.answers


def test_a_chosen_file_that_cannot_be_read_is_like_one_that_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.plan.yaml"
    file.write_text("format: 1\n", encoding="utf-8")

    def refuse(path: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert _digest(file) == ""
