"""An evidence bundle is a ledger again without loss, and no byte of it is another one unseen."""

import hashlib
import io
import subprocess
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from exports.test_jsonl import QUICK, copies, same
from exports.whole import intakes, ruled, taken, told, written
from reportedly import cli, desk, pipeline
from reportedly.exports import Beside
from reportedly.exports.bundle import SEAL, bundle
from reportedly.ledger import opened
from reportedly.model import Brought, Kept, Ruling, Skipped
from reportedly.rulings import drafted
from reportedly.verifying import verify
from reportedly.views import dossier

TEXT = "The ministry said that 9 people had fled.\n\nThe council denied it on 7 March 2031."
PAGE = Beside((), dossier.render)


@pytest.fixture(scope="module")
def made():
    """The bytes of a bundle of two reports with two rulings."""
    (one,), (other,) = told("in/a.txt", TEXT.encode()), told("in/b.txt", f"{TEXT} So".encode())
    case = desk.look(desk.Intake((one, other), ()))
    note = replace(
        drafted("note", [case.documents[0]], case, "anna", "seen\u202e by phone"),
        recorded="2031-05-01T10:00:00.000000+00:00",
    )
    undone = Ruling(2, "undo", (), "bo", note.recorded, undoes=1)
    intake = desk.Intake((one, other), (), (Brought("x", (note, undone)),))
    return b"".join(bundle(desk.look(intake), copies(intake), PAGE))


@pytest.fixture
def checked(tmp_path):
    def call(data):
        path = tmp_path / "b.zip"
        path.write_bytes(data)
        return [flaw for check in verify(path) for flaw in check.flaws]

    return call


