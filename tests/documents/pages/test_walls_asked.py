"""Pages that hold no report: what asks for consent, a login or patience is named by its reason."""

import pytest

from documents.pages.reading import read, refused
from documents.pages.walled import LONG, STORY, bare, cut, page

CONSENT = {
    "partners store and access": bare(
        "<h1>Tolvek Courier is part of the Brel family of sites</h1><p>When you use our sites and "
        "apps, we use cookies to provide them to you, to authenticate users and to measure your "
        "use.</p><p>If you click 'Accept all', we and our 237 partners will also store and/or "
        "access information on a device and use precise geolocation data.</p><p>You can withdraw "
        "your consent at any time by clicking on the links on our sites.</p>"
        "<button>Accept all</button><button>Reject all</button><button>Manage settings</button>"),
    "we value your privacy": bare(
        "<div class='qc-cmp2-container'><h2>We value your privacy</h2><p>We and our partners "
        "store and/or access information on a device, such as cookies and process personal data, "
        "such as unique identifiers and standard information sent by a device for personalised "
        "ads and content, ad and content measurement, and audience insights.</p><p>With your "
        "permission we may use precise geolocation data and identification through device "
        "scanning.</p><button>More options</button><button>Agree</button></div>"),
    "before you continue": bare(
        "<h1>Before you continue to Tolvek Search</h1><p>We use cookies and data to</p><ul>"
        "<li>Deliver and maintain our services</li><li>Track outages and protect against spam, "
        "fraud, and abuse</li><li>Measure audience engagement and site statistics</li></ul>"
        "<p>If you choose to “Accept all,” we will also use cookies and data to</p><ul><li>Develop "
        "and improve new services</li><li>Show personalised content, depending on your settings"
        "</li></ul><p>Non-personalised ads are influenced by the content you're currently "
        "viewing.</p><button>Reject all</button><button>Accept all</button>"),
    "pay or accept": bare(
        "<h1>Continue with advertising or subscribe</h1><p>Visit us as usual with ads and "
        "tracking. Details are found in the privacy policy.</p><a href='#'>Accept and continue"
        "</a><h2>or Courier Pure</h2><p>Use our site without ad tracking for 3.99 € per month."
        "</p><a href='/p'>Subscribe now</a><p>Already a Pure subscriber? Log in.</p>"
        "<p>Purposes: storing information on a device, personalised advertising, audience "
        "research and development of offers by our vendors.</p>"),
    "purposes and vendors": bare(
        "<h2>Privacy Preference Centre</h2><h3>Strictly Necessary Cookies</h3><p>These cookies are "
        "necessary for the website to function and cannot be switched off in our systems.</p>"
        "<h3>Performance Cookies</h3><p>These cookies allow us to count visits and traffic sources "
        "so we can measure the performance of our site.</p><h3>Targeting Cookies</h3><p>These "
        "cookies may be set through our site by our advertising partners.</p>"
        "<p>Vendors List | Legitimate Interest</p><button>Confirm My Choices</button>"),
    "it is your choice": bare(
        "<div id='didomi-host'><h1>Your data, your choice</h1><p>With your agreement, we and our "
        "812 partners use cookies or similar technologies to store, access and process personal "
        "data like your visit to this website.</p><p>You may refuse or object to data processing "
        "based on legitimate interest at any time by clicking on “Learn more”.</p>"
        "<span>Continue without agreeing →</span><span>Agree and close</span></div>"),
    "this website uses cookies": bare(
        "<h2>This website uses cookies</h2><p>We use cookies to personalise content and ads, to "
        "provide social media features and to analyse our traffic. We also share information "
        "about your use of our site with our social media, advertising and analytics partners."
        "</p><p>Necessary Preferences Statistics Marketing</p><button>Allow all</button>"),
    "with a newspaper's frame": page(
        "<p>Before you can see this page, we need your decision. We process data to show you "
        "advertising that fits your interests.</p><p>Some of our vendors process your data on the "
        "basis of legitimate interest. You can object to this under Manage options.</p>",
        title="Your privacy at the Courier"),
    "a device's rights": bare(
        "<p>Our trusted partners may process your personal data, for example your IP address, "
        "using technology such as cookies.</p><p>Your choices are saved for this site for 12 "
        "months and can be changed with the button in the corner.</p><button>Do not consent"
        "</button><button>Consent</button>", "Consent"),
    "choices for advertising": bare(
        "<div class='sp_message'><h1>Privacy settings</h1><p>We care about your privacy. This "
        "notice lets you decide which technologies the site may use.</p><p>Select basic ads, "
        "create a personalised ads profile, measure ad performance, apply market research to "
        "generate audience insights.</p><a href='#'>Save and exit</a></div>"),
    "an article's title above": page(
        "<div><p>To show this page we need your consent to cookies.</p><p>By clicking Accept you "
        "agree that we and third parties place cookies on your device for advertising and "
        "statistics. You can revoke your consent in the settings.</p></div>"),
    "usa": bare(
        "<h1>Update to our terms</h1><p>We have updated our Privacy Policy and Terms of Service. "
        "By continuing to use this website you agree to the use of cookies and similar tracking "
        "technologies by us and by third parties.</p><p>Residents of some states may opt out of "
        "the sale or sharing of their personal information.</p><button>I agree</button>"),
}  # fmt: skip

