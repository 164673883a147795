"""The first layout, as SQLite files had it before there were migrations.

Such a file holds these tables already, or most of them. Its widths of text were smaller, which
SQLite does not heed.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    """Make what is not there."""
    _make("copies", _key("sha256", sa.String(64)), _given("bytes", sa.LargeBinary()))
    _make(
        "records",
        _key("digest", sa.String(32)),
        _given("kind", sa.String(32)),
        _given("id", sa.String(16)),
        sa.Column("document", sa.String(16)),
        sa.Column("claim", sa.String(16)),
        _given("body", sa.Text()),
    )
    for name, columns in (("id", ["kind", "id"]), ("document", ["document"]), ("claim", ["claim"])):
        op.create_index(f"records_by_{name}", "records", columns, if_not_exists=True)
    _numbered("runs", _given("recorded", sa.String(32)), _given("reader", sa.String(64)))
    _make(
        "states",
        sa.Column("run", sa.Integer(), sa.ForeignKey("runs.number"), primary_key=True),
        _key("kind", sa.String(32)),
        _given("digests", sa.Text()),
    )
    _numbered("tables", _given("csv", sa.Text()))
    _numbered("rulings", _given("recorded", sa.String(32)), _given("body", sa.Text()))
    _make(
        "memory",
        _key("kind", sa.String(32)),
        _key("key", sa.String(32)),
        _given("body", sa.LargeBinary()),
    )


def _make(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(name, *columns, if_not_exists=True)


def _numbered(name: str, *columns: sa.Column[Any]) -> None:
    _make(name, _key("number", sa.Integer()), *columns)


def _key(name: str, type_: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, type_, primary_key=True)


def _given(name: str, type_: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, type_, nullable=False)
