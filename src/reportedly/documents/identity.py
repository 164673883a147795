"""What reads documents, as one word: other code or another parser has another."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

_PARSERS = ("charset-normalizer", "feedparser", "lxml", "py3langid", "pypdf", "trafilatura")


@cache
def identity() -> str:
    """The same word as long as the same bytes are read in the same way."""
    own = sha256()
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("*.py")):
        own.update(path.relative_to(folder).as_posix().encode())
        own.update(path.read_bytes())
    return " ".join([own.hexdigest()[:16], *map(version, _PARSERS)])
