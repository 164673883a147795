"""One invented report on pages that say in many ways who published and wrote it, and when."""

import json

HEADLINE = "Garrison leaves Tolm"
TEXT = (
    "<p>The garrison at Tolm left its posts on Friday, two officials said.</p>"
    "<p>The army denied it on Saturday, and said that nobody had left.</p>"
)
URL = "https://www.veskcourier.example/a"


def page(head="", top="", line="", below="", after="", title=HEADLINE, text=TEXT):
    """The whole page: ``line`` and ``below`` stand in the article, ``top`` and ``after`` around."""
    return (
        f"<html><head><title>{title}</title>{head}</head><body>{top}<article>"
        f"<h1>{HEADLINE}</h1>{line}{text}{below}</article>{after}</body></html>"
    )


def ld(held):
    """JSON-LD in a script."""
    return f'<script type="application/ld+json">{json.dumps(held)}</script>'


def told(**fields):
    """JSON-LD of the report."""
    return ld({"@type": "NewsArticle", "headline": HEADLINE} | fields)


def case(expected, head="", *, url=URL, **parts):
    """A page, its address, and what is expected of it."""
    return page(head, **parts), url, expected


def line(expected, line, head="", after=""):
    """A page with a byline, and what is expected of it."""
    return page(head, line=line, below=after), expected


def late(expected, line="", head="", after="", day="2031-03-04T08:00:00Z"):
    """A page that states when it was published, and what is expected of it."""
    first = f'<meta property="article:published_time" content="{day}">'
    return page(first + head, line=line, below=after), expected
