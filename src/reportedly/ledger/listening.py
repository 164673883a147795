"""The part of a ledger that remembers what was said: to each listener, up to which run."""

from sqlalchemy import Connection, delete, insert, select

from .schema import said


def told(connection: Connection, listener: str) -> int | None:
    """The run up to which a listener was told; None of one who was not here before."""
    found: int | None = connection.scalar(select(said.c.run).where(said.c.listener == listener))
    return found


def tell(connection: Connection, listener: str, run: int) -> None:
    """From now on the listener was told up to ``run``, and never up to an earlier one."""
    last = told(connection, listener)
    connection.execute(delete(said).where(said.c.listener == listener))
    connection.execute(insert(said), {"listener": listener, "run": max(run, last or 0)})
