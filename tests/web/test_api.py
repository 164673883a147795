"""The interface for programs says what the pages say, in the keys of the export."""

import json
import re
from itertools import chain
from pathlib import Path
from random import Random
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import desk
from reportedly.ledger import changes
from reportedly.model import Case, Run, Span, cut
from reportedly.origins.edits import edits
from reportedly.shelf import Shelf
from reportedly.views.pages import PAGES, Asked, State
from reportedly.web.api.table import ADDRESSES, FORMS
from views import page
from views.case import story
from views.hostile import case_of
from web.calling import objects, served

ROOT = Path(__file__).parents[2]
REPORTS = sorted((ROOT / "examples/tolvek/reports").iterdir())
BY_NAME = {one.name: one for one in ADDRESSES}
HOSTILE = (
    "<script>alert(1)</script> </q> “left” \u202e javascript:alert(1) \x00 =cmd|' /C calc'!A0 "
    'said.\n\n"}]} \\u0022 \u2028 {"id": 1} the post denied it. 𝔘 e\u0301 ' + "W" * 10_000
)


@pytest.fixture(scope="module")
def tolvek(tmp_path_factory):
    """The bundled story, added in two runs."""
    made = served(tmp_path_factory.mktemp("tolvek"))
    for part in (REPORTS[: len(REPORTS) // 2], REPORTS):
        desk.add(made.ledger, desk.take_in([str(path) for path in part]), desk.Way("rules"))
    return made


@pytest.fixture
def small(tmp_path):
    return served(tmp_path, story())


def asked_of(made) -> list[tuple[str, str, dict[str, str]]]:
    """Every address of a served case with the ids that it has: (name, path, what is asked)."""
    shelf = Shelf(made.ledger.case())
    ids = {
        "claim": list(shelf.claims_by_id)[:12],
        "actor": [a.id for a in shelf.case.gathering.actors[:12]],
        "document": list(shelf.documents),
        "versions": list(shelf.documents),
        "ruling": [str(r.ruling.number) for r in shelf.rulings],
        "why": [next(i for i, r in shelf.records.items() if isinstance(r, kind))
                for kind in dict.fromkeys(map(type, shelf.records.values()))],
    }  # fmt: skip
    given = {"search": {"q": shelf.case.documents[0].text.split()[1]}, "beside": two(shelf.case)}
    found = []
    for one in ADDRESSES:
        asked = given.get(one.name, {})
        for id_ in ids.get(one.name, [""]):
            found.append((one.name, one.page.path.replace("{id}", id_), asked))
    return found


def two(case) -> dict[str, str]:
    """The first statement and the last."""
    first, *_, last = Shelf(case).statements
    return {"one": first, "other": last}


def address(name: str, path: str) -> str:
    return "/api/story" if name == "story" else f"/api{path}"


def read(name: str, raw: bytes):
    """An answer that has every key of its shape, and none besides."""
    BY_NAME[name].gives.model_validate_json(raw, strict=True)
    return json.loads(raw)


# --- what there is ------------------------------------------------------------


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.fill.__name__)
def test_every_page_has_its_counterpart(one, small):
    """A form's counterpart is the address that takes what the form sends."""
    paths = small.give("/api/openapi.json")["paths"]
    if one.fill.__name__ in FORMS:
        assert "post" in paths["/api/rulings"]
    else:
        assert "get" in paths[address(one.fill.__name__, one.path)]


def test_everything_a_page_of_the_bundled_story_shows_is_in_its_answer(tolvek):
    """Every slice lies in one that the answer names; so is every record linked to."""
    shown = 0
    for name, path, asked in asked_of(tolvek):
        raw = tolvek.ask(address(name, path), **asked).content
        answer, seen = read(name, raw), page.read(tolvek.page(path, **asked))
        places, whole = set(marked(answer)), answer.get("document", {}).get("id")
        for one in seen.slices:
            shown += 1
            held = any(one.document == d and a <= one.start and one.end <= b for d, a, b in places)
            assert held or one.document == whole, (path, one)
        for id_ in linked(seen):
            assert id_.encode() in raw or id_ in path, (path, id_)
    assert shown > 1_000


def marked(answer, document=None):
    """(document, start, end) of everything that an answer points at."""
    document = owner(answer, document)
    for inner in answer.values() if isinstance(answer, dict) else answer:
        if isinstance(inner, list) and len(inner) == 2 and all(type(n) is int for n in inner):
            yield document, *inner
        elif isinstance(inner, dict | list):
            yield from marked(inner, document)


def owner(answer, document):
    """The document whose characters the spans of an object are of."""
    if not isinstance(answer, dict):
        return document
    found = answer["id"] if {"id", "sha256"} <= answer.keys() else answer.get("document", document)
    return found["id"] if isinstance(found, dict) else found


def linked(seen) -> set[str]:
    """Ids that a page links to, beside its forms and the whole of its frame."""
    targets = (value for tag, name, value in seen.attributes if name == "href")
    found = (re.match(r"/(?:claims|documents|actors|why)/([0-9a-f]{16})", t) for t in targets)
    return {match[1] for match in found if match}


def test_every_text_is_the_slice_under_its_spans(tolvek):
    texts = {d.id: d.text for d in tolvek.ledger.case().documents}
    checked = 0
    for name, path, asked in asked_of(tolvek):
        answer = tolvek.give(address(name, path), **asked)
        checked += sum(1 for _ in slices(answer, texts))
    assert checked > 1_000


def slices(answer, texts, document=None):
    """Checks every text that stands beside spans; yields once for each."""
    document = owner(answer, document)
    if isinstance(answer, dict):
        at = answer.get("text_at") or answer
        pairs = at.get("spans") or ([at["span"]] if at.get("span") else None)
        if "text" in answer and pairs is not None and "sha256" not in answer:
            spans = tuple(Span(*pair) for pair in pairs)
            assert answer["text"] == cut(texts[at.get("document", document)], spans), answer
            yield answer
    for inner in answer.values() if isinstance(answer, dict) else answer:
        if isinstance(inner, dict | list):
            yield from slices(inner, texts, document)


def test_every_id_in_an_answer_is_a_record(tolvek):
    shelf = Shelf(tolvek.ledger.case())
    known = {*shelf.records, *(r.id for r in shelf.case.gathering.relations)}
    for name, path, asked in asked_of(tolvek):
        named = chain.from_iterable(map(ids, objects(tolvek.give(address(name, path), **asked))))
        assert known.issuperset(named), path


def ids(one) -> set[str]:
    singles = ("id", "document", "attribution", "within", "actor", "link", "claim", "from", "to",
               "statement", "target")  # fmt: skip
    lists = ("ids", "statements", "documents")
    held = [one.get(key) for key in singles]
    held += [i for key in lists if isinstance(one.get(key), list) for i in one[key]]
    return {id_ for id_ in held if isinstance(id_, str)}


def test_claims_are_those_of_the_page_in_its_order(tolvek):
    for asked in ({}, {"status": "contested"}, {"side": "against", "sort": "reports"},
                  {"q": "bridge"}, {"from": "2031-03-04", "page": 2}):  # fmt: skip
        shown = re.search(
            r'(?s)<table class="claims">(.*?)</table>', tolvek.page("/claims", **asked)
        )
        rows = re.findall(
            r'<th scope="row".*?href="/claims/(\w+)"', shown[1] if shown else "", re.S
        )
        assert [c["id"] for c in tolvek.give("/api/claims", **asked)["claims"]] == rows, asked


def test_the_next_page_is_where_the_answer_says(tolvek):
    first = tolvek.give("/api/claims", sort="last")
    held, step = [], first
    while True:
        held += [c["id"] for c in step["claims"]]
        if step["next"] is None:
            break
        assert len(held) < first["total"]
        parts = urlsplit(step["next"])
        step = tolvek.give(parts.path, **dict(parse_qsl(parts.query)))
    assert len(held) == len(set(held)) == first["total"] == step["total"]
    assert step["page"] == first["pages"] > 1


def test_what_a_ruling_hides_is_marked_where_it_is_asked_for(small):
    claim = small.give("/api/claims")["claims"][-1]
    assert small.rule(kind="hide", ids=[claim["id"]], by="Ana").status_code == 201
    small.work_out()
    assert claim["id"] not in [c["id"] for c in small.give("/api/claims")["claims"]]
    one = small.give(f"/api/claims/{claim['id']}")
    assert one["claim"] == claim | {"hidden": True}
    assert small.give("/api/story")["hidden"] == 1


# --- hostile and same ---------------------------------------------------------


def test_a_hostile_report_is_only_text(tmp_path):
    made = served(tmp_path, case_of(HOSTILE, Random(7)))
    for name, path, asked in asked_of(made):
        answer = made.ask(address(name, path), **asked)
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        read(name, answer.content)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=80), st.randoms(use_true_random=False), st.text(max_size=9))
def test_any_text_gives_valid_answers_whose_texts_are_slices(text, random, sought):
    case = case_of(text, random)
    runs = (Run(1, "2031-03-09T00:00:00+00:00", "reader 1", 0),)
    state = State(Shelf(case), runs, (), _everything(case), lambda run: Shelf(case), edits)
    texts = {d.id: d.text for d in case.documents}
    for one in ADDRESSES:
        for id_ in _ids(one, case):
            raw = one.answer(state, Asked({"q": sought, **two(case)}, id_))
            if raw is not None:
                assert list(slices(read(one.name, raw), texts)) or one.name != "document"


