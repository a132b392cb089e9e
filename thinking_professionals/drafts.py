"""Plans as they are being typed, kept in the person's own data folder so that nothing is lost.

A draft is two files of JSON: one replaced at each keystroke, one waiting for the disk at each pause, so that even a
power cut in the middle of a keystroke leaves the last pause. Each window writes files of its own.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from thinking_professionals.files import CannotWrite, write_file
from thinking_professionals.library.questions import Questionnaire
from thinking_professionals.plan import Plan, PlanError, as_mapping, from_mapping, read_plan, write_plan

_TYPED, _SETTLED = ".typed.json", ".settled.json"
_MOST_BYTES = 20_000_000
_MOST_RECENT = 30

Stamp = tuple[int, int, int]
"""A file's number, time of change in nanoseconds, and size: every version that is written has another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    id: str
    title: str
    answered: int
    when: datetime
    """When it was last saved, in UTC."""
    chosen: Path | None = None
    """The file that the person chose for it."""


class Version(NamedTuple):
    """What a draft's file holds. `digest` is of the chosen file as it was when last read or written for this draft."""

    draft: Draft
    plan: Plan
    digest: str


class Drafts:
    """The drafts in one folder, as one window sees them; the folder is made when it is first needed.

    It remembers what it last read or wrote. Where another window has gone on with the same draft, what is typed here
    goes on in a draft of its own; where a chosen file was changed elsewhere, it is not overwritten.
    """

    def __init__(self, folder: Path, questionnaire: Questionnaire | None = None) -> None:
        """`questionnaire` is for writing chosen files, see `plan_text`."""
        self._folder = folder
        self._questionnaire = questionnaire
        self._seen: dict[str, Stamp | None] = {}
        self._moved: dict[str, str] = {}
        self._digests: dict[Path, str] = {}

    def new(self, plan: Plan, chosen: Path | None = None) -> Draft:
        """A draft of its own for a plan just begun, or just opened from `chosen`; raises PlanError."""
        draft = _describe(_new_id(), plan, chosen and chosen.absolute())
        if draft.chosen:
            self._digests[draft.chosen] = _digest(draft.chosen)
        self._write(draft, plan, durable=False)
        return draft

    def save(self, draft: Draft, plan: Plan, *, durable: bool) -> Draft:
        """Keep what has been typed; `durable` also waits for the disk and writes the chosen file. Raises PlanError.

        Where only the chosen file cannot be written, the draft has been kept before PlanError says so.
        """
        kept = _describe(self._own(draft.id), plan, draft.chosen)
        self._write(kept, plan, durable=durable)
        if durable and kept.chosen:
            self._write_chosen(kept.chosen, plan)
            self._write(kept, plan, durable=False)
        return kept

    def chosen(self, draft: Draft, path: Path) -> Draft:
        """The draft with the file the person has just chosen for it; the next durable save writes it, come what may."""
        self._digests.pop(path.absolute(), None)
        return replace(draft, chosen=path.absolute())

    def recent(self, most: int = _MOST_RECENT) -> tuple[Draft, ...]:
        """The drafts that can be read, newest first; the others are left where they are."""
        files = sorted(self._folder.glob("*.json"), key=_changed, reverse=True)
        found: dict[str, Draft | None] = {}
        for draft_id in dict.fromkeys(file.name.partition(".")[0] for file in files):
            version = self._read(draft_id)
            found[draft_id] = version and version.draft
            if sum(draft is not None for draft in found.values()) == most:
                break
        return tuple(sorted(filter(None, found.values()), key=lambda draft: draft.when, reverse=True))

    def open(self, draft: Draft) -> Plan:
        """The plan of a draft; raises PlanError. Where the chosen file was changed elsewhere since, that is the plan.

        The draft's own answers then stay as they are, and what is typed from now on goes on in another draft.
        """
        self._moved.pop(draft.id, None)
        self._seen[draft.id] = _stamp(self._typed(draft.id))
        version = self._read(draft.id)
        if version is None:
            raise PlanError(f"“{draft.title}” cannot be read any more. Open the plan from its file instead.")
        chosen = version.draft.chosen
        if chosen is None or not version.digest:
            return version.plan
        self._digests[chosen] = version.digest
        return self._changed_elsewhere(draft, chosen) or version.plan

    def _changed_elsewhere(self, draft: Draft, chosen: Path) -> Plan | None:
        """The plan in a chosen file that is not as this draft left it; None where it is, or cannot be read."""
        now = _digest(chosen)
        if now in {"", self._digests[chosen]}:
            return None
        try:
            plan = read_plan(chosen)
        except PlanError:
            return None
        self._moved[draft.id], self._digests[chosen] = _new_id(), now
        return plan

    def forget(self, draft: Draft) -> None:
        """Remove a draft; the chosen file stays. Raises PlanError."""
        try:
            for suffix in (_TYPED, _SETTLED):
                (self._folder / f"{draft.id}{suffix}").unlink(missing_ok=True)
        except OSError as fault:
            raise PlanError(f"“{draft.title}” could not be removed: the machine says “{fault.strerror}”.") from fault

    def _typed(self, draft_id: str) -> Path:
        return self._folder / f"{draft_id}{_TYPED}"

    def _own(self, draft_id: str) -> str:
        """The draft that this window may write: another one from the moment someone else has written to the first."""
        own = self._moved.get(draft_id, draft_id)
        if self._seen.get(own) != _stamp(self._typed(own)):
            own = self._moved[draft_id] = _new_id()
        return own

    def _write_chosen(self, chosen: Path, plan: Plan) -> None:
        now = _digest(chosen)
        if now and now != self._digests.get(chosen, now):
            raise PlanError(
                f"“{chosen}” was changed by another window or program since it was opened here, so it was not "
                "overwritten. Your answers are kept; save the plan under another name."
            )
        write_plan(plan, chosen, self._questionnaire)
        self._digests[chosen] = _digest(chosen)

    def _write(self, draft: Draft, plan: Plan, *, durable: bool) -> None:
        digest = self._digests.get(draft.chosen, "") if draft.chosen else ""
        kept = {"chosen": str(draft.chosen or ""), "digest": digest, "plan": as_mapping(plan)}
        data = json.dumps(kept, ensure_ascii=False).encode(errors="replace")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if durable:
                write_file(self._folder / f"{draft.id}{_SETTLED}", data)
            write_file(self._typed(draft.id), data, durable=False)
        except CannotWrite as fault:
            raise PlanError(str(fault)) from fault
        except OSError as fault:
            raise PlanError(f"“{self._folder}” could not be made: the machine says “{fault.strerror}”.") from fault
        self._seen[draft.id] = _stamp(self._typed(draft.id))

    def _read(self, draft_id: str) -> Version | None:
        """The newest version that can be read."""
        return next(self._versions(draft_id), None)

    def _versions(self, draft_id: str) -> Iterator[Version]:
        for suffix in (_TYPED, _SETTLED):
            try:
                yield _read_version(self._folder / f"{draft_id}{suffix}", draft_id)
            except (OSError, ValueError, TypeError, KeyError, RecursionError):
                continue


