"""A live blog gives each entry as a report of its own, with its moment and its address."""

# ruff: noqa: E501 - markup reads best on one line

import json

import pytest

from documents.pages.reading import read

URL = "https://vesk.example/live/flood"
FIRST = "The dyke at Sandel has broken over sixty metres, the crisis staff says."
SECOND = "The operator of the reservoir denies that it let off any water on Sunday."
THIRD = "Good morning. The river stood at seven metres at Sandel at eleven this morning."
TEXTS = [FIRST, SECOND, THIRD]


def blog(entries, head="", title="Live: flood on the Mirrow", deck="", line=""):
    return (
        f"<html><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav><main>"
        f"<h1>{title}</h1>{deck}{line}<div>{''.join(entries)}</div></main></body></html>"
    )


def told(**fields):
    held = {"@type": "LiveBlogPosting", "headline": "Flood on the Mirrow"} | fields
    return f'<script type="application/ld+json">{json.dumps(held)}</script>'


STATED = '<meta property="article:published_time" content="2031-03-04T11:20:00+01:00">'


def entries(markup):
    return [d for d in read(markup, URL) if "live blog entry" in d.kinds]


def timed(form):
    clocks = ("18:42", "16:05", "11:20")
    return [
        form.format(n=n, clock=c, text=t)
        for n, (c, t) in enumerate(zip(clocks, TEXTS, strict=True))
    ]


