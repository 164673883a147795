"""Beginnings of reports: the page is marked, and the offer below it is no part of the text."""

import pytest

from documents.pages.reading import read
from documents.pages.walled import FREE_NOT, LONG, STORY, cut, page, paragraphs

BOTH = STORY[:2]
ONE = STORY[:1]
BROKEN = (STORY[0], "The line to Brennet will leave from the coal quay until…")

PAGES = {
    "metered limit": (BOTH, cut(
        "<div class='c-box'><h3>You have reached your limit of free articles</h3>"
        "<p>Subscribe now for unlimited access to everything we publish.</p>"
        "<p>€1 for the first month, then €9.90 monthly. Cancel anytime.</p></div>")),
    "one free story left": (BOTH, cut(
        "<section><p>You've read your last complimentary story this month.</p>"
        "<p>To read the rest of it, become a member from 4 marks a week.</p>"
        "<p>Already a member? <a href='/l'>Log in</a></p></section>")),
    "subscribers only": (BOTH, cut(
        "<div><p><strong>This article is for subscribers only</strong></p>"
        "<p>Already a subscriber? <a href='/l'>Log in here</a></p></div>")),
    "exclusive to subscribers": (ONE, cut(
        "<div class='box'><p>This content is reserved for our digital subscribers.</p>"
        "<ul><li>Unlimited access to the website and app</li><li>The e-paper each evening</li>"
        "<li>Cancel at any time</li></ul><a href='/o' class='btn'>See our offers</a></div>", ONE)),
    "continue with a trial": (BROKEN, cut(
        "<div class='x1'><h2>Continue reading with a free trial</h2>"
        "<p>Then $12 per month. New readers only.</p><button>Start my trial</button></div>",
        BROKEN)),
    "sign in to read the full story": (BOTH, cut(
        "<div class='gate'><p>Sign in to read the full story.</p>"
        "<p>It's free and takes less than a minute.</p>"
        "<p>No account yet? <a href='/r'>Register</a></p></div>")),
    "unlock this article": (BOTH, cut(
        "<div class='offer-tile'><h4>Unlock this article</h4><p>One-off payment of 2.50 marks "
        "or any of our plans below.</p><p>Monthly 11.00</p><p>Yearly 99.00</p></div>")),
    "newsletter platform": (BOTH, cut(
        "<div><h2>This post is for paid subscribers</h2><p><a href='/s'>Subscribe</a></p>"
        "<p>Already a paid subscriber? <a href='/l'>Sign in</a></p></div>")),
    "newsletter platform, preview": (BOTH, cut(
        "<div><h3>Keep reading with a 7-day free trial</h3><p>Subscribe to <em>Tolvek Letters</em> "
        "to keep reading this post and get 7 days of free access to the full post archives.</p>"
        "</div>")),
    "member-only story": (BOTH, page(
        "<p>Member-only story</p>" + paragraphs(BOTH)
        + "<div><h2>Create an account to read the full story.</h2><p>The author made this story "
        "available to members only. If you're new here, create a new account to read this story "
        "on us.</p><p>Or, continue in mobile web</p><p>Already have an account? "
        "<a href='/l'>Sign in</a></p></div>")),
    "members of a magazine": (BROKEN, cut(
        "<aside><p>The rest of this essay is open to members of the Tolvek Review.</p>"
        "<p>Join us for 30 marks a year.</p></aside>", BROKEN)),
    "free account": (BOTH, cut(
        "<div id='regwall'><p>Register for free to keep reading</p><p>Get access to 3 articles "
        "each month, breaking alerts and our newsletters.</p></div>")),
    "stated closed by selector": (BOTH, cut(
        "<div class='premium-body'></div><p>Want to know how it ends? Choose a plan.</p>",
        head=FREE_NOT % ("false", "false", "premium-body"))),
    "stated closed as a text": (BOTH, cut(
        "<p>Full access costs 1.90 marks for the first four weeks.</p>",
        head=FREE_NOT % ('"False"', '"False"', "rest"))),
    "fades out": (BOTH, page(
        f"<div class='article-body fade-out truncated'>{paragraphs(BOTH)}</div>"
        "<div><p>Support local reporting in Tolvek.</p><p>Choose the plan that suits you.</p>"
        "<a href='/o'>View subscription options</a></div>")),
    "broken and a button": (BROKEN, cut(
        "<div><button>Read on for 0.99</button><p>You need a subscription to see the rest.</p>"
        "</div>", BROKEN)),
    "prices in a table": (BOTH, cut(
        "<section><h2>Choose your subscription</h2><div><h3>Digital</h3><p>£1 a week for 8 "
        "weeks</p><p>Then £14 every 4 weeks</p></div><div><h3>Digital + Print</h3>"
        "<p>£3.50 a week</p></div><p>Have an account? <a href='/l'>Sign in</a></p></section>")),
    "regional plus": (ONE, cut(
        "<div class='teaser'><p>Read this story in full with Courier+</p><p>Test 30 days for "
        "0 marks</p><p>Are you already a print subscriber? Activate your digital access.</p></div>",
        ONE)),
    "support us to read on": (BOTH, cut(
        "<div><p>Thank you for reading the Courier. To finish this article, please purchase a "
        "subscription.</p><p>Print customers: link your account at no extra cost.</p></div>")),
    "you have one article": (BOTH, cut(
        "<div><p>You have 0 free articles remaining this month.</p><p>Sign up for full digital "
        "access.</p></div>")),
    "in the middle": (BOTH, page(
        f"<p>{STORY[0]}</p><div class='promo-x'><p>Get the best of Tolvek reporting for 1 mark "
        f"a week.</p><p>Subscribe today.</p></div><p>{STORY[1]}</p><div><p>The full article is "
        "available with a Courier subscription.</p><p>Log in to continue</p></div>")),
    "outside the article": (BOTH, cut("", around=(
        "<div class='overlay-bottom'><h2>Enjoying our reporting?</h2><p>You must be a subscriber "
        "to continue.</p><p>Get 3 months for 3 marks</p><button>Subscribe</button></div>"))),
    "ask of a login only": (BOTH, cut(
        "<div><p>Please log in or create a free account to continue reading this article.</p>"
        "<form><input type='email'><input type='password'></form></div>")),
    "gift and app": (BOTH, cut(
        "<div><p>This is a premium article.</p><p>Access it and all others with our app.</p>"
        "<p>From 5,99 € per month, cancel monthly</p></div>")),
    "a long beginning": (LONG, cut(
        "<div><p>To continue reading, subscribe to the Courier.</p>"
        "<p>Already subscribed? <a href='/l'>Log in</a></p></div>", LONG)),
    "words left": (BROKEN, cut(
        "<p>You have read 12% of this article. The remaining 88% is reserved for subscribers.</p>",
        BROKEN)),
}  # fmt: skip

