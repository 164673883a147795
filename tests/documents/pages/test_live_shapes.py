"""Live blogs in the shapes of many sites: each entry by itself, nothing that stands between them."""

# ruff: noqa: E501 - markup reads best on one line

import pytest

from documents.pages.pieces import LATE, entries, page, told

URL = "https://kelm.example/live/dam"
A, B, C, D = LATE
META = '<meta property="article:published_time" content="2031-03-04T11:00:00Z">'
TIMES = ["2031-03-04T15:40", "2031-03-04T14:05", "2031-03-04T13:10", "2031-03-04T12:02"]
SHARE = "<ul class='social'><li><a href='#'>Share on Facebook</a></li><li><a href='#'>Share on X</a></li><li><button>Copy link</button></li></ul>"


def each(form, texts=LATE, times=TIMES):
    return [
        form.format(n=n, c=t[11:], t=t, x=x)
        for n, (t, x) in enumerate(zip(times, texts, strict=True))
    ]


PLAIN = list(zip(TIMES, LATE, strict=True))
LIVE = {}

rows = each(
    "<article id='block-{n}f3' class='dcr-12k block'><header><a href='#block-{n}f3'><time datetime='{t}:00.000Z'><span>{n}h ago</span><span>{c} GMT</span></time></a><h2>Heading number {n} of the day</h2></header><div><p>{x}</p></div><footer><span>Updated at {c} GMT</span>"
    + SHARE
    + "</footer></article>"
)
LIVE["headed articles with shares below and key events above"] = (
    page(
        "<header><nav><a href='/'>News</a><a href='/o'>Opinion</a></nav></header><main><h1>Dam above Kelm lets off water – live</h1>"
        "<aside class='dcr-key'><h2>Key events</h2><ol>"
        + "".join(
            f"<li><a href='?filterKeyEvents=false#block-{n}f3'><time datetime='{t}:00Z'>{n}h ago</time><span>Heading number {n} of the day</span></a></li>"
            for n, t in enumerate(TIMES)
        )
        + "</ol></aside>"
        + "<div id='liveblog-body'>"
        + rows[0]
        + rows[1]
        + "<aside><p>Sign up to First Light: our free email every weekday morning</p><form><input type='email'><button>Sign up</button></form></aside>"
        + rows[2]
        + rows[3]
        + "</div><button>Older posts</button><section><h2>Most viewed</h2><ol><li><a href='/1'>Tram drivers walk out in Vesk</a></li><li><a href='/2'>Ferry to Orsk stops</a></li></ol></section></main>",
        META,
    ),
    [(t, f"Heading number {n} of the day\n\n{x}") for n, (t, x) in enumerate(PLAIN)],
)
LIVE["posts in an ordered list with actions"] = (
    page(
        "<h1>Dam: live updates</h1><div class='lx-stream'><ol class='lx-stream__feed'>"
        + "".join(
            each(
                "<li class='lx-stream__post-container'><article class='lx-stream-post' id='post_6{n}' aria-labelledby='t{n}'><header><div class='lx-stream-post__meta-time'><span class='qa-visually-hidden-meta'>Posted at </span><span class='qa-post-auto-meta'>{c} 4 March</span></div><p class='contributor'><span>By Ana Brel</span><span>Reporter, in Kelm</span></p></header><div class='lx-stream-post-body'><p>{x}</p></div><div class='share-tools'><button>Share</button><a href='#'>View more share options</a><a href='https://f.example'>Share this post</a></div></article></li>"
            )
        )
        + "</ol><nav class='pager'><span>Page 1 of 4</span><a href='?p=2'>2</a></nav></div>",
        META,
    ),
    PLAIN,
)
LIVE["divs with data ids, clocks in pm, sponsor between"] = (
    page(
        "<div class='page'><h1>Live: water at Kelm</h1><div class='timeline'>"
        + "<div class='timeline-ad'><span>Sponsored</span><p>Hask Boats: the dry way home since 1988. Order yours today.</p></div>".join(
            f"<div class='tl-entry' data-post-id='{n}77'><div class='tl-time'>{clock} GMT</div><div class='tl-body'><p>{x}</p></div></div>"
            for n, (clock, x) in enumerate(
                zip(["3.40pm", "2.05pm", "1.10pm", "12.02pm"], LATE, strict=True)
            )
        )
        + "</div><div class='load-more'><a href='?o=10'>Load more updates</a></div></div>",
        META,
    ),
    PLAIN,
)
LIVE["a pinned summary and two days under headings"] = (
    page(
        "<article><h1>Kelm under water: the live blog</h1><div class='pinned'><h3>What we know so far</h3><ul><li>The dam let off water for nine hours.</li><li>The lower town was told to leave.</li></ul></div>"
        "<h3 class='day'>Wednesday, 5 March 2031</h3>"
        + "".join(
            each(
                "<section class='update' id='u{n}'><span class='clock'>{c}</span><p>{x}</p><div class='sharing'>Share: <a href='#'>Facebook</a> <a href='#'>X</a> <a href='#'>E-mail</a></div></section>",
                [A, B],
                ["2031-03-05T09:12", "2031-03-05T07:50"],
            )
        )
        + "<h3 class='day'>Tuesday, 4 March 2031</h3>"
        + "".join(
            each(
                "<section class='update' id='v{n}'><span class='clock'>{c}</span><p>{x}</p><div class='sharing'>Share: <a href='#'>Facebook</a> <a href='#'>X</a> <a href='#'>E-mail</a></div></section>",
                [C, D],
                ["2031-03-04T19:12", "2031-03-04T17:50"],
            )
        )
        + "</article>",
    ),
    [
        ("2031-03-05T09:12", A),
        ("2031-03-05T07:50", B),
        ("2031-03-04T19:12", C),
        ("2031-03-04T17:50", D),
    ],
)
LIVE["stated as updates, ages only on the page"] = (
    page(
        "<div id='app'><h1>Dam above Kelm</h1><div class='css-1'>"
        + "".join(
            f"<div class='css-p' id='{n}-upd'><div class='css-a'>{n + 1} hrs ago</div><h2>Note {n} from the valley today</h2><div class='css-b'><p>{x}</p></div></div>"
            for n, x in enumerate(LATE)
        )
        + "</div></div>",
        told(
            **{
                "@type": "LiveBlogPosting",
                "headline": "Dam above Kelm",
                "coverageStartTime": "2031-03-04T11:00:00Z",
                "liveBlogUpdate": [
                    {
                        "@type": "BlogPosting",
                        "headline": f"Note {n} from the valley today",
                        "url": f"{URL}#{n}-upd",
                        "datePublished": f"{t}:00Z",
                        "articleBody": x,
                    }
                    for n, (t, x) in enumerate(PLAIN)
                ],
            }
        ),
    ),
    [(t, f"Note {n} from the valley today\n\n{x}") for n, (t, x) in enumerate(PLAIN)],
)
rows = each(
    "<div class='liveblog__post' data-id='{n}'><div class='post-header'><img src='a.jpg' alt='Ana Brel'><div><span class='author'>Ana Brel</span><span class='role'>Valley correspondent</span></div><time datetime='{t}:00Z'>Mar 4, {c}</time></div><p>{x}</p></div>"
)
LIVE["authors with their roles, an embedded post that is quoted"] = (
    page(
        "<main><h1>Live: Kelm</h1><div class='liveblog'>"
        + rows[0].replace(
            "</p></div>",
            "</p><blockquote class='twitter-tweet'><p>Water in my cellar now, nobody told us anything. pic.x.example/77</p>— R. Oll (@roll) <a href='https://x.example/1'>March 4, 2031</a></blockquote></div>",
        )
        + "".join(rows[1:])
        + "</div></main>",
        META,
    ),
    [
        (
            PLAIN[0][0],
            f"{A}\n\nWater in my cellar now, nobody told us anything. pic.x.example/77\n\n— R. Oll (@roll) March 4, 2031",
        ),
        *PLAIN[1:],
    ],
)
LIVE["oldest first, clocks in a table's cells"] = (
    page(
        "<h1>Minute by minute: Kelm</h1><table class='ticker'>"
        + "".join(
            f"<tr class='tick'><td class='tick-time'><b>{t[11:]}</b></td><td class='tick-text'>{x}</td></tr>"
            for t, x in reversed(PLAIN)
        )
        + "</table><p class='legal'>© 2031 Kelm Post. All rights reserved.</p>",
        META,
    ),
    PLAIN[::-1],
)
LIVE["days in the clocks, a tag to each entry, related links between"] = (
    page(
        "<main><h1>Dam above Kelm: latest</h1><div class='feed'>"
        + "<div class='rel'><h4>Read more:</h4><ul><li><a href='/1'>Why the dam was built</a></li><li><a href='/2'>Who owns the plant</a></li></ul></div>".join(
            f"<div class='feed-item' id='i{n}'><div class='meta'><span>4 March, {t[11:].replace(':', '.')}</span><span class='tag'>Breaking</span></div><p>{x}</p><a href='#i{n}'>Permalink</a></div>"
            for n, (t, x) in enumerate(PLAIN)
        )
        + "</div></main>",
        META,
    ),
    PLAIN,
)


@pytest.mark.parametrize("name", LIVE)
def test_each_entry_is_a_report_of_its_own_words(name):
    markup, wanted = LIVE[name]
    assert entries(markup, URL) == wanted
