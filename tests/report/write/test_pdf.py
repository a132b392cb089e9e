import re
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.report.write.reading import FURNITURE, pages_of, squeezed, words_of
from tests.report.write.sample import PLAN, report_of, report_saying, wide_figure
from tests.sizes import RANDOM_TEXTS
from thinking_professionals.report.document import (
    Block,
    Bullets,
    Callout,
    Fact,
    Heading,
    KeyFacts,
    Paragraph,
    Plain,
    Report,
    Runs,
    Said,
    Strong,
    Table,
    Tone,
)
from thinking_professionals.report.write.pdf import write_pdf

TONES: list[Tone] = ["plain", "go", "caution", "stop", "unknown"]


def _read(report: Report) -> PdfReader:
    return PdfReader(BytesIO(write_pdf(report)))


def _said(text: str) -> Runs:
    return (Said(text),)


def _fonts(reader: PdfReader) -> list[dict[str, Any]]:
    return [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]


def test_its_properties_name_the_report(report: Report) -> None:
    reader = _read(report)
    assert reader.metadata is not None
    assert reader.metadata.title == "Body-worn video in response teams"
    assert reader.metadata.subject == report.subtitle
    assert report.edition in str(reader.metadata["/Keywords"])
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_its_title_is_one_line_of_any_letters() -> None:
    metadata = _read(report_of(title=(Said("Cameras 👍\nŁódź (a \\ b)"),))).metadata
    assert metadata is not None
    assert metadata.title == "Cameras 👍 Łódź (a \\ b)"


def test_it_is_dated_with_the_date_printed(report: Report) -> None:
    metadata = _read(report).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.date().isoformat() == "2026-11-21"


def test_each_section_has_its_bookmark_on_the_page_where_it_starts(report: Report) -> None:
    reader = _read(report)
    marks = [(mark["/Title"], reader.get_destination_page_number(mark)) for mark in reader.outline]  # type: ignore[call-overload]
    assert [title for title, _ in marks] == [section.title for section in report.sections]
    assert all(title in reader.pages[page or 0].extract_text() for title, page in marks)


def test_it_carries_the_plan(report: Report) -> None:
    assert _read(report).attachments == {"plan.plan.yaml": [PLAN.encode()]}


def test_it_carries_nothing_when_there_is_no_plan() -> None:
    assert _read(report_of()).attachments == {}


def test_another_plan_gives_another_identity() -> None:
    one, two = (_read(report_of(plan=text)).trailer["/ID"][0] for text in ("a: 1\n", "a: 2\n"))
    assert one != two


