"""Reading written files back: their words, without the spaces that each format sets as it likes."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

FURNITURE = re.compile(r"^(Tentative\.|\s*Check the figures.*|Edition .* · .*|Page \d+ of \d+)$", re.MULTILINE)


def words_of(file: bytes, suffix: str) -> str:
    """All the words of a file, without any white space."""
    read = {".pdf": _pdf, ".html": _html, ".docx": _docx, ".md": _markdown, ".json": _json}
    return squeezed(read[suffix](file))


def squeezed(text: str) -> str:
    return "".join(text.split())


def pages_of(file: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(file)).pages]


class Words(HTMLParser):
    """What a browser shows of a page, and the tags it met."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"br", "col", "meta"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


def read_html(text: str) -> Words:
    reader = Words()
    reader.feed(text)
    reader.close()
    assert not reader.open, "every tag is closed"
    return reader


def _pdf(file: bytes) -> str:
    return "\n".join(FURNITURE.sub("", page) for page in pages_of(file))


def _html(file: bytes) -> str:
    return "".join(read_html(file.decode("utf-8")).words)


def _docx(file: bytes) -> str:
    return "".join(text.text or "" for text in Document(BytesIO(file)).element.body.iter(qn("w:t")))


def _markdown(file: bytes) -> str:
    return re.sub(r"\\(.)", r"\1", file.decode("utf-8").replace("<br>", "\n"))


def _json(file: bytes) -> str:
    return "\n".join(_texts(json.loads(file)))


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []
