"""Dressing the application: typeface, palette and style sheet, as the person and the system wish."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from thinking_professionals.qt.fonts import body_font, install_typeface
from thinking_professionals.qt.parts.waiting import waiting
from thinking_professionals.qt.settings import Settings
from thinking_professionals.qt.theme import DARK, LIGHT, Colours, colouring, palette, plain_edges, sizes, structure


class Dresser(QObject):
    """Dresses the application at once, and again when the system or the person changes their mind."""

    def __init__(self, app: QApplication, settings: Settings, cache: Path | None = None) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._hints = app.styleHints()
        self._access = self._hints.accessibility()
        self._family = install_typeface(cache)
        self.dress()
        self._hints.colorSchemeChanged.connect(self.dress)
        self._access.contrastPreferenceChanged.connect(self.dress)

    def dress(self) -> None:
        """Every widget is laid out anew, which may take a while."""
        with waiting():
            self._put_on()

    def _put_on(self) -> None:
        font = body_font(self._system_font, self._family, self._settings.text_size)
        self._app.setFont(font)
        if self._high_contrast():
            self._app.setPalette(QPalette())
            colours = plain_edges()
        else:
            chosen = self._colours()
            self._app.setPalette(palette(chosen))
            colours = colouring(chosen)
        self._app.setStyleSheet(structure() + sizes(font.pixelSize()) + colours)

    def _high_contrast(self) -> bool:
        wish = self._access.contrastPreference()
        return wish == Qt.ContrastPreference.HighContrast

    def _colours(self) -> Colours:
        match self._settings.appearance:
            case "light":
                return LIGHT
            case "dark":
                return DARK
        return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
