"""Where a ledger is: the path of a file, or the URL of a database on a server."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from reportedly.errors import LedgerError

_FORM = "the URL of a ledger has the form postgresql://user@host/database"


def server(where: str) -> URL | None:
    """The URL that ``where`` is, None where it is a path; LedgerError for a URL of no use."""
    if "://" not in where:
        return None
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        raise LedgerError(_FORM) from None
    if _torn(url):
        raise LedgerError(f"{_FORM}; write %40 for an @ in a name or password, and %2F for a /")
    if url.drivername not in {"postgresql", "postgres"}:
        raise LedgerError(f"{_shown(url)}: a ledger is a file, or a postgresql:// database")
    return url


def printed(where: str) -> str:
    """``where`` as it can be shown to anybody: a URL is without its password and options."""
    url = server(where)
    return where if url is None else _shown(url)


def secrets(url: URL) -> tuple[str, ...]:
    """What of a URL is never printed."""
    words = url.normalized_query.get("password", ())
    return tuple(word for word in (url.password, *words) if word)


def _torn(url: URL) -> bool:
    """Whether a part holds what separates parts, so that some of a password may be in it."""
    return any("@" in (part or "") for part in (url.host, url.database))


def _shown(url: URL) -> str:
    parts = url.drivername, url.username, None, url.host, url.port, url.database
    return URL.create(*parts).render_as_string()
