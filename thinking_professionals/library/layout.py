"""Which files hold the content, and their bytes. Each file fills one field of the library; each design is a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from thinking_professionals.library.costs import Costs
from thinking_professionals.library.derived import Derivation
from thinking_professionals.library.designs import Design, Gate
from thinking_professionals.library.faults import ContentError, suggest
from thinking_professionals.library.lifts import Lift
from thinking_professionals.library.questions import Questionnaire
from thinking_professionals.library.sourcing import Source, Term
from thinking_professionals.library.stakes import Stake
from thinking_professionals.library.yaml_reader import LARGEST

FILES: Mapping[str, tuple[str, Any]] = {
    "questions.yaml": ("questions", Questionnaire),
    "content/facts.yaml": ("derivation", Derivation),
    "content/gates.yaml": ("gates", tuple[Gate, ...]),
    "content/stakes.yaml": ("stakes", tuple[Stake, ...]),
    "content/lifts.yaml": ("lifts", tuple[Lift, ...]),
    "content/costs/rates.yaml": ("costs", Costs),
    "content/sources.yaml": ("sources", tuple[Source, ...]),
    "content/glossary.yaml": ("glossary", tuple[Term, ...]),
}
"""Each file with the field of the library that it fills, and its type."""
DESIGNS = "content/designs/"
_APART = ("content/examples/", "content/certificate.yaml")
"""What stands beside the content without being part of it."""


def home_of(name: str) -> tuple[str, Any]:
    """The field that a file fills, or adds to, and the type of what it holds."""
    return ("designs", Design) if name.startswith(DESIGNS) else FILES[name]


def read_files(root: Path) -> tuple[dict[str, bytes], list[ContentError]]:
    """The bytes of every file of content by its name, and what is wrong with the set of them.

    Of a file that is too large only so much is read as shows that it is.
    """
    try:
        names = sorted(_names(root))
    except OSError as error:
        return {}, [_unreadable("questions.yaml", error, f"the rights of {root}, or choose another folder")]
    files: dict[str, bytes] = {}
    faults = list(_missing(root, names))
    for name in names:
        if not name.startswith(DESIGNS) and name not in FILES:
            faults.append(ContentError(name, 1, "nothing reads this file", suggest(name, FILES)))
            continue
        try:
            with (root / name).open("rb") as file:
                files[name] = file.read(LARGEST + 1)
        except OSError as error:
            faults.append(_unreadable(name, error, "its rights"))
    return files, faults


def _unreadable(name: str, error: OSError, to_check: str) -> ContentError:
    return ContentError(name, 1, f"the file cannot be read: {error.strerror}", f"check {to_check}")


def _names(root: Path) -> Iterator[str]:
    if (root / "questions.yaml").is_file():
        yield "questions.yaml"
    for path in (root / "content").rglob("*"):
        name = path.relative_to(root).as_posix()
        if path.suffix.lower() in {".yaml", ".yml"} and not name.startswith(_APART) and path.is_file():
            yield name


def _missing(root: Path, names: list[str]) -> Iterator[ContentError]:
    for name in FILES:
        if name not in names:
            yield ContentError(name, 1, "there is no such file", f"add it, or choose another folder than {root}")
    if not any(name.startswith(DESIGNS) for name in names):
        yield ContentError(DESIGNS.rstrip("/"), 1, "there are no designs here", "add a file for each design")
