"""YAML narrowed: what is read as what, what is refused and at which line, and hostile text that must not hurt."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sizes import RANDOM_TEXTS
from thinking_professionals.library.yaml_reader import DEEPEST, LARGEST, YamlFault, decode, read, read_file


def fault(text: str, *, typed: bool = True) -> YamlFault:
    with pytest.raises(YamlFault) as refused:
        read(text, "a.yaml", typed=typed)
    return refused.value


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("1.50", 1.5),
        ("-0.25", -0.25),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("yes", "yes"),
        ("No", "No"),
        ("True", "True"),
        ("12:30", "12:30"),
        ("2026-11-21", "2026-11-21"),
        ("007", "007"),
        ("1_000", "1_000"),
        ("1e5", "1e5"),
        ("0x1f", "0x1f"),
        ("+5", "+5"),
        (".5", ".5"),
        ("12345678901234567890", "12345678901234567890"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("|\n  12\n", "12\n"),
        (">-\n  a\n  b\n", "a b"),
        ("", ""),
        ("[]", []),
        ("{b: [1, {c: d}]}", {"b": [1, {"c": "d"}]}),
    ],
)
def test_a_plain_number_or_word_gets_its_type_and_all_else_is_text(written: str, read_as: object) -> None:
    value = read(f"a: {written}", "a.yaml", typed=True).data["a"]
    assert (value, type(value)) == (read_as, type(read_as))


def test_without_types_every_scalar_is_text() -> None:
    data = read("{a: 1, b: 1.10, c: true, d: ~, 5: yes, e: }", "a.yaml", typed=False).data
    assert data == {"a": "1", "b": "1.10", "c": "true", "d": "~", "5": "yes", "e": ""}


@pytest.mark.parametrize("typed", [True, False])
@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("", 1, "empty"),
        ("# only a remark\n", 1, "empty"),
        ("---\n", 1, "empty"),
        ("a: 1\nb: 2\na: 3\n", 3, "'a'"),
        ("a: 1\n'a': 3\n", 2, "'a'"),
        ("a:\n  - {b: 1,\n     b: 2}\n", 3, "'b'"),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", 2, "python"),
        ("a: !mine 1\n", 1, "!mine"),
        ("a: !!str 1\n", 1, "tag"),
        ("a: ! 1\n", 1, "tag"),
        ("!!map {a: 1}\n", 1, "tag"),
        ("!x a: 1\n", 1, "'!x'"),
        ("a: &b 1\n", 1, "'&b'"),
        ("a: &b [1]\n", 1, "'&b'"),
        ("a: 1\nb: *a\n", 2, "'*a'"),
        ("*a : 1\n", 1, "'*a'"),
        ("a: 1\n<<: {b: 2}\n", 2, "'<<'"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("[a]: 1\n", 1, "key"),
        ("a: 1\n{b: c}: 1\n", 2, "key"),
        ("a: [1, 2\nb: 3", 2, "not YAML"),
        ("a: 1\nb: [1, 2", 2, "never closed"),
        ("a: 1\nb: 'open\nc: 2\n", 2, "never closed"),
        ("a: b: c\n", 1, "not YAML"),
        ("a: 1\n  b: 2\n", 2, "not YAML"),
        ("a: @b\n", 1, "not YAML"),
        ("{a: 1}}\n", 1, "not YAML"),
        ("%YAML 3.0\n---\na: 1\n", 1, "not YAML"),
        ("a:\n\tb: 1\n", 2, "tab"),
        ("a: 1\nb: \x07\n", 2, "U+0007"),
        ("a: \ud800\n", 1, "U+D800"),
    ],
)
def test_what_is_not_plain_yaml_is_refused_at_its_line(text: str, line: int, word: str, typed: bool) -> None:
    refused = fault(text, typed=typed)
    assert refused.line == line
    assert word in refused.message
    assert str(refused) == f"a.yaml:{line}: {refused.message}"


@pytest.mark.parametrize("key", ["1", "1.5", "true", "~"])
def test_a_key_that_is_not_text_must_be_quoted(key: str) -> None:
    assert "quotes" in fault(f"{key}: a").message
    assert read(f"'{key}': a", "a.yaml", typed=True).data == {key: "a"}


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert read("'<<': 1", "a.yaml", typed=True).data == {"<<": 1}


def test_it_is_read_the_same_where_the_fast_parser_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [1, yes, {b: 'c'}]\nd: |\n  e\n"
    fast = read(text, "a.yaml", typed=True)
    monkeypatch.delattr(yaml, "CSafeLoader")
    slow = read(text, "a.yaml", typed=True)
    assert slow.data == fast.data
    assert slow.line(("d",)) == fast.line(("d",)) == 2
    assert "never closed" in fault("a: [1, 2").message
    assert fault("a: 1\n- b\n").line == 2


def test_a_line_is_that_of_the_deepest_part_that_is_there() -> None:
    document = read("# remark\na:\n  b:\n    - c\n    - d: 1\n      e: 2\n", "a.yaml", typed=True)
    places: list[tuple[tuple[str | int, ...], int]] = [
        ((), 2),
        (("a",), 2),
        (("a", "b"), 3),
        (("a", "b", 0), 4),
        (("a", "b", 0, "x"), 4),
        (("a", "b", 1, "e"), 6),
        (("a", "b", 1, "x"), 5),
        (("a", "b", 7), 3),
        (("x",), 2),
    ]
    assert [document.line(place) for place, _ in places] == [line for _, line in places]


def test_bytes_are_utf_8_with_or_without_a_mark() -> None:
    assert decode(b"\xef\xbb\xbfa: \xc3\xa9", "a.yaml") == decode("a: é".encode(), "a.yaml") == "a: é"


@pytest.mark.parametrize(("data", "line"), [(b"a\nb\0c", 2), (b"a\n\nb: \xff\xfe", 3), (b"\x89PNG\r\n\x1a\n\0\0", 3)])
def test_bytes_that_are_no_text_are_refused(data: bytes, line: int) -> None:
    with pytest.raises(YamlFault) as refused:
        decode(data, "a.yaml")
    assert refused.value.line == line


def test_a_text_that_is_too_large_is_refused() -> None:
    assert "larger" in fault(" " * (LARGEST + 1)).message


def test_a_file_of_50_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(YamlFault, match="larger than 5 MB"):
        read_file(path, "a.yaml", typed=True)


def test_a_file_is_read_like_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    assert read_file(tmp_path / "a.yaml", "a.yaml", typed=True).data == {"a": 1}
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "b.yaml", "b.yaml", typed=True)


LAUGHS = "a: &a [x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 4_900_000, id="flow lists"),
        pytest.param("{a: " * 1_000_000, id="flow mappings"),
        pytest.param("- " * 2_000_000, id="block lists"),
        pytest.param("? " * 2_000_000, id="keys in keys"),
        pytest.param("".join(f"{' ' * i}a:\n" for i in range(3000)), id="a staircase"),
        pytest.param(LAUGHS, id="a billion laughs"),
        pytest.param("!" * 4_900_000, id="a long tag"),
        pytest.param("&" + "a" * 4_000_000 + " b", id="a long reference"),
        pytest.param("'" + "\n " * 2_000_000, id="an open quotation"),
        pytest.param("k" * 4_000_000 + ": a\nb", id="a long key"),
    ],
)
def test_hostile_text_is_refused_at_once_and_briefly(text: str) -> None:
    assert len(str(fault(text))) < 400


def test_nesting_is_allowed_down_to_the_limit() -> None:
    assert read("[" * DEEPEST + "]" * DEEPEST, "a.yaml", typed=True).data
    assert "nested" in fault("[" * (DEEPEST + 2) + "]" * (DEEPEST + 2)).message


@given(st.text(alphabet=st.sampled_from("ab1.:-?[]{}#&*!|>'\"%@` \t\n~,<\u00e9\u2028\x85"), max_size=60))
@settings(max_examples=RANDOM_TEXTS, deadline=None)
def test_any_text_at_all_gives_plain_data_or_one_fault_with_a_line_of_the_text(text: str) -> None:
    try:
        document = read(text, "a.yaml", typed=True)
    except YamlFault as refused:
        line = refused.line
    else:
        line = document.line(())
        assert yaml.safe_load(yaml.safe_dump(document.data)) == document.data
    assert 1 <= line <= max(1, len(text.splitlines()))


def test_a_text_cut_short_anywhere_is_read_or_refused() -> None:
    text = "a: 'b'\nc:\n  - {d: [1, 2], e: \"f\"}\n  - |\n    g\n"
    lines = []
    for end in range(len(text)):
        try:
            lines.append(read(text[:end], "a.yaml", typed=True).line(()))
        except YamlFault as refused:
            lines.append(refused.line)
    assert len(lines) == len(text)
    assert max(lines) <= 5
