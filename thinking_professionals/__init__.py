"""Thinking Professionals: plain questions in, a recommended research design out."""

__version__ = "0.1.0"
