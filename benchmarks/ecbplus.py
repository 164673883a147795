"""ECB+ as records: texts put together again, event mentions with their chains, by sub-topic.

For ``events.py``. The corpus (Cybulska and Vossen 2014) marks a few sentences of each report, and
its authors checked those that their list names; that list is not among the files here. Counted
is therefore every sentence with a mention that is tied to one in another report.
"""

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from sources import document

from reportedly.model import Document, Span, Spans

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "ecbplus"
_TIGHT = re.compile(r"^(?:[,.;:!?%)\]]|n't|'\w{0,2}|’\w{0,2})$")


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Where an event is named, and the chain it is of; a chain of its own where tied to none."""

    document: str
    place: Span
    chain: str


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """One file: its mentions, and the sentences of which every event is marked.

    ``topic`` holds two sub-topics, ``subtopic``: the event of ECB and another of its kind.
    """

    document: Document
    topic: str
    subtopic: str
    mentions: tuple[Mention, ...]
    marked: Spans


def reports(corpus: Path) -> list[Report]:
    """Every report, topics in the order of their numbers."""
    paths = sorted(corpus.glob("*/*.xml"), key=lambda path: (int(path.parent.name), path.name))
    return [_report(path) for path in paths]


def _report(path: Path) -> Report:
    root = ET.parse(path).getroot()
    text, at, lines = _text(root)
    made = document(path.name, text)
    chains = _chains(root, made.id)
    found: dict[Span, Mention] = {}
    tied: set[str] = set()
    sentence = {t.attrib["t_id"]: t.attrib["sentence"] for t in root.iter("token")}
    for mark in root.iterfind("Markables/*"):
        ids = [a.attrib["t_id"] for a in mark.iter("token_anchor")]
        if "ACTION" not in mark.tag or not ids:
            continue
        place, key = Span(at[ids[0]].start, at[ids[-1]].end), mark.attrib["m_id"]
        found[place] = Mention(made.id, place, chains.get(key, f"{made.id} {key}"))
        if key in chains and not chains[key].startswith(made.id):
            tied.add(sentence[ids[0]])
    marked = tuple(lines[number] for number in sorted(tied, key=int))
    kept = tuple(m for p, m in sorted(found.items()) if any(p in line for line in marked))
    kind = "plus" if path.stem.endswith("plus") else "ecb"
    topic = path.parent.name
    return Report(made, topic, f"{topic} {kind}", kept, marked)


def _chains(root: ET.Element, name: str) -> dict[str, str]:
    """The chain of each mention: one of all reports, or one of this report only."""
    found: dict[str, str] = {}
    for link in root.iterfind("Relations/*"):
        across = link.tag == "CROSS_DOC_COREF"
        chain = link.attrib["note"] if across else f"{name} r{link.attrib['r_id']}"
        for source in link.iterfind("source"):
            found[source.attrib["m_id"]] = chain
    return found


def _text(root: ET.Element) -> tuple[str, dict[str, Span], dict[str, Span]]:
    """Each sentence as a line, words spaced as printed; the place of each token and line."""
    text, last = "", None
    at: dict[str, Span] = {}
    lines: dict[str, list[Span]] = defaultdict(list)
    for token in root.iter("token"):
        number = token.attrib["sentence"]
        word = {"``": "“", "''": "”"}.get(token.text or "", token.text or "")
        if number != last:
            text, last = f"{text}\n" if text else "", number
        elif not (_TIGHT.match(word) or word == "”" or text.endswith(("“", "$", "("))):
            text += " "
        at[token.attrib["t_id"]] = Span(len(text), len(text) + len(word))
        lines[number].append(at[token.attrib["t_id"]])
        text += word
    return text, at, {n: Span(held[0].start, held[-1].end) for n, held in lines.items()}
