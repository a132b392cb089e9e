"""What is said when the fault is ours: one sentence, with the log to send."""

from __future__ import annotations

from thinking_professionals.fault_log import record_of, write_log
from thinking_professionals.paths import data_folder


def log_bug(fault: BaseException) -> str:
    """Write the log; returns the sentence for the person."""
    folder = data_folder() / "logs"
    sorry = f"Something went wrong that is our fault, not yours ({type(fault).__name__})."
    if log := write_log(record_of(fault), folder):
        return f"{sorry} Please send us the log “{log}”."
    return f"{sorry} No log could be written to “{folder}”."
