"""A ledger keeps readings that came with their reports and were not made here."""

import sqlalchemy as sa
from alembic import op

revision = "7"
down_revision = "6"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "given",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("document", sa.String(16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("given_by_document", "given", ["document"])
