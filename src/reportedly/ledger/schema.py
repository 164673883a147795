"""What a ledger holds: append-only tables of content, one of what is current, and a memory.

::

    copies    sha256 → the raw bytes of a report, as they were given
    records   digest → one record (kind, id, its document, its claim) as JSON
    runs      number → when it was recorded, by which reader, and with the rulings up to which
    states    (run, kind) → digests of the records of that kind that are current from then on, or,
              where it has a base, what changed in the list of that run, and since (``states.py``)
    tables    number → a person's own table of names, or of sources, as CSV; the last of each counts
    rulings   number → when a person decided what, on whose word and why, as JSON
    memory    (kind, key) → what was worked out before, compressed JSON under the hash of all that
              decides it; it only saves time
    visits    url → what a server that was asked for it is asked with the next time
    said      listener → the run up to which it was told what is new
    given     number → a reading that came with its report, as JSON, and by which route; the last of
              a report counts, whatever reads the others
    taken     number → what was taken in and no run holds yet: a document with its route, or what
              was skipped, as JSON under its hash

A record never changes: other content has another digest. A run writes a state only for the
kinds that changed, so the same input twice writes nothing, and two runs can be compared. Only the
memory forgets: what no report of the ledger leads to any more is removed; and of the visits to an
address, and of what a listener was told, only the last is kept. A ruling is kept before
the run that it leads to: what no run has got to yet is pending.

Reports are taken in some at a time, each time in one transaction: their raw bytes, a row of
``taken`` each, and in the memory (kind "file") the files of which everything is taken in by now.
Readings are kept in the memory (kind "reading") as they are made. All that is taken is in no case:
a case is always one that a run recorded. The next run, whoever begins it, has all that is taken in
by then, and removes these rows as it is recorded; with the last of them the readings go, which are
records by then. Whoever is stopped before that loses at most what was not yet written.

Every column of text holds what SQLite and PostgreSQL both take: JSON keeps U+0000 as an escape.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

VERSION = "8"
"""The last of ``migrations/versions``, which leads to this layout."""

metadata = MetaData()

stamp = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""Where alembic keeps the version."""

copies = Table(
    "copies",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

records = Table(
    "records",
    metadata,
    Column("digest", String(32), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("id", String(16), nullable=False),
    Column("document", String(16)),
    Column("claim", String(16)),
    Column("body", Text, nullable=False),
    Index("records_by_id", "kind", "id"),
    Index("records_by_document", "document"),
    Index("records_by_claim", "claim"),
)

runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("recorded", String(32), nullable=False),
    Column("reader", String(64), nullable=False),
    Column("ruling", Integer, nullable=False, server_default="0"),
)

states = Table(
    "states",
    metadata,
    Column("run", Integer, ForeignKey("runs.number"), primary_key=True),
    Column("kind", String(32), primary_key=True),
    Column("digests", Text, nullable=False),
    Column("base", Integer),
)

tables = Table(
    "tables",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("csv", Text, nullable=False),
)

rulings = Table(
    "rulings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("recorded", String(32), nullable=False),
    Column("body", Text, nullable=False),
)

memory = Table(
    "memory",
    metadata,
    Column("kind", String(32), primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

visits = Table(
    "visits",
    metadata,
    Column("url", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("sha256", String(64)),
    Column("at", Text),
)

taken = Table(
    "taken",
    metadata,
    Column("digest", String(32), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

said = Table(
    "said",
    metadata,
    Column("listener", Text, primary_key=True),
    Column("run", Integer, nullable=False),
)

given = Table(
    "given",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("body", Text, nullable=False),
    Index("given_by_document", "document"),
)
