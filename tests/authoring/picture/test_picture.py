import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from thinking_professionals.authoring.picture import PICTURES, picture
from thinking_professionals.authoring.tree import tree
from thinking_professionals.library.condition import read_condition
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Branch, Edge, Questionnaire

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = 'A "b" \\ <script>&amp;] | {x} --> end\n#35; é'


@pytest.fixture
def whole(library: Library) -> Questionnaire:
    """Two doors with questions, one without, a question reached from nowhere that leads on, and hostile words."""
    empty = Branch(id="value", title=HOSTILE, about="About", page=("Not yet.",))
    loose = replace(library.questions.by_id["elsewhere"], id="loose", ask=HOSTILE, next="loose_too")
    loose_too = replace(
        loose, id="loose_too", ask="", next=(Edge(when=read_condition({"control": {"is": "us"}}), go="mixing"),)
    )
    return replace(
        library.questions,
        branches=(*library.questions.branches, empty),
        questions=(*library.questions.questions, loose, loose_too),
    )


def every_way(questionnaire: Questionnaire) -> list[str]:
    drawn = tree(questionnaire)
    return [way.words for node in (*drawn.nodes, *drawn.detached) for way in node.ways]


@pytest.mark.parametrize("suffix", PICTURES)
def test_every_question_and_door_is_drawn(whole: Questionnaire, suffix: str) -> None:
    drawn = picture(whole, None, suffix)
    for question in whole.questions:
        assert re.search(rf"\b(n_)?{question.id}\b", drawn)
    for branch in whole.branches:
        assert branch.id in drawn


def test_every_way_has_its_label_in_the_svg(whole: Questionnaire) -> None:
    root = ElementTree.fromstring(picture(whole, None, ".svg"))
    words = {" ".join(filter(None, text.itertext())) for text in root.iter(f"{SVG}text")}
    assert set(every_way(whole)) <= words
    lines = [path for path in root.iter(f"{SVG}path") if path.get("marker-end")]
    assert lines
    assert all(path.find(f"{SVG}title") is not None for path in lines)
    assert len(lines) == len(every_way(whole)) - 1  # the detached question's way to the rest is only named


def test_every_way_has_its_label_in_the_other_formats(whole: Questionnaire) -> None:
    dot = re.findall(r"-> .*\[label=\"(.+)\"\];", picture(whole, None, ".dot"))
    mermaid = re.findall(r"-->\|\"(.+)\"\|", picture(whole, None, ".mmd"))
    assert len(dot) == len(mermaid) == len(every_way(whole))


def test_what_no_door_leads_to_is_drawn_apart(whole: Questionnaire) -> None:
    assert [node.id for node in tree(whole).detached] == ["loose", "loose_too"]
    assert tree(whole, whole.branches[0]).detached == ()
    assert "cluster_detached" in picture(whole, None, ".dot")
    assert "subgraph detached" in picture(whole, None, ".mmd")
    for suffix in PICTURES:
        assert "Not reached" in picture(whole, None, suffix)
        assert "Not reached" not in picture(whole, whole.branches[0], suffix)


def test_a_branch_is_drawn_alone(whole: Questionnaire) -> None:
    drawn = picture(whole, whole.branches[1], ".mmd")
    assert "n_elsewhere" in drawn
    assert "n_control" not in drawn


@pytest.mark.parametrize("suffix", PICTURES)
def test_a_branch_without_questions_is_a_door_alone(whole: Questionnaire, suffix: str) -> None:
    drawn = picture(whole, whole.branches[2], suffix)
    assert "-->" not in drawn.replace("--> end", "")
    assert "->" not in drawn.replace("--> end", "")


def test_words_cannot_break_out_of_a_drawing(whole: Questionnaire) -> None:
    root = ElementTree.fromstring(picture(whole, None, ".svg"))
    assert not list(root.iter(f"{SVG}script"))
    for line in picture(whole, None, ".dot").splitlines():
        assert re.sub(r'"(\\.|[^"\\])*"', "", line).count('"') == 0
    for line in picture(whole, None, ".mmd").splitlines():
        assert not re.search(r"[<>{}\\&]", re.sub(r"-->", "", line))
        assert line.count('"') % 2 == 0


def test_another_format_is_refused(whole: Questionnaire) -> None:
    with pytest.raises(ValueError, match="svg"):
        picture(whole, None, ".png")
