"""Reports that take over from others, and what is lost on the way."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from . import prose
from .desk import Desk, Making
from .losing import lost, worn
from .records import Hop, Sentence, State
from .saying import plain_sentence, say, write

START = datetime(2031, 5, 2, 6, 0, tzinfo=UTC)
WAYS = {"reprint": 0.26, "partly": 0.14, "nested": 0.27, "outlet": 0.15, "skip": 0.05,
        "deep": 0.05, "lined": 0.03, "talk": 0.03, "flat": 0.02}  # fmt: skip
"""Ways in which a report takes something over from another."""
SECOND = 0.1
"""Chance that a report takes over from two others."""
REPHRASED, REWORDED = 0.3, 0.6
"""Chances that a rewrite has another of the four wordings, and other words in it."""
STRIPPED = 0.06
"""Chance that a desk that copies a sentence leaves out who said it."""
SPOKEN = {"heard", "gathering", "posted", "nested", "outlet", "deep"}


def take_over(making: Making, desk: Desk) -> None:
    """A report that has everything from others."""
    parents = _parents(making, desk)
    if not parents:
        return
    body: list[Sentence] = []
    done: set[int] = set()
    for parent in parents:
        chosen = [s.state for s in parent.sentences if s.state and s.state.claim not in done]
        if not chosen:
            continue
        done |= {state.claim for state in chosen}
        body += _from(making, desk, parent, chosen)
    write(making, desk, body) if body else None


def _parents(making: Making, desk: Desk) -> list[Desk]:
    rng = making.rng
    held = [d for d in making.desks if d.outlet != desk.outlet]
    if not held:
        return []
    agencies = set(making.bank.names["agencies"])
    weights = [
        (3.0 if d.outlet in agencies else 1.0) * (2.0 if _first_hand(d) else 1.0)
        / (1 + (desk.minute - d.minute) / 600)
        for d in held
    ]  # fmt: skip
    count = 2 if rng.random() < SECOND else 1
    chosen = rng.choices(held, weights, k=count)
    return list({d.number: d for d in (_latest(making, d) for d in chosen)}.values())


def _latest(making: Making, desk: Desk) -> Desk:
    """The outlet's last report on the same matter, mostly: that is what others have before them."""
    claims = {s.state.claim for s in desk.sentences if s.state}
    later = [d for d in making.desks if d.outlet == desk.outlet
             and claims <= {s.state.claim for s in d.sentences if s.state}]  # fmt: skip
    return later[-1] if making.rng.random() < 0.8 else desk


def _first_hand(desk: Desk) -> bool:
    return any(s.state and s.state.style in {"heard", "gathering", "posted", "seen"}
               for s in desk.sentences)  # fmt: skip


def _from(making: Making, desk: Desk, parent: Desk, states: list[State]) -> list[Sentence]:
    """What ``desk`` takes over from ``parent``, and the hop that goes with it."""
    rng = making.rng
    way = rng.choices(list(WAYS), list(WAYS.values()))[0]
    if any(s.style == "talk" for s in states) and way in {
        "flat",
        "nested",
        "deep",
        "lined",
        "talk",
    }:
        way = "outlet"
    if way in {"reprint", "partly"}:
        return _copy(making, desk, parent, way == "partly")
    body: list[Sentence] = []
    losses: list[tuple[int, str]] = []
    unsure: list[tuple[int, str]] = []
    credited = False
    for state in states[: rng.choice((1, 2, 2, 3))]:
        taken = _rewritten(making, state, parent.outlet, way)
        credited |= parent.outlet in taken.credited or taken.style == "lined"
        body.append(say(making, taken, desk.outlet))
        sure, may = lost(state, taken)
        losses += [(state.claim, kind) for kind in sure]
        unsure += [(state.claim, kind) for kind in may]
    if way == "lined":
        body.append(_line(making, parent.outlet))
    making.hops.append(
        Hop(desk.number, parent.number, False, credited, False, tuple(losses), tuple(unsure))
    )  # type: ignore[arg-type]
    return body


