import re
from itertools import pairwise

from tests.report.write.reading import read_html
from tests.report.write.sample import report_of
from thinking_professionals.report.document import Fact, Heading, KeyFacts, Paragraph, Plain, Report, Said
from thinking_professionals.report.write.html import write_html

FETCHES = {"src", "href", "srcset", "data", "action", "poster", "background", "xlink:href"}


def test_it_runs_nothing_and_fetches_nothing(report: Report) -> None:
    page = read_html(write_html(report))
    assert not {tag for tag, _ in page.tags} & {"script", "link", "iframe", "object", "embed", "img", "form", "base"}
    assert not {name for _, given in page.tags for name in given if name in FETCHES or name.startswith("on")}
    assert not re.search(r"url\(|@import|https?:", write_html(report))


def test_its_policy_forbids_all_but_its_own_style(report: Report) -> None:
    policies = [given["content"] for tag, given in read_html(write_html(report)).tags if "http-equiv" in given]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]


def test_it_is_in_british_english_and_says_its_title(report: Report) -> None:
    page = read_html(write_html(report))
    assert ("html", {"lang": "en-GB"}) in page.tags
    assert "<title>Body-worn video in response teams</title>" in write_html(report)


def test_headings_go_down_one_step_at_a_time(report: Report) -> None:
    levels = [int(tag[1]) for tag, _ in read_html(write_html(report)).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_section_is_named_by_its_heading(report: Report) -> None:
    tags = read_html(write_html(report)).tags
    names = [given["aria-labelledby"] for tag, given in tags if tag == "section"]
    assert names == [section.id for section in report.sections]
    assert [given["id"] for tag, given in tags if tag == "h2"] == names


def test_tables_have_a_caption_and_say_which_way_their_headings_go(report: Report) -> None:
    tags = read_html(write_html(report)).tags
    names = [tag for tag, _ in tags]
    assert names.count("caption") == names.count("table") > 3
    assert {given.get("scope") for tag, given in tags if tag == "th"} == {"col", "row"}


def test_key_facts_are_a_list_of_terms_with_a_note_where_there_is_one() -> None:
    facts = KeyFacts((Fact("Cost", (Plain("£1"),)), Fact("Time", (Plain("2 months"),), "a note")))
    names = [tag for tag, _ in read_html(write_html(report_of(facts))).tags]
    assert (names.count("dl"), names.count("dt"), names.count("dd")) == (1, 2, 3)


def test_a_picture_is_described_and_its_figures_are_beside_it(report: Report) -> None:
    tags = read_html(write_html(report)).tags
    pictures = [given for tag, given in tags if tag == "svg"]
    assert [picture["role"] for picture in pictures] == ["img"]
    assert all(picture["aria-label"] for picture in pictures)
    assert "details" in [tag for tag, _ in tags]


def test_a_term_carries_its_meaning(report: Report) -> None:
    meanings = [given["title"] for tag, given in read_html(write_html(report)).tags if tag == "abbr"]
    assert meanings == ["A trial that draws lots for whole groups, not for people."]


def test_a_persons_words_keep_their_line_ends_and_their_own_direction() -> None:
    text = write_html(report_of(Paragraph((Said("one\ntwo"),))))
    assert '<bdi class="said">one\ntwo</bdi>' in text
    assert re.search(r"\.said \{[^}]*pre-wrap", text)


def test_line_ends_in_our_own_words_are_kept_too() -> None:
    assert "one<br>two" in write_html(report_of(Paragraph((Plain("one\ntwo"),))))


def test_what_a_person_typed_makes_no_tag() -> None:
    plain = read_html(write_html(report_of(Heading((Said("x"),)))))
    hostile = read_html(write_html(report_of(Heading((Said("<b onclick='x'>&lt;\"</h3></style>"),)))))
    assert hostile.tags == plain.tags


def test_it_knows_dark_and_print(report: Report) -> None:
    text = write_html(report)
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
