"""How a ledger of an earlier layout comes to be one of this: alembic, one step a file."""

from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

_ONE = Lock()
"""Alembic keeps what it is doing in one place for all threads."""


def bring_up(connection: Connection, version: str = "head") -> None:
    """Take every step to ``version`` that is missing, in the transaction of ``connection``."""
    with _ONE:
        command.upgrade(_config(connection), version)


def versions() -> tuple[str, ...]:
    """Every version that a step leads to, the last one first."""
    script = ScriptDirectory.from_config(_config())
    return tuple(step.revision for step in script.walk_revisions())


def _config(connection: Connection | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config
