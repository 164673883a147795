"""Named users with hashed passwords, for a server that others reach.

A file of people is TOML: one line a person under ``[people]``, the name and
``scrypt$N$r$p$salt$hash`` (RFC 7914; salt and hash in hexadecimal).
"""

import hashlib
import hmac
import re
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import UsageError
from reportedly.rulings import LONGEST

N, R, P = 2**15, 8, 1
_MEMORY = 64 * 1024 * 1024
_SHORTEST = 10
_NAME = f"a name has 1 to {LONGEST['by']} printable characters"
_HASH = re.compile(r"scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([0-9a-f]{32})\$([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class People:
    """Names with the hashes of their passwords."""

    hashes: Mapping[str, str]

    def knows(self, name: str, password: str) -> bool:
        """Whether it is this person's password; as slow for a name that is not there."""
        held = self.hashes.get(name)
        fits = _fits(password, held or _NOBODY)
        return fits and held is not None


def read_people(path: Path) -> People:
    """The people of a file; UsageError names what is wrong with it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("people")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: this file of people cannot be read ({error})") from error
    if not isinstance(table, dict) or not table:
        raise UsageError(f"{path}: there is no person in it; add one with --enrol NAME")
    for name, held in table.items():
        if not _named(name):
            raise UsageError(f"{path}: {name!r} is no name; {_NAME}")
        if not isinstance(held, str) or not _HASH.fullmatch(held):
            raise UsageError(f"{path}: the entry of {name!r} is no hashed password")
    return People(table)


def write_person(path: Path, name: str, password: str) -> None:
    """Add a person, or give one a new password; the file is readable by its owner only."""
    if not _named(name):
        raise UsageError(_NAME)
    if len(password) < _SHORTEST:
        raise UsageError(f"a password has {_SHORTEST} characters or more")
    held = dict(read_people(path).hashes) if path.exists() else {}
    held[name] = hashed(password, secrets.token_bytes(16))
    lines = [f"{_quoted(key)} = {_quoted(value)}" for key, value in sorted(held.items())]
    _write(path, "\n".join(["[people]", *lines, ""]))


def _write(path: Path, text: str) -> None:
    try:
        path.touch(mode=0o600)
        path.chmod(0o600)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error


def _named(name: str) -> bool:
    return bool(name.strip()) and len(name) <= LONGEST["by"] and name.isprintable()


def hashed(password: str, salt: bytes, n: int = N, r: int = R, p: int = P) -> str:
    """The line that is kept for a password."""
    made = hashlib.scrypt(
        password.encode(errors="surrogatepass"), salt=salt, n=n, r=r, p=p, maxmem=_MEMORY, dklen=32
    )
    return f"scrypt${n}${r}${p}${salt.hex()}${made.hex()}"


def _fits(password: str, held: str) -> bool:
    match = _HASH.fullmatch(held)
    if match is None:
        return False
    n, r, p = (int(match[at]) for at in (1, 2, 3))
    try:
        made = hashed(password, bytes.fromhex(match[4]), n, r, p)
    except ValueError:
        return False
    return hmac.compare_digest(made, held)


def _quoted(text: str) -> str:
    escaped = "".join(
        f"\\u{ord(c):04x}" if c < " " or c == "\x7f" else f"\\{c}" if c in '"\\' else c
        for c in text
    )
    return f'"{escaped}"'


_NOBODY = f"scrypt${N}${R}${P}${'0' * 32}${'0' * 64}"
