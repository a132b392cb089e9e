"""Work that may take a while, off the thread that paints: one piece at a time, with its progress, to be stopped.

The thread touches nothing of Qt. It leaves word in a queue, where it is looked for while something is under way; what
was stopped leaves word that nobody reads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Signal

OFTEN = 15
"""Milliseconds between two looks at the queue."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the work is handed: a place to tell the share that is done, and to ask whether it is still wanted."""

    progress: Callable[[float], None]
    cancelled: Callable[[], bool]


Work = Callable[[Hooks], object]


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    work: Work
    word: SimpleQueue[tuple[str, object]] = field(default_factory=SimpleQueue)
    stop: Event = field(default_factory=Event)

    def run(self) -> None:
        try:
            self.word.put(("done", self.work(Hooks(self._progress, self.stop.is_set))))
        except BaseException as fault:  # told where it can be dealt with
            self.word.put(("failed", fault))

    def _progress(self, share: float) -> None:
        self.word.put(("progressed", share))


class SlowWork(QObject):
    progressed = Signal(float)
    """The share that is done, from 0 to 1."""
    done = Signal(object)
    """What the work gave back."""
    failed = Signal(object)
    """What it raised."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: _Job | None = None
        self._next: _Job | None = None
        self._thread: Thread | None = None
        self._look = QTimer(self)
        self._look.setInterval(OFTEN)
        self._look.timeout.connect(self._listen)

    @property
    def running(self) -> bool:
        return self._job is not None

    def start(self, work: Work) -> None:
        """In place of what is under way, if anything is: that ends first, so that no two ever run beside each other."""
        self.stop()
        self._job = self._next = _Job(work)
        self._begin()
        self._look.start()

    def stop(self) -> None:
        """It tells no more, from now on; the thread ends when it next asks."""
        if self._job is not None:
            self._job.stop.set()
        self._job = self._next = None
        self._look.stop()

    def _begin(self) -> None:
        if self._next is not None and not (self._thread and self._thread.is_alive()):
            self._thread = Thread(target=self._next.run, daemon=True)
            self._next = None
            self._thread.start()

    def _listen(self) -> None:
        self._begin()
        job = self._job
        while job is not None and job is self._job:
            try:
                what, value = job.word.get_nowait()
            except Empty:
                return
            self._tell(what, value)

    def _tell(self, what: str, value: object) -> None:
        if what == "progressed":
            self.progressed.emit(value)
            return
        self.stop()
        (self.done if what == "done" else self.failed).emit(value)
