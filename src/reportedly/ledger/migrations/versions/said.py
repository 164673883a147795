"""A ledger keeps up to which run each listener was told what is new."""

import sqlalchemy as sa
from alembic import op

revision = "5"
down_revision = "4"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "said",
        sa.Column("listener", sa.Text(), primary_key=True),
        sa.Column("run", sa.Integer(), nullable=False),
    )
