"""What stands around and between a report's paragraphs is left out, whatever a site calls it."""

# ruff: noqa: E501 - markup reads best on one line

import pytest

from documents.pages.pieces import DAM, TRAM, blocks, p, page
from documents.pages.reading import read

TITLE = "Dam above Kelm lets off water"
A, B, C, D, E = DAM
PAGES = {
    "related links and prompts between paragraphs": (
        f"<main><h1>{TITLE}</h1><article class='sc-1'>{p(A)}<p><strong>Read more: <a href='/1'>Why the dam above Kelm was built where it is</a></strong></p>{p(B)}<div class='sc-x'><span>Also read</span><a href='/2'>Tram drivers walk out in Vesk after talks break down</a></div>{p(C)}<ul class='sc-y'><li><a href='/3'>Ferry to Orsk stops on Sunday</a></li><li><a href='/4'>Council votes on the bridge toll</a></li><li><a href='/5'>Orsk gets a new hospital wing</a></li></ul>{p(D)}<p><em>Click <a href='/nl'>here</a> to get our newsletter every morning.</em></p>{p(E)}</article></main>",
        DAM,
    ),
    "an author's lines, tags and more from the section": (
        f"<div class='l-main'><h1>{TITLE}</h1><p class='l-time'>4 min read</p><div class='l-player'><button>Play</button><span>Listen to this article</span><span>4:12</span></div><div class='l-copy'>{p(*DAM)}</div><div class='l-end'><h4>About the author</h4><p>Ana Brel has reported from the valley since 2016. She was born in Orsk and studied history in Vesk.</p><h4>Topics</h4><a href='/t1'>Kelm</a> <a href='/t2'>Dams</a> <a href='/t3'>Water</a><h4>More from Valley</h4><div><a href='/6'>Ferry to Orsk stops on Sunday</a><p>The only boat has been taken out of service for repair.</p></div></div></div>",
        DAM,
    ),
    "a printer's version": (
        f"<div><p>Kelm Post - kelm.example</p><h2>{TITLE}</h2><p>Tuesday, 4 March 2031</p>{p(*DAM)}<p>Printed from: https://kelm.example/news/dam-77</p><p>© Kelm Post 2031. This material may not be published, broadcast, rewritten or redistributed.</p><p><a href='javascript:print()'>Print this page</a> | <a href='javascript:close()'>Close window</a></p></div>",
        DAM,
    ),
    "captions, credits and an advertisement's label": (
        f"<article><h1>{TITLE}</h1><div class='lead-media'><img src='a.jpg'><div class='img-text'>Water runs over the spillway above Kelm on Tuesday.</div><div class='img-by'>Photo: Tom Ferr / Valley Pictures</div></div>{p(A, B)}<div>Advertisement</div>{p(C)}<div>Continue reading below</div><figure><img src='b.jpg'><figcaption>The mayor at the town hall. [Tom Ferr/VP]</figcaption></figure>{p(D, E)}</article>",
        DAM,
    ),
    "a poll, an appeal and an app's prompt in the text": (
        f"<div class='story-body'><h1>{TITLE}</h1>{p(A)}<div class='w1'><h3>What do you think?</h3><form><label><input type='radio'> The dam is safe</label><label><input type='radio'> The dam must go</label><button>Vote</button></form></div>{p(B, C)}<div class='w2'><h3>We need your help</h3><p>Independent reporting costs money. Please consider a donation to keep this site open to all.</p><a href='/give'>Donate now</a></div>{p(D)}<div class='w3'><p>Get breaking news first: download our app for your phone.</p><a href='https://store.example'>App Store</a><a href='https://play.example'>Google Play</a></div>{p(E)}</div>",
        DAM,
    ),
    "trending rails of cards": (
        f"<div id='root'><div><div><div>Weather Vesk 4°C</div><div>EUR 1.08 ▲ 0.2%</div></div><div><a href='/'>Home</a> / <a href='/v'>Valley</a> / <span>{TITLE}</span></div><h1>{TITLE}</h1><div><span>By Ana Brel</span><span>Published 4 March 2031</span></div><div>{p(A, B, C)}<div><div>Trending now</div><div><a href='/1'><span>Ferry to Orsk stops on Sunday and nobody knows why</span></a></div><div><a href='/2'><span>Council votes on the bridge toll for the third time</span></a></div></div>{p(D, E)}</div><div><div>Recommended for you</div><div><a href='/3'><h4>Orsk gets a new hospital wing</h4></a><p>Patients will move in before the summer, the province says.</p></div><div><a href='/4'><h4>A boat for everyone</h4></a><p>Hask Boats opens a second yard on the lower river in spring.</p></div></div></div></div>",
        DAM,
    ),
    "comments and follow lines at the end": (
        f"<article class='post'><h1>{TITLE}</h1><div class='entry'>{p(*DAM)}<p>Follow us on <a href='#'>X</a>, <a href='#'>Facebook</a> and <a href='#'>Telegram</a>.</p><p>Tags: <a href='/t'>dam</a>, <a href='/u'>kelm</a></p></div></article><div><h3>3 Comments</h3><ol><li><b>oll</b> <small>March 4, 2031 at 7:12 pm</small><p>I was there and it was far worse than they write here, believe me.</p><a>Reply</a></li><li><b>hask</b> <small>March 4, 2031 at 7:40 pm</small><p>Nobody called us either, and we live right below the gate of it.</p><a>Reply</a></li></ol><h3>Leave a comment</h3><p>Your email address will not be published. Required fields are marked *</p></div>",
        DAM,
    ),
    "an agency's report on a host's site with its legal lines": (
        f"<div class='c'><h1>{TITLE}</h1><div>{p(*TRAM)}</div><p>Copyright 2031 The Vesk Wire. All rights reserved. This material may not be published without permission.</p><p><small>Get the most popular stories in your inbox.</small></p><div><a href='/p'>Privacy policy</a> <a href='/t'>Terms of use</a> <a href='/c'>Contact</a></div></div>",
        TRAM,
    ),
    "a report with links and short lines of its own is kept whole": (
        f"<article><h1>{TITLE}</h1><p>{A}</p><p>What happened?</p><p>{B} The plant <a href='/x'>published its log</a> in the evening.</p><ul><li>Noon: the first gate is opened.</li><li>One o'clock: the sirens go.</li><li>Three: the water reaches the bridge.</li></ul><p>Nobody died.</p><p>Read the letter that the operator sent to the town: it runs to two pages and names nobody.</p><p>{D}</p></article>",
        [
            A,
            "What happened?",
            f"{B} The plant published its log in the evening.",
            "Noon: the first gate is opened.",
            "One o'clock: the sirens go.",
            "Three: the water reaches the bridge.",
            "Nobody died.",
            "Read the letter that the operator sent to the town: it runs to two pages and names nobody.",
            D,
        ],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_report_is_told_from_what_is_around_it(name):
    markup, wanted = PAGES[name]
    (found,) = read(page(markup), "https://kelm.example/news/dam-77")
    assert blocks(found.text, (TITLE,)) == wanted
