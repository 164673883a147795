"""A run says what changed in the list of a kind, and no more the whole list each time.

What earlier runs wrote are whole lists and stay as they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "8"
down_revision = "7"


def upgrade() -> None:
    """Add the column, empty: each list of before is whole."""
    op.add_column("states", sa.Column("base", sa.Integer(), nullable=True))
