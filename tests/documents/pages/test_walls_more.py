"""Walls in other sites' frames: named in the third person, in many small pieces, below teasers."""

import pytest

from documents.pages.reading import read, refused
from documents.pages.walled import FREE_NOT, LONG, STORY, bare, cut, page, paragraphs

TEASERS = (
    "<section class='more'><h2>More from Tolvek</h2>"
    + "".join(
        f"<div><a href='/r{n}'>Council of Brennet votes on its toll road number {n}</a>"
        f"<p>A report in {n} parts, with maps and pictures for subscribers.</p></div>"
        for n in range(1, 5)
    )
    + "</section>"
)
CONSENT = {
    "in the third person": page(
        "<div><p>Brel Media and its partners ask for permission to store cookies and to read "
        "identifiers on the device with which this page is read.</p><p>They use them to choose "
        "advertising, to measure it, and to learn who reads what.</p><p>A refusal has no effect "
        "on what is shown. The choice can be changed at the foot of every page.</p>"
        "<a class='btn'>Allow</a><a class='btn'>Refuse</a></div>"),
    "needs consent": page(
        "<div class='k1'><h2>We need your consent</h2><p>Tolvek Courier finances its journalism "
        "with advertising. For this we and 214 providers would like to process information "
        "about you.</p><p>Click on “Settings” to see all providers and purposes.</p>"
        "<div>Agree</div><div>Settings</div></div>", around=TEASERS),
    "free with ads": bare(
        "<div><img alt='Courier'><h1>How would you like to read the Courier?</h1><h2>Free, with "
        "advertising</h2><p>You allow us and third-party companies to place cookies and to build "
        "profiles from your use.</p><div>Read with ads</div><h2>Ad-free</h2><p>2.49 marks a month, "
        "no tracking, can be cancelled at any time.</p><div>Take out a subscription</div></div>"
        "<footer>Imprint | Data protection | Terms</footer>", "Tolvek closes its ferry pier"),
    "only headings and toggles": bare(
        "<h1>Manage your preferences</h1><ul><li>Essential (always active)</li><li>Analytics</li>"
        "<li>Marketing</li><li>Social media</li></ul><p>View our partners</p>"
        "<button>Save preferences</button><button>Accept all</button>", "Cookie preferences"),
    "one long paragraph": page(
        "<p>Your privacy matters to us. We, Brel Media Ltd, and the providers listed below use "
        "cookies, pixels and comparable technologies to collect data such as the pages you open, "
        "your approximate location and the kind of your browser, so that we can show you content "
        "and advertising that suit you, understand how our pages are used and pay for our "
        "journalism. Some of them do so on the ground of a legitimate interest; you may object. "
        "You can change or revoke what you choose here whenever you wish.</p>"),
    "with the story's standfirst": page(
        f"<p>{STORY[0]}</p><div class='cm'><h2>This page is financed by advertising</h2><p>To read "
        "on, please agree to the use of cookies by us and our advertising partners.</p><p>You may "
        "withdraw this consent at any time with effect for the future; details are in our data "
        "protection notice.</p><p>By agreeing you also allow your data to be transferred to "
        "countries without the same level of protection.</p></div>"),
    "legal text": bare(
        "<p>In accordance with the law on electronic communications, the publisher asks for your "
        "agreement before anything is stored on your terminal equipment.</p><p>The following "
        "purposes are pursued: creation of profiles for personalised advertising, measurement of "
        "advertising performance, development of services.</p><p>Controller: Brel Media, Quay 4, "
        "Tolvek.</p><button>OK</button><button>No, thanks</button>", "Notice"),
}  # fmt: skip

BOTH = STORY[:2]
STUBS = {
    "quiet line": (BOTH, cut(
        "<p class='n1'>The rest of this text is only visible with Courier+.</p>"
        "<p>14 days for nothing, after that 8.90 marks a month.</p>")),
    "welcome": (BOTH, cut(
        "<div><h3>Good journalism costs money.</h3><p>That is why some of our pieces are only for "
        "people who support us.</p><p>Monthly pass · 7 marks</p><p>Annual pass · 70 marks</p>"
        "<p>I have an account</p></div>", around=TEASERS)),
    "with teasers": (BOTH, cut(
        "<div class='pw'><h2>You have read all your free articles for this month.</h2>"
        "<p>Unlimited access to all articles and the archive since 1921. Cancel whenever you like."
        "</p></div>", around=TEASERS)),
    "a heading is cut": ((*BOTH,), cut(
        "<div class='plus'><h2>Only for Courier readers with a pass</h2><ul><li>All texts on web "
        "and app</li><li>Fewer ads</li></ul><a class='b' href='/p'>Buy a pass</a></div>",
        head=FREE_NOT % ("false", "false", "pw"))),
    "login only": (BOTH, cut(
        "<div><p>Want the whole story? Sign in with your free Courier account.</p>"
        "<p>You can also use your library card.</p></div>", around=TEASERS)),
    "weekly price": (BOTH, cut(
        "<div><h2>Stay informed.</h2><p>Full digital access for 75p a week for 12 weeks.</p>"
        "<p>Existing subscriber? <a href='/l'>Log in</a></p></div>")),
    "faded, one button": (BOTH, page(
        f"<div class='body is-faded'>{paragraphs(BOTH)}</div><div><a href='/p' class='button'>"
        "Get the Courier to read everything</a><p>From 1.99 marks. No minimum term.</p></div>")),
    "reserved": (BOTH, cut(
        "<div><p>Article reserved for subscribers</p><p>82% of this article remains to be read.</p>"
        "<p>Subscribe from 1 mark the first month.</p></div>")),
    "library": (BOTH, cut(
        "<div><p>Access through your institution or buy this issue for 4 marks.</p><p>Access "
        "options</p><ul><li>Buy this article 12.00</li><li>Subscribe to the journal</li></ul>"
        "</div>")),
    "you must register": (BOTH, cut(
        "<section><p>To see the whole text you have to be registered.</p><p>Registration costs "
        "nothing and you may delete it whenever you like.</p></section>")),
}  # fmt: skip