def _read_version(file: Path, draft_id: str) -> Version:
    about = file.stat()
    if about.st_size > _MOST_BYTES:
        raise ValueError("too big for a draft")
    kept = json.loads(file.read_bytes())
    plan = from_mapping(kept["plan"])
    chosen = Path(kept["chosen"]) if kept["chosen"] and _may_be_path(kept["chosen"]) else None
    return Version(_describe(draft_id, plan, chosen, about.st_mtime), plan, str(kept["digest"]))


def _may_be_path(said: str) -> bool:
    try:
        return b"\0" not in os.fsencode(said)
    except UnicodeEncodeError:
        return False


def _describe(draft_id: str, plan: Plan, chosen: Path | None, changed: float | None = None) -> Draft:
    when = datetime.now(UTC) if changed is None else datetime.fromtimestamp(changed, UTC)
    return Draft(id=draft_id, title=plan.title, answered=len(plan.answers), when=when, chosen=chosen)


def _new_id() -> str:
    return os.urandom(8).hex()


def _digest(file: Path) -> str:
    """SHA-256 of what a file holds; empty where nothing can be read."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""  # a device may never end
    except (OSError, ValueError):
        return ""


def _stamp(file: Path) -> Stamp | None:
    try:
        about = file.stat()
    except OSError:
        return None
    return about.st_ino, about.st_mtime_ns, about.st_size


def _changed(file: Path) -> int:
    stamp = _stamp(file)
    return stamp[1] if stamp else 0
