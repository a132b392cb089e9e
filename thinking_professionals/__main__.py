"""`python -m thinking_professionals` is `tp`."""

from thinking_professionals.cli.main import run

run()
