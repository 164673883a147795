"""An evidence bundle checked by a second person, who has nothing but the file and this program."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path

from reportedly import __version__, documents
from reportedly.brought import checked
from reportedly.desk import Intake, look
from reportedly.documents.exchange import Bundle, skipped
from reportedly.documents.raw import Raw
from reportedly.documents.sources import printable, why
from reportedly.errors import ReportedlyError, SourceError, UsageError
from reportedly.exports import Beside
from reportedly.exports.bundle import DOSSIER, FOLDER, LEDGER, MANIFEST, README, SEAL, members
from reportedly.model import Brought, Check, Kept, Skipped, Span, misfit
from reportedly.views import dossier

_GIVEN = (README, DOSSIER, LEDGER, MANIFEST)
_COPY = re.compile(f"{FOLDER}/[0-9a-f]{{64}}")


def verify(path: Path) -> tuple[Check, ...]:
    """Everything that can be checked of a bundle, each flaw named.

    Raises :class:`UsageError` where the file cannot be read at all.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{printable(str(path))}: {why(error)}") from error
    return tuple(_checks(Raw(printable(path.name), data)))


def _checks(raw: Raw) -> Iterator[Check]:
    yield _seal(raw.data)
    try:
        bundle = Bundle(raw)
        yield _files(bundle)
        items = list(bundle.items())
    except SourceError as error:
        yield Check("the bundle opened", 1, (str(error),))
        return
    kept = [one for one in items if isinstance(one, Kept)]
    brought = [one for item in items if isinstance(item, Brought) for one in checked(item)]
    yield _records(bundle, items, brought)
    yield _texts(bundle, kept)
    yield _places(kept, brought)
    told = tuple(skipped(bundle)[0])
    came = tuple(one for one in brought if isinstance(one, Brought))
    yield _pages(bundle, Intake(tuple(kept), told, came))


def _seal(data: bytes) -> Check:
    """That no byte is another one, not even of what no file is made of."""
    seal = sha256(data[:-SEAL]).hexdigest().encode()
    flaws = () if data[-SEAL:] == seal else ("the file is not as it was made: its seal is broken",)
    return Check("bytes under the seal of the file", len(data), flaws)


def _files(bundle: Bundle) -> Check:
    """That the files are those of the manifest, each with its sum, and no others."""
    missing = {*bundle.sums, *_GIVEN}.difference(bundle.names)
    flaws = [f"{name}: it is missing" for name in sorted(missing)]
    flaws += [flaw for name in bundle.names if (flaw := _file(bundle, name))]
    return Check("files with the SHA-256 they are listed with", len(bundle.sums), _once(flaws))


def _file(bundle: Bundle, name: str) -> str | None:
    if name not in _GIVEN and not _COPY.fullmatch(name):
        return f"{printable(name)}: no bundle has such a file"
    if name == MANIFEST:
        return None
    try:
        hashed = sha256(bundle.file(name)).hexdigest()
    except SourceError as error:
        return str(error)
    if name not in bundle.sums:
        return f"{name}: it is not in the manifest"
    # A copy is named by its sum, too.
    same = {bundle.sums[name], hashed} == {hashed} and name in {*_GIVEN, f"{FOLDER}/{hashed}"}
    return None if same else f"{name}: it has another SHA-256"


def _records(bundle: Bundle, items: Iterable[object], brought: Iterable[object]) -> Check:
    """That every record is one, and refers to what is there; what was skipped once is no flaw."""
    named = Counter(one for one in (*items, *brought) if isinstance(one, Skipped))
    left = named - Counter(skipped(bundle)[0])
    flaws = [f"{one.source}: {one.reason}" for one in left]
    return Check("records of the ledger that are whole", bundle.lines.count, _once(flaws))


def _texts(bundle: Bundle, kept: Sequence[Kept]) -> Check:
    """That every report is what is read from its kept copy, and every copy that of a report."""
    needed = {f"{FOLDER}/{one.retrieval.sha256}" for one in kept}
    extra = (name for name in bundle.names if _COPY.fullmatch(name) and name not in needed)
    flaws = [f"{name}: no report of the ledger came from it" for name in extra]
    for one in kept:
        found = documents.again(one.retrieval, one.raw)
        again = next((k.document for k in found if isinstance(k, Kept)), None)
        own = (one.retrieval.name, one.retrieval.sha256)
        if again is None:
            flaws.append(f"{one.retrieval.name}: its kept copy gives another report")
        elif own == (one.document.name, one.document.sha256) and again != one.document:
            differ = (f.name for f in fields(again) if _differs(again, one.document, f.name))
            named = ", ".join(differ)
            flaws.append(f"{one.retrieval.name}: its kept copy states otherwise: {named}")
    return Check("reports read again from their kept copies", len(kept), _once(flaws))


def _differs(one: object, other: object, name: str) -> bool:
    return bool(getattr(one, name) != getattr(other, name))


def _places(kept: Iterable[Kept], brought: Iterable[object]) -> Check:
    """That every place that is referred to lies in the text of its report."""
    flaws, count, read = [], _spans(tuple(brought)), set()
    for one in kept:
        if one.reading is not None:
            read.add(one.document.id)
            count += _spans(one.document) + _spans(one.reading)
            if flaw := misfit(one.document, one.reading):
                flaws.append(f"{one.retrieval.name}: {flaw}")
        elif one.document.id not in read:
            flaws.append(f"{one.retrieval.name}: what was read in it is not there")
    return Check("places that lie in the text of their report", count, _once(flaws))


def _spans(part: object) -> int:
    if isinstance(part, Span):
        return 1
    if isinstance(part, tuple):
        return sum(map(_spans, part))
    if is_dataclass(part):
        return sum(_spans(getattr(part, field.name)) for field in fields(part))
    return 0


def _pages(bundle: Bundle, intake: Intake) -> Check:
    """That the pages are what the ledger gives, worked out again from its records."""
    what = "pages that the ledger gives again"
    tables = tuple(table for one in intake.brought for table in one.tables)
    flaws = []
    try:
        made = list(members(look(intake), lambda _: None, Beside(tables, dossier.pieces)))
        for name, pieces in made:
            if bundle.file(name) != b"".join(pieces):
                flaws.append(f"{name}: it is not what the ledger gives{_hint(bundle)}")
    except ReportedlyError as error:
        return Check(what, 0, (str(error),))
    except Exception as error:  # noqa: BLE001 - an outer edge: whatever a changed ledger leads to
        return Check(what, 0, (f"the ledger cannot be worked out ({type(error).__name__})",))
    return Check(what, len(made), tuple(flaws))


def _hint(bundle: Bundle) -> str:
    here, there = f"reportedly {__version__}", bundle.lines.made_by
    return "" if here == there else f"; {there} made the bundle, and this is {here}"


def _once(flaws: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(flaws))