WHOLE = {
    "a newsletter box below": (LONG, cut(
        "<div><h3>Sign up for our newsletter</h3><p>Get the day's news from Tolvek in your inbox "
        "every morning.</p><form><input type='email'></form></div>", LONG)),
    "support us below": (LONG, cut(
        "<div><p>If you value independent journalism, please consider subscribing.</p>"
        "<p>From 3 marks a month.</p></div>", LONG)),
    "stated free": (LONG, cut(
        "<p>Subscribe to the Courier for more such stories.</p>", LONG,
        head=FREE_NOT % ("true", "true", "body"))),
    "about prices of papers": ((
        "The Tolvek Courier will put its website behind a paywall in May, its publisher said.",
        "Readers will have three free articles a month; a subscription will cost nine marks.",
        "Subscribers of the printed paper are to log in with their customer number.",
    ), cut("", (
        "The Tolvek Courier will put its website behind a paywall in May, its publisher said.",
        "Readers will have three free articles a month; a subscription will cost nine marks.",
        "Subscribers of the printed paper are to log in with their customer number.",
    ))),
    "a ticket price at the end": ((
        *STORY, "Tickets cost 4 marks a week for pupils, and a year's pass 120 marks."),
        cut("", (*STORY, "Tickets cost 4 marks a week for pupils, and a year's pass 120 marks."))),
    "a short report, links in the frame": (STORY, cut(
        "<ul><li><a href='/a'>Log in</a></li><li><a href='/b'>Subscribe from 1 mark</a></li></ul>",
        STORY)),
    "members of a union": ((
        *STORY, "Members of the dockers' union can register for the meeting until Friday."),
        cut("", (
            *STORY, "Members of the dockers' union can register for the meeting until Friday."))),
    "closed by statement, all of it there": (LONG * 1, cut(
        "<p>Share this article with your friends and family.</p>", LONG,
        head=FREE_NOT % ("false", "false", "story"))),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_beginning_is_marked_and_the_offer_left_out(name):
    texts, markup = PAGES[name]
    (document,) = read(markup)
    assert (document.excerpt, document.text) == (True, "\n\n".join(texts))


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_a_whole_report_is_not_marked_and_its_box_left_out(name):
    texts, markup = WHOLE[name]
    (document,) = read(markup)
    assert (document.excerpt, document.text) == (False, "\n\n".join(texts))
