"""A monitor's token is read from a file, and one that can be guessed is refused."""

import pytest

from reportedly.errors import UsageError
from reportedly.web import read_token


def test_the_token_is_what_stands_in_the_file(tmp_path):
    path = tmp_path / "token"
    path.write_text("  0123456789abcdef\n")
    assert read_token(path) == "0123456789abcdef"


@pytest.mark.parametrize("written", [b"", b"short", b"0123456789 abcdef", b"\xff" * 20, b"\0" * 20])
def test_what_is_no_token_is_named(tmp_path, written):
    path = tmp_path / "token"
    path.write_bytes(written)
    with pytest.raises(UsageError, match="token"):
        read_token(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match="the token cannot be read"):
        read_token(tmp_path / "none")
