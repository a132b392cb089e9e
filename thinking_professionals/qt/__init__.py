"""The application's window. Qt stays in here.

PySide6 6.12 is built for Pythons in which None cannot die. On 3.11 each of its calls that returns nothing takes one
reference from None, and after some thousands the interpreter aborts ("deallocating None"); so there None, and the other
constants that such calls return, are given more references than any session can use up.

Python also looks for cycles to free less often, since nearly all that a start makes stays.
"""

from __future__ import annotations

import ctypes
import gc
import sys

MORE_THAN_ENOUGH = 1 << 40
MADE_BY_A_START = 100_000
"""Objects, at the most."""


def _let_constants_live() -> None:
    for constant in (None, True, False, NotImplemented):
        ctypes.c_ssize_t.from_address(id(constant)).value += MORE_THAN_ENOUGH


if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
    _let_constants_live()
gc.set_threshold(MADE_BY_A_START)
