from pathlib import Path

import platformdirs
import pytest

from thinking_professionals import paths


def test_the_root_holds_the_questions_folder_by_name() -> None:
    assert paths.ROOT.is_dir()
    assert paths.RESOURCES.parent == paths.ROOT
    assert (paths.ROOT / "content").is_dir()


def test_the_data_folder_is_where_the_variable_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    assert paths.data_folder() == tmp_path


def test_without_the_variable_the_data_folder_is_the_persons_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    assert paths.data_folder() == platformdirs.user_data_path("thinking-professionals", appauthor=False)
    assert paths.data_folder().is_relative_to(Path.home())
