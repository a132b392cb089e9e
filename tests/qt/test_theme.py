"""Contrast of both palettes, by the luminance arithmetic of WCAG 2."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from thinking_professionals.qt.theme import DARK, LIGHT, Colours, colours_of, palette

TEXT, EDGES = 4.5, 3.0
BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = QColor(colour).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@BOTH
def test_words_stand_out_from_everything_they_stand_on(colours: Colours) -> None:
    for ink in (colours.ink, colours.quiet, colours.accent):
        for ground in (colours.canvas, colours.paper, colours.wash):
            assert contrast(ink, ground) >= TEXT
    assert contrast(colours.on_accent, colours.accent) >= TEXT
    assert contrast(colours.canvas, colours.ink) >= TEXT


@BOTH
def test_toned_words_and_plain_words_stand_out_from_their_wash(colours: Colours) -> None:
    for shade in colours.tones.values():
        for ink in (shade.ink, colours.ink, colours.accent):
            assert contrast(ink, shade.wash) >= TEXT
    assert contrast(colours.tones["stop"].ink, colours.canvas) >= TEXT


@BOTH
def test_borders_and_the_focus_ring_can_be_seen(colours: Colours) -> None:
    for ground in (colours.canvas, colours.paper):
        assert contrast(colours.border, ground) >= EDGES
        assert contrast(colours.focus, ground) >= EDGES


@BOTH
def test_the_palette_says_which_colours_go_with_it(colours: Colours) -> None:
    assert colours_of(palette(colours)) is colours


@BOTH
def test_a_stock_widget_is_readable_in_every_state(colours: Colours) -> None:
    made, role = palette(colours), QPalette.ColorRole
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for ink, ground in ((role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button)):
            assert contrast(made.color(group, ink).name(), made.color(group, ground).name()) >= TEXT
    for ink, ground in (
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Base),
        (role.ToolTipText, role.ToolTipBase),
    ):
        assert contrast(made.color(ink).name(), made.color(ground).name()) >= TEXT


def test_a_pale_ink_would_be_caught() -> None:
    with pytest.raises(AssertionError):
        test_words_stand_out_from_everything_they_stand_on(LIGHT._replace(quiet="#9AA0A6"))
