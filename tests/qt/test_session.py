"""The session: where a person can go, and that nothing they say is lost."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import ANY

import pytest
from pytestqt.qtbot import QtBot

from tests.qt.conftest import TODAY
from thinking_professionals.drafts import Drafts
from thinking_professionals.library.library import Library
from thinking_professionals.plan import Plan, PlanError, read_plan, write_plan
from thinking_professionals.qt.app import engine
from thinking_professionals.qt.places import Ask, Check, Door, Home, Result
from thinking_professionals.qt.session import Session

WORKS = {"purpose": "cause", "control": "us", "people": "600", "mixing": "none", "records": "same", "marks": []}


def walk(session: Session) -> None:
    session.enter("works")
    while isinstance(session.place, Ask):
        session.answer(session.place.question, WORKS[session.place.question])  # type: ignore[arg-type]


def test_it_begins_at_home_with_nothing_to_keep(session: Session, tmp_path: Path) -> None:
    assert session.place == Home()
    assert session.put_away()
    assert not (tmp_path / "drafts").exists()


def test_a_door_opens_its_first_question(session: Session) -> None:
    session.enter("works")
    assert session.place == Ask("purpose")


def test_every_answer_leads_on_to_the_check(session: Session) -> None:
    walk(session)
    assert session.place == Check()
    assert dict(session.plan.answers) == WORKS


def test_a_changed_answer_keeps_the_others_and_they_come_back(session: Session) -> None:
    walk(session)
    session.ask("control")
    session.answer("control", "others")
    assert session.place == Ask("months")
    route = session.route()
    assert route is not None
    assert set(route.set_aside) == {"people", "mixing", "records", "marks"}
    session.back()
    session.answer("control", "us")
    assert session.place == Check()
    assert dict(session.plan.answers) == WORKS


def test_back_goes_the_way_one_came(session: Session) -> None:
    session.enter("works")
    session.answer("purpose", "cause")
    session.answer("control", "us")
    session.ask("purpose")
    session.back()
    assert session.place == Ask("people")
    for _ in range(5):
        session.back()
    assert session.place == Home()
    assert not session.can_go_back


def test_back_passes_over_a_question_that_is_no_longer_asked(session: Session) -> None:
    walk(session)
    session.ask("people")
    session.ask("control")
    session.say("control", "others")
    session.back()
    assert session.place != Ask("people")


def test_home_and_the_door_again_lose_nothing(session: Session) -> None:
    walk(session)
    session.home()
    session.enter("works")
    assert session.place == Check()


def test_a_question_off_the_route_is_not_gone_to(session: Session) -> None:
    session.enter("works")
    session.ask("months")
    assert session.place == Ask("purpose")


def test_without_a_door_there_is_nothing_to_check_or_work_out(session: Session) -> None:
    session.check()
    session.result()
    assert session.place == Home()


def test_back_in_a_plan_just_opened_goes_from_step_to_step(session: Session, tmp_path: Path) -> None:
    write_plan(Plan(branch="works", answers=WORKS), tmp_path / "it.plan.yaml")
    session.open_plan(tmp_path / "it.plan.yaml")
    places = [session.place]
    while session.place != Home():
        session.back()
        places.append(session.place)
    assert places == [Check(), *map(Ask, reversed(WORKS)), Home()]


def test_back_from_the_result_leads_to_the_check(session: Session) -> None:
    walk(session)
    session.result()
    assert session.place == Result()
    session.back()
    assert session.place == Check()


def test_what_is_typed_is_on_disk_after_each_keystroke(session: Session, small: Library, tmp_path: Path) -> None:
    session.enter("works")
    session.say("purpose", "cause")
    for typed in ("6", "60", "600"):
        session.say("people", typed)
        [draft] = Drafts(tmp_path / "drafts", small.questions).recent()
        assert Drafts(tmp_path / "drafts", small.questions).open(draft).answers["people"] == typed


def test_an_answer_taken_away_is_gone(session: Session) -> None:
    session.say("people", "6")
    session.say("people", None)
    assert "people" not in session.plan.answers


def test_killed_while_typing_another_session_carries_on(session: Session, small: Library, tmp_path: Path) -> None:
    session.enter("why")
    session.say("elsewhere", "Half a sent")
    drafts = Drafts(tmp_path / "drafts", small.questions)
    again = Session(small, drafts, engine(), lambda: TODAY)
    again.carry_on(again.recent[0].id)
    assert again.place == Ask("elsewhere")
    assert again.plan.answers["elsewhere"] == "Half a sent"


def test_carrying_on_with_a_plan_that_is_gone_says_so(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.told) as told:
        session.carry_on("nowhere")
    assert told.args == [ANY, True]


def test_saving_writes_the_chosen_file_and_says_where(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    walk(session)
    with qtbot.waitSignal(session.told) as told:
        session.save_as(tmp_path / "mine.plan.yaml")
    assert told.args is not None
    assert str(tmp_path / "mine.plan.yaml") in told.args[0]
    assert dict(read_plan(tmp_path / "mine.plan.yaml").answers) == WORKS
    assert session.chosen == tmp_path / "mine.plan.yaml"
    with qtbot.waitSignal(session.told) as told:
        session.save()
    assert told.args == [ANY, False]


def test_after_a_pause_the_chosen_file_follows(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    walk(session)
    chosen = tmp_path / "mine.plan.yaml"
    session.save_as(chosen)
    session.say("people", "700")
    qtbot.waitUntil(lambda: read_plan(chosen).answers["people"] == "700", timeout=3000)


def test_looking_at_a_plan_does_not_write_its_file(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    chosen = tmp_path / "mine.plan.yaml"
    write_plan(Plan(branch="works", answers=WORKS), chosen)
    before = chosen.stat().st_mtime_ns
    session.open_plan(chosen)
    session.result()
    session.home()
    qtbot.wait(50)
    assert session.put_away()
    assert chosen.stat().st_mtime_ns == before


def test_an_example_is_opened_as_a_copy(small: Library, tmp_path: Path) -> None:
    session = Session(small, Drafts(tmp_path / "drafts"), engine(), lambda: TODAY, examples=tmp_path)
    example = tmp_path / "example.plan.yaml"
    write_plan(Plan(branch="works", answers=WORKS), example)
    before = example.read_bytes()
    session.open_plan(example)
    session.say("people", "7")
    assert session.put_away()
    assert session.chosen is None
    assert example.read_bytes() == before


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_lost(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    walk(session)
    with qtbot.waitSignal(session.told) as told:
        session.save_as(tmp_path / "no such folder" / "mine.plan.yaml")
    assert told.args == [ANY, True]
    assert session.chosen is None
    assert session.put_away()
    assert dict(session.plan.answers) == WORKS


class FullDisk(Drafts):
    """Drafts on a disk that is full until it is not."""

    full = True

    def new(self, plan: Plan, chosen: Path | None = None):  # type: ignore[no-untyped-def]
        if self.full:
            raise PlanError("There is no room left on the disk.")
        return super().new(plan, chosen)


def test_a_full_disk_is_said_once_and_tried_again(qtbot: QtBot, small: Library, tmp_path: Path) -> None:
    drafts = FullDisk(tmp_path / "drafts", small.questions)
    session = Session(small, drafts, engine(), lambda: TODAY)
    told: list[str] = []
    session.told.connect(lambda words, failure: told.append(words))
    for typed in ("6", "60", "600"):
        session.say("people", typed)
    assert len(told) == 1
    assert not session.put_away()
    drafts.full = False
    with qtbot.waitSignal(session.kept) as kept:
        session.put_away()
    assert kept.args == [True]
    assert drafts.open(drafts.recent()[0]).answers["people"] == "600"


def test_a_plan_that_cannot_be_kept_makes_room_for_no_other(small: Library, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other.plan.yaml"
    write_plan(Plan(title="The other", branch="works"), other, small.questions)
    session = Session(small, FullDisk(tmp_path / "drafts", small.questions), engine(), lambda: TODAY)
    session.say("people", "600")
    for leave in (session.start_anew, lambda: session.open_plan(other)):
        with qtbot.waitSignal(session.told) as told:
            leave()
        assert told.args == [ANY, True]
        assert dict(session.plan.answers) == {"people": "600"}


def test_a_plan_that_no_draft_can_keep_is_saved_where_one_says(small: Library, tmp_path: Path) -> None:
    session = Session(small, FullDisk(tmp_path / "drafts", small.questions), engine(), lambda: TODAY)
    session.say("people", "600")
    session.save_as(tmp_path / "mine.plan.yaml")
    assert read_plan(tmp_path / "mine.plan.yaml").answers == {"people": "600"}
    assert session.start_anew()


def test_a_plan_that_nothing_can_keep_is_said_and_stays(small: Library, tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(small, FullDisk(tmp_path / "drafts", small.questions), engine(), lambda: TODAY)
    session.say("people", "600")
    with qtbot.waitSignal(session.told) as told:
        session.save_as(tmp_path / "no such folder" / "mine.plan.yaml")
    assert told.args == [ANY, True]
    assert dict(session.plan.answers) == {"people": "600"}


def test_a_plan_kept_only_as_a_draft_makes_room_for_another(session: Session, tmp_path: Path) -> None:
    chosen = tmp_path / "mine.plan.yaml"
    session.say("people", "600")
    session.save_as(chosen)
    chosen.write_text("changed elsewhere", encoding="utf-8")
    session.say("people", "700")
    assert session.start_anew()
    session.carry_on(session.recent[0].id)
    assert session.plan.answers["people"] == "700"


def test_opening_what_is_no_plan_is_said_and_keeps_the_plan(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    walk(session)
    (tmp_path / "odd.plan.yaml").write_bytes(b"\x00\xff")
    with qtbot.waitSignal(session.told) as told:
        session.open_plan(tmp_path / "odd.plan.yaml")
    assert told.args == [ANY, True]
    assert dict(session.plan.answers) == WORKS


UNUSED = {"purpose": "cause", "control": "them", "weather": "wet", "people": "many"}


def told_on_opening(session: Session, qtbot: QtBot, path: Path, plan: Plan) -> str:
    """What is said, as a problem, when that plan is opened from a file."""
    write_plan(plan, path)
    with qtbot.waitSignal(session.told) as told:
        session.open_plan(path)
    assert told.args == [ANY, True]
    return str(told.args[0])


@pytest.mark.parametrize("unused", [("weather",), ("weather", "control"), ("weather", "control", "people")])
def test_opening_a_plan_tells_how_many_of_its_answers_are_not_used(
    session: Session, qtbot: QtBot, tmp_path: Path, unused: tuple[str, ...]
) -> None:
    plan = Plan(branch="works", answers={"purpose": "cause", **{one: UNUSED[one] for one in unused}})
    told = told_on_opening(session, qtbot, tmp_path / "odd.plan.yaml", plan)
    assert str(len(unused)) in told


def test_opening_a_plan_tells_of_what_else_is_not_used(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    plan = Plan(branch="works", answers={"purpose": "cause"}, notes={"weather": "Wet."})
    told = told_on_opening(session, qtbot, tmp_path / "odd.plan.yaml", plan)
    assert not any(letter.isdigit() for letter in told)


def test_where_the_answers_cannot_be_checked_the_problem_itself_is_told(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    plan = Plan(branch="elsewhere_still", answers={"purpose": "cause"})
    told = told_on_opening(session, qtbot, tmp_path / "odd.plan.yaml", plan)
    assert told == session.understood()[1][0]


def test_opening_a_plan_that_is_all_used_says_nothing(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    write_plan(Plan(branch="works", answers=WORKS), tmp_path / "mine.plan.yaml")
    with qtbot.assertNotEmitted(session.told):
        session.open_plan(tmp_path / "mine.plan.yaml")


def test_a_new_plan_leaves_the_old_one_to_carry_on_with(session: Session) -> None:
    walk(session)
    session.rename("The first")
    session.start_anew()
    assert session.place == Home()
    assert not session.plan.answers
    assert [draft.title for draft in session.recent] == ["The first"]
    session.carry_on(session.recent[0].id)
    assert dict(session.plan.answers) == WORKS


def test_a_plan_removed_can_be_brought_back(session: Session) -> None:
    walk(session)
    session.rename("The first")
    session.remove(session.recent[0].id)
    assert session.recent == ()
    assert session.leaving is not None
    assert not session.plan.answers
    session.bring_back()
    session.carry_on(session.recent[0].id)
    assert dict(session.plan.answers) == WORKS


@pytest.mark.parametrize("how", ["by going elsewhere", "by closing"])
def test_a_plan_removed_is_deleted_once_one_leaves(session: Session, tmp_path: Path, how: str) -> None:
    walk(session)
    session.start_anew()
    session.remove(session.recent[0].id)
    assert list((tmp_path / "drafts").iterdir())
    if how == "by closing":
        session.close()
    else:
        session.enter("works")
    assert session.recent == ()
    assert session.leaving is None
    assert list((tmp_path / "drafts").iterdir()) == []


def test_removing_another_plan_lets_the_first_go_for_good(session: Session) -> None:
    for title in ("One", "Two"):
        session.rename(title)
        session.start_anew()
    for draft in session.recent:
        session.remove(draft.id)
    session.bring_back()
    assert [draft.title for draft in session.recent] == ["One"]


def test_a_plan_that_cannot_be_deleted_is_said(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    walk(session)
    session.start_anew()

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    session.remove(session.recent[0].id)
    with qtbot.waitSignal(session.told) as told:
        session.enter("works")
    assert told.args == [ANY, True]


def test_a_remark_is_kept_and_taken_away(session: Session) -> None:
    walk(session)
    session.note("people", "Counted in March")
    assert session.plan.notes == {"people": "Counted in March"}
    session.note("people", "")
    assert session.plan.notes == {}


@pytest.mark.parametrize("suffix", [".md", ".json"])
def test_an_export_is_written_and_said(session: Session, qtbot: QtBot, tmp_path: Path, suffix: str) -> None:
    walk(session)
    with qtbot.waitSignal(session.told) as told:
        session.export(tmp_path / f"out{suffix}")
    assert told.args == [ANY, False]
    assert (tmp_path / f"out{suffix}").stat().st_size > 500


@pytest.mark.parametrize("name", ["out.xyz", "no such folder/out.md"])
def test_an_export_that_cannot_be_is_said(session: Session, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    walk(session)
    with qtbot.waitSignal(session.told) as told:
        session.export(tmp_path / name)
    assert told.args == [ANY, True]
    assert list(tmp_path.glob("out.*")) == []


def test_there_is_nothing_to_export_before_a_door(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(session.told) as told:
        session.export(tmp_path / "out.md")
    assert told.args == [ANY, True]


def test_a_door_without_questions_opens_onto_its_page(qtbot: QtBot, shipped: Library, tmp_path: Path) -> None:
    session = Session(shipped, Drafts(tmp_path), engine(), lambda: TODAY)
    session.enter("journey")
    assert session.place == Door("journey")
    assert session.route() is None
