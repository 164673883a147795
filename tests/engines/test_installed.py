"""Another word of the code or another version of what it needs is another installation."""

import shutil
from pathlib import Path

import reportedly
from reportedly.engines import installed


def test_it_changes_with_any_file_and_with_any_version(tmp_path, monkeypatch):
    home = Path(reportedly.__file__).parent
    for name in ("engines/installed.py", "lexicons/en/sources.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(home / name, tmp_path / name)
    monkeypatch.setattr(installed, "__file__", str(tmp_path / "engines/installed.py"))
    work = installed.installed.__wrapped__
    before = work()
    assert work() == before
    monkeypatch.setattr(installed, "version", lambda name: f"{name} 1")
    other = work()
    assert other != before
    words = tmp_path / "lexicons/en/sources.toml"
    words.write_text(words.read_text() + "\n")
    assert work() not in {before, other}


def test_what_is_needed_is_what_the_project_asks_for_without_extras():
    needed = installed._needed()
    assert {"spacy", "onnxruntime", "numpy"} <= set(needed)
    assert "ray" not in needed
