"""Content from a folder: checked when it is new, quickly from a copy when it is known."""

from __future__ import annotations

from pathlib import Path

from thinking_professionals.library.cache import keep, key_of, recall
from thinking_professionals.library.faults import ContentFaults
from thinking_professionals.library.layout import read_files
from thinking_professionals.library.library import Library


def load(root: Path, *, cache: Path | None = None) -> Library:
    """The library in the folder that holds questions.yaml and content/; raises ContentFaults with every fault found.

    `cache` is the folder for copies of content that was found without fault; with None nothing is kept.
    """
    files, missing = read_files(root)
    key = key_of(files)
    known = recall(cache, key) if cache is not None and not missing else None
    if known is not None:
        return known
    from thinking_professionals.library.content import read_content  # only new content needs all that checks it
    from thinking_professionals.library.endings import ending_faults

    content = read_content(files, missing)
    if content.faults:
        raise ContentFaults(content.faults)
    library = content.library()
    ending_faults(content.things, library)
    if content.faults:
        raise ContentFaults(content.faults)
    if cache is not None:
        keep(cache, key, content.plain)
    return library
