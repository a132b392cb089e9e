"""The little that a template in content may say: `{{ question_id }}`, an answer in words, or that in lower case."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from thinking_professionals.library.faults import suggest

FILTERS: Mapping[str, Callable[[str], str]] = {"lower": str.lower}
_ALLOWED = "use only {{ question_id }} or {{ question_id | lower }}"


def is_template(text: str) -> bool:
    return "{{" in text or "{%" in text


def template_faults(text: str, questions: Collection[str] | None) -> Iterator[tuple[str, str]]:
    """What is wrong with a template, and what to do; no question is unknown where `questions` is None."""
    from jinja2 import Environment, TemplateSyntaxError, nodes

    try:
        tree = Environment(autoescape=True).parse(text)
        list(tree.find_all(nodes.Name))  # what is too deep to be looked through is refused as well
    except (TemplateSyntaxError, RecursionError) as error:
        yield f"this template cannot be read: {str(error)[:80]}", _ALLOWED
        return
    for part in tree.body:
        for node in part.nodes if isinstance(part, nodes.Output) else [part]:
            yield from _node_faults(node, questions)


def names_in(text: str) -> set[str]:
    """The questions that a template names."""
    from jinja2 import Environment, nodes

    return {name.name for name in Environment(autoescape=True).parse(text).find_all(nodes.Name)}


def _node_faults(node: Any, questions: Collection[str] | None) -> Iterator[tuple[str, str]]:
    from jinja2 import nodes

    while isinstance(node, nodes.Filter) and not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs):
        if node.name not in FILTERS:
            yield f"'{node.name}' is not a filter", suggest(node.name, FILTERS)
        node = node.node
    if isinstance(node, nodes.Name):
        if questions is not None and node.name not in questions:
            yield (
                f"the template names '{node.name}', which is not a question with an answer to fill in",
                suggest(node.name, questions),
            )
    elif not isinstance(node, nodes.TemplateData):
        yield "this template does more than name answers", _ALLOWED
