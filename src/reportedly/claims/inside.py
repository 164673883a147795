"""The names of every report resolved inside it, story by story, and kept by content.

What a name means in a report depends on the report, on its reading, on the other reports of its
story and on the person's own table, and on nothing else: a story that no new report touches need
not be resolved again.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from reportedly.claims.known import kinds_of, known_of
from reportedly.claims.memory import Memory, key_of
from reportedly.claims.mentions import Mention
from reportedly.claims.shorter import Form, Step
from reportedly.claims.table import Table
from reportedly.claims.tokens import lines_of
from reportedly.claims.within import Placed, Within, names_in, settle, within
from reportedly.model import Document, Reading, Span

_KIND = "names"


def resolved(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    pools: Mapping[str, str],
    own: Table,
    memory: Memory,
) -> dict[str, Within]:
    """What the names of each report mean in it, by document id; ``pools``: each report's story."""
    told: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        told[pools[document.id]].append(document)
    ruled = [sorted(own.same.items()), sorted(sorted(pair) for pair in own.apart)]
    rows = {pool: [_row(d, readings.get(d.id)) for d in held] for pool, held in told.items()}
    keys = {pool: key_of([ruled, held]) for pool, held in rows.items()}
    known = memory.recall(_KIND, keys.values())
    fresh: dict[str, Any] = {}
    found: dict[str, Within] = {}
    for pool, held in told.items():
        kept = known.get(keys[pool])
        if kept is None:
            made = _in_story(held, readings, own)
            fresh[keys[pool]] = [to_row(made[d.id]) for d in held]
            found |= made
        else:
            found |= {d.id: from_row(row) for d, row in zip(held, kept, strict=True)}
    memory.remember(_KIND, fresh, keys.values())
    return {document.id: found[document.id] for document in documents}


def _in_story(
    documents: Sequence[Document], readings: Mapping[str, Reading], own: Table
) -> dict[str, Within]:
    """The names of the reports of one story, helped by how its reports write words."""
    lines = {document.id: lines_of(document) for document in documents}
    capital = frozenset().union(*(told.inside for told in lines.values()))
    common = frozenset().union(*(told.common for told in lines.values()))
    only = frozenset(word for word in capital if word.lower() not in common)
    names = {id_: names_in(told, only, own) for id_, told in lines.items()}
    every = [mention for held in names.values() for mention in held]
    often, kinds = Counter(mention.key for mention in every), kinds_of(every)
    settled = {d.id: settle(d, names[d.id], often, kinds, own) for d in documents}
    known = known_of(often, ((p.mention, p.target) for w in settled.values() for p in w.placed))
    return {d.id: within(d, settled[d.id], known, readings.get(d.id)) for d in documents}


def _row(document: Document, reading: Reading | None) -> list[object]:
    """All that resolving reads of a report, as plain data."""
    sources = [a.source for a in reading.attributions if a.source] if reading else []
    actors = [a for s in reading.statements for a in s.actors] if reading else []
    return [
        document.id, document.published, document.text,
        [(s.start, s.end) for s in document.sentences],
        [(source.name, [(s.start, s.end) for s in source.spans]) for source in sources],
        [(a.name, a.span.start, a.span.end) for a in actors],
    ]  # fmt: skip


def to_row(one: Within) -> list[Any]:
    """Plain data that says the same as ``one``."""
    return [
        [_form_row(form) for form in one.forms.values()],
        [[short, step.to, step.rule] for short, step in one.steps.items()],
        [[*_mention_row(p.mention), p.target, p.rule, _span_row(p.by)] for p in one.placed],
    ]


def from_row(row: list[Any]) -> Within:
    """Read back what :func:`to_row` gave."""
    forms = {told[0]: _form(told) for told in row[0]}
    steps = {short: Step(to, rule) for short, to, rule in row[1]}
    placed = tuple(_placed(told) for told in row[2])
    return Within(forms, steps, placed)


def _form_row(f: Form) -> list[Any]:
    return [
        f.key, f.name, f.kind, f.country, f.placed, _span_row(f.first), sorted(f.defined),
        sorted(f.alone), f.speaking, f.count, f.often,
    ]  # fmt: skip


def _form(told: list[Any]) -> Form:
    key, name, kind, country, placed, first, defined, alone, *rest = told
    sets = frozenset(defined), frozenset(alone)
    return Form(key, name, kind, country, placed, Span(*first), *sets, *rest)


def _mention_row(m: Mention) -> list[Any]:
    return [
        _span_row(m.span), m.text, m.sort, m.key, m.kind, m.country, m.place, m.gender, m.noun,
        sorted(m.called), m.alone,
    ]  # fmt: skip


def _placed(told: list[Any]) -> Placed:
    span, text, sort, key, kind, country, place, gender, noun, called, alone, *where = told
    target, rule, by = where
    words = frozenset(called)
    mention = Mention(
        Span(*span), text, sort, key, kind, country, place, gender, noun, words, alone
    )
    return Placed(mention, target, rule, Span(*by) if by else None)


def _span_row(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
