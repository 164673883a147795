"""ZIP archives: members by their own format, within bounds, and nothing outside the archive."""

import io
import struct
import zipfile

import pytest

from documents.bounded import in_bounds
from documents.loading import kept, skipped
from reportedly.documents import archive, opening

TEXT = "The garrison left its posts on Friday."
PAGE = f"<html><head><title>Flees</title></head><body><p>{TEXT}</p></body></html>"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def packed(*members, method=zipfile.ZIP_DEFLATED):
    """An archive of (name, content)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in members:
            made.writestr(name, content)
    return out.getvalue()


def put(tmp_path, data, name="a.zip"):
    (tmp_path / name).write_bytes(data)
    return name


def test_members_are_read_by_their_own_format_and_named_by_their_place(tmp_path):
    inner = packed(("c.txt", "Third."))
    rows = "text,url\nSecond.,https://v.example/\n"
    data = packed(
        ("in/a.html", PAGE), ("rows.csv", rows), ("in.zip", inner), (".hidden.txt", "No."),
        ("__MACOSX/a.txt", "No."), ("folder/", ""),
    )  # fmt: skip
    assert [(d.name, d.text) for d in kept(put(tmp_path, data))] == [
        ("a.zip/in/a.html", TEXT),
        ("a.zip/rows.csv:2", "Second."),
        ("a.zip/in.zip/c.txt", "Third."),
    ]


def test_raw_bytes_are_those_of_the_member(tmp_path):
    put(tmp_path, packed(("a.txt", TEXT)))
    (tmp_path / "a.txt").write_text(TEXT)
    assert {d.sha256 for d in kept("a.zip")} == {d.sha256 for d in kept("a.txt")}


@pytest.mark.parametrize("name", ["../../up.txt", "/etc/up.txt", "..\\up.txt", "in/../../up.txt"])
def test_a_name_that_leads_out_of_the_archive_leads_nowhere(tmp_path, name):
    (found,) = kept(put(tmp_path, packed((name, TEXT))))
    assert ".." not in found.name
    assert found.name.startswith("a.zip/")
    assert not list(tmp_path.parent.rglob("up.txt"))


def test_a_link_is_named_and_not_followed(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        made.writestr(link, "/etc/hostname")
    assert skipped(put(tmp_path, out.getvalue())) == {
        "a.zip/link.txt": "it is a link to another file"
    }


def test_names_in_other_scripts_are_shown(tmp_path):
    data = packed(("отчёт.txt", TEXT))
    unmarked = data.replace(struct.pack("<H", 0x800), b"\x00\x00")
    for one in (data, unmarked):
        assert [d.name for d in kept(put(tmp_path, one))] == ["a.zip/отчёт.txt"]


def test_encrypted_and_damaged_members_are_named_and_the_others_read(tmp_path):
    data = packed(("a.txt", "First."), ("b.txt", TEXT * 20), ("c.txt", "Third."))
    at = data.index(b"PK\x01\x02")
    locked = bytearray(data)
    locked[at + 8] |= 1
    locked[data.index(b"b.txt") + 9] ^= 0xFF
    name = put(tmp_path, bytes(locked))
    assert skipped(name) == {
        "a.zip/a.txt": "it is encrypted",
        "a.zip/b.txt": "it is damaged in the archive",
    }
    assert [d.text for d in kept(name)] == ["Third."]


def test_a_method_that_takes_memory_at_will_is_not_read(tmp_path):
    name = put(tmp_path, packed(("a.txt", TEXT), method=zipfile.ZIP_LZMA))
    assert skipped(name) == {"a.zip/a.txt": "it is packed by a method that is not read"}


@pytest.mark.parametrize("data", [b"PK\x03\x04" + b"x" * 50, packed()])
def test_an_archive_that_is_damaged_or_holds_nothing_is_named(tmp_path, data):
    assert "archive" in skipped(put(tmp_path, data))["a.zip"]


def test_a_bomb_is_named_and_what_is_beside_it_read(tmp_path):
    data = packed(("bomb.txt", bytes(50_000_000)), ("b.txt", TEXT))
    bomb = packed(*((f"{i}.bin", bytes(90_000_000)) for i in range(3)), ("b.txt", TEXT))
    for one in (data, bomb):
        reasons = in_bounds(put(tmp_path, one))
        assert reasons[-1] == TEXT
        assert all("packed more than 200 to 1" in reason for reason in reasons[:-1])


def test_a_size_that_is_a_lie_is_not_believed(tmp_path):
    data = packed(("a.txt", b"word " * 60_000_000))
    small = struct.pack("<L", 300_000_000)
    (found,) = in_bounds(put(tmp_path, data.replace(small, struct.pack("<L", 10))))
    assert "damaged" in found or "100 MB" in found


def test_archives_within_archives_end(tmp_path):
    data = packed(("a.txt", TEXT))
    for _ in range(20):
        data = packed(("in.zip", data))
    (name, reason), *_ = skipped(put(tmp_path, data)).items()
    assert name == "a.zip" + "/in.zip" * (opening.DEEPEST + 1)
    assert reason == f"it lies more than {opening.DEEPEST} files deep"


def test_what_a_bomb_of_many_archives_unpacks_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "MOST_INSIDE", 10_000)
    inner = packed(*((f"{i}.txt", f"Report {i}. " * 100) for i in range(20)))
    name = put(tmp_path, packed(*((f"{i}.zip", inner) for i in range(20))))
    assert len(kept(name)) < 10
    assert "would be unpacked" in "".join(skipped(name).values())


def test_too_many_members_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_MEMBERS", 3)
    name = put(tmp_path, packed(*((f"{i}.txt", TEXT) for i in range(4))))
    assert skipped(name) == {"a.zip": "the archive has more than 3 members"}
