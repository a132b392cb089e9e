"""The months in words, spelled out so that no machine's locale can change what is printed, or how it is read again."""

from __future__ import annotations

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
