"""A folder of small content for each test to spoil."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.folder import write_folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "a folder")
