"""The shipped content, loaded once for all tests that walk it."""

from __future__ import annotations

import pytest

from thinking_professionals.library.library import Library
from thinking_professionals.library.load import load
from thinking_professionals.paths import ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    return load(ROOT)
