"""Before anything else, what keeps Qt's calls from using up None: pytest's watch on Qt makes some at every test."""

import thinking_professionals.qt  # noqa: F401 - for what it does when it is read
