"""Cases made of any text at all, with spans laid anywhere: what no stage would make, but may."""

from random import Random

from reportedly.grades import compete
from reportedly.model import (
    Actor,
    Attribution,
    Case,
    Cause,
    Conflict,
    Decisions,
    Evidence,
    Factor,
    Gathering,
    Grade,
    Interval,
    Lineage,
    OriginRange,
    Posed,
    Quantity,
    Question,
    Relation,
    Retrieval,
    Skipped,
    Source,
    Span,
    Spans,
    Statement,
    identify,
)
from views.desks import Desk, claim, desk, drift, link, origin, position


def case_of(text: str, random: Random) -> Case:
    """Two reports of ``text``; every kind of record present, every name taken from ``text``."""
    desks = [desk(text, text[:40], text[:20], name=text[:9], url=text, title=text, byline=text),
             desk(text, "Second", "2031-03-04", url="https://a.example/" + text)]  # fmt: skip
    for held in desks:
        _read(held, text, random)
    first, second = desks
    made = [s for held in desks for s in held.statements]
    shown = _evidence(first, random), _evidence(second, random)
    reason = Factor(text[:8], 1.0, text[:30], shown)
    positions = [
        position(text[:25], stance, "CT+", made[0], country=text[:2], label=shown[0])
        for stance in ("for", "against", "observing", "silent")
    ]
    both = claim(shown[0], "contested", made, positions, joins=(reason,), first_seen=text[:10])
    alone = claim(shown[1], "uncontested", made[:1], positions[:1])
    hop = link("copied", second.document, first.document, text[:9], shown[1])
    out = link("credited", first.document, None, text, shown[0])
    behind = origin(both, text[:50], "anonymous", False, made[0], reasons=(reason,))
    conflict = Conflict("e0" * 8, "polarity", (made[0].id, made[-1].id), shown[0], shown[1],
                        both.id, (reason,))  # fmt: skip
    acting, acted = (Actor(name * 8, words, "person", text[:3], shown, (reason,))
                     for name, words in (("a0", text), ("a1", text[::-1])))  # fmt: skip
    acts = Relation("r0" * 8, "supply", acting.id, acted.id, "AID", made[0].id,
                    random.choice(("CT+", "PS+", "CT-", "Uu")), shown)  # fmt: skip
    documents = tuple(held.document for held in desks)
    readings = tuple(held.reading() for held in desks)
    gathering = Gathering((both, alone), (acting, acted), (conflict,), (acts,))
    lineage = Lineage((hop, out), (behind,), (OriginRange(both.id, 1, 2, (behind.id,), (reason,)),),
                      (drift(both, "hedge", hop, shown[0], shown[1], text[:30]),))  # fmt: skip
    first = made[0].id
    posed = Posed(1, text[:200] or "x", (("+", first),), reason)
    return Case(
        documents, readings, gathering, lineage,
        (Grade(both.id, "F", "6", text[:60], (reason,)),),
        (Skipped(text, text),),
        retrievals=tuple(
            Retrieval(held.document.id, text, text[:64], text, text[:10], text[:9], text[:9])
            for held in desks
        ),
        competing=compete(documents, readings, gathering, lineage, Decisions(posed=(posed,))),
    )  # fmt: skip


def _read(held: Desk, text: str, random: Random) -> None:
    sentences = held.document.sentences or (Span(0, len(text)),)
    inner = None
    for n in range(3):
        made = Attribution(
            identify("attribution", held.document.id, n), held.document.id,
            random.choice(sentences), Source(_spans(text, random), "person", text[:9]),
            _spans(text, random), _spans(text, random, 3), "say", "for", "PS+", "mixed", inner,
        )  # fmt: skip
        held.attributions.append(made)
        inner = made.id
        held.statements.append(_statement(held, made, sentences, random))
    spans = [_spans(text, random) for _ in range(5)]
    held.causes.append(
        Cause(identify("cause", held.document.id), held.document.id, *spans[:3], inner,
              random.choice(("causes", "prevents", "enables")), random.choice(("CT+", "PR-", "Uu")))
    )  # fmt: skip
    held.questions.append(Question(identify("question", held.document.id), held.document.id,
                                   *spans[3:], inner))  # fmt: skip
    held.skipped.append(Skipped(text, text, spans[0]))


def _statement(held: Desk, by: Attribution, sentences: Spans, random: Random) -> Statement:
    spans = _spans(held.document.text, random, 3)
    days = (None, "", held.document.text[:10], "2031-03-02", "2031-13-02", "0001-01-01")
    time = Interval(spans[-1], random.choice(days), random.choice(days))
    mode = random.choice(("actual", "historical", "future", "hypothetical"))
    return Statement(
        identify("statement", by.id), held.document.id, by.id, random.choice(sentences), spans,
        spans[0], "leave", None, (), None, time, Quantity(spans[0], 1, 1, 1, "men"), "+", mode,
        "for", "PS+", "Uu",
    )  # fmt: skip


def _spans(text: str, random: Random, most: int = 1) -> Spans:
    """One to ``most`` fragments, sorted, not overlapping, none empty."""
    ends = sorted(random.sample(range(len(text) + 1), k=min(2 * most, (len(text) + 1) // 2 * 2)))
    return tuple(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True))


def _evidence(held: Desk, random: Random) -> Evidence:
    return Evidence(held.document.id, _spans(held.document.text, random, 2))
