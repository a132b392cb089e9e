import pytest

from thinking_professionals.report.write.dated import printed_on


def test_the_date_printed_is_understood() -> None:
    assert printed_on("1 March 2026").isoformat() == "2026-03-01T00:00:00+00:00"


@pytest.mark.parametrize("words", ["", "today", "31 February 2026"])
def test_words_that_are_no_date_give_a_fixed_one(words: str) -> None:
    assert printed_on(words).isoformat() == "2000-01-01T00:00:00+00:00"
