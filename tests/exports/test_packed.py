"""A ZIP archive is the same bytes again, and what was put in comes out."""

import io
import random
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from reportedly.exports.packed import packed

FILES = st.dictionaries(st.from_regex(r"[a-z가]{1,8}", fullmatch=True), st.lists(st.binary()))


@given(FILES)
def test_what_is_packed_is_unpacked_and_the_same_bytes_again(files):
    once, again = (b"".join(packed(files.items())) for _ in range(2))
    assert once == again
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert archive.testzip() is None
        found = [(name, archive.read(name)) for name in archive.namelist()]
    assert found == [(name, b"".join(pieces)) for name, pieces in files.items()]


def test_a_large_member_comes_piece_by_piece():
    pieces = [random.Random(n).randbytes(100_000) for n in range(20)]
    assert max(map(len, packed([("large", pieces)]))) < 400_000