OVER = (
    "<div role='dialog' class='cmp'><h2>We value your privacy</h2><p>We and our 143 partners store "
    "and access information on your device, such as cookies, and process personal data.</p><p>You "
    "can change your choices at any time in the privacy settings at the foot of each page.</p>"
    "<button>Accept</button></div>"
)
BEHIND = {
    "a dialog after it": (LONG, cut("", LONG, around=OVER)),
    "a banner in the article": (LONG, cut(
        "<div><p>We use cookies and similar technologies to improve your experience and to show "
        "you relevant ads.</p><p>By clicking accept you consent to our use of cookies. Read our "
        "cookie policy.</p></div>", LONG)),
    "a plain block before it": (STORY, page(
        "<div class='story'>" + "".join(f"<p>{t}</p>" for t in STORY) + "</div>").replace(
        "<main>", OVER.replace("role='dialog' class='cmp'", "class='k9'") + "<main>")),
    "hidden until consent": (LONG, cut("", LONG).replace(
        "<article>", OVER.replace("role='dialog' class='cmp'", "")
        + "<article style='display:none'>"
    )),
}  # fmt: skip

OTHERS = {
    "checks the browser": ("bot", bare(
        "<h1>Checking your browser before accessing tolvek-courier.test.</h1><p>This process is "
        "automatic. Your browser will redirect to your requested content shortly.</p>"
        "<p>Please allow up to 5 seconds…</p><p>Ray ID: 71f0a2</p>", "Just a moment...")),
    "verifies a human": ("bot", bare(
        "<h1>tolvek-courier.test</h1><h2>Verify you are human by completing the action below.</h2>"
        "<p>tolvek-courier.test needs to review the security of your connection before "
        "proceeding.</p>", "Just a moment...")),
    "enable cookies": ("bot", bare(
        "<h1>Access to this page has been denied</h1><p>Please enable JavaScript and cookies to "
        "continue.</p><p>We believe you are using automation tools to browse the website.</p>",
        "Access denied")),
    "unusual traffic": ("bot", bare(
        "<p>Our systems have detected unusual traffic from your computer network. To continue, "
        "please confirm that you are not a robot.</p><p>Press and hold the button.</p>",
        "Are you a robot?")),
    "pardon": ("bot", bare(
        "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made "
        "us think you were a bot.</p><p>To regain access, please make sure that cookies and "
        "JavaScript are enabled before reloading the page.</p>", "Pardon Our Interruption")),
    "login": ("login", bare(
        "<h1>Sign in to your account</h1><form><label>Email address</label><input type='email'>"
        "<label>Password</label><input type='password'><button>Sign in</button></form>"
        "<p><a href='/f'>Forgotten your password?</a></p><p>New to the Courier? <a href='/r'>"
        "Create an account</a></p>", "Log in | Tolvek Courier")),
    "login with a sentence": ("login", bare(
        "<h2>Welcome back</h2><p>Please enter your email address and password to log in to the "
        "Tolvek Courier.</p><form><input type='text'><input type='password'></form><p>By logging "
        "in you agree to our terms and conditions.</p>", "Log in")),
    "404": ("missing", page(
        "<p>Sorry, the page you were looking for could not be found. It may have been moved or "
        "deleted.</p><p>Try the search above or go back to the <a href='/'>home page</a>.</p>",
        title="Page not found")),
    "404 with a number": ("missing", bare(
        "<h1>404</h1><p>Oops! We can't find the page you requested.</p><p>The link may be broken, "
        "or the article is no longer available.</p>", "404 - Tolvek Courier")),
    "gone": ("missing", bare(
        "<h1>This article is no longer available</h1><p>The content you are trying to reach has "
        "been removed or has expired.</p>", "Tolvek Courier")),
    "maintenance": ("maintenance", bare(
        "<h1>We'll be back soon</h1><p>Our site is currently down for scheduled maintenance. We "
        "apologise for any inconvenience and expect to be back shortly.</p>", "Maintenance")),
    "unavailable": ("maintenance", bare(
        "<h1>503 Service Unavailable</h1><p>The server is temporarily unable to service your "
        "request due to maintenance downtime or capacity problems. Please try again later.</p>",
        "503 Service Temporarily Unavailable")),
}  # fmt: skip
WORD = {
    "bot": "checks for robots",
    "login": "log in",
    "missing": "not found",
    "maintenance": "out of order",
}

