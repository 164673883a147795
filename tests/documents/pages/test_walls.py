"""Pages that hold something back are told: the beginning of a report, or nothing but a question."""

# ruff: noqa: E501 - markup reads best on one line

import json

import pytest

from documents.pages.reading import read, refused

BEGINNING = (
    "<p>The garrison at Tolm left its posts on Friday, two officials said in the capital.</p>"
    "<p>The army denied it on Saturday, and said that nobody had left without an order.</p>"
)
REST = "".join(
    f"<p>Guard number {i} told a reporter that he had been asked about the order, and had said no.</p>"
    for i in range(9)
)


def page(text=BEGINNING, below="", head="", above=""):
    return (
        f"<html><head><title>Garrison leaves Tolm</title>{head}</head><body>{above}<article>"
        f"<h1>Garrison leaves Tolm</h1><div>{text}</div>{below}</article>"
        "<footer><a href='/s'>Subscribe</a><p>Log in</p></footer></body></html>"
    )


def told(**fields):
    held = json.dumps({"@type": "NewsArticle", "headline": "Garrison leaves Tolm"} | fields)
    return f'<script type="application/ld+json">{held}</script>'


CLOSED = told(isAccessibleForFree=False)


@pytest.mark.parametrize(
    "markup",
    [
        page(below="<div><h2>Subscribe to continue reading</h2><p>Three crowns a month.</p></div>"),
        page(below="<div><p>This article is for subscribers only.</p></div>"),
        page(below="<div class=x><p>To read the full story, log in or register.</p></div>"),
        page(below="<div class='regwall'><p>Create a free account. Register here.</p></div>"),
        page(below="<section><p>Already a subscriber? Log in.</p></section>", head=CLOSED),
        page(BEGINNING[:-5] + "…</p>", "<p>Become a member</p>"),
        page(
            below="<div><h3>Keep reading with a digital pass</h3><p>From 2 crowns a week.</p></div>"
        ),
        page(BEGINNING[:-5] + " …</p>", "<div><p>With Echo Plus you read on at once.</p></div>"),
        page(head=told(isAccessibleForFree="False", wordCount=900)),
    ],
)
def test_a_text_that_is_only_the_beginning_is_marked(markup):
    (found,) = read(markup)
    assert (found.kinds, found.excerpt) == (("paywall stub",), True)
    assert found.text.startswith("The garrison at Tolm left")
    assert not any(sign in found.text.lower() for sign in ("subscri", "log in", "register", "pass"))


@pytest.mark.parametrize(
    "markup",
    [
        page(),
        page(BEGINNING + REST, head=CLOSED),
        page(BEGINNING + REST, "<div><p>Already a subscriber? Log in.</p></div>", CLOSED),
        page(above="<header><p>Subscribe to continue reading us every morning</p></header>"),
        page(below="<div hidden><p>Subscribe to continue reading</p></div>"),
        page("<p>Subscribers only</p>" + BEGINNING + REST, head=CLOSED),
        page(f"{BEGINNING}<p>“To continue reading is all he wants,” his wife said on Sunday.</p>"),
    ],
)
def test_a_whole_text_is_not(markup):
    (found,) = read(markup)
    assert (found.kinds, found.excerpt) == ((), False)


ASKING = (
    "<h2>We value your privacy</h2><p>We and our 842 partners store cookies on your device, with "
    "your consent.</p><p>You can accept all of it, or manage preferences and withdraw at any time.</p>"
    "<button>Accept all</button>"
)


@pytest.mark.parametrize(
    "body",
    [
        ASKING,
        f"<div class='cmp' role=dialog>{ASKING}</div><div id=app></div>",
        f"<dialog open>{ASKING}</dialog><footer><a href=/p>Privacy policy</a></footer>",
    ],
)
def test_a_consent_wall_is_no_report_and_named(body):
    assert read(f"<title>Garrison leaves Tolm</title>{body}") == []
    (reason,) = refused(f"<title>Garrison leaves Tolm</title>{body}")
    assert "consent wall" in reason


def test_a_report_about_consent_is_a_report():
    text = (
        "<h1>Court fines Vesk Data over cookies</h1><p>The court in Vesk has fined a company over "
        "cookies it set without consent, a spokesman for the data protection office said.</p>"
        "<p>Vesk Data said it had asked for consent, and that its partners had seen no personal data.</p>"
    )
    (found,) = read(text)
    assert found.text.count("\n\n") == 1


CORRECTION = "This article was amended on 5 March 2031: an earlier version named another village."


def test_a_correction_is_part_of_the_report_and_the_sites_own_words_are_not():
    own = (
        "<p>Sign up to our newsletter for more from the river.</p><p>Follow us on every channel.</p>"
        "<p>Do you have information about this? Write to us.</p>"
    )
    (found,) = read(page(f"{BEGINNING}{own}{REST}<p><i>{CORRECTION}</i></p>"))
    assert found.text.endswith(CORRECTION)
    assert not any(sign in found.text for sign in ("Sign up", "Follow us", "Write to us"))