def rebuilt(made, change, sums=True, sealed=True):
    """The bundle with files changed by somebody who makes the sums and the seal anew."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    change(held)
    if sums:
        listed = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in held.items()
                  if name != "manifest.sha256"]  # fmt: skip
        held["manifest.sha256"] = "".join(listed).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = bytes(SEAL)
        for name, data in held.items():
            archive.writestr(name, data)
    body = packed.getvalue()[:-SEAL]
    return body + (hashlib.sha256(body).hexdigest().encode() if sealed else bytes(SEAL))


def replaced(name, old, new):
    def change(held):
        assert old in held[name]
        held[name] = held[name].replace(old, new)

    return change


def test_a_bundle_as_it_was_made_has_no_flaw(made, checked):
    assert checked(made) == []
    assert checked(rebuilt(made, lambda held: None)) == []


def test_its_files_are_for_people_and_other_tools(made, tmp_path):
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[:3] == ["README.txt", "dossier.html", "ledger.jsonl"]
        readme = archive.read("README.txt").decode()
        archive.extractall(tmp_path)
    assert "This file holds 2 reports" in readme
    assert "2 rulings by people" in readme
    assert max(map(len, readme.splitlines())) <= 84
    done = subprocess.run(["sha256sum", "-c", "manifest.sha256"], cwd=tmp_path, check=True,
                          capture_output=True, text=True)  # fmt: skip
    assert done.stdout.count(": OK") == 5


@given(st.data())
@settings(QUICK, max_examples=60)
def test_a_byte_that_is_another_one_is_seen(made, checked, data):
    at = data.draw(st.integers(0, len(made) - 1))
    other = data.draw(st.integers(1, 255))
    assert checked(made[:at] + bytes([made[at] ^ other]) + made[at + 1 :])


@pytest.mark.parametrize("at", [10, -70, -1])
def test_a_byte_of_no_file_is_seen(made, checked, at):
    changed = bytearray(made)
    changed[at] ^= 1
    assert checked(bytes(changed))[0] == "the file is not as it was made: its seal is broken"


def drop(name):
    return lambda held: held.pop(name)


def add(name):
    return lambda held: held.update({name: b"more"})


def copy_of(held):
    return next(name for name in held if name.startswith("copies/"))


FORGED = {
    "ledger.jsonl: it is not what the ledger gives": replaced(
        "ledger.jsonl", b'"made_by":"reportedly', b'"made_by": "reportedly'
    ),
    "dossier.html: it is not what the ledger gives": replaced("dossier.html", b"fled", b"died"),
    "README.txt: it is not what the ledger gives": replaced("README.txt", b"2 repo", b"3 repo"),
    "its id is not that of its address and text": replaced("ledger.jsonl", b"9 peo", b"8 peo"),
    "dossier.html: it is missing": drop("dossier.html"),
    "etc/passwd: no bundle has such a file": add("../etc/passwd"),
    "more.txt: no bundle has such a file": add("more.txt"),
    "no report of the ledger came from it": add(f"copies/{hashlib.sha256(b'more').hexdigest()}"),
    "it has another SHA-256": lambda held: held.update({copy_of(held): b"another"}),
    "is not there": lambda held: held.pop(copy_of(held)),
    "a span lies outside of the text": replaced("ledger.jsonl", b'"cue":[[', b'"cue":[[9'),
    "who decides this has a name": replaced("ledger.jsonl", b'"by":"anna"', b'"by":""'),
    "ledger.jsonl is missing": drop("ledger.jsonl"),
}  # fmt: skip


@pytest.mark.parametrize("flaw", FORGED)
def test_what_was_changed_with_new_sums_is_named(made, checked, flaw):
    found = checked(rebuilt(made, FORGED[flaw]))
    assert any(flaw in one for one in found), found


def test_a_file_that_is_not_listed_or_lists_another_sum_is_named(made, checked):
    found = checked(rebuilt(made, add("more.txt"), sums=False))
    assert found == ["more.txt: no bundle has such a file"]
    found = checked(rebuilt(made, replaced("dossier.html", b"fled", b"died"), sums=False))
    assert "dossier.html: it has another SHA-256" in found


def test_another_copy_under_the_name_of_its_sum_is_another_report(made, checked):
    """Whoever changes a copy, its name and all that names it changes what the report is."""

    def change(held):
        name = copy_of(held)
        other = held.pop(name).replace(b"9 people", b"7 people")
        hashed = hashlib.sha256(other).hexdigest()
        held[f"copies/{hashed}"] = other
        old = name.removeprefix("copies/").encode()
        held["ledger.jsonl"] = held["ledger.jsonl"].replace(old, hashed.encode())

    found = checked(rebuilt(made, change))
    assert any("its kept copy gives another report" in one for one in found), found


def test_what_a_copy_does_not_state_is_named(made, checked):
    found = checked(rebuilt(made, replaced("ledger.jsonl", b'"language":"en"', b'"language":"de"')))
    assert any(one.endswith("its kept copy states otherwise: language") for one in found), found


@pytest.mark.parametrize("kind", ["bomb", "encrypted", "twice", "no zip", "empty"])
def test_archives_that_are_none(made, checked, kind):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.sha256", b"")
        archive.writestr("ledger.jsonl", bytes(50_000_000) if kind == "bomb" else b"")
    data = packed.getvalue()
    if kind == "encrypted":
        data = data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    if kind == "twice":
        with zipfile.ZipFile(packed, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("ledger.jsonl", b"")
        data = packed.getvalue()
    found = checked({"no zip": b"PK none of it", "empty": b""}.get(kind, data))
    assert len(found) > 1


@pytest.fixture
def unread(monkeypatch):
    """Fails where any report is read."""

    def read(documents, jobs=1, reader=""):
        for document in documents:
            pytest.fail(f"{document.name} is read anew")
        return iter(())

    monkeypatch.setattr(pipeline, "read", read)


@settings(QUICK, max_examples=8)
@given(intakes(), st.data())
def test_nothing_is_lost(unread, checked, intake, data):
    before = ruled(data.draw, intake)
    packed = b"".join(bundle(before, copies(intake), PAGE))
    again = taken("b.zip", packed)
    after = desk.look(again)
    assert same(after, before)
    assert b"".join(bundle(after, copies(again), PAGE)) == packed
    assert checked(packed) == []


def test_it_is_the_same_wherever_the_ledger_is(place, made, unread):
    where = place.where
    with opened(where) as ledger:
        desk.add(ledger, taken("b.zip", made))
    assert written(where, "bundle") == made


def test_one_that_was_changed_is_not_added(made):
    data = rebuilt(made, replaced("ledger.jsonl", b"anna", b"otto"), sums=False)
    (only,) = told("b.zip", data)
    assert only == Skipped("b.zip", "ledger.jsonl in it was changed since the bundle was made")
    other = rebuilt(made, lambda held: held.update({copy_of(held): b"another"}), sums=False)
    came = told("b.zip", other)
    assert len([one for one in came if isinstance(one, Kept)]) == 1
    assert any("has another SHA-256" in one.reason for one in came if isinstance(one, Skipped))


def test_the_command_says_what_it_checked(made, tmp_path):
    path = tmp_path / "b.zip"
    path.write_bytes(made)
    done = CliRunner().invoke(cli.app, ["verify", str(path)])
    assert done.exit_code == 0, done.output
    assert "2  reports read again from their kept copies" in done.output
    assert done.output.endswith("nothing is missing, extra or changed\n")
    path.write_bytes(made[:-1] + b"x")
    done = CliRunner().invoke(cli.app, ["verify", str(path)])
    assert done.exit_code == 1
    assert "its seal is broken" in done.output
    assert done.output.endswith("refused, one flaw\n")
