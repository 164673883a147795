"""docs/fetching.md states the limits and networks that there are."""

from pathlib import Path

from reportedly.documents.fetching import Limits, Manners
from reportedly.documents.fetching.address import LONGEST
from reportedly.documents.fetching.asking import MOST_FOLLOWED
from reportedly.documents.fetching.lists import LONGEST_LIST
from reportedly.documents.fetching.own import _INNER
from reportedly.documents.fetching.robots import LONGEST as LONGEST_ROBOTS

DOCS = (Path(__file__).parents[3] / "docs" / "fetching.md").read_text(encoding="utf-8")


def test_the_limits_are_stated():
    limits = Limits()
    for row in (
        f"robots.txt too | {limits.wire // 1_000_000} MB |",
        f"is read) | {limits.unpacked // 1_000_000} MB |",
        f"not counted | {limits.total:g} s |",
        f"silence of a server | {limits.silence:g} s |",
        f"each | {limits.connect:g} s |",
        f"circle | {limits.redirects} |",
        f"{limits.headers:,} in all |",
        f"an address | {LONGEST:,} characters |",
        f"a list | {LONGEST_LIST // 1_000_000} MB |",
        f"first {LONGEST_ROBOTS:,} bytes",
        f"up to {limits.crawl:g} seconds",
        f"at most {limits.wait:g} seconds",
        f"first {MOST_FOLLOWED} is fetched",
    ):
        assert row in DOCS, row
    assert (limits.tries, Manners().delay) == (3, 1.0)


def test_the_names_of_private_networks_are_stated():
    assert all(f"`{name}`" in DOCS for name in _INNER)
