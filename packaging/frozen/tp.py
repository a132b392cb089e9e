"""What the console program runs."""

from thinking_professionals.cli.main import run

run()
