"""The token that a monitor sends for ``/metrics``."""

from pathlib import Path

from reportedly.errors import UsageError

SHORTEST = 16
"""Characters of a token."""


def read_token(path: Path) -> str:
    """The token that stands in a file, on a line of its own.

    Raises UsageError where it cannot be read, or is short enough to be guessed.
    """
    try:
        token = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: the token cannot be read ({error})") from error
    if len(token) < SHORTEST or not token.isascii() or not token.isprintable() or " " in token:
        raise UsageError(f"{path}: a token has at least {SHORTEST} visible characters, no spaces")
    return token
