"""Reports to write."""

import pytest

from tests.report.write.sample import rich_report
from thinking_professionals.report.document import Report


@pytest.fixture(scope="session")
def report() -> Report:
    return rich_report()
