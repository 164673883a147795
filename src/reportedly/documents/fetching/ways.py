"""How addresses are fetched: with which manners, within which limits."""

from dataclasses import dataclass

from reportedly.documents.raw import MEGABYTE


@dataclass(frozen=True, slots=True)
class Manners:
    """What a person decides: how to be reached, how long a host is left alone, what is their own.

    ``contact`` stands in the user agent. ``delay`` is in seconds. ``private`` holds hosts, each
    "host" or "host:port", that may be fetched although they are not on the public internet.
    ``follow``: of a feed not its entries are read but the pages behind them.
    """

    contact: str = ""
    delay: float = 1.0
    private: frozenset[str] = frozenset()
    follow: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one address may take. Times are in seconds, and waiting is not counted.

    ``wire``: bytes of all its answers as sent, headers too. ``unpacked``: bytes of the file.
    ``total``: of all tries and redirects together; ``silence``: between two bytes.
    ``wait``: what a server may ask to wait at once, ``crawl``: between two of its addresses.
    """

    wire: int = 50 * MEGABYTE
    unpacked: int = 100 * MEGABYTE
    headers: int = 100_000
    redirects: int = 10
    tries: int = 3
    total: float = 60.0
    silence: float = 20.0
    connect: float = 10.0
    wait: float = 60.0
    crawl: float = 30.0
