"""Figures of power: how long the first takes in a fresh process, imports included, and each one after that.

`python -m bench.powering first` prints how many seconds the first took, and `floor` how many scipy takes by itself.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from statistics import median

ROUNDS = 9


def figure_times(*, simulated: bool) -> Iterator[tuple[float, str]]:
    """Seconds for the example of each calculator once all is loaded, with its name."""
    from thinking_professionals.calculators.power.catalogue import CALCULATORS

    for calculator in CALCULATORS:
        if simulated == ("seed" in {field.name for field in calculator.fields}):
            work = figure(calculator.name)
            work()
            yield median(timed(work) for _ in range(ROUNDS)), calculator.name


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def figure(name: str) -> Callable[[], object]:
    """What works out the example of a calculator."""
    from thinking_professionals.calculators.power.catalogue import BY_NAME
    from thinking_professionals.calculators.power.running import run
    from thinking_professionals.cli.power_options import read_options

    calculator = BY_NAME[name]
    given = read_options(calculator, calculator.example.split()).given
    return lambda: run(calculator, given)


def floor() -> None:
    import scipy.optimize
    import scipy.special  # noqa: F401 - importing it is what takes the time


if __name__ == "__main__":
    begun = time.perf_counter()
    floor() if sys.argv[1] == "floor" else figure("means")()
    print(time.perf_counter() - begun)
