"""The interface is described for programs and for people, and both descriptions hold."""

import html
import json
import re
from pathlib import Path

import pytest

from reportedly.shelf import Shelf
from reportedly.web.api.table import ADDRESSES
from views import page
from views.case import story
from web.calling import objects, served

ROOT = Path(__file__).parents[2]


@pytest.fixture
def small(tmp_path):
    return served(tmp_path, story())


def test_no_object_of_the_description_is_open(small):
    """Every object says which keys it has, and that it has no others; every list, of what."""
    told = small.give("/api/openapi.json")
    for name, one in told["components"]["schemas"].items():
        assert (one["type"], one["additionalProperties"]) == ("object", False), name
        assert all((one["properties"], one["description"])), name
    for one in objects(told["components"]["schemas"]):
        if one.get("type") == "array":
            assert one["items"], one
    for path, methods in told["paths"].items():
        for one in methods.values():
            assert one["security"], path
            assert all(p.get("description") for p in one.get("parameters", ())), path


def test_the_page_for_people_has_every_address_and_object(small):
    told, html_ = small.give("/api/openapi.json"), small.page("/docs")
    seen = page.read(html_)
    for path, methods in told["paths"].items():
        for method, one in methods.items():
            assert f"{method.upper()} {path}" in seen.text
            assert one["operationId"] in seen.ids
            for parameter in one.get("parameters", ()):
                assert parameter["description"] in seen.text
    assert set(told["components"]["schemas"]) <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))


def test_every_link_of_the_page_for_people_leads_somewhere(small):
    seen = page.read(small.page("/docs"))
    for tag, name, value in seen.attributes:
        if name == "href" and value.startswith("#"):
            assert value[1:] in seen.ids, value
        elif name in ("href", "src", "action") and not value.startswith("data:"):
            assert value.startswith("/"), (tag, value)
            asked = {"q": "x"} if value == "/search" else {}
            assert small.ask(value, **asked).status_code == 200, value


def test_every_example_of_the_page_for_people_works(small):
    shelf = Shelf(small.ledger.case())
    id_of = {"claim": shelf.claims[0].id, "document": shelf.case.documents[0].id, "ruling": "1",
             "actor": shelf.case.gathering.actors[0].id, "why": shelf.claims[0].id}  # fmt: skip
    one, *_, other = shelf.statements
    id_of["beside"] = one
    id_of["versions"] = id_of["document"]
    examples = [html.unescape(e) for e in re.findall(r"<pre[^>]*>(.*?)</pre>", small.page("/docs"))]
    posts = [e for e in examples if " -d " in e]
    for example in (*posts, *(e for e in examples if e not in posts)):
        path = re.search(r'"\$AT(.*?)"', example)[1]
        plain = path.partition("?")[0].replace("$ID", "{id}")
        if "$NAME" in plain:
            assert small.ask(plain.replace("$NAME", "ach")).status_code == 200
            continue
        name = next(one.name for one in ADDRESSES if one.path == plain)
        if example in posts:
            decision = json.loads(re.search(r"-d '(.*?)'", example)[1])
            assert small.rule(**decision).status_code == 201
        else:
            assert (
                small.ask(
                    path.replace("$ID", id_of.get(name, "")).replace("$OTHER", other)
                ).status_code
                == 200
            ), example
    assert (len(examples), len(posts)) == (len(ADDRESSES) + 2, 1)


def test_the_manual_names_every_address():
    manual = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(?:GET|POST) (/api/[^`?]*)`", manual))
    assert named == {one.path for one in ADDRESSES} | {
        "/api/export/{name}", "/api/openapi.json", "/api/rulings",
    }  # fmt: skip