def test_every_font_is_ours_and_embedded(report: Report) -> None:
    fonts = _fonts(_read(report))
    assert fonts
    assert all("FiraGO" in font["/BaseFont"] and "/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_an_empty_report_has_no_foreign_font_either() -> None:
    blocks = [KeyFacts(()), Bullets(()), Table("", ("",), ()), Paragraph(()), Callout("stop", "", ()), Heading(())]
    assert all("FiraGO" in font["/BaseFont"] for font in _fonts(_read(report_of(*blocks, title=()))))


def test_figures_have_one_width(report: Report) -> None:
    write_pdf(report)
    for font in ("FiraGO", "FiraGO-Bold"):
        assert len({stringWidth(figure, font, 10) for figure in "0123456789"}) == 1


def test_every_page_says_which_it_is_and_that_the_advice_is_tentative(report: Report) -> None:
    pages = pages_of(write_pdf(report))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Tentative" in page
        assert report.digest[:8] in page
        assert report.edition in page


def test_a_long_title_is_shortened_above_the_pages() -> None:
    title = _said("A title that goes on and on " * 20)
    pages = pages_of(write_pdf(report_of(Paragraph(_said("word " * 3000)), title=title)))
    assert "…" in pages[1]
    assert pages[1].count("A title that goes on") < 10


def test_a_table_repeats_its_header_on_each_page() -> None:
    rows = tuple((_said(f"Row {number}"), _said("x")) for number in range(90))
    pages = pages_of(write_pdf(report_of(Table("Long", ("First column", "Second"), rows))))
    holding = [page for page in pages if "Row" in page]
    assert len(holding) > 1
    assert all(page.count("First column") == 1 for page in holding)


def test_a_heading_stays_with_what_follows_it() -> None:
    table = Table("Caption", ("Question", "Answer"), tuple((_said("Asked"), _said("Said")) for _ in range(6)))
    for lines in range(20, 48, 3):
        filling = [Paragraph(_said("Filling"))] * lines
        pages = pages_of(write_pdf(report_of(*filling, Heading(_said("Heading to keep")), table)))
        page = next(page for page in pages if "Heading to keep" in page)
        assert page.count("Asked") >= 2


@pytest.mark.parametrize("lines", range(20, 48, 4))
def test_steps_stay_together_and_words_with_the_table_they_lead_to(lines: int) -> None:
    filling = [Paragraph(_said("Filling"))] * lines
    steps = pages_of(write_pdf(report_of(*filling, Bullets((_said("One step"),) * 6, ordered=True))))
    assert [page.count("One step") for page in steps if "One step" in page] == [6]
    table = Table("Caption", ("Question", "Answer"), tuple((_said("Asked"), _said("Said")) for _ in range(6)))
    pages = pages_of(write_pdf(report_of(*filling, Paragraph(_said("It leads in.")), table)))
    assert next(page for page in pages if "It leads in." in page).count("Asked") >= 2


@pytest.mark.parametrize("lines", range(30, 40))
def test_no_page_is_blank_wherever_a_page_happens_to_end(lines: int) -> None:
    filling = Paragraph(_said("Filling\n" * lines), "quiet")
    pages = pages_of(write_pdf(report_of(filling, Bullets((_said("item"),) * 2), Paragraph(_said("after")))))
    assert [page for page in pages if squeezed(FURNITURE.sub("", page)) == "Atitle"] == []


@pytest.mark.parametrize("tone", TONES)
def test_a_callout_says_its_tone_in_a_word(tone: Tone) -> None:
    assert "Theword" in words_of(write_pdf(report_of(Callout(tone, "The word", _said("Title")))), ".pdf")


def test_even_a_tone_longer_than_a_page_is_printed() -> None:
    assert words_of(write_pdf(report_of(Callout("go", "Word " * 2000, ()))), ".pdf").count("Word") == 2000


@pytest.mark.parametrize("count", range(1, 8))
def test_all_key_facts_are_there(count: int) -> None:
    facts = KeyFacts(tuple(Fact(f"Label {n}", _said(f"value {n}"), f"note {n}") for n in range(count)))
    words = words_of(write_pdf(report_of(facts)), ".pdf")
    assert all(f"{part}{n}" in words for n in range(count) for part in ("Label", "value", "note"))


def test_line_ends_that_a_person_typed_are_kept() -> None:
    (page,) = pages_of(write_pdf(report_of(Paragraph(_said("first line\nsecond line\n\nfourth")))))
    assert re.search(r"first line\s*\n\s*second line\s*\n\s*fourth", page)


@pytest.mark.parametrize("text", ["W" * 5000, "Ŵ" * 5000, "word " * 3000])
def test_no_line_runs_off_its_column(text: str) -> None:
    table = Table("Narrow", ("A", "B"), ((_said(text), _said("x")),), widths=(0.2, 0.8))
    pages = pages_of(write_pdf(report_of(table, Paragraph((Strong(text),)))))
    lines = [line for page in pages for line in page.splitlines() if set(line) <= set(text)]
    assert max(stringWidth(line, "FiraGO-Bold", 9.75) for line in lines) <= 420
    assert min(len(line) for line in lines[:20]) < 20, "the cell's lines are short"


def test_what_has_no_letter_is_marked_and_named_with_its_place() -> None:
    pages = pages_of(write_pdf(report_of(Paragraph(_said("Brigade 👩\u200d🚒 ❤\ufe0f and 漢")))))
    words = squeezed("".join(pages))
    assert "Brigade▯▯▯and▯" in words
    assert "Theonlysection:" in words
    for name in (
        "U+1F469WOMAN",
        "U+200DZEROWIDTHJOINER",
        "U+FE0FVARIATIONSELECTOR-16",
        "U+1F692FIREENGINE",
        "U+6F22CJKUNIFIEDIDEOGRAPH-6F22",
    ):
        assert name in words


@pytest.mark.parametrize(("text", "script"), [("مرحبا", "Arabic"), ("שלום", "Hebrew"), ("नमस्ते", "Devanagari")])
def test_a_script_that_may_read_wrongly_is_named(text: str, script: str) -> None:
    assert f"Theonlysection:{script}" in words_of(write_pdf(report_of(Paragraph(_said(text)))), ".pdf")


def test_half_a_letter_is_named_too() -> None:
    assert "U+FFFD" in words_of(write_pdf(report_of(Paragraph(_said("half \ud83d")))), ".pdf")


def test_nothing_is_named_when_all_was_printed(report: Report) -> None:
    assert "could not be printed" not in "".join(pages_of(write_pdf(report)))


def test_a_drawing_wider_than_the_page_is_made_smaller() -> None:
    page = _read(report_of(wide_figure())).pages[0]
    ends: list[float] = []
    page.extract_text(visitor_text=lambda text, cm, tm, *_: ends.append(cm[4]) if "end of it" in text else None)
    assert ends
    assert max(ends) < 595


PLAIN_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TEXT = st.one_of(
    PLAIN_TEXT,
    st.builds(lambda text, times: text * times, PLAIN_TEXT, st.integers(1, 120)),
    st.builds(lambda times: "line\n" * times, st.integers(1, 120)),
)
SAID = TEXT.map(_said)


def _tables() -> st.SearchStrategy[Table]:
    def table(columns: int) -> st.SearchStrategy[Table]:
        row = st.tuples(*[SAID] * columns)
        header = st.tuples(*[TEXT] * columns)
        numeric = st.sets(st.integers(0, columns - 1)).map(tuple)
        return st.builds(Table, TEXT, header, st.lists(row, max_size=5).map(tuple), numeric)

    return st.integers(1, 9).flatmap(table)


BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, SAID, st.sampled_from([3, 4])),
    st.builds(Paragraph, SAID, st.sampled_from(["body", "lead", "quiet"])),
    st.builds(Bullets, st.lists(SAID, max_size=4).map(tuple), st.booleans()),
    st.builds(KeyFacts, st.lists(st.builds(Fact, TEXT, SAID, TEXT), max_size=5).map(tuple)),
    st.builds(Callout, st.sampled_from(TONES), TEXT, SAID, st.lists(SAID, max_size=3).map(tuple)),
    _tables(),
)


@settings(max_examples=RANDOM_TEXTS, deadline=None)
@given(st.lists(BLOCKS, max_size=5), SAID)
def test_every_report_finds_its_way_onto_pages(blocks: list[Block], title: Runs) -> None:
    pages = _read(report_of(*blocks, title=title)).pages
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1].extract_text()


def test_a_summary_of_markup_has_no_links_to_anywhere() -> None:
    reader = _read(report_saying('<a href="http://example.org">here</a> http://example.org'))
    assert [annotation for page in reader.pages for annotation in page.get("/Annots", [])] == []


def test_plain_text_of_ours_is_escaped_too() -> None:
    assert "a<b&c" in words_of(write_pdf(report_of(Paragraph((Plain("a < b & c"),)))), ".pdf")
