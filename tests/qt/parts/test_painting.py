"""Words that are set in lines once look the same as words that are set anew each time."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from thinking_professionals.qt.parts.painting import Block

TEXTS = [
    "Yes",
    "Who decides which people, places or teams get it first, and could it be left to chance?",
    "averyveryverylongwordthatisbrokenanywhere and more",
    "Größe, ἀρχή, привет – “quoted”, (bracketed) and/or   spaced   ",
    "One\nAnother, which is longer than the first",
]


def drawn(block: Block, font: QFont, width: float) -> QImage:
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    block.draw(painter, font, QPointF(0, 0), width)
    painter.end()
    return image


@pytest.mark.parametrize("text", TEXTS)
def test_remembered_lines_look_as_if_set_anew_at_any_width(qapp: QApplication, text: str) -> None:
    chance = random.Random(text)
    block, font = Block(text), QApplication.font()
    font.setPixelSize(15)
    for width in [chance.uniform(5, 600) for _ in range(60)]:
        assert block.height(font, width) == Block(text).height(font, width)
        assert drawn(block, font, width) == drawn(Block(text), font, width)


def test_larger_type_is_set_anew(qapp: QApplication) -> None:
    block, font = Block(TEXTS[1]), QApplication.font()
    tall = []
    for size in (10, 20, 40):
        font.setPixelSize(size)
        tall.append(block.height(font, 200))
    assert all(one < other for one, other in pairwise(tall))


def test_a_line_break_is_kept(qapp: QApplication) -> None:
    font = QApplication.font()
    font.setPixelSize(15)
    assert Block("One\nAnother").height(font, 500) == 2 * Block("One").height(font, 500)


def test_words_in_one_line_need_no_more_than_their_width(qapp: QApplication) -> None:
    block, font = Block(TEXTS[1]), QApplication.font()
    font.setPixelSize(15)
    line = Block("x").height(font, 100)
    wide = block.width(font)
    assert block.height(font, wide) == line < block.height(font, wide - 1)
    assert Block("").width(font) == 0
