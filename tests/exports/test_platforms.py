"""FollowTheMoney, STIX and MISP are the same bytes wherever a ledger is kept, whatever the seed."""

import hashlib
import json
import os
import subprocess
import sys

import pytest

from reportedly.exports import FORMATS
from reportedly.ledger import opened
from views.case import story

NAMES = ("ftm", "misp", "stix")
PROGRAM = "from exports.test_platforms import sums; import json; print(json.dumps(sums()))"


def written(case, name: str) -> bytes:
    form = next(form for form in FORMATS if form.name == name)
    return b"".join(form.writer()(case, lambda sha256: None))


def sums() -> dict[str, str]:
    """The sum of each export of the story."""
    return {name: hashlib.sha256(written(story(), name)).hexdigest() for name in NAMES}


def test_the_bytes_are_the_same_whatever_the_hash_seed():
    found = []
    for seed in ("1", "2"):
        path = os.pathsep.join(path for path in sys.path if path)
        told = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        done = subprocess.run([sys.executable, "-c", PROGRAM], env=told, capture_output=True,
                              check=True)  # fmt: skip
        found.append(json.loads(done.stdout))
    assert found == [sums(), sums()]


@pytest.mark.parametrize("name", NAMES)
def test_the_bytes_are_the_same_wherever_the_ledger_is_kept(place, name):
    with opened(place.where) as kept:
        kept.record(story(), "reader 1")
    with opened(place.where) as kept:
        assert written(kept.case(), name) == written(story(), name)
