"""Days that authors write."""

from __future__ import annotations

from datetime import date

import pytest

from thinking_professionals.library.days import read_day


def test_a_day_is_read_from_its_iso_form_and_from_itself() -> None:
    assert read_day("2028-05-21") == date(2028, 5, 21) == read_day(date(2028, 5, 21))


@pytest.mark.parametrize("spoilt", ["21/05/2028", "soon", 2028, None, ""])
def test_what_is_not_a_day_is_refused_with_the_way_to_write_one(spoilt: object) -> None:
    with pytest.raises(ValueError, match="2028-05-21"):
        read_day(spoilt)
