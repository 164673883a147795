"""A run says with the rulings up to which it was worked out.

Until now a ruling and its run were kept together, so that the last run is worked out with all.
"""

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"

_BEFORE = """
UPDATE runs SET ruling = coalesce(
  (SELECT max(number) FROM rulings WHERE rulings.recorded <= runs.recorded), 0)
"""
_LAST = """
UPDATE runs SET ruling = coalesce((SELECT max(number) FROM rulings), 0)
WHERE number = (SELECT max(number) FROM runs)
"""


def upgrade() -> None:
    """Add the column, and say what is known of earlier runs."""
    op.add_column("runs", sa.Column("ruling", sa.Integer(), nullable=False, server_default="0"))
    op.execute(_BEFORE)
    op.execute(_LAST)
    if op.get_bind().dialect.name == "sqlite":
        # Where the version stood before; programs of that time refuse the file from now on.
        op.execute("PRAGMA user_version = 0")
