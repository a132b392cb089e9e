"""Killed without a warning while someone types, the application reopens with every answer."""

from __future__ import annotations

import signal

from tests.e2e.bridge import Bridge, end, running
from tests.e2e.walking import APPLICATION, BODY_WORN_VIDEO, answers_of, is_given, walk

TYPED = "Crème brûlée for all: £5 a head"


def test_killed_while_typing_it_reopens_with_every_answer(env: dict[str, str], hand: Bridge) -> None:
    answers = answers_of(BODY_WORN_VIDEO)
    with running(APPLICATION, env) as application:
        hand.press("door.works")
        asked = walk(hand, answers, stop="question.harm")
        hand.focus("answer.harm")
        hand.type(TYPED)
        seen = hand.until(lambda: hand.see("answer.harm")["text"])
        end(application, signal.SIGKILL)
    hand.gone()
    with running(APPLICATION, env):
        recent = hand.until(lambda: [one["id"] for one in hand.all() if one["id"].startswith("recent.")])
        hand.press(recent[0])
        assert hand.see("answer.harm")["text"].startswith(seen)
        for page in asked:
            hand.press(f"change.{page[0]}")
            for question in page:
                assert is_given(hand, question, answers.get(question)), question
