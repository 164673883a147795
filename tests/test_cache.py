"""A text that a reader has read is not read again; another reader, or a damaged file, is."""

import pytest

import build
from reportedly import readings
from reportedly.cache import Cache
from reportedly.errors import UsageError

TEXT = "Two officers said the general had fled. The ministry denied it."


@pytest.fixture
def document():
    return build.document(TEXT)


def test_what_is_kept_comes_back_equal(tmp_path, document):
    cache = Cache.at(tmp_path / "kept", "rules 1")
    assert cache.get(document) is None
    reading = readings.read(document, "rules")
    cache.put(document, reading)
    assert cache.get(document) == reading


def test_another_text_or_another_reader_finds_nothing(tmp_path, document):
    Cache.at(tmp_path, "rules 1").put(document, readings.read(document, "rules"))
    assert Cache.at(tmp_path, "rules 2").get(document) is None
    assert Cache.at(tmp_path, "rules 1").get(build.document(TEXT + " ")) is None


@pytest.mark.parametrize("damage", [b"", b"{", b'{"document": 3}', b"\xff"])
def test_a_damaged_file_counts_as_absent(tmp_path, document, damage):
    cache = Cache.at(tmp_path, "rules 1")
    cache.put(document, readings.read(document, "rules"))
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage)
    assert cache.get(document) is None


def test_a_folder_that_cannot_be_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="no folder for readings"):
        Cache.at(tmp_path / "file" / "kept", "rules 1")
