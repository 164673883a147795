"""Cases for the tests of formats that have tables, and how their ZIP archives are opened."""

import io
import zipfile
from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from reportedly.model import Logged, Ruling, Target
from views.case import story
from views.hostile import case_of

NASTY = "=+-@\t\r\n\0\u202e\u2066\ud800\x1b\x85\ufeff,;\"'<&_x0041_ é한🙂"
HOSTILE = st.builds(
    lambda text, seed: case_of(text, Random(seed)),
    st.text(st.sampled_from(NASTY) | st.characters(), min_size=12, max_size=60),
    st.integers(0, 9),
)
"""Cases of any text, which no stage would make."""


def written(write, case):
    """The bytes of a format, without kept copies."""
    return b"".join(write(case, lambda sha256: None))


def members(data):
    """The files of a ZIP archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def hiding(claim=0):
    """The story with a claim that a person hides, and that claim."""
    case = story()
    held = case.gathering.claims[claim]
    target = Target("claim", held.id, statement=held.statements[0])
    ruling = Ruling(1, "hide", (target,), "anna", why="=cmd()")
    return replace(case, rulings=(Logged(ruling, (held.statements[0],), "in force"),)), held
