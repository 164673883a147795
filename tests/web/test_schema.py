"""The interface keeps to its description, whatever is asked of it."""

from collections import Counter

import schemathesis
from schemathesis.engine import StopReason, events, from_schema

from reportedly.shelf import Shelf
from views.case import story
from web.calling import HOST, served

EXAMPLES = 12
"""Random requests an address, beside those at every bound of every parameter."""
CHECKS = {
    "enabled": True,
    # What is well said can still be no ruling; 400 is described for that address alone.
    "positive_data_acceptance": {"expected-statuses": ["2xx", 400, 403, 404]},
    # The outermost layer refuses other methods for all addresses alike, before anything is routed.
    "allow_header_conformance": {"enabled": False},
}


def test_what_is_described_is_what_is_answered(tmp_path):
    """Every other check of schemathesis in all its phases: at bounds, at random, in sequences."""
    made = served(tmp_path, story())
    failures, answered, stopped = ran(made)
    assert failures == []
    assert stopped == StopReason.COMPLETED
    for one in made.give("/api/openapi.json")["paths"]:
        for method, status in {"GET": 200, "POST": 201}.items():
            if method == "GET" or one == "/api/rulings":
                assert answered[method, one, status], (method, one)


def ran(made):
    """What failed, what was answered how often, and why it ended."""
    config = schemathesis.Config.from_dict({
        "base-url": f"http://{HOST}", "headers": {"Authorization": made.key["authorization"]},
        "seed": 7, "checks": CHECKS, "generation": {"max-examples": EXAMPLES},
        "continue-on-failure": True, "operations": known(made),
    })  # fmt: skip
    described = schemathesis.openapi.from_asgi(
        "/api/openapi.json", made.app, config=config, headers={**made.key, "host": HOST}
    )
    failures, answered, stopped = [], Counter(), None
    for event in from_schema(described).execute():
        if isinstance(event, events.ScenarioFinished):
            failures += failed(event.recorder)
            answered.update(answers(event.recorder))
        elif isinstance(event, events.NonFatalError | events.FatalError):
            failures.append(str(event))
        elif isinstance(event, events.EngineFinished):
            stopped = event.stop_reason
    return failures, answered, stopped


def known(made) -> list[dict[str, object]]:
    """An id that is there, for each address that is about one record."""
    shelf = Shelf(made.ledger.case())
    made.rule(kind="note", ids=["C1"], why="x", by="Ana")
    ids = {"claims": shelf.claims[0].id, "documents": shelf.case.documents[0].id, "rulings": 1,
           "documents/{id}/versions": shelf.case.documents[0].id,
           "actors": shelf.case.gathering.actors[0].id, "why": shelf.claims[0].id}  # fmt: skip
    one, *_, other = shelf.statements
    beside = {"include-path": "/api/beside", "parameters": {"one": one, "other": other}}
    return [beside] + [
        {
            "include-path": f"/api/{name}" if "{" in name else f"/api/{name}/{{id}}",
            "parameters": {"id": id_},
        }
        for name, id_ in ids.items()
    ]


def failed(recorder) -> list[str]:
    return [
        f"{recorder.cases[label].value.operation.label}: {check.failure_info.failure}"
        for label, checks in recorder.checks.items()
        for check in checks
        if check.failure_info
    ]


def answers(recorder):
    """(method, address, status) of each answer."""
    for label, one in recorder.interactions.items():
        if one.response:
            case = recorder.cases[label].value
            yield case.method, case.path, one.response.status_code
