"""Promises to the user that hold for the whole program, shown on the bundled story."""

import json
import os
import re
import socket
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from network import NetworkTouchedError
from reportedly import documents
from reportedly.model import Kept

STORY = Path(__file__).parents[1] / "examples" / "tolvek" / "reports"


def report(folder, seed, jobs):
    """Run the main job in a process of its own; give the bytes of its dossier and JSON."""
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-m", "reportedly", "report", str(STORY), "--jobs", str(jobs),
         "-o", "d.html", "--json", "l.json"],
        check=True, cwd=folder, env={**os.environ, "PYTHONHASHSEED": str(seed)},
        capture_output=True,
    )  # fmt: skip
    return (folder / "d.html").read_bytes(), (folder / "l.json").read_bytes()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Dossier, JSON and texts of the story."""
    folder = tmp_path_factory.mktemp("promises")
    dossier, ledger = report(folder / "one", 1, 1)
    return folder, dossier.decode(), json.loads(ledger), dossier, ledger


@pytest.fixture(scope="module")
def texts():
    kept = documents.load([str(STORY)])
    return {one.document.id: one.document.text for one in kept if isinstance(one, Kept)}


def test_output_is_the_same_for_any_hash_seed_and_number_of_processes(written):
    folder, *_, dossier, ledger = written
    assert (dossier, ledger) == report(folder / "two", 2, 2)


def quotations(node, document=None):
    """Every ``{spans, text}`` of a JSON tree with the document it stands in."""
    if isinstance(node, list):
        for child in node:
            yield from quotations(child, document)
    elif isinstance(node, dict):
        document = node.get("document") or document
        if "spans" in node and "text" in node:
            yield document, node["spans"], node["text"]
        for child in node.values():
            yield from quotations(child, document)


def test_every_quotation_in_the_ledger_is_a_slice_of_its_document(written, texts):
    found = list(quotations(written[2]))
    assert len(found) > 500
    for document, spans, text in found:
        assert text == " ".join(texts[document][s:e] for s, e in spans)


class Quotations(HTMLParser):
    """Collects the text of every ``<q data-doc data-spans>``."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.found = [], []

    def handle_starttag(self, tag, attrs):
        if tag == "q":
            given = dict(attrs)
            self.open.append((given["data-doc"], given["data-spans"], []))

    def handle_endtag(self, tag):
        if tag == "q":
            self.found.append(self.open.pop())

    def handle_data(self, data):
        for _, _, pieces in self.open:
            pieces.append(data)


def test_every_quotation_in_the_dossier_is_a_slice_of_its_document(written, texts):
    parser = Quotations()
    parser.feed(written[1])
    assert len(parser.found) > 100
    for document, at, pieces in parser.found:
        start, end = map(int, at.split("-"))
        assert texts[document][start:end] == "".join(pieces)


def test_the_dossier_asks_for_nothing_from_outside(written):
    page = written[1]
    assert not re.findall(r"<(?:script|img|iframe|link|object|embed)[^>]+(?:src|href)=", page)
    assert not re.findall(r"url\((?!#)|@import", page)
    assert "Content-Security-Policy" in page


def test_nothing_says_what_is_true(written):
    def keys(node):
        if isinstance(node, dict):
            yield from node
        for child in node.values() if isinstance(node, dict) else node:
            if isinstance(child, dict | list):
                yield from keys(child)

    said = {k for k in keys(written[2]) if re.search("truth|true|false|verdict|credib", k)}
    assert said <= {"credibility"}
    # Heuer's word for one of the two weights of a row of evidence; of nothing else.
    rest = {name: rows for name, rows in written[2].items() if name != "items"}
    assert "credibility" not in set(keys(rest))


def test_the_network_is_shut_while_tests_run():
    with pytest.raises(NetworkTouchedError):
        socket.create_connection(("192.0.2.1", 80))
