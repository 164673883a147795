"""Hostile reports, names, addresses and rulings are text on every page, and nothing else."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from reportedly.ledger import changes, opened
from reportedly.model import Case, Gathering, Lineage, Ruling, Run, Target, log
from reportedly.origins.edits import edits
from reportedly.rulings import LONGEST
from reportedly.shelf import Shelf
from reportedly.views import dossier
from reportedly.views.pages import PAGES, Asked, State, render
from reportedly.visible import HIDDEN
from views import page
from views.hostile import case_of
from views.test_quotes import texts
from web.browsing import NARROW, NEEDS_BROWSER
from web.house import house, seal
from web.server import serving

RUN = "window.pwned=1"
KINDS = {
    "script": f"<script>{RUN}</script>",
    "handler": f'"><img src=x onerror="{RUN}">',
    "handler in quotes": f"' onmouseover='{RUN}' autofocus onfocus='{RUN}' x='",
    "svg": f'<svg onload="{RUN}"><a xlink:href="javascript:{RUN}"><animate onbegin="{RUN}">',
    "html": '</q></p></main></style><base href="//evil.example/"><form action="//evil.example">',
    "frame": f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe><meta http-equiv=refresh>',
    "javascript address": f"javascript:{RUN}",
    "data address": f"data:text/html,<script>opener.{RUN}</script>",
    "bidi": "\u202egnp.txet\u2066 said \u2069\u200f\u061c the fort fell",
    "long word": "w" * 10_000,
    "formula": "=cmd|' /C calc'!A0",
    "sum": "@SUM(1+1)*cmd|' /C calc'!A0",
    "line ends": f"Ana\r\nSet-Cookie: pwned=1\r\n\r\n<script>{RUN}</script>",
    "template": "{{ 7*7 }}{% raw %}${7*7}<!--#exec cmd=ls--><?php ?>",
    "comment": f"<!-- --!> <![CDATA[ ]]> --><script>{RUN}</script>",
    "nul": f"\x00\x1b[2J\x07\x9b<scr\x00ipt>{RUN}</script>",
    "surrogate": f"\ud800\udfff\udc80<script>{RUN}</script>",
}
STORED = {name: text for name, text in KINDS.items() if name != "surrogate"}
"""Halves of characters are refused by what reads reports and rulings; no ledger holds them."""
TAGS = {"img", "base", "iframe", "object", "embed", "animate", "textarea", "math"}


def told(kind: str) -> str:
    """A report that begins with it, and says something, too."""
    return f"{KINDS[kind]} told the post that forty men left the fort on Friday. It denied that."


def hostile(text: str, address: str, number: int = 0, seed: int = 5) -> Case:
    """Every kind of record, every name and title taken from ``text``; rulings, too."""
    case, own = case_of(text, Random(seed)), f"{number:02x}"
    documents = (replace(case.documents[0], url=address), *case.documents[1:])
    ids = {
        a.id: f"{letter}{own}f" * 4 for a, letter in zip(case.gathering.actors, "ab", strict=True)
    }
    (conflict,), (acts,) = case.gathering.conflicts, case.gathering.relations
    gathering = replace(
        case.gathering,
        actors=tuple(replace(a, id=ids[a.id]) for a in case.gathering.actors),
        conflicts=(replace(conflict, id=f"e{own}f" * 4),),
        relations=(
            replace(acts, id=f"d{own}f" * 4, source=ids[acts.source], target=ids[acts.target]),
        ),
    )
    return replace(case, documents=documents, gathering=gathering)


def ruling(text: str, case: Case, number: int) -> Ruling:
    """A note by a name that nobody could give today, but an older ledger may hold."""
    claim = case.gathering.claims[0]
    target = Target("claim", claim.id, None, claim.statements[0])
    by, why = text[: LONGEST["by"]], text[: LONGEST["why"]]
    return Ruling(number, "note", (target,), by, "2031-03-04T08:00:00+00:00", why)


def state_of(case: Case, text: str) -> State:
    """The state of a ledger that holds ``case``, with a ruling in force and one that waits."""
    made = ruling(text, case, 1), ruling(text, case, 2)
    case = replace(case, rulings=log(made[:1], case))
    runs = tuple(Run(n, f"2031-03-0{n}T08:00:00+00:00", "reader 1", n - 1) for n in (1, 2))
    shelf = Shelf(case)
    return State(shelf, runs, made[1:], lambda run: changes(Case(), case), lambda run: shelf, edits)


def asked(case: Case, text: str, named: bool = False) -> Iterator[tuple[object, Asked]]:
    """Every page, about a record of each kind that it can be about, with ``text`` asked."""
    shelf, query = Shelf(case), {"q": "", "outlet": "", "with": next(iter(case.documents)).id}
    ids = {"claims": [c.id for c in shelf.claims], "documents": list(shelf.documents),
           "actors": [a.id for a in case.gathering.actors], "rulings": ["1", "2"],
           "rule": list(shelf.records), "why": list(shelf.records)}  # fmt: skip
    for one in PAGES:
        kind = one.path.split("/")[1]
        for id_ in ids[kind] if "{id}" in one.path else [""]:
            yield one, Asked(query, id_, text, named, "5ea1")
        yield (
            one,
            Asked(dict.fromkeys(["q", "outlet", "since", "kind", "x" + text], text), "", text),
        )


def check(html: str, case: Case, styles: int = 0) -> page.Page:
    """Strictly read: slices are slices, and no element, handler or address is a report's."""
    html.encode()
    held = page.read(html)
    by_id = {d.id: d.text for d in case.documents}
    assert held.unmarked == []
    for found in held.slices:
        assert by_id[found.document][found.start : found.end] == found.text
    assert held.tags.count("script") == 1
    assert held.tags.count("style") == styles
    assert not TAGS & set(held.tags)
    handlers = [a for a in held.attributes if re.match(r"on|style$|srcdoc|xlink", a[1])]
    assert handlers == []
    addresses = [v for _, name, v in held.attributes if name in ("href", "src", "action")]
    assert [
        a for a in addresses if not re.match(r"#|/(?!/)|\?|data:,$|https://a\.example/", a)
    ] == []
    assert HIDDEN.search(html) is None
    return held


