"""What a person has set; whatever is in the store."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from thinking_professionals.qt.settings import Settings


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_settings_are_kept(store: QSettings) -> None:
    settings = Settings(store)
    settings.appearance, settings.text_size, settings.geometry = "dark", 150, QByteArray(b"here")
    again = Settings(store)
    assert (again.appearance, again.text_size, again.geometry) == ("dark", 150, QByteArray(b"here"))


def test_nothing_and_nonsense_count_as_not_set(store: QSettings) -> None:
    assert (Settings(store).appearance, Settings(store).text_size) == ("system", 100)
    store.setValue("appearance", "mauve")
    store.setValue("text_size", "huge")
    store.setValue("geometry", 3)
    assert (Settings(store).appearance, Settings(store).text_size) == ("system", 100)
    assert Settings(store).geometry.isEmpty()
