"""A line from point to point, whole or broken, in each format that draws."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.report.write.sample import report_of
from thinking_professionals.report.document import Figure, Table
from thinking_professionals.report.drawing import DASH, Box, Drawing, Path
from thinking_professionals.report.write.pdf import write_pdf
from thinking_professionals.report.write.picture import png
from thinking_professionals.report.write.svg import svg

CORNERS = ((5.0, 5.0), (95.0, 5.0), (95.0, 45.0))
WHOLE, BROKEN = (Path(CORNERS, "ink", 2, dashed=dashed) for dashed in (False, True))


def drawing(*paths: Path) -> Drawing:
    return Drawing(100, 50, paths)


def inked(path: Path) -> int:
    picture = Image.open(BytesIO(png(drawing(path)))).convert("L")
    return sum(count for shade, count in enumerate(picture.histogram()) if shade < 128)


def test_a_broken_line_takes_the_ink_of_its_dashes() -> None:
    share = DASH[0] / sum(DASH)
    assert inked(BROKEN) / inked(WHOLE) == pytest.approx(share, abs=0.15)


@pytest.mark.parametrize("points", [(), ((5, 5),), ((5, 5), (5, 5)), ((5, 5), (5.001, 5), (60, 5))])
def test_a_line_of_next_to_nothing_does_no_harm(points: tuple[tuple[float, float], ...]) -> None:
    path = Path(points, dashed=True)
    assert png(drawing(path))
    assert "<polyline" in svg(drawing(path), "A line")
    assert write_pdf(report_of(Figure("A line", drawing(path), "A line", Table("", ("A",), ()))))


def test_dashes_go_on_round_a_corner() -> None:
    """However many points there are on the way, the ink is the same."""
    many = tuple((5 + at * 0.9, 5.0) for at in range(101))
    one = Path((many[0], many[-1]), "ink", 2, dashed=True)
    assert inked(Path(many, "ink", 2, dashed=True)) == pytest.approx(inked(one), rel=0.1)


def test_on_a_page_of_the_web_it_is_not_filled() -> None:
    assert 'fill="none"' in svg(drawing(WHOLE), "A line")
    assert ["stroke-dasharray" in svg(drawing(path), "A line") for path in (WHOLE, BROKEN)] == [False, True]


def test_on_paper_only_that_line_is_broken() -> None:
    figure = Figure("A line", Drawing(100, 50, (BROKEN, WHOLE, Box(0, 0, 1, 1))), "A line", Table("", ("A",), ()))
    [page] = PdfReader(BytesIO(write_pdf(report_of(figure)))).pages
    content = page.get_contents()
    assert content is not None
    dashes = [line for line in content.get_data().decode("latin-1").splitlines() if line.endswith(" d")]
    assert dashes[:2] == ["[4 3] 0 d", "[] 0 d"]
