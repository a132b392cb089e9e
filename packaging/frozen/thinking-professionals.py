"""What the windowed program runs."""

from thinking_professionals.cli.main import run_window

run_window()
