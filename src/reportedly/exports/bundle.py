"""An evidence bundle: one ZIP file that a second person checks with ``reportedly verify``.

It holds the dossier to read, the ledger as JSON lines (:mod:`.jsonl`), each kept copy as a file
under its SHA-256, and a manifest with the SHA-256 of every other file, as ``sha256sum -c`` reads
it. The last bytes of the archive, which are its comment, are the SHA-256 of all bytes before them:
so no byte can be another one unseen, not even one that no file is made of. Nothing in it depends on
when or where it is written. See ``docs/exports.md``.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib import metadata

from reportedly.model import Case

from .holdings import NOTHING, Beside, Copy, holdings
from .jsonl import lines
from .packed import Member, packed

README = "README.txt"
DOSSIER = "dossier.html"
LEDGER = "ledger.jsonl"
FOLDER = "copies"
MANIFEST = "manifest.sha256"
SEAL = 64
"""Bytes of the sum at the end."""


def bundle(case: Case, copy: Copy, beside: Beside = NOTHING) -> Iterator[bytes]:
    """The archive, piece by piece; a copy that ``copy`` does not give is left out."""
    return _sealed(packed(_summed(members(case, copy, beside)), bytes(SEAL)))


def members(case: Case, copy: Copy, beside: Beside) -> Iterator[Member]:
    """Every file but the manifest."""
    yield README, (_readme(case).encode(),)
    if beside.dossier:
        yield DOSSIER, map(str.encode, beside.dossier(case))
    yield LEDGER, lines(case, beside.tables)
    for held in holdings(case):
        data = copy(held.sha256)
        if data is not None:
            yield f"{FOLDER}/{held.sha256}", (data,)


def _sealed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, the last ones replaced by the sum of those before."""
    digest, held = sha256(), b""
    for piece in pieces:
        held += piece
        digest.update(held[:-SEAL])
        yield held[:-SEAL]
        held = held[-SEAL:]
    yield digest.hexdigest().encode()


class _Summed:
    """Pieces that are summed as they are asked for."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self.digest = sha256()

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.digest.update(piece)
            yield piece


def _summed(members: Iterable[Member]) -> Iterator[Member]:
    """The same members, and after the last a manifest of them."""
    sums = []
    for name, pieces in members:
        summed = _Summed(pieces)
        yield name, summed
        sums.append(f"{summed.digest.hexdigest()}  {name}\n".encode())
    yield MANIFEST, sums


def _readme(case: Case) -> str:
    reports, copies = len(case.documents), len(holdings(case))
    return _TEXT.format(
        version=metadata.version("reportedly"),
        reports=_many(reports, "report"),
        copies=_many(copies, "file"),
        rulings=_many(len(case.rulings), "ruling"),
    )


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


_TEXT = """\
EVIDENCE BUNDLE

This file holds {reports} about one story, what was read in them, and the
files that they were read from. It was made by reportedly {version}, which
keeps a ledger of who says what, on whose word, and how sure. It does not say
what is true.

What is in it

  dossier.html      what the reports say, to read in any browser. Every quotation
                    is cut from the text of a report. Nothing in the page is
                    loaded from the network.
  ledger.jsonl      the same for programs: each report with its text, where it
                    came from, what was read in it, and {rulings} by people,
                    each with name, moment and reason. Also what people chose to
                    hide in the dossier.
  copies/           {copies} as they were given or fetched. Each is named by
                    its SHA-256, a sum that changes with any change of the file.
  manifest.sha256   the SHA-256 of every other file here.

How to check it

  With the program of the same version:

      reportedly verify BUNDLE.zip

  This checks every sum, reads the text of each report from its copy again,
  looks whether every quoted place lies in its text, works the ledger out again,
  and compares the dossier with what comes out.

  Without it, the sums alone, in the unpacked folder:

      sha256sum -c manifest.sha256

What it does not show

  That these files are all that was published, that a page looked like this to
  others, or that it was there on the day it states. What was read in a report,
  who says what in it, is checked for its place and not made anew, since a person
  may have corrected it: read the dossier beside the reports. Whoever can change the
  bundle can also make a new one with new sums: to know that yours is the one
  that was given to you, compare the SHA-256 of the whole file with the one you
  were told.
"""
