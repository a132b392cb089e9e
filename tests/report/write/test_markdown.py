import re

import pytest

from tests.report.write.sample import report_of
from thinking_professionals.report.document import (
    Bullets,
    Callout,
    Fact,
    Heading,
    KeyFacts,
    Paragraph,
    Plain,
    Report,
    Said,
    Strong,
    Table,
)
from thinking_professionals.report.write.markdown import write_markdown


def _body(*blocks: object) -> str:
    """What stands between the section's heading and the closing rule."""
    text = write_markdown(report_of(*blocks))  # type: ignore[arg-type]
    return text.split("## The only section\n\n")[1].split("\n\n---")[0]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a|b", r"a\|b"),
        ("<b>", r"\<b\>"),
        ("# x", r"\# x"),
        ("- x", r"\- x"),
        ("+ x", r"\+ x"),
        ("=== x", r"\=== x"),
        ("12. x", r"12\. x"),
        ("12) x", r"12\) x"),
        ("`x` *y* _z_ ~w~", r"\`x\` \*y\* \_z\_ \~w\~"),
        ("[x](y) ![z](w)", r"\[x\](y) !\[z\](w)"),
        ("&amp; $x$ a\\b", r"\&amp; \$x\$ a\\b"),
        ("http://x www.y", r"http\://x www\.y"),
        ("    four spaces", "four spaces"),
        ("one\ntwo\r\nthree", "one<br>two<br>three"),
        ("3 - 2 is 1. So", "3 - 2 is 1. So"),
    ],
)
def test_what_a_person_typed_is_never_markup(typed: str, written: str) -> None:
    assert _body(Paragraph((Said(typed),))) == written


def test_a_table_keeps_one_line_a_row_whatever_is_in_it() -> None:
    table = Table("Caption", ("A", "B"), (((Said("a | b\nc"),), (Plain("1"),)),), numeric=(1,))
    assert _body(table).splitlines()[2:] == ["| A | B |", "| --- | ---: |", r"| a \| b<br>c | 1 |"]


def test_a_callout_is_a_quotation_that_says_its_tone() -> None:
    lines = _body(Callout("stop", "Ruled out", (Said("x"),), ((Said("y\nz"),),))).splitlines()
    assert lines == ["> **Ruled out: x**", ">", "> y<br>z"]


def test_lists_are_lists() -> None:
    items = ((Plain("a"),), (Said("- b"),))
    assert _body(Bullets(items)) == "- a\n- \\- b"
    assert _body(Bullets(items, ordered=True)) == "1. a\n2. \\- b"


def test_headings_have_their_level() -> None:
    assert _body(Heading((Said("x\ny"),), 4)) == "#### x<br>y"


def test_bold_leaves_the_spaces_at_its_ends_outside() -> None:
    assert _body(Paragraph((Strong("a "), Strong("b "), Plain("c"), Strong("  ")))) == "**a b** c  "


def test_a_key_fact_is_one_line_with_or_without_a_note() -> None:
    facts = KeyFacts((Fact("Cost", (Plain("£1"),), "at most"), Fact("Time", (Strong("2"),))))
    assert _body(facts) == "- Cost: **£1**. at most\n- Time: **2**."


def test_a_figure_is_its_description_and_its_table(report: Report) -> None:
    text = write_markdown(report)
    assert re.search(r"A cluster trial costs most.*\n\n\*\*The same figures\*\*\n\n\| Design \|", text)
