"""For every test: Qt without a screen, the person's own folders left alone, and widgets gone when their test is."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator

import pytest

import thinking_professionals.qt  # noqa: F401 - keeps None alive while pytest watches Qt, in every run

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The person's data folder and Qt's standard places are elsewhere while tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("THINKING_PROFESSIONALS_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_teardown() -> Generator[None, object, object]:
    """Deliver deferred deletes: widgets left to the interpreter's end go in any order, and crash."""
    result = yield
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent  # noqa: TID251 - only where a test has brought Qt

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return result