FORMS = {
    "time elements": '<article id="e{n}"><time datetime="2031-03-04T{clock}:00">{clock}</time><p>{text}</p></article>',
    "clocks in headings": '<section id="e{n}"><h3>{clock}</h3><div><p>{text}</p></div></section>',
    "clocks with a dash": '<div id="e{n}" class="x{n}"><p>{clock} –</p><p>{text}</p></div>',
    "items of a list": '<li id="e{n}"><span>{clock} GMT</span><div>{text}</div></li>',
    "days and clocks": '<div id="e{n}"><span>4 March 2031, {clock}</span><p>{text}</p></div>',
    "day and month": '<div id="e{n}"><p>04.03. | {clock}</p><p>{text}</p></div>',
    "authors beside": '<div id="e{n}"><div><b>{clock}</b> <span>Ana Brel</span></div><p>{text}</p></div>',
    "items of a list under a list of key moments": '<li id="e{n}"><div><span>{clock}</span><span>Ana Brel</span></div><div><p>{text}</p></div></li>',
    "clocks at the end": '<div id="e{n}"><p>{text}</p><small>{clock}</small></div>',
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_each_entry_has_its_own_words_moment_and_address(form):
    key = "<ul><li>18:42 Dyke breaks at Sandel</li><li>16:05 Operator denies it</li></ul>"
    found = entries(blog(timed(form), STATED, line=key if "<li" in form else ""))
    assert [d.text for d in found] == TEXTS
    assert [(d.published or "")[:16] for d in found] == [
        "2031-03-04T18:42", "2031-03-04T16:05", "2031-03-04T11:20",
    ]  # fmt: skip
    assert [d.url for d in found] == [f"{URL}#e{n}" for n in range(3)]
    assert [d.name for d in found] == [f"a.html#e{n}" for n in range(3)]
    assert len({d.id for d in found}) == 3


def test_entries_that_are_in_no_elements_of_their_own_stay_one_report_that_is_marked():
    flat = timed("<h3>{clock} – Note {n} of ours</h3><p>{text}</p><p>More was not known then.</p>")
    (found,) = read(blog(flat, STATED), URL)
    assert found.kinds == ("live blog",)
    assert found.published == "2031-03-04T10:20:00Z"
    assert all(text in found.text for text in TEXTS)


def test_an_entry_without_an_id_is_addressed_by_its_words_and_named_by_its_place():
    found = entries(blog(timed("<div><p>{clock}</p><p>{text}</p></div>"), STATED))
    assert [d.name for d in found] == ["a.html:1", "a.html:2", "a.html:3"]
    assert found[0].url == f"{URL}#:~:text=The%20dyke%20at%20Sandel%20has%20broken"


def test_what_stands_above_the_entries_is_the_blog_itself():
    deck = "<p>What is happening along the river, as it happens there.</p>"
    (page, *others) = read(blog(timed(FORMS["time elements"]), STATED, deck=deck), URL)
    assert (page.text, page.kinds, page.url) == (
        "What is happening along the river, as it happens there.", ("live blog",), URL,
    )  # fmt: skip
    (bare, *_) = read(blog(timed(FORMS["time elements"]), STATED), URL)
    assert bare.text == bare.title == "Live: flood on the Mirrow"
    assert {d.publisher for d in others} == {page.publisher}


def test_a_clock_gets_its_day_where_the_blog_passes_midnight():
    clocks = [("00:35", FIRST), ("21:10", SECOND), ("09:12", THIRD)]
    held = [f"<div><h4>{c}</h4><p>{t}</p></div>" for c, t in clocks]
    found = entries(blog(held, STATED))
    assert [d.published for d in found] == [
        "2031-03-05T00:35:00", "2031-03-04T21:10:00", "2031-03-04T09:12:00",
    ]  # fmt: skip


def test_a_clock_under_a_heading_with_a_day_has_that_day():
    held = [
        f"<h2>Wednesday, 5 March 2031</h2><div><p>08:00</p><p>{FIRST}</p></div>",
        f"<h2>Tuesday, 4 March 2031</h2><div><p>18:00</p><p>{SECOND}</p></div>",
        f"<div><p>09:00</p><p>{THIRD}</p></div>",
    ]
    assert [d.published for d in entries(blog(held))] == [
        "2031-03-05T08:00:00", "2031-03-04T18:00:00", "2031-03-04T09:00:00",
    ]  # fmt: skip


def test_a_clock_without_any_day_dates_nothing():
    assert {d.published for d in entries(blog(timed(FORMS["clocks in headings"])))} == {None}


def test_json_ld_dates_an_entry_that_shows_no_moment_of_its_own_and_tells_its_change():
    update = [{"@type": "BlogPosting", "url": f"{URL}#e{n}", "headline": f"Note {n}", "datePublished": f"2031-03-04T1{n}:00:00Z", "dateModified": f"2031-03-04T1{n}:30:00Z"} for n in range(3)]  # fmt: skip
    head = told(liveBlogUpdate=update)
    found = entries(blog(timed(FORMS["clocks in headings"]), head))
    assert [d.published for d in found] == [f"2031-03-04T1{n}:00:00Z" for n in range(3)]
    assert found[0].dated == "datePublished in JSON-LD"
    assert (found[1].title, found[1].updated) == ("Note 1", "2031-03-04T11:30:00Z")


def test_links_of_an_entry_stand_at_their_words():
    linked = FIRST.replace("crisis staff", '<a href="/staff">crisis staff</a>')
    held = [
        f"<div id=a><p>18:42</p><p>{linked}</p></div>",
        f"<div id=b><p>16:05</p><p>{SECOND}</p></div>",
    ]
    first = entries(blog(held, STATED))[0]
    (link,) = first.links
    assert first.text[link.span.start : link.span.end] == "crisis staff"


def test_an_entry_that_changed_is_a_new_version_of_that_entry_alone():
    before = entries(blog(timed(FORMS["time elements"]), STATED))
    after = entries(blog(timed(FORMS["time elements"].replace("{text}", "{text} More soon.")), STATED)[:1] and
                    blog([timed(FORMS["time elements"])[0].replace(FIRST, f"{FIRST} More soon."), *timed(FORMS["time elements"])[1:]], STATED))  # fmt: skip
    assert [a.id == b.id for a, b in zip(before, after, strict=True)] == [False, True, True]
    assert [a.url == b.url for a, b in zip(before, after, strict=True)] == [True, True, True]


def test_a_report_with_times_in_it_is_no_live_blog():
    held = [
        f"<div><p>{c}</p><p>{t}</p></div>"
        for c, t in zip(("11:20", "16:05", "18:42"), TEXTS, strict=True)
    ]
    (found,) = read(blog(held, STATED, title="A day at the river"), "https://vesk.example/a")
    assert found.kinds == ()
    assert all(text in found.text for text in TEXTS)
