"""Posts in forums and on social platforms: the first one's own words, and nobody else's."""

# ruff: noqa: E501 - markup reads best on one line

import pytest

from documents.pages.pieces import DAM, blocks, p, page
from documents.pages.reading import read

WORDS = [
    "My cousin works at the dam above Kelm and she says the gates were opened at four, not at noon.",
    "She was told on Monday to say nothing about it. The operator has denied that in a letter to the town.",
    "I have seen the letter. Has anybody else on the lower road had one?",
]
SHORT = "The operator of the dam above Kelm says a second gate was opened at noon. The mayor says she was not told."
REPLY = "I live below the bridge and had no letter at all, and I do not believe a word of this."
OTHER = "Same here on the hill road, the water came up at five in the morning and not before that."
TITLE = "Dam above Kelm: who opened the gates?"
POSTS = {
    "a board of tables": (
        page(
            "<div id='wrap'><ul class='linklist navlinks'><li><a href='/'>Board index</a> ‹ <a href='/f'>Kelm</a></li></ul><h2><a href='/t1'>Dam above Kelm: who opened the gates?</a></h2><div class='pagination'>14 posts • Page <strong>1</strong> of 2</div>"
            f"<div id='p101' class='post bg2'><div class='inner'><div class='postbody'><h3 class='first'><a href='#p101'>Dam above Kelm: who opened the gates?</a></h3><p class='author'>by <strong><a href='/u1'>riverman</a></strong> » Tue Mar 04, 2031 6:12 pm</p><div class='content'>{'<br><br>'.join(WORDS)}</div><div id='sig101' class='signature'>All that flows is mine.<br>Boat: Hask 22</div></div><dl class='postprofile'><dt><a href='/u1'>riverman</a></dt><dd>Posts: 1204</dd><dd>Joined: Sat Feb 02, 2019 9:14 am</dd></dl></div></div>"
            f"<div id='p102' class='post bg1'><div class='inner'><div class='postbody'><h3><a href='#p102'>Re: Dam above Kelm: who opened the gates?</a></h3><p class='author'>by <strong><a href='/u2'>oll</a></strong> » Tue Mar 04, 2031 6:40 pm</p><div class='content'><blockquote><div><cite>riverman wrote:</cite>{WORDS[2]}</div></blockquote>{REPLY}</div></div><dl class='postprofile'><dt>oll</dt><dd>Posts: 3</dd></dl></div></div></div>",
            title="Kelm Board • View topic - Dam above Kelm: who opened the gates?",
        ),
        WORDS,
    ),
    "a thread of message articles": (
        page(
            "<div class='p-body'><h1 class='p-title-value'>Dam above Kelm: who opened the gates?</h1><div class='p-description'><ul><li>Thread starter <a>riverman</a></li><li>Start date <time datetime='2031-03-04T18:12:00Z'>Mar 4, 2031</time></li></ul></div>"
            + "".join(
                f"<article class='message message--post' data-author='{who}' id='js-post-{n}'><div class='message-cell message-cell--user'><section class='message-user'><h4 class='message-name'>{who}</h4><h5 class='userTitle'>Well-known member</h5><dl class='pairs'><dt>Joined</dt><dd>Feb 2, 2019</dd></dl><dl class='pairs'><dt>Messages</dt><dd>1,204</dd></dl></section></div><div class='message-cell message-cell--main'><header class='message-attribution'><a><time datetime='2031-03-04T18:{n}2:00Z'>Mar 4, 2031</time></a><a>#{n}</a></header><div class='message-content'><article class='message-body'><div class='bbWrapper'>{body}</div></article></div><aside class='message-signature'>Nothing is written that does not last.</aside><footer><div class='reactionsBar'>Reactions: <a>oll, hask and 4 others</a></div><div class='actionBar'><a>Like</a><a>Quote</a><a>Reply</a></div></footer></div></article>"
                for n, (who, body) in enumerate(
                    [("riverman", "<br />\n<br />\n".join(WORDS)), ("oll", REPLY), ("hask", OTHER)],
                    1,
                )
            )
            + "<div class='block'><h3>Similar threads</h3><div class='structItem'><a href='/9'>Water meter broken again</a></div></div></div>",
            title="Dam above Kelm: who opened the gates? | Kelm Talk",
        ),
        WORDS,
    ),
    "a topic of a crawler's view": (
        page(
            "<header><a href='/'>Kelm Commons</a></header><div id='main-outlet'><div id='topic-title'><h1><a href='/t/5'>Dam above Kelm: who opened the gates?</a></h1><div class='topic-category'><span>Valley</span></div></div>"
            + "".join(
                f"<div id='post_{n}' class='topic-body crawler-post'><div class='crawler-post-meta'><span class='creator'><a href='/u/{who}'><span>{who}</span></a></span><span class='crawler-post-infos'><time datetime='2031-03-04T18:{n}2:00Z'>March 4, 2031, 6:{n}2pm</time><span>{n}</span></span></div><div class='post'>{body}</div><div><span class='post-likes'>{n + 3} Likes</span></div></div>"
                for n, (who, body) in enumerate(
                    [("riverman", p(*WORDS)), ("oll", p(REPLY)), ("hask", p(OTHER))], 1
                )
            )
            + "<div class='topic-list'><h3>Related topics</h3><table><tr><th>Topic</th><th>Replies</th></tr><tr><td><a href='/t/9'>Water meter broken</a></td><td>4</td></tr></table></div></div>",
            title="Dam above Kelm: who opened the gates? - Kelm Commons",
        ),
        WORDS,
    ),
    "a status with its thread": (
        page(
            f"<div class='container'><div class='detailed-status'><a class='detailed-status__display-name' href='/@vesk'><strong>Vesk Courier</strong><span>@vesk@social.example</span></a><div class='status__content'><p>{SHORT}</p></div><div class='detailed-status__meta'><a><time datetime='2031-03-04T12:40:00Z'>Mar 4, 2031, 12:40</time></a> · <span>Web</span> · <a>41 boosts</a> · <a>12 favourites</a></div></div>"
            + "".join(
                f"<div class='status'><div class='status__info'><a>{n}h</a><strong>oll</strong><span>@oll@else.example</span></div><div class='status__content'><p>{x}</p></div></div>"
                for n, x in enumerate([REPLY, OTHER], 1)
            )
            + "<div class='sign-in-banner'><p>Log in to follow profiles or hashtags, favourite, share and reply to posts.</p><a>Create account</a></div></div>",
            '<meta property="og:type" content="article"><meta property="article:published_time" content="2031-03-04T12:40:00Z">',
            "Vesk Courier: the operator of the dam",
        ),
        [SHORT],
    ),
    "a channel's post in a preview": (
        page(
            f"<div class='tgme_page'><div class='tgme_widget_message text_not_supported_wrap' data-post='veskcourier/77'><div class='tgme_widget_message_bubble'><div class='tgme_widget_message_author'><a><span>Vesk Courier</span></a></div><div class='tgme_widget_message_text js-message_text'>{'<br/><br/>'.join(DAM[:3])}</div><div class='tgme_widget_message_footer'><span class='tgme_widget_message_views'>12.4K</span><span>views</span><a href='#'><time datetime='2031-03-04T12:40:00+00:00'>12:40</time></a></div></div></div><div class='tgme_page_action'><a>VIEW IN TELEGRAM</a></div><div class='tgme_page_additional'>If you have <strong>Telegram</strong>, you can view and join <strong>Vesk Courier</strong> right away.</div></div>",
            '<meta property="og:title" content="Vesk Courier">',
            "Telegram: View @veskcourier",
        ),
        DAM[:3],
    ),
    "a self post with comments": (
        page(
            f"<div class='content'><div class='sitetable'><div class='thing link self' id='thing_t3_x'><div class='midcol'><div>412</div></div><div class='entry'><p class='title'><a class='title' href='/r/kelm/1'>{TITLE}</a> <span class='domain'>(self.kelm)</span></p><p class='tagline'>submitted <time datetime='2031-03-04T18:12:00+00:00'>3 hours ago</time> by <a>riverman</a></p><div class='expando'><div class='usertext-body'><div class='md'>{p(*WORDS)}</div></div></div><ul class='flat-list buttons'><li><a>58 comments</a></li><li><a>share</a></li><li><a>save</a></li><li><a>report</a></li></ul></div></div></div>"
            "<div class='commentarea'><div class='panestack-title'><span>all 58 comments</span></div><div class='menuarea'>sorted by: best</div><div class='sitetable nestedlisting'>"
            + "".join(
                f"<div class='thing comment' id='thing_t1_{n}'><div class='entry'><p class='tagline'><a>user{n}</a> <span>{n} points</span> <time>2 hours ago</time></p><div class='usertext-body'><div class='md'>{p(x)}</div></div><ul class='flat-list buttons'><li><a>permalink</a></li><li><a>reply</a></li></ul></div></div>"
                for n, x in enumerate([REPLY, OTHER], 1)
            )
            + "</div></div></div>",
            title=f"{TITLE} : kelm",
        ),
        WORDS,
    ),
    "a wall post of hashed names": (
        page(
            f"<div class='x1 a'><div role='banner'><a href='/'>Facepage</a><button>Log in</button></div><div role='main'><div class='x2'><div role='article' class='x3'><div class='x4'><h2><a href='/vesk'><strong>Vesk Courier</strong></a></h2><span><a href='#'>4 March at 12:40</a> · Public</span></div><div class='x5' data-ad-preview='message'>{p(*DAM[:3], mark='div', names='dir=auto')}</div><div class='x6'><span>318</span><span>44 comments</span><span>12 shares</span></div><div class='x6'><span>Like</span><span>Comment</span><span>Share</span></div><div class='x7'><div>Most relevant</div>"
            + "".join(
                f"<div role='article' aria-label='Comment by oll {n} hours ago'><div><a href='/oll'><span>R. Oll</span></a><div dir='auto'>{x}</div></div><ul><li>Like</li><li>Reply</li><li>{n} h</li></ul></div>"
                for n, x in enumerate([REPLY, OTHER], 1)
            )
            + "<div>View more comments</div></div></div></div></div><div class='x9'><div>See more of Vesk Courier on Facepage</div><a>Log In</a> or <a>Create new account</a></div></div>",
            title="Vesk Courier - The dam above Kelm",
        ),
        DAM[:3],
    ),
}


@pytest.mark.parametrize("name", POSTS)
def test_the_first_posts_own_words_are_the_report(name):
    markup, wanted = POSTS[name]
    (found,) = read(markup, "https://talk.example/t/5")
    assert blocks(found.text, (TITLE, "Vesk Courier")) == wanted
