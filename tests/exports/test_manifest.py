"""The kept copies as a list of sums that sha256sum checks, and as files beside it."""

import hashlib
import json
import shutil
import subprocess
import tarfile
from io import BytesIO

import pytest

from documents import samples
from exports.kept import fetched, ledger, loaded
from reportedly.exports import FORMATS
from reportedly.ledger import Checked, opened

URL, WHEN = "https://vesk.example/1", "2031-03-06T08:00:00Z"


def written(where, name):
    form = next(form for form in FORMATS if form.name == name)
    with opened(where) as kept:
        case = kept.case()
        return b"".join(form.writer()(case, Checked(kept, case)))


def test_sha256sum_finds_every_copy_as_it_was_kept_and_one_that_was_changed(place, tmp_path):
    program = shutil.which("sha256sum") or pytest.skip("there is no sha256sum")
    (tmp_path / "given").mkdir()
    kept = loaded(*samples.write(tmp_path / "given"))
    ledger(place.where, kept)
    with tarfile.open(fileobj=BytesIO(written(place.where, "copies"))) as archive:
        archive.extractall(tmp_path, filter="data")
    check = [program, "-c", "--strict", "manifest.sha256"]
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.count(": OK") == len({one.retrieval.sha256 for one in kept})
    held = next((tmp_path / "copies").iterdir())
    held.write_bytes(held.read_bytes() + b" ")
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("FAILED")) == (1, 1)


def test_the_manifest_beside_the_copies_is_the_one_that_is_written_alone(place):
    ledger(place.where, fetched("a.html", samples.PAGE.encode(), URL, WHEN))
    with tarfile.open(fileobj=BytesIO(written(place.where, "copies"))) as archive:
        assert archive.extractfile("manifest.sha256").read() == written(place.where, "manifest")
        assert {(one.mtime, one.uid, one.uname) for one in archive} == {(0, 0, "")}


def test_a_sum_says_what_is_under_it(place):
    data = samples.PAGE.encode()
    case = ledger(place.where, fetched("a\u2028b.html", data, URL, WHEN))
    about, sum_, end = written(place.where, "manifest").decode().split("\n")
    sha256 = hashlib.sha256(data).hexdigest()
    assert (sum_, end) == (f"{sha256}  copies/{sha256}", "")
    said = json.loads(about.removeprefix("# "))
    assert said["bytes"] == len(data)
    assert [(one["document"], one["url"], one["media"]) for one in said["routes"]] == [
        (case.documents[0].id, URL, "text/html")
    ]


@pytest.mark.parametrize("name", ["warc", "manifest", "copies"])
def test_a_copy_that_was_changed_or_is_gone_is_named_and_left_out(place, name):
    kept = [k for n in "abc" for k in fetched(f"{n}.txt", f"The {n} bridge fell.".encode())]
    whole = [one.retrieval.sha256 for one in kept]
    ledger(place.where, kept)
    flipped = "'\\x5468'" if place.on_server else "x'5468'"
    place.rows(f"UPDATE copies SET bytes = {flipped} WHERE sha256 = '{whole[0]}'")
    place.rows(f"DELETE FROM copies WHERE sha256 = '{whole[1]}'")
    form = next(form for form in FORMATS if form.name == name)
    with opened(place.where) as held:
        case = held.case()
        copy = Checked(held, case)
        b"".join(form.writer()(case, copy))
    assert {one.source: one.reason for one in copy.flaws} == {
        "a.txt": f"its kept copy was changed: SHA-256 {whole[0]}",
        "b.txt": f"its kept copy is missing: SHA-256 {whole[1]}",
    }
    assert [whole[n] in written(place.where, "manifest").decode() for n in range(3)] == [
        False, False, True,
    ]  # fmt: skip
