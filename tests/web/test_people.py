"""Named people: their file, their passwords."""

import stat
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import UsageError
from reportedly.web import people
from reportedly.web.people import People, hashed, read_people, write_person

WORD = "the old ferry road"
SALT = b"0123456789abcdef"


@pytest.fixture(autouse=True)
def _fast(monkeypatch):
    monkeypatch.setattr(people, "_NOBODY", hashed("x", SALT, n=16))


def test_a_password_is_kept_as_a_hash_that_costs_time_and_memory():
    """RFC 7914 with 32 MB; the word itself stands nowhere."""
    kept = hashed(WORD, SALT)
    assert kept.startswith(f"scrypt$32768$8$1${SALT.hex()}$")
    assert WORD not in kept
    assert People({"Ana": kept}).knows("Ana", WORD)
    assert not People({"Ana": kept}).knows("Ana", WORD + " ")


def test_the_hash_is_that_of_the_standard():
    """The first test vector of RFC 7914 that has a salt, cut to 32 bytes."""
    salt = b"NaCl".ljust(16, b"\0")
    made = hashed("password", salt, n=1024, r=8, p=16)
    again = hashed("password", salt, n=1024, r=8, p=16)
    assert made == again != hashed("password", SALT, n=1024, r=8, p=16)


def test_a_person_is_added_and_found_again(tmp_path):
    held = tmp_path / "people.toml"
    write_person(held, "Ana Merle", WORD)
    write_person(held, "Ivo Brandt", "nine grey herons")
    known = read_people(held)
    assert known.knows("Ana Merle", WORD)
    assert known.knows("Ivo Brandt", "nine grey herons")
    assert not known.knows("Ivo Brandt", WORD)
    assert not known.knows("Nobody", WORD)


def test_a_person_gets_a_new_password(tmp_path):
    held = tmp_path / "people.toml"
    for word in (WORD, "another long word"):
        write_person(held, "Ana", word)
    assert not read_people(held).knows("Ana", WORD)
    assert read_people(held).knows("Ana", "another long word")


def test_two_people_with_one_password_have_two_hashes(tmp_path):
    held = tmp_path / "people.toml"
    for name in ("Ana", "Ivo"):
        write_person(held, name, WORD)
    assert len(set(read_people(held).hashes.values())) == 2


@pytest.mark.parametrize("before", [None, 0o644, 0o666])
def test_the_file_is_its_owners_alone(tmp_path, before):
    """Also one that was open to others before."""
    held = tmp_path / "people.toml"
    if before:
        held.write_text(f'[people]\nIvo = "{hashed(WORD, SALT, n=16)}"\n', encoding="utf-8")
        held.chmod(before)
    write_person(held, "Ana", WORD)
    assert stat.S_IMODE(held.stat().st_mode) == 0o600
    assert "Ana" in read_people(held).hashes


@pytest.mark.parametrize(
    ("name", "password", "told"),
    [("", WORD, "1 to 100 printable"), ("  ", WORD, "1 to 100"), ("x" * 101, WORD, "1 to 100"),
     ("Ana\nIvo", WORD, "printable"), ("Ana\u202e", WORD, "printable"),
     ("\ud800", WORD, "printable"),
     ("Ana\x00", WORD, "printable"), ("Ana", "short", "10 characters or more")],
)  # fmt: skip
def test_no_other_name_or_password_is_taken(tmp_path, name, password, told):
    held = tmp_path / "people.toml"
    with pytest.raises(UsageError, match=told):
        write_person(held, name, password)
    assert not held.exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [("", "no person in it"), ("[people]\n", "no person in it"),
     ("people = 3\n", "no person in it"),
     ("[people", "cannot be read"), ("[people]\nAna = 3\n", "no hashed password"),
     ('[people]\nAna = "the old ferry road"\n', "no hashed password"),
     ('[people]\nAna = "scrypt$16$8$1$00$00"\n', "no hashed password"),
     (f'[people]\n"" = "{hashed(WORD, SALT, n=16)}"\n', "is no name"),
     (f'[people]\n"a\\nb" = "{hashed(WORD, SALT, n=16)}"\n', "is no name"),
     (f'[people]\n"{"x" * 101}" = "{hashed(WORD, SALT, n=16)}"\n', "is no name")],
)  # fmt: skip
def test_a_file_that_holds_something_else_is_refused_with_its_name(tmp_path, content, told):
    held = tmp_path / "people.toml"
    held.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=told) as raised:
        read_people(held)
    assert str(held) in str(raised.value)


def test_a_file_that_is_not_there_or_not_text_is_refused_with_its_name(tmp_path):
    held = tmp_path / "people.toml"
    with pytest.raises(UsageError, match="cannot be read"):
        read_people(held)
    held.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be read"):
        read_people(held)


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"nowhere.*cannot be written"):
        write_person(tmp_path / "nowhere" / "people.toml", "Ana", WORD)


@pytest.mark.parametrize("costs", ["99999999$999$999", "0$8$1", "3$8$1", "16$0$1"])
def test_a_hash_that_would_cost_too_much_fits_no_password(costs):
    held = f"scrypt${costs}${SALT.hex()}${'0' * 64}"
    assert not People({"Ana": held}).knows("Ana", WORD)


def test_a_name_that_is_not_there_costs_as_much_as_one_that_is(monkeypatch):
    """How long it takes does not tell who is in the file."""
    counted = []
    monkeypatch.setattr(people, "_fits", lambda password, held: bool(counted.append(held)))
    known = People({"Ana": "a hash"})
    assert not known.knows("Ana", WORD)
    assert not known.knows("Nobody", WORD)
    assert counted == ["a hash", people._NOBODY]


@given(st.text(min_size=1, max_size=30).filter(lambda t: t.strip() and t.isprintable()))
@settings(max_examples=60, deadline=None)
def test_every_name_comes_back_from_the_file_as_it_was(tmp_path_factory, name):
    """Quotation marks, backslashes, dots and brackets of a name are no TOML."""
    held = tmp_path_factory.mktemp("people") / "people.toml"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(people, "N", 16)
        patched.setattr(people, "hashed", lambda *given: hashed(*given, n=16))
        write_person(held, name, WORD)
    assert list(tomllib.loads(held.read_text(encoding="utf-8"))["people"]) == [name]
    assert read_people(held).knows(name, WORD)


@given(st.text(max_size=20))
@settings(max_examples=40, deadline=None)
def test_any_password_can_be_asked(word):
    """Half characters and controls, too."""
    known = People({"Ana": hashed(word, SALT, n=16)})
    assert known.knows("Ana", word)
    assert not known.knows("Ana", word + "x")
