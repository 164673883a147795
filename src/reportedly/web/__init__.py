"""The ledger in a browser: the views, served to whoever opened it, and rulings taken."""

from .people import People, read_people, write_person
from .scraping import read_token
from .serve import Way, serve

__all__ = ["People", "Way", "read_people", "read_token", "serve", "write_person"]
