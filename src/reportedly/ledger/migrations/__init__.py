"""How a ledger of an earlier layout comes to be one of this: alembic, one step a file."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def bring_up(connection: Connection) -> None:
    """Take every step that is missing, within the transaction of ``connection``."""
    command.upgrade(_config(connection), "head")


def versions() -> tuple[str, ...]:
    """Every version that a step leads to, the last one first."""
    script = ScriptDirectory.from_config(_config())
    return tuple(step.revision for step in script.walk_revisions())


def _config(connection: Connection | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config