def _rewritten(making: Making, state: State, outlet: str, way: str) -> State:
    """The state as the next desk tells it."""
    rng = making.rng
    wording = rng.randrange(4) if rng.random() < REPHRASED else state.wording
    phrasing = rng.randrange(10**9) if rng.random() < REWORDED else state.phrasing
    state = replace(state, wording=wording, phrasing=phrasing)
    state = worn(state, rng, 0.12, way in {"nested", "deep"})
    roots = [making.roots[r] for r in sorted(state.roots)]
    source = state.source
    if source and len(roots) == 1 and rng.random() < 0.4:
        source = making.one([n.removesuffix(",") for n in roots[0].names])
    state = replace(state, level="plain")  # none of the frames below says how sure the source is
    if way == "deep" and state.credited and source:
        return replace(state, style="deep", source=source, credited=(outlet, state.credited[0]))
    if way == "skip" and state.credited:
        outlet = state.credited[-1]
    if way in {"nested", "deep", "skip"} and source:
        return replace(state, style="nested", source=source, credited=(outlet,))
    if way in {"talk", "flat", "lined"}:
        return replace(state, style=way, source=None, credited=())  # type: ignore[arg-type]
    return replace(state, style="outlet", source=None, credited=(outlet,))


def _copy(making: Making, desk: Desk, parent: Desk, partly: bool) -> list[Sentence]:
    """The parent's sentences, all or some, with the small changes of a desk in a hurry."""
    rng = making.rng
    held = [s for s in parent.sentences if s.kind in {"telling", "detail", "denial"}]
    if partly:
        held = [s for s in held if s.kind == "telling" or rng.random() < 0.6]
    body: list[Sentence] = []
    losses: list[tuple[int, str]] = []
    for sentence in held:
        if sentence.state is None:
            body.append(sentence)
            continue
        changed = worn(sentence.state, rng, 0.05, False)
        if sentence.state.style in SPOKEN and rng.random() < STRIPPED:
            changed = replace(changed, style="flat", source=None, credited=(), level="plain")
            body.append(prose.flat(changed, making.claims[changed.claim], making.bank))
        else:
            body.append(_reworded(making, sentence, changed))
        losses += [(changed.claim, kind) for kind in lost(sentence.state, changed)[0]]
    named = rng.random() < 0.75
    if named and parent.outlet in making.bank.names["agencies"] and rng.random() < 0.5:
        body.insert(0, _dateline(making, desk, parent.outlet))
    elif named:
        body.append(_line(making, parent.outlet))
    making.hops.append(Hop(desk.number, parent.number, True, named, False, tuple(losses)))  # type: ignore[arg-type]
    return body


def _reworded(making: Making, sentence: Sentence, state: State) -> Sentence:
    """The sentence with the clause of another state, all else as it was."""
    assert sentence.state
    if state == sentence.state:
        return sentence
    claim = making.claims[state.claim]
    old = "".join(p.text for p in prose.clause(sentence.state, claim, making.bank))
    new = [replace(p, tag=p.tag or "clause") for p in prose.clause(state, claim, making.bank)]
    text = sentence.text
    at = text.lower().find(old.lower())
    if at < 0:
        return sentence
    pieces: list = []
    place = 0
    for piece in sentence.pieces:
        end = place + len(piece.text)
        if end <= at or place >= at + len(old):
            pieces.append(piece)
        elif place == at:
            capital = piece.text[:1].isupper()
            pieces += [
                replace(new[0], text=prose.raised(new[0].text) if capital else new[0].text),
                *new[1:],
            ]
        place = end
    return Sentence(tuple(pieces), sentence.kind, state)


def _line(making: Making, outlet: str) -> Sentence:
    slots = {"outlet": prose.plain(prose.within(outlet))}
    return Sentence(tuple(prose.fill(making.one(making.bank.credited["lines"]), slots)), "line")


def _dateline(making: Making, desk: Desk, outlet: str) -> Sentence:
    day = (START + timedelta(minutes=desk.minute)).strftime("%B %-d")
    slots = {"place_upper": prose.plain(making.claims[0].place.upper()), "day": prose.plain(day),
             "outlet": prose.plain(outlet)}  # fmt: skip
    return Sentence(
        tuple(prose.fill(making.one(making.bank.credited["datelines"]), slots)), "dateline"
    )


def revise(making: Making, desk: Desk) -> None:
    """A later text at the address of an earlier report."""
    old = making.rng.choice(making.desks)
    if any(d.url == old.url for d in making.desks if d is not old):
        old = [d for d in making.desks if d.url == old.url][-1]
    desk.outlet, desk.url = old.outlet, old.url
    losses: list[tuple[int, str]] = []
    for sentence in old.sentences:
        if sentence.state is None:
            desk.sentences.append(sentence)
            continue
        changed = worn(sentence.state, making.rng, 0.1, False)
        losses += [(changed.claim, kind) for kind in lost(sentence.state, changed)[0]]
        desk.sentences.append(_reworded(making, sentence, changed))
    note = making.take("background", making.bank.frame["background"])
    if note:
        desk.sentences.append(plain_sentence(making, note, None, "frame"))
    making.hops.append(Hop(desk.number, old.number, True, False, True, tuple(losses)))  # type: ignore[arg-type]
