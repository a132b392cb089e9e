"""What a person has set for themselves: appearance, text size and the window's place. Plans are never kept here."""

from __future__ import annotations

from typing import cast, get_args

from PySide6.QtCore import QByteArray, QSettings

from thinking_professionals.qt.theme import Appearance

SIZES = (100, 125, 150, 175, 200)
"""Per cent of normal text."""


class Settings:
    """Anything odd in the store counts as not set."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def appearance(self) -> Appearance:
        said = str(self._store.value("appearance", "system"))
        return cast(Appearance, said) if said in get_args(Appearance) else "system"

    @appearance.setter
    def appearance(self, chosen: Appearance) -> None:
        self._store.setValue("appearance", chosen)

    @property
    def text_size(self) -> int:
        said = str(self._store.value("text_size", SIZES[0]))
        return int(said) if said in map(str, SIZES) else SIZES[0]

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", percent)

    @property
    def geometry(self) -> QByteArray:
        said = self._store.value("geometry")
        return said if isinstance(said, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, kept: QByteArray) -> None:
        self._store.setValue("geometry", kept)
