import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.report.write.reading import squeezed, words_of
from tests.report.write.sample import ANSWERS, report_of, report_saying
from tests.sizes import RANDOM_TEXTS
from thinking_professionals.report.document import Paragraph, Report, Said
from thinking_professionals.report.write import SUFFIXES, UnknownFormat, write_report

MARKUP = [
    "<b>bold</b> & <font color='red'>red</font>",
    "&amp; &lt;script&gt; &#65; &nbsp",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</style><style>*{display:none}</style><!-- a comment -->",
    "{{ 7 * 7 }} {% raw %} ${jndi} %(name)s {0}",
    "| a | table | row |",
    "# not a heading",
    "- not a list",
    "1. nor this",
    "> nor a quotation",
    "`code` ```fence``` *stress* _stress_ ~~gone~~ [a link](http://example.org) ![picture](x.png) <http://example.org>",
    "=== --- *** +++",
    "<para>unclosed <br/> <a name='x'/> <super>2</super>",
    "=HYPERLINK(1) @mention www.example.org a@example.org",
    "back\\slash \\n \\| \\",
]
SCRIPTS = [
    "Tŷ Tŵr, ŵythnos, ôl-ofal, Siân, ÿ",
    "Zażółć gęślą jaźń; Łódź",
    "Ελληνικά: η ταχεία αλεπού, ΐ, Ώ",
    "Съешь же ещё этих мягких французских булок; Київ, Ґ",
    "“Quotes”, ‘quotes’ – dash — dash… £ € ½ ≥ ≤ − × ° →",
    "naïve café: e\u0301 as two",
]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("text", MARKUP + SCRIPTS)
def test_what_a_person_typed_is_there_letter_for_letter(text: str, suffix: str) -> None:
    assert words_of(write_report(report_saying(text), suffix), suffix).count(squeezed(text)) >= 8


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_question_and_answer_is_there(report: Report, suffix: str) -> None:
    words = words_of(write_report(report, suffix), suffix)
    assert [text for pair in ANSWERS for text in pair if squeezed(text) not in words] == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_edition_and_the_date_are_there(report: Report, suffix: str) -> None:
    text = words_of(write_report(report, suffix), suffix)
    assert squeezed(report.as_of) in text
    assert report.edition in text or suffix in {".pdf", ".docx"}, "those two have them in the footer"


@pytest.mark.parametrize("suffix", [".html", ".docx", ".md", ".json"])
def test_letters_that_no_font_of_ours_has_are_there(suffix: str) -> None:
    text = "👩‍🚒 مرحبا שלום 漢字 বাংলা"
    assert squeezed(text) in words_of(write_report(report_saying(text), suffix), suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_word_without_an_end_is_there_whole(suffix: str) -> None:
    word = "W" * 5000
    words = words_of(write_report(report_of(Paragraph((Said(word),))), suffix), suffix)
    assert words.count("W") == 5000


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_report_gives_the_same_bytes(report: Report, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = write_report(report, suffix)
    write_report(report_saying("Something else in between: Żółć"), suffix)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert write_report(report, suffix) == first


@settings(max_examples=RANDOM_TEXTS, deadline=None)
@given(st.text(st.characters(), max_size=60))
@example("\x00\x07\x1b\x7f\x85\ud800\udfff\ufffe\uffff\u2028\u2029\r\n")
@example("")
@example(" ")
def test_no_text_stops_a_writer(text: str) -> None:
    for suffix in SUFFIXES:
        assert write_report(report_saying(text), suffix)


@pytest.mark.parametrize("suffix", [".PDF", ".Md"])
def test_an_ending_may_be_in_capitals(suffix: str) -> None:
    assert write_report(report_of(), suffix) == write_report(report_of(), suffix.lower())


@pytest.mark.parametrize("suffix", [".odt", "pdf", ""])
def test_an_unknown_ending_names_those_that_are_known(suffix: str) -> None:
    with pytest.raises(UnknownFormat) as refusal:
        write_report(report_of(), suffix)
    assert all(known in str(refusal.value) for known in SUFFIXES)


def test_no_writer_brings_its_library_along_before_it_writes() -> None:
    code = (
        "import sys; from thinking_professionals.report.write import html, json, markdown, pdf, word; "
        "print([name for name in ('reportlab', 'docx', 'PIL', 'pypdf', 'jinja2') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert run.stdout.strip() == "[]"
