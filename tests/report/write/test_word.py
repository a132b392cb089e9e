from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from PIL import Image

from tests.report.write.sample import report_of
from thinking_professionals.report.document import Bullets, Paragraph, Plain, Report, Said, Strong, Table
from thinking_professionals.report.write.word import write_word


def _open(report: Report) -> DocumentObject:
    return Document(BytesIO(write_word(report)))


def test_headings_are_styles_one_step_at_a_time(report: Report) -> None:
    styles = [paragraph.style.name for paragraph in _open(report).paragraphs if paragraph.style]
    levels = [int(name[-1]) for name in styles if name and name.startswith("Heading")]
    assert "Title" in styles
    assert levels.count(1) == len(report.sections)
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_repeat_their_header_row_and_set_figures_flush_right() -> None:
    table = Table("Costs", ("Item", "High"), (((Plain("Design"),), (Plain("£1"),)),), numeric=(1,))
    (grid,) = _open(report_of(table)).tables
    assert grid.rows[0]._tr.trPr is not None
    assert grid.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [row.cells[1].paragraphs[0].alignment for row in grid.rows] == [WD_ALIGN_PARAGRAPH.RIGHT] * 2
    assert grid.rows[1].cells[0].paragraphs[0].alignment is None


def test_a_callout_is_shaded_paragraphs_with_its_word_and_shape(report: Report) -> None:
    (label,) = (paragraph for paragraph in _open(report).paragraphs if "Ruled out" in paragraph.text)
    assert label.text == "■ Ruled out"
    assert label._p.pPr is not None
    assert label._p.pPr.find(qn("w:shd")).get(qn("w:fill")) == "FDECEC"


def test_a_figure_is_a_picture_with_its_description(report: Report) -> None:
    document = _open(report)
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr", "").startswith("A cluster trial costs most")
    (part,) = [part for part in document.part.package.iter_parts() if part.partname.endswith(".png")]
    image = Image.open(BytesIO(part.blob))
    assert image.width == 2 * 467
    assert len(image.convert("RGB").getcolors(1_000_000)) > 4, "something is drawn on it"


def test_each_numbered_list_starts_at_one() -> None:
    ordered = Bullets(((Plain("a"),), (Plain("b"),)), ordered=True)
    paragraphs = _open(report_of(ordered, ordered)).paragraphs
    numbers = [mark.get(qn("w:val")) for item in paragraphs for mark in item._p.iter(qn("w:numId"))]
    assert len(numbers) == 4
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_line_ends_are_kept_and_control_characters_are_shown_as_unknown() -> None:
    paragraph = _open(report_of(Paragraph((Said("one\ntwo\x07"), Strong("bold"))))).paragraphs[-1]
    assert paragraph.text == "one\ntwo\ufffdbold"
    assert [run.bold for run in paragraph.runs] == [None, True]


def test_its_properties_hold_nothing_of_the_machine(report: Report) -> None:
    about = _open(report).core_properties
    assert about.title == "Body-worn video in response teams"
    assert about.created is not None
    assert about.created.date().isoformat() == "2026-11-21"
    assert about.language == "en-GB"
    assert {about.author, about.last_modified_by} == {"Thinking Professionals"}


def test_the_package_holds_no_time_of_day(report: Report) -> None:
    with ZipFile(BytesIO(write_word(report))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_footer_numbers_pages_and_says_that_the_advice_is_tentative(report: Report) -> None:
    footer = _open(report).sections[0].footer.paragraphs[0]
    fields = [field.get(qn("w:instr")) for field in footer._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "Tentative" in footer.text
    assert report.edition in footer.text
