"""MEANTIME's documents as records: texts put together again, events, participants, links.

For ``meantime.py``, whose docstring says how the corpus's marks are mapped.
"""

import hashlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sources import document

from reportedly.model import Document, Span

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "meantime"
ROLES = {"Arg0": "agent", "Arg1": "patient"}
"""PropBank's argument to our role."""

_LEVELS = {"CERTAIN": "CT", "PROBABLE": "PR", "POSSIBLE": "PS"}
_TIGHT = re.compile(r"^(?:[,.;:!?%)\]]|n't|'\w{0,2}|’\w{0,2})$")

Link = tuple[Span, Span]
"""The places of a cause and of its effect."""


@dataclass(frozen=True, slots=True)
class Event:
    """A gold event mention: where it stands, its class, and the participants' roles and places."""

    place: Span
    value: str
    actors: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Gold:
    """One document of the corpus: events in order, mentions with their entity, causal links."""

    document: Document
    events: tuple[Event, ...]
    mentions: dict[Span, str]
    links: tuple[Link, ...]


def split_of(path: Path) -> str:
    """``tune`` or ``score``, by the file's name."""
    number = int(hashlib.sha256(path.name.encode()).hexdigest(), 16)
    return "score" if number % 2 else "tune"


def gold(path: Path) -> Gold:
    """One file: its tokens put together again as a text, with everything marked in it."""
    root = ET.parse(path).getroot()
    text, at = _text(root)
    marks = {m.attrib["m_id"]: m for m in root.iterfind("Markables/*")}
    places = {
        key: Span(at[ids[0]].start, at[ids[-1]].end)
        for key, mark in marks.items()
        if (ids := [a.attrib["t_id"] for a in mark.iter("token_anchor")])
    }
    found = [
        Event(places[key], value, _actors(root, key, places))
        for key, mark in marks.items()
        if mark.tag == "EVENT_MENTION" and key in places and (value := _value(mark))
    ]
    entity = dict(_ends(root, "REFERS_TO"))
    entities = {places[k]: entity.get(k, k) for k, m in marks.items()
                if m.tag == "ENTITY_MENTION" and k in places}  # fmt: skip
    links = {(places[a], places[b]) for a, b in _ends(root, "CLINK")}
    return Gold(
        document(path.name, text),
        tuple(sorted(found, key=lambda e: (e.place, e.value))),
        dict(sorted(entities.items())),
        tuple(sorted(links)),
    )


def _text(root: ET.Element) -> tuple[str, dict[str, Span]]:
    """Title, date and body as lines, words spaced as they are printed; the place of each token."""
    text, line = "", 0
    at: dict[str, Span] = {}
    for token in root.iter("token"):
        number = min(int(token.attrib["sentence"]), 2)
        word = {"``": "“", "''": "”"}.get(token.text or "", token.text or "")
        if number != line:
            text, line = f"{text}\n\n", number
        elif text and not (_TIGHT.match(word) or word == "”" or text.endswith(("“", "$", "("))):
            text += " "
        at[token.attrib["t_id"]] = Span(len(text), len(text) + len(word))
        text += word
    return text, at


def _value(mark: ET.Element) -> str | None:
    certainty, polarity = mark.get("certainty"), mark.get("polarity")
    if not certainty or not polarity:
        return None
    if certainty not in _LEVELS:
        return "Uu"
    if polarity == "UNDERSPECIFIED":
        return "CTu" if certainty == "CERTAIN" else f"{_LEVELS[certainty]}+"
    return _LEVELS[certainty] + ("-" if polarity == "NEG" else "+")


def _actors(root: ET.Element, event: str, places: dict[str, Span]) -> tuple[tuple[str, Span], ...]:
    made = {
        (ROLES[x.attrib["sem_role"]], places[target])
        for x in root.iterfind("Relations/HAS_PARTICIPANT")
        if x.get("sem_role") in ROLES and (source := x.find("source")) is not None
        and source.get("m_id") == event
        for t in x.iterfind("target") if (target := t.attrib["m_id"]) in places
    }  # fmt: skip
    return tuple(sorted(made))


def _ends(root: ET.Element, tag: str) -> Iterator[tuple[str, str]]:
    for link in root.iterfind(f"Relations/{tag}"):
        for source in link.iterfind("source"):
            for target in link.iterfind("target"):
                yield source.attrib["m_id"], target.attrib["m_id"]
