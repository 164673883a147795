"""What the tests of pages share: markup → documents, and why there is none."""

from reportedly.documents.opening import Opening
from reportedly.documents.raw import Raw
from reportedly.model import Kept


def read(page, url=None, retrieved=None):
    """The documents in a page's markup."""
    raw = Raw("a.html", page.encode(), "text/html", url=url, retrieved=retrieved)
    return [item.document for item in Opening().reports(raw) if isinstance(item, Kept)]


def refused(page):
    """The reasons for which nothing, or not all, of a page was kept."""
    items = Opening().reports(Raw("a.html", page.encode(), "text/html"))
    return [item.reason for item in items if not isinstance(item, Kept)]
