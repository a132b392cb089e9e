"""Prints what matters to a person waiting, against its floor or its aim. Nothing here fails a change."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from statistics import median

from thinking_professionals.library.library import Library
from thinking_professionals.library.load import load
from thinking_professionals.paths import ROOT
from thinking_professionals.report.document import Report

ROUNDS = 9
EXAMPLE = ROOT / "content" / "examples" / "body-worn-video.plan.yaml"


def main() -> int:
    print(f"medians of {ROUNDS}, interleaved{'':24}{'ours':>9}{'floor':>9}{'ratio':>7}   aim")
    for row in rows(load(ROOT)):
        print(row)
    return 0


def rows(library: Library) -> Iterator[str]:
    from bench.walking import page_times

    ours, bare = starts()
    yield row("start to a usable home page", ours, bare, "2 times a bare window")
    pages = page_times(library)
    yield row(f"answer to next page ({len(pages)} pages)", median(pages), None, "16 ms at the median")
    yield row("    the slowest of them", max(pages), None, "")
    yield from rows_of_power()
    loaded, checked = loading()
    yield row("changed content: load", loaded, None, "250 ms with its check")
    yield row("changed content: full check on top", checked, None, "")
    ours, stock, size = printing(example_report(library))
    yield row(f"PDF of the summary ({size} kB)", ours, stock, "1 s")


def rows_of_power() -> Iterator[str]:
    from bench.powering import figure_times

    first, scipy = interleaved(lambda: told("powering", "first"), lambda: told("powering", "floor"))
    yield row("first figure of power, imports included", first, scipy, "hardly more than scipy alone")
    each = list(figure_times(simulated=False))
    yield row(f"each of {len(each)} calculators once loaded", median(seconds for seconds, _ in each), None, "50 ms")
    yield row(f"    the slowest of them ({max(each)[1]})", max(each)[0], None, "")
    for seconds, name in figure_times(simulated=True):
        yield row(f"    by simulation ({name})", seconds, None, "")


def row(what: str, seconds: float, floor: float | None, aim: str) -> str:
    beside = f"{floor * 1000:6.0f} ms{seconds / floor:7.2f}" if floor else f"{'':16}"
    return f"{what:45}{seconds * 1000:6.1f} ms{beside}   {aim}"


def starts() -> tuple[float, float]:
    """Seconds from process start to first paint: the application on known content, and the bare window."""
    with tempfile.TemporaryDirectory() as folder:
        ours = [sys.executable, "-m", "bench.start", folder]
        bare = [sys.executable, "-m", "bench.floor_window"]
        until_painted(ours)  # from here on the content is known
        return interleaved(lambda: until_painted(ours), lambda: until_painted(bare))


def until_painted(command: Sequence[str]) -> float:
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout
        assert process.stdout.readline() == "painted\n"
        return time.perf_counter() - begun


def loading() -> tuple[float, float]:
    """Seconds to load content that no copy is kept of, imports included, and to check it fully on top of that."""
    loaded, checked = interleaved(lambda: told("loading", "load"), lambda: told("loading", "check"))
    return loaded, checked - loaded


def told(module: str, what: str) -> float:
    """Seconds that a module of the bench says it took, in a process of its own."""
    command = [sys.executable, "-m", f"bench.{module}", what]
    return float(subprocess.check_output(command, cwd=ROOT, text=True, encoding="utf-8"))


def printing(report: Report) -> tuple[float, float, int]:
    """Seconds to write the PDF, seconds for the same blocks through stock Platypus, and the size in kilobytes."""
    from bench.floor_platypus import floor_pdf
    from thinking_professionals.report.write.pdf import write_pdf

    size = len(write_pdf(report)) // 1000
    ours, stock = interleaved(lambda: timed(lambda: write_pdf(report)), lambda: timed(lambda: floor_pdf(report)))
    return ours, stock, size


def interleaved(ours: Callable[[], float], floor: Callable[[], float]) -> tuple[float, float]:
    """Medians of both, taken in turn so that a slow spell of the machine meets both."""
    both = [(ours(), floor()) for _ in range(ROUNDS)]
    return median(one for one, _ in both), median(other for _, other in both)


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def example_report(library: Library) -> Report:
    from thinking_professionals.assessment.assess import assess
    from thinking_professionals.assessment.unlocks import with_unlocks
    from thinking_professionals.plan import read_plan, understand_plan
    from thinking_professionals.report.compose.summary import compose_summary
    from thinking_professionals.route import trace

    plan = read_plan(EXAMPLE)
    answers, problems = understand_plan(plan, library.questions)
    branch = library.questions.branch(plan.branch)
    assert branch is not None
    route = trace(library.questions, branch, answers)
    assessment = with_unlocks(library, route, assess(library, route))
    return compose_summary(library, plan, route, assessment, problems, date.today())


if __name__ == "__main__":
    sys.exit(main())