def _everything(case):
    return lambda run: changes(Case(), case)


def _ids(one, case) -> list[str]:
    if "{id}" not in one.path:
        return [""]
    return list(Shelf(case).records) if one.name != "ruling" else ["1"]


def test_the_same_case_gives_the_same_bytes(tmp_path):
    """In another ledger, too; only the moments of runs and rulings are the clock's."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = served(tmp_path / "a", story()), served(tmp_path / "b", story())
    for name, path, asked in asked_of(one):
        if name != "changes":
            here = address(name, path)
            assert one.ask(here, **asked).content == other.ask(here, **asked).content


# --- who may, and what is refused ---------------------------------------------


def test_nobody_without_the_token_is_told_anything(small):
    for name, path, asked in asked_of(small):
        for headers in ({}, {"authorization": "Bearer no"}, {"cookie": "reportedly-8765=no"}):
            answer = small.client.get(address(name, path), params=asked or None, headers=headers)
            assert answer.status_code == 403
            assert list(answer.json()) == ["detail"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/claims/0000000000000000", 404), ("/api/documents/0000000000000000", 404),
        ("/api/actors/0000000000000000", 404), ("/api/why/0000000000000000", 404),
        ("/api/rulings/7", 404), ("/api/changes?run=7", 404),
        ("/api/nothing", 404), ("/api/claims/%3Cscript%3E", 422),
        ("/api/rulings/x", 422), ("/api/claims?page=0", 422), ("/api/claims?status=true", 422),
        ("/api/claims?stauts=denied", 422), ("/api/claims?from=yesterday", 422),
        ("/api/search", 422), ("/api/story?q=x", 422), ("/api/claims?actor=x", 422),
        (f"/api/claims?q={'x' * 501}", 422),
    ],
)  # fmt: skip
def test_what_is_not_there_or_not_understood_is_said_in_a_sentence(path, status, small):
    answer = small.ask(path)
    assert (answer.status_code, list(answer.json())) == (status, ["detail"])
    assert answer.json()["detail"].endswith(".")


def test_a_ruling_is_pending_until_it_is_worked_out(small):
    answer = small.rule(kind="note", ids=["C1"], why="Seen by two of us.", by="Ana")
    assert answer.status_code == 201
    assert answer.headers["location"] == "/api/rulings/1"
    kept = answer.json()
    assert (kept["state"], kept["by"], small.worker.woken) == ("pending", "Ana", 1)
    assert (
        small.give("/api/rulings")["pending"] == [kept] == [small.give("/api/rulings/1")["ruling"]]
    )
    assert small.give("/api/story")["pending"] == [1]
    small.work_out()
    one = small.give("/api/rulings/1")["ruling"]
    assert one["state"] == "in force"
    assert small.give("/api/rulings")["rulings"] == [one]
    assert small.give(f"/api/why/{one['targets'][0]['id']}")["rulings"] == [one]


def test_a_program_writes_hypotheses_and_reads_matrices(small):
    sent = {"ids": ["C1", "not:C2"], "value": "They fled.", "by": "Ana"}
    assert small.rule(kind="hypothesis", **sent).status_code == 201
    assert small.rule(kind="hypothesis", ids=["about:C1"], value="x", by="Ana").status_code == 201
    assert small.rule(kind="hypothesis", ids=["if:C1"], value="y", by="Ana").status_code == 422
    pending = small.give("/api/rulings")["pending"]
    assert [[t["name"] for t in one["targets"]] for one in pending] == [["+", "-"], ["?"]]
    given = small.give("/api/hypotheses")
    assert given["analyses"][0]["claim"] == small.give("/api/claims")["claims"][0]["id"]
    assert {c["item"] for c in given["cells"]} == {i["id"] for i in given["items"]}
    for record in (*given["hypotheses"], *given["items"], *given["cells"], *given["analyses"]):
        assert small.give(f"/api/why/{record['id']}")["record"] == record


def test_a_ruling_is_taken_back_by_its_number(small):
    small.rule(kind="note", ids=["C1"], why="x", by="Ana")
    assert small.rule(kind="undo", ids=["1"], by="Ben").json()["undoes"] == 1
    small.work_out()
    assert small.give("/api/rulings/1")["ruling"]["state"] == "undone"


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        ({"kind": "same", "ids": ["C1"], "by": "Ana"}, 400),
        ({"kind": "hide", "ids": ["C1", "C2"], "by": "Ana"}, 400),
        ({"kind": "same", "ids": ["C1", "C1"], "by": "Ana"}, 400),
        ({"kind": "wrong", "ids": ["C1"], "by": "Ana"}, 400),
        ({"kind": "note", "ids": ["C1"], "by": "Ana"}, 400),
        ({"kind": "note", "ids": ["C1"], "why": "x"}, 400),
        ({"kind": "note", "ids": ["C99"], "why": "x", "by": "Ana"}, 400),
        ({"kind": "undo", "ids": ["9"], "by": "Ana"}, 400),
        ({"kind": "true", "ids": ["C1"], "by": "Ana"}, 422),
        ({"kind": "note", "ids": [], "why": "x", "by": "Ana"}, 400),
        ({"kind": "note", "ids": ["C1", "C2", "C3"], "why": "x", "by": "Ana"}, 400),
        ({"kind": "hypothesis", "ids": ["C1"], "by": "Ana"}, 400),
        ({"kind": "hypothesis", "ids": ["C1"] * 13, "value": "x", "by": "Ana"}, 422),
        ({"kind": "note", "ids": "C1", "why": "x", "by": "Ana"}, 422),
        ({"kind": "note", "ids": ["C1"], "why": "x" * 2_001, "by": "Ana"}, 422),
        ({"kind": "note", "ids": ["C1"], "why": "\ud800", "by": "Ana"}, 422),
        ({"kind": "note", "ids": ["C1"], "why": "x", "by": "Ana", "number": 4}, 422),
        ({"kind": "note", "ids": ["C1"], "why": "x" * 70_000, "by": "Ana"}, 413),
    ],
)
def test_what_is_no_ruling_is_refused_and_not_kept(decision, status, small):
    headers = {**small.key, "content-type": "application/json"}
    answer = small.client.post("/api/rulings", content=json.dumps(decision), headers=headers)
    assert (answer.status_code, list(answer.json())) == (status, ["detail"])
    assert small.ledger.rulings() == ()


def test_a_browser_rules_with_its_seal_only(small):
    """The cookie is sent by any page of the browser; the seal stands in this server's pages."""
    decision = {"kind": "note", "ids": ["C1"], "why": "x", "by": "Ana"}
    here = {"cookie": f"reportedly-8765={small.door.cookie}", "origin": "http://127.0.0.1:8765"}
    seal = small.door.session(small.door.cookie).seal
    wrong_token = {"authorization": "Bearer no"}
    for headers in ({}, {"seal": "no"}, {"seal": ""}, wrong_token):
        answer = small.client.post("/api/rulings", json=decision, headers=here | headers)
        assert answer.status_code == 403
    from_elsewhere = here | {"seal": seal, "origin": "http://elsewhere.example"}
    assert (
        small.client.post("/api/rulings", json=decision, headers=from_elsewhere).status_code == 403
    )
    assert small.ledger.rulings() == ()
    answer = small.client.post("/api/rulings", json=decision, headers=here | {"seal": seal})
    assert answer.status_code == 201