def pages(case: Case, text: str, named: bool = False) -> Iterator[page.Page]:
    """Every page that is there, checked."""
    state = state_of(case, text)
    for one, about in asked(state.shelf.case, text, named):
        html = render(one, state, about)
        if html is not None:
            yield check(html, case)


@pytest.mark.parametrize("kind", KINDS)
def test_on_every_page_it_is_text(kind):
    """Titles, names, addresses, texts, what is asked, who asks, who ruled and why."""
    text = told(kind)
    case = hostile(text, KINDS[kind])
    read = [one for named in (False, True) for one in pages(case, text, named)]
    assert len(read) > 60
    if kind == "formula":
        assert sum("=cmd|' /C calc'!A0" in one.text for one in read) > 30


@pytest.mark.parametrize("kind", KINDS)
def test_in_the_dossier_it_is_text(kind):
    case = hostile(told(kind), KINDS[kind])
    held = check(dossier.render(case), case, styles=1)
    assert KINDS["formula"] in held.text or kind != "formula"


@given(texts)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_on_every_page_any_text_is_text(text):
    """Whatever is put together of markup, controls, halves of characters and words."""
    assert len(list(pages(hostile(text, text), text))) > 30


def merged(cases: list[Case]) -> Case:
    """All of them in one."""

    def every(field: str, of: str = "") -> tuple:
        held = (getattr(case, of) if of else case for case in cases)
        return tuple(one for part in held for one in getattr(part, field))

    gathering = Gathering(*(every(f, "gathering") for f in ("claims", "actors", "conflicts")))
    lineage = Lineage(*(every(f, "lineage") for f in ("links", "origins", "ranges", "drifts")))
    return Case(every("documents"), every("readings"), gathering, lineage, every("grades"),
                every("skipped"), retrievals=every("retrievals"))  # fmt: skip


@pytest.fixture(scope="module")
def cases() -> dict[str, Case]:
    """The records of each kind, no two with one id."""
    return {kind: hostile(told(kind), KINDS[kind], number) for number, kind in enumerate(STORED)}


