"""Tables of GDELT (GKG 2.1, Events, Mentions): what it saw where, without the text of any report.

Tab separated, without a header; told apart by how their first columns look. A row of the GKG with
the title of its page is a report of one headline. What else is there is an address.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from io import BytesIO

from reportedly.model import Kept, Skipped

from .addresses import address
from .raw import Fields, Listed, Raw, Stated
from .record import keep

MOST_ROWS = 500_000
MOST_ADDRESSES = 100_000
"""Different addresses of one table, the first ones."""

LONGEST_ROW = 1_000_000


@dataclass(frozen=True, slots=True)
class _Table:
    """How a table looks, how many columns it has, and which holds the address of a report."""

    begins: re.Pattern[bytes]
    columns: int
    url: int


_SEEN, _DAY = rb"\d{14}", rb"\d{8}"
_GKG = _Table(re.compile(rb"%b-T?\d+\t%b\t[1-6]\t" % (_SEEN, _SEEN)), 27, 4)
_TABLES = (
    _GKG,
    _Table(re.compile(rb"\d+\t%b\t%b\t[1-6]\t" % (_SEEN, _SEEN)), 16, 5),
    _Table(re.compile(rb"\d+\t%b\t\d{6}\t\d{4}\t(?:[^\t\n]*\t){55}%b\t" % (_DAY, _SEEN)), 61, 60),
    _Table(re.compile(rb"\d+\t%b\t\d{6}\t\d{4}\t(?:[^\t\n]*\t){52}%b\t" % (_DAY, _DAY)), 58, 57),
)
"""GKG 2.1, Mentions 2.0, Events 2.0, Events 1.0."""

_DATE, _PUBLISHER, _EXTRAS = 1, 3, 26
_TOLD = re.compile(r"<PAGE_(TITLE|AUTHORS|LINKS|PRECISEPUBTIMESTAMP)>([^<]*)</PAGE_\1>")


def starts(start: bytes) -> bool:
    """Whether a file that begins so is a table of GDELT's."""
    return _table(start) is not None


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """The headlines of a GKG, "…gkg.csv:3" being that in line 3, then all other addresses."""
    table = _table(raw.data) or _GKG
    addresses: dict[str, None] = {}
    for number, line in enumerate(BytesIO(raw.data), 1):
        row = replace(raw, name=f"{raw.name}:{number}", data=line.rstrip(b"\r\n"))
        cells = _cells(row)
        if number > MOST_ROWS:
            yield Skipped(raw.name, f"it has more than {MOST_ROWS:,} rows: the rest is left")
            break
        if not row.data.strip():
            continue
        if len(cells) != table.columns:
            yield Skipped(row.name, _broken(cells, table))
        elif table is _GKG and (found := _fields(cells)).title:
            yield keep(row, replace(found, among=True))
        elif url := address(cells[table.url]):
            addresses[url] = None
    if len(addresses) > MOST_ADDRESSES:
        yield Skipped(raw.name, f"it has more than {MOST_ADDRESSES:,} addresses: the rest is left")
    if addresses:
        yield _named(raw.name, table, list(addresses)[:MOST_ADDRESSES])


def _named(name: str, table: _Table, addresses: Sequence[str]) -> Skipped:
    """The reports that are only named; those of a GKG, which holds headlines, are not to fetch."""
    count = f"{len(addresses):,} {'report' if len(addresses) == 1 else 'reports'}"
    reason = f"it names {count} by address and holds no text of them"
    if table is _GKG:
        return Skipped(name, reason)
    return Listed(name, reason, addresses=tuple(addresses))


def _table(start: bytes) -> _Table | None:
    return next((table for table in _TABLES if table.begins.match(start)), None)


def _cells(row: Raw) -> Sequence[str]:
    if len(row.data) > LONGEST_ROW:
        return ()
    return row.data.decode("utf-8", "replace").split("\t")


def _broken(cells: Sequence[str], table: _Table) -> str:
    if not cells:
        return f"the row is broken: it is longer than {LONGEST_ROW:,} bytes"
    return f"the row is broken: it has {len(cells)} columns and not {table.columns}"


def _fields(cells: Sequence[str]) -> Fields:
    """What a row of the GKG states: a headline, and never the text.

    When GDELT saw a page is when it was retrieved; only the page tells when it was published.
    """
    told = {name: unescape(value).strip() for name, value in _TOLD.findall(cells[_EXTRAS])}
    authors = (one.strip() for one in told.get("AUTHORS", "").split(";"))
    return Fields(
        text="",
        title=told.get("TITLE"),
        url=cells[_GKG.url],
        publisher=cells[_PUBLISHER],
        byline=", ".join(filter(None, authors)) or None,
        published=told.get("PRECISEPUBTIMESTAMP"),
        dated="PAGE_PRECISEPUBTIMESTAMP of GDELT",
        retrieved=_moment(cells[_DATE]),
        links=tuple(Stated(url) for url in told.get("LINKS", "").split(";")),
        excerpt=True,
    )


def _moment(stamp: str) -> str:
    """A stamp of GDELT's, which are all in UTC."""
    day, clock = stamp[:8], stamp[8:]
    return f"{day[:4]}-{day[4:6]}-{day[6:]}T{clock[:2]}:{clock[2:4]}:{clock[4:]}Z"
