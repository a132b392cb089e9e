"""Drawings on the screen: lines from point to point are painted, whole or broken, in the colours of the page."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from thinking_professionals.qt.parts.painted import Painted
from thinking_professionals.qt.theme import DARK, LIGHT, Colours, palette
from thinking_professionals.report.drawing import DASH, Drawing, Path


def inked(qtbot: QtBot, path: Path, colours: Colours = LIGHT) -> int:
    """How many of the dots are nearer to the accent than to the page."""
    widget = Painted(Drawing(200, 100, (path,)), "A line", "It goes down.")
    qtbot.addWidget(widget)
    widget.setPalette(palette(colours))
    type_ = widget.font()
    type_.setPixelSize(15)  # as the application sets it
    widget.setFont(type_)
    widget.resize(200, 100)
    image = widget.grab().toImage()
    accent, page = QColor(colours.accent), QColor(colours.canvas)
    dots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(abs(dot.red() - accent.red()) < abs(dot.red() - page.red()) for dot in dots)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_broken_line_takes_the_ink_of_its_dashes(qtbot: QtBot, colours: Colours) -> None:
    whole, broken = (Path(((10, 20), (190, 20), (190, 90)), width=3, dashed=dashed) for dashed in (False, True))
    assert inked(qtbot, whole, colours) >= 2 * (180 + 70)
    share = DASH[0] / sum(DASH)
    assert inked(qtbot, broken, colours) / inked(qtbot, whole, colours) == pytest.approx(share, abs=0.15)


def test_a_line_is_not_filled(qtbot: QtBot) -> None:
    assert inked(qtbot, Path(((10, 10), (190, 10), (100, 90)), width=2)) < 1000
