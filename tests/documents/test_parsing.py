"""JSON within bounds: what would take all memory is named before it does."""

import json
from pathlib import Path

import pytest

from documents.bounded import in_bounds
from documents.loading import kept
from reportedly.documents import parsing


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


SKY = '{"$type":"app.bsky.feed.post"}'
HOSTILE = {
    "empty objects": lambda: "[" + "{}," * 30_000_000 + "{}]",
    "objects of one value": lambda: "[" + '{"a":1},' * 15_000_000 + "{}]",
    "numbers": lambda: "[" + "1," * 50_000_000 + "1]",
    "an outbox": lambda: (
        '{"type":"OrderedCollection","orderedItems":[' + "{}," * 17_000_000 + "1]}"
    ),
    "many posts": lambda: '{"feed":[' + f"{SKY}," * 3_000_000 + SKY + "]}",
    "messages": lambda: '{"name":"a","type":"b","messages":[' + "[]," * 20_000_000 + "1]}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_values_that_would_take_all_memory_are_named(name):
    Path("a.json").write_text(HOSTILE[name]())
    assert in_bounds("a.json") == ["it is too much JSON to take apart at once: give it in parts"]


@pytest.mark.parametrize(
    "value",
    [
        [{} for _ in range(20_000)], [{"a": i} for i in range(20_000)],
        [chr(128512) + chr(19968 + i % 90) for i in range(20_000)],
        [dict.fromkeys("abcdef", i) for i in range(5_000)],
        [chr(97 + i % 26) * 2 + str(i) for i in range(20_000)],
        {f"k{i}": i + 1_000 for i in range(20_000)}, [[i + 1_000] for i in range(20_000)],
    ],
)  # fmt: skip
def test_a_value_takes_hardly_more_than_is_thought(value):
    import tracemalloc  # noqa: PLC0415

    data = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
    tracemalloc.start()
    held = json.loads(data)
    _, taken = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held == value
    assert taken + len(data) < 1.2 * parsing.weight(data)


def test_lines_are_read_one_by_one_however_many_there_are(monkeypatch):
    monkeypatch.setattr(parsing, "MOST_MEMORY", 2_000)
    rows = [{"text": f"Report {number}."} for number in range(50)]
    Path("a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert len(kept("a.jsonl")) == 50