COOKIE_LAW = (
    "Parliament in Tolvek passed a law on Monday that makes consent to cookies a plain yes or no.",
    "Websites must offer a button to reject all tracking next to the one that accepts it.",
    "Advertisers and their partners may store information on a device only with that consent.",
)
REPORTS = {
    "a law about consent": COOKIE_LAW,
    "a fine for a data breach": (
        "The privacy office fined Brel Media 80,000 marks over how it shares personal data.",
        "The publisher and its 400 partners had read identifiers from devices without consent.",
    ),
    "addressed to readers": (
        "You may have noticed that sites ask for your consent more often since the new law.",
        "The office of privacy in Tolvek says you can refuse, and sites must then leave your data "
        "alone; cookies that are needed for the site to work are allowed without your consent.",
        "Eleven newspapers in the province have changed their notices since March.",
    ),
    "a bot attack": (
        "The province's website was down for maintenance on Sunday after an attack by robots.",
        "Visitors were asked to verify that they are human before they could log in.",
    ),
    "a missing page": (
        "The page of the register for 1912 was not found when the archive in Brennet reopened.",
        "Its keeper, Ola Venn, said on Friday that it may have been removed in the war.",
    ),
    "a password leak": (
        "Passwords of 3,000 customers of the Tolvek ferry line were stolen, police said on Monday.",
        "Customers who log in are now asked to create a new password and confirm their address.",
    ),
}


@pytest.mark.parametrize("name", sorted(CONSENT))
def test_a_consent_wall_is_named(name):
    assert read(CONSENT[name]) == []
    assert "consent wall" in refused(CONSENT[name])[0]


@pytest.mark.parametrize("name", sorted(BEHIND))
def test_a_report_behind_a_question_is_read_whole(name):
    texts, markup = BEHIND[name]
    (document,) = read(markup)
    assert document.text == "\n\n".join(texts)


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_another_page_without_a_report_is_named(name):
    kind, markup = OTHERS[name]
    assert read(markup) == []
    assert WORD[kind] in refused(markup)[0]


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_a_short_report_about_such_things_is_a_report(name):
    (document,) = read(cut("", REPORTS[name]))
    assert (document.excerpt, document.text) == (False, "\n\n".join(REPORTS[name]))
