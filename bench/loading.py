"""Loads content that has changed, in a fresh process, imports included; prints how many seconds it took.

`python -m bench.loading load`, or `check` for a load with the full check, as `tp check` does both.
"""

import sys
import time

from thinking_professionals.paths import ROOT

begun = time.perf_counter()

if sys.argv[1] == "check":
    from thinking_professionals.authoring.check import check

    assert not check(ROOT).faults
else:
    from thinking_professionals.library.load import load

    load(ROOT)
print(time.perf_counter() - begun)
