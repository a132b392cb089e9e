"""Dressing: a person's wish, the system's wish, and high contrast above both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from thinking_professionals.qt.dress import Dresser
from thinking_professionals.qt.fonts import install_typeface
from thinking_professionals.qt.settings import Settings
from thinking_professionals.qt.theme import DARK, LIGHT


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    qapp.setPalette(QPalette())
    qapp.setStyleSheet("")


def test_the_typeface_of_the_pdf_is_on_the_screen(qapp: QApplication, settings: Settings) -> None:
    Dresser(qapp, settings)
    assert qapp.font().family() == install_typeface() == "FiraGO"


@pytest.mark.parametrize(("appearance", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_a_persons_wish_decides(qapp: QApplication, settings: Settings, appearance: str, colours: object) -> None:
    settings.appearance = appearance  # type: ignore[assignment]
    Dresser(qapp, settings)
    assert qapp.palette().window().color().name().upper() == colours.canvas  # type: ignore[attr-defined]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_text_grows_as_asked(qapp: QApplication, settings: Settings, percent: int) -> None:
    settings.text_size = percent
    Dresser(qapp, settings)
    assert qapp.font().pixelSize() == round(15 * percent / 100)


class HighContrast:
    def contrastPreference(self) -> Qt.ContrastPreference:
        return Qt.ContrastPreference.HighContrast


def test_high_contrast_leaves_the_systems_own_colours(qapp: QApplication, settings: Settings) -> None:
    settings.appearance = "dark"
    dresser = Dresser(qapp, settings)
    dresser._access = HighContrast()  # type: ignore[assignment]
    dresser.dress()
    assert qapp.palette().window().color().name().upper() != DARK.canvas
    assert "#" not in qapp.styleSheet()
