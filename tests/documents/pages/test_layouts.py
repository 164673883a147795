"""A report is told from what is around it, in the layouts that news comes in."""

# ruff: noqa: E501 - markup reads best on one line

import pytest

from documents.pages.reading import read

LEAD = "The garrison at Tolm left its posts on Friday evening, two officials in the capital said."
DENIED = "The army denied it. “No soldier left,” a spokesman told reporters on Saturday morning."
SEEN = "A farmer who lives beside the road said he had counted thirty lorries, all without lights."
UNKNOWN = "Who gave the order, and whether there was one, is not known in Tolm or in the capital."
FERRY = "The ferry to Orsk did not run on Saturday, and the bridge stayed shut to everybody else."
TEXT = [LEAD, DENIED, SEEN, UNKNOWN, FERRY]
TITLE = "Garrison leaves Tolm"


def paragraphs(*texts, mark="p", names=""):
    return "".join(f"<{mark} {names}>{text}</{mark}>" for text in texts)


def whole(body, head=""):
    return f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"


TEASERS = "".join(
    f'<div class="css-t{i}"><a href="/x{i}"><h3>Council of Vesk votes on toll number {i} today</h3></a>'
    f"<p>A short teaser tells you what you may expect in this other report of ours, {i}.</p></div>"
    for i in range(5)
)
LAYOUTS = {
    "nested divs with hashed names": whole(
        f'<div class="a1"><div class="b2"><a href="/">Home</a><a href="/w">World</a></div><div class="c3"><h1 class="d4">{TITLE}</h1>'
        f'<div class="e5"><span>Ana Brel</span><span>4 March 2031</span></div><div class="f6"><div class="g7">{paragraphs(LEAD, DENIED)}</div>'
        f'<div class="h8"><h2>Stay informed</h2><p>Everything about the river, every morning at seven in your inbox.</p><input type="email"><button>Go</button></div>'
        f'<div class="g7">{paragraphs(SEEN, UNKNOWN)}</div><div class="i9"><div>More on this story</div><ul><li><a href="/1">Ferry to Orsk stops on Sunday</a></li></ul></div>'
        f'<div class="g7">{paragraphs(FERRY)}</div></div></div><div class="j0">{TEASERS}</div></div>'
    ),
    "text in bare divs": whole(
        f"<div>Menu | Search</div><h1>{TITLE}</h1><div>By Ana Brel</div>{paragraphs(*TEXT, mark='div')}<div>© 2031 Vesk Courier. All rights reserved.</div>"
    ),
    "breaks alone": whole(
        f"<font size=5><b>{TITLE}</b></font><br><br>{'<br><br>'.join(TEXT)}<br><br><a href='/'>Back</a>"
    ),
    "one break and no-break spaces": whole(
        f"<table><tr><td><a href='/a'>About us</a><br><a href='/b'>Contacts</a></td><td><h3>{TITLE}</h3>{'<br>&nbsp;&nbsp;&nbsp;'.join(TEXT)}</td></tr></table>"
    ),
    "tables within tables": whole(
        f"<table><tr><td><table><tr><td><b><font size=4>{TITLE}</font></b></td></tr><tr><td>{paragraphs(*TEXT, names='align=justify')}</td></tr></table></td>"
        f"<td><table><tr><td>Latest</td></tr><tr><td><a href='/1'>Ministry receives an envoy from Orsk</a></td></tr></table></td></tr></table>"
    ),
    "preformatted wire text": whole(
        f"<h1>{TITLE}</h1><pre>"
        + "\n\n".join(
            t[:50].rsplit(" ", 1)[0] + "\n" + t[len(t[:50].rsplit(" ", 1)[0]) + 1 :] for t in TEXT
        )
        + "</pre>"
    ),
    "a page wrapped in one form": whole(
        f"<form id='aspnetForm' action='/x'><input type='hidden' value='x'><div id='left'><a href='/1'>Events</a></div><div id='mid'><h1>{TITLE}</h1>{paragraphs(*TEXT)}</div></form>"
    ),
    "a page class that speaks of side bars and comments": whole(
        f"<div class='page has-sidebar comments-open ad-free newsletter-on'><h1>{TITLE}</h1><div>{paragraphs(*TEXT)}</div></div>"
    ),
    "captions, share bars and labels": whole(
        f"<article><h1>{TITLE}</h1><ul><li><a href='#'>Facebook</a></li><li>Share</li></ul><figure><img src='a.jpg'><figcaption>Guards at Tolm in the autumn, before the posts were left. Photo: A. Brel</figcaption></figure>"
        f"{paragraphs(LEAD, DENIED)}<div><img src='b.jpg' alt=''><span>The bridge at Tolm on Saturday morning.</span></div><p>Advertisement</p>{paragraphs(SEEN, UNKNOWN)}<p>Read more: <a href='/o'>Ferry to Orsk stops on Sunday</a></p><p>12 comments</p>"
        f"{paragraphs(FERRY)}</article>"
    ),
    "a second copy for small screens": whole(
        f"<style>.small-only{{display:none}} @media (max-width:600px){{.wide{{display:none}}}}</style><article class='wide'><h1>{TITLE}</h1>{paragraphs(*TEXT)}</article><div class='small-only'><h1>{TITLE}</h1>{paragraphs(*TEXT)}</div>"
    ),
    "a second copy that nothing hides": whole(
        f"<article><h1>{TITLE}</h1><div class='wide'>{paragraphs(*TEXT)}</div><div class='small'>{paragraphs(*TEXT)}</div></article>"
    ),
    "pull quotes": whole(
        f"<article><h1>{TITLE}</h1>{paragraphs(LEAD, DENIED)}<blockquote>“No soldier left,” a spokesman told reporters</blockquote>{paragraphs(SEEN, UNKNOWN, FERRY)}</article>"
    ),
    "comments under hashed names": whole(
        f"<main><h1>{TITLE}</h1><div>{paragraphs(*TEXT)}</div><section><h2>7 comments</h2><div><b>reader1</b><p>My uncle drove past there on Friday and he saw nothing of the kind at all.</p></div><div><b>reader2</b>"
        f"<p>Nobody ever tells us anything about what happens at that bridge, it has always been so.</p></div></section></main>"
    ),
    "an author box": whole(
        f"<main><h1>{TITLE}</h1><div>{paragraphs(*TEXT)}</div><div><img src='ana.jpg'><div>Ana Brel</div><p>Ana Brel has written about the river and its garrisons since 2019. She lives in Vesk.</p></div></main>",
        "<meta name=author content='Ana Brel'>",
    ),
    "a consent banner before the report": whole(
        f"<div class='x'><h2>We value your privacy</h2><p>We and our 842 partners store cookies on your device. You can accept all or manage preferences at any time.</p><button>Accept</button></div><main><h1>{TITLE}</h1>{paragraphs(*TEXT)}</main>"
    ),
    "a report that is hidden until consent": whole(
        f"<div class='cmp' role='dialog'><p>We and our partners use cookies and ask for your consent. You may reject all of it.</p></div><div id='app' style='display:none'><h1>{TITLE}</h1>{paragraphs(*TEXT)}</div>"
    ),
    "an accelerated page": whole(
        f"<style amp-boilerplate>body{{visibility:hidden}}</style><amp-sidebar><ul><li><a href='/'>Home</a></li></ul></amp-sidebar><article><h1>{TITLE}</h1><amp-img src='x' alt='Guards'></amp-img>{paragraphs(*TEXT)}</article><amp-list><p>More stories could not be loaded on this device.</p></amp-list>"
    ),
    "a table of contents and notes": whole(
        f"<article><h1>{TITLE}</h1><div><b>In this paper</b><ol><li><a href='#a'>What the guards did on Friday evening</a></li><li><a href='#b'>What the army said about it afterwards</a></li></ol></div>"
        f"<p>{LEAD[:-1]}.<sup><a href='#n1'>1</a></sup></p>{paragraphs(DENIED, SEEN, UNKNOWN, FERRY)}</article>"
    ),
    "a field to write in beside a short report": whole(
        f"<header><h1>{TITLE}</h1></header><div><div>{paragraphs(*TEXT)}</div><input type=text></div>"
    ),
    "a forum's topic": whole(
        f"<div id='topic'><h1>{TITLE}</h1><div class='post n1'><span class='author'>millwheel</span><div class='cooked'>{'<br><br>'.join(TEXT)}</div></div>"
        f"<div class='post n2'><span class='author'>heron</span><div class='cooked'>I have heard the same from my brother who drives the milk down there every day.</div></div>"
        f"<div class='post n3'><span class='author'>ferryman</span><div class='cooked'>Nobody left anything, you should not believe what they say in the capital.</div></div></div>"
    ),
}


@pytest.mark.parametrize("page", LAYOUTS.values(), ids=LAYOUTS)
def test_the_report_is_what_is_left(page):
    (found,) = read(page)
    assert found.text.split("\n\n") == TEXT
    assert found.title == TITLE
