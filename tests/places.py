"""Where a ledger of a test is: a file, or a database on the server of the tests."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

from sqlalchemy import NullPool, create_engine, text


class Place:
    """One place for one ledger, looked into and meddled with past the program."""

    def __init__(self, where: str, new: Callable[[], "Place"]) -> None:
        self.where, self.new = where, new

    @property
    def on_server(self) -> bool:
        return "://" in self.where

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query gives, or what a statement leaves."""
        if self.on_server:
            return self._asked(query)
        with closing(sqlite3.connect(self.where)) as connection, connection:
            return connection.execute(query).fetchall()

    def all_rows(self) -> dict[str, set[tuple[Any, ...]]]:
        """Every row of every table that only grows."""
        tables = ("copies", "records", "runs", "states", "tables", "rulings", "given")
        return {table: set(self.rows(f"SELECT * FROM {table}")) for table in tables}

    def _asked(self, query: str) -> list[tuple[Any, ...]]:
        url = self.where.replace("postgresql", "postgresql+psycopg", 1)
        with create_engine(url, poolclass=NullPool).begin() as connection:
            done = connection.execute(text(query))
            return [tuple(row) for row in done] if done.returns_rows else []