@pytest.fixture(scope="module")
def hostile_file(cases, tmp_path_factory):
    """All of them in one ledger, with a ruling for each."""
    place = tmp_path_factory.mktemp("hostile") / "case.db"
    with opened(str(place)) as ledger:
        for kind, case in cases.items():
            ledger.keep_ruling(lambda held, k=kind, c=case: ruling(KINDS[k], c, len(held) + 1))
        ledger.record(merged(list(cases.values())), "reader 1")
    return place


@pytest.fixture(scope="module")
def enemy(hostile_file):
    with serving(hostile_file) as server:
        yield server


SEEN = """() => ({
    ran: [window.pwned, document.cookie, document.baseURI === location.href],
    made: document.querySelectorAll("img, base, iframe, object, embed, svg[onload]").length,
    scripts: document.querySelectorAll("script").length,
    wide: document.documentElement.scrollWidth > innerWidth,
})"""
"""All that is asked of a page, in one question."""


def inert(reader) -> None:
    """Nothing ran, nothing of a report is an element, the page is no wider than the window."""
    found = reader.page.evaluate(SEEN)
    assert found == {"ran": [None, "", True], "made": 0, "scripts": 1, "wide": False}, reader.path


@NEEDS_BROWSER
@pytest.mark.parametrize("kind", STORED)
def test_in_a_browser_it_runs_nothing(at, enemy, cases, kind):
    """The pages about its records, at the width of a phone; every request is to the server."""
    case, number = cases[kind], list(STORED).index(kind) + 1
    claim, report = case.gathering.claims[0].id, case.documents[0].id
    reader = at(enemy, viewport=NARROW)
    for path in (f"/claims/{claim}", f"/documents/{report}", f"/rule/{claim}?with={report}",
                 f"/why/{claim}", f"/actors/{case.gathering.actors[0].id}",
                 f"/rulings/{number}"):  # fmt: skip
        reader.open(path)
        inert(reader)
    reader.page.get_by_role("searchbox").first.fill(KINDS[kind][:200])
    reader.press("Search")
    reader.page.wait_for_url("**/search?*")
    inert(reader)


@NEEDS_BROWSER
def test_in_a_browser_all_of_it_in_every_list_runs_nothing(at, enemy):
    """Every kind at once in the pages that list, and in the dossier."""
    reader = at(enemy, viewport=NARROW)
    for one in (*PAGES, None):
        path = one.path if one else "/dossier"
        if "{id}" not in path:
            reader.open(path)
            inert(reader)


def test_no_line_end_of_a_request_begins_a_header(local):
    """Neither what is asked nor an address."""
    for path in ("/claims?q=a%0d%0aSet-Cookie:%20x=1", "/%0d%0aSet-Cookie:%20x=1",
                 f"/%0d%0aX?token={local.door.token}"):  # fmt: skip
        answer = local.reader.get(path)
        assert not any("\r" in value or "\n" in value for _, value in answer.headers)
        assert "x=1" not in str(answer.all("set-cookie"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_reason_given_in_a_form_is_text(mine, kind):
    """As it comes from a browser: halves of characters are replaced on the way."""
    claim = mine.ledger.case().gathering.claims[0].id
    given = {"seal": seal(mine.reader.get(f"/rule/{claim}")), "by": "Ana", "kind": "note"}
    why = KINDS[kind][: LONGEST["why"]].encode(errors="replace").decode()
    answer = mine.reader.post("/rulings", id=claim, why=why, **given)
    assert answer.status == 303
    held = mine.ledger.rulings()[0].why
    assert held == why.strip()
    for path in ("/rulings/1", "/rulings", "/"):
        check(mine.reader.get(path).text, mine.ledger.case())


def test_to_programs_it_is_given_as_json_and_as_nothing_else(hostile_file):
    """Every address that the description names; a browser must not take it for a page."""
    with house(hostile_file) as made:
        described = json.loads(made.reader.get("/api/openapi.json").body)["paths"]
        asking = [path for path, ways in described.items() if "get" in ways]
        if not asking:
            pytest.skip("there is no interface for programs yet")
        claim = made.ledger.case().gathering.claims[0].id
        for path in asking:
            answer = made.reader.get(re.sub(r"\{\w+\}", claim, path))
            assert answer.get("content-type") == "application/json"
            assert answer.get("x-content-type-options") == "nosniff"
            json.loads(answer.body)
