from datetime import UTC, date, datetime

import pytest

from thinking_professionals.report.write.dated import printed_on
from thinking_professionals.saying import say_date


@pytest.mark.parametrize("month", range(1, 13))
def test_the_date_printed_is_understood(month: int) -> None:
    assert printed_on(say_date(date(2026, month, 1))) == datetime(2026, month, 1, tzinfo=UTC)


@pytest.mark.parametrize("words", ["", "today", "31 February 2026"])
def test_words_that_are_no_date_give_a_fixed_one(words: str) -> None:
    assert printed_on(words).isoformat() == "2000-01-01T00:00:00+00:00"