EMPTY = {
    "wait": ("robots", bare(
        "<p>One moment, please…</p><p>Please wait while your request is being verified.</p>",
        "One moment, please...")),
    "blocked": ("robots", bare(
        "<h1>Sorry, you have been blocked</h1><p>You are unable to access tolvek-courier.test. The "
        "action you just performed triggered the security solution.</p>"
        "<p>Why have I been blocked?</p><p>This website is using a security service to protect "
        "itself from online attacks.</p>", "Attention Required!")),
    "javascript": ("robots", bare(
        "<p>You need to enable JavaScript to run this app.</p>", "Tolvek Courier")),
    "missing in a frame": ("not found", page(
        "<p>We're sorry, but that page isn't here any more. It has either been deleted or moved."
        "</p><p>You could use the search, or start again from our front page.</p>",
        title="Error 404", around=TEASERS)),
    "login in a frame": ("log in", page(
        "<p>Please sign in to see this page.</p><form><input type='text' name='u'>"
        "<input type='password' name='p'></form><p>Forgot password?</p>", title="Sign in")),
    "restored": ("out of order", bare(
        "<h1>We are down for maintenance</h1><p>Our engineers are working to restore the site. "
        "Please come back in a few minutes.</p>", "Tolvek Courier")),
}  # fmt: skip


REPORTS = {
    "a shop's offer": (
        "The ferry company of Tolvek now sells a pass for 40 marks a month, it announced.",
        "You can buy it on board, and it is valid on all lines from the first of May.",
        "Members of the travellers' club pay 30 marks; registration is open until Friday.",
    ),
    "a service piece": (
        "Residents of Tolvek can register for the ferry pass from Monday at the town hall.",
        "You can sign in on the town's site with your account, or ask for help at the desk.",
        "A pass is 12 marks a month; pupils pay 4 marks a month.",
        "Already have a pass? It stays valid until June.",
    ),
    "how to vote": (
        "Voters in Brennet have until Friday to register, the electoral office has announced.",
        "If you have moved, you must sign in with your old address before you can change it.",
        "The full list of candidates is to be printed on Monday.",
    ),
    "privacy advice": (
        "Many sites in Tolvek now ask for consent before they read identifiers from a device.",
        "The consumers' office advises readers to reject all purposes that they do not know.",
        "A browser can be set so that third-party cookies are refused on every page.",
    ),
    "a site is down": (
        "The tax office's site is temporarily unavailable, and the deadline has been moved.",
        "Taxpayers whose papers could not be found are to send them again by the end of May.",
    ),
    "a data law": (
        "Publishers must tell readers which partners store information on their devices.",
        "The law names twelve purposes, among them measurement and personalised advertising.",
        "Consent may be withdrawn at any time, and no service may depend on it.",
        "Brel Media has announced an appeal.",
    ),
    "a first-person column": (
        "We have all clicked on a button that says accept, and never once read what we accept.",
        "My neighbour reads them. She keeps a list of the partners, and there are now 912 on it.",
        "Her boat, by the way, is for sale, and so is her old radio.",
    ),
}


@pytest.mark.parametrize("name", sorted(CONSENT))
def test_a_consent_wall_is_named(name):
    assert read(CONSENT[name]) == []
    assert "consent wall" in refused(CONSENT[name])[0]


@pytest.mark.parametrize("name", sorted(STUBS))
def test_a_beginning_is_marked_and_the_offer_left_out(name):
    texts, markup = STUBS[name]
    (document,) = read(markup)
    assert (document.excerpt, document.text) == (True, "\n\n".join(texts))


@pytest.mark.parametrize("name", sorted(EMPTY))
def test_a_page_without_a_report_is_named(name):
    reason, markup = EMPTY[name]
    assert read(markup) == []
    assert reason in refused(markup)[0]


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_a_report_about_such_things_is_read_whole(name):
    (document,) = read(cut("", REPORTS[name], around=TEASERS))
    assert (document.excerpt, document.text) == (False, "\n\n".join(REPORTS[name]))


def test_a_whole_report_among_teasers_for_subscribers_is_not_marked():
    (document,) = read(cut("", LONG, around=TEASERS))
    assert (document.excerpt, document.text) == (False, "\n\n".join(LONG))


def test_a_law_about_consent_is_a_report_though_a_notice_stands_below_it():
    notice = (
        "<div><p>We and our 12 partners use cookies on your device.</p>"
        "<p>You can change your choice at any time.</p><button>Accept all</button></div>"
    )
    law = REPORTS["a data law"]
    (document,) = read(bare(f"<h1>Law on data</h1><div>{paragraphs(law)}</div>{notice}"))
    assert document.text == "\n\n".join(law)


def test_many_buttons_and_offers_take_little_time():
    many = "<div><p>Subscribe to read this article.</p><button>Accept all</button></div>" * 300
    assert len(read(page(paragraphs(LONG) + many))) == 1
