"""What was taken in waits in the ledger until a run holds it."""

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "taken",
        sa.Column("digest", sa.String(32), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False, unique=True),
        sa.Column("body", sa.Text(), nullable=False),
    )
