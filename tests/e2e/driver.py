"""What a screen reader can see and do, as lines of JSON: a request a line in, an answer a line out.

Runs on the system's own Python, the only one the accessibility bindings come for; `bridge.py` is the other end.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20.0
PRESSES = ("Press", "Toggle", "press", "toggle", "click", "activate")


def application() -> Any:
    desktop = Atspi.get_desktop(0)
    children = (desktop.get_child_at_index(i) for i in range(desktop.get_child_count()))
    return next((child for child in children if child and child.get_name().lower().startswith("thinking")), None)


def showing(node: Any) -> Iterator[Any]:
    """What is on the screen inside the node; a hidden page's items still claim to show, so do not go in there."""
    for i in range(node.get_child_count() if node else 0):
        child = node.get_child_at_index(i)
        if child and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield child
            yield from showing(child)


def wait(get: Callable[[], Any]) -> Any:
    """The first thing `get` finds. Nodes vanish while a page is replaced: that is not an error but "not yet"."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            found = get()
        except GLib.Error:
            found = None
        if found:
            return found
        time.sleep(0.02)
    raise LookupError("not found in time")


def find(identifier: str = "", role: str = "", name: str = "", within: str = "") -> Any:
    """The first control like that; `within` is the identifier of what it belongs to."""
    for node in showing(find(within) if within else application()):
        if (
            (not identifier or node.get_accessible_id() == identifier)
            and (not role or node.get_role_name() == role)
            and (not name or node.get_name() == name)
        ):
            return node
    return None


def enabled(node: Any) -> Any:
    return node if node and node.get_state_set().contains(Atspi.StateType.ENABLED) else None


def press(node: Any) -> bool:
    names = {node.get_action_name(i): i for i in range(node.get_n_actions())}
    return node.do_action(next(names[name] for name in PRESSES if name in names))


def write(node: Any, text: str) -> bool:
    return node.set_text_contents(text)


def focus(node: Any) -> bool:
    return node.grab_focus()


def key(name: str) -> bool:
    return Atspi.generate_keyboard_event(0, name, Atspi.KeySynthType.STRING)


def seen(node: Any) -> dict[str, Any]:
    return {
        "id": node.get_accessible_id(),
        "role": node.get_role_name(),
        "name": node.get_name(),
        "checked": node.get_state_set().contains(Atspi.StateType.CHECKED),
        "focused": node.get_state_set().contains(Atspi.StateType.FOCUSED),
        "text": Atspi.Text.get_text(node, 0, -1) if "Text" in node.get_interfaces() else "",
    }


def answer(do: str, text: str = "", **by: str) -> Any:
    if do == "type":
        return key(text)
    if do == "gone":
        return wait(lambda: not application())
    if do == "all":
        return wait(lambda: [seen(node) for node in showing(find(by["within"]) if by else application())])
    node = wait(lambda: enabled(find(**by)))
    return {"press": press, "see": seen, "focus": focus, "write": lambda it: write(it, text)}[do](node)


for line in sys.stdin:
    try:
        told = {"ok": answer(**json.loads(line))}
    except (LookupError, StopIteration, GLib.Error) as error:
        told = {"error": f"{line.strip()}: {error!r}"}
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
