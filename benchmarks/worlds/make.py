"""A world from a seed: its truth first, then the reports that hear it or take it over."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from . import prose
from .bank import Bank
from .frames import real
from .losing import lost, worn
from .records import Claim, Hop, Report, Root, Sentence, State, Told, World

START = datetime(2031, 5, 2, 6, 0, tzinfo=UTC)
SMALLEST, LARGEST = 5, 200
ROOTS = (0.50, 0.27, 0.15, 0.08)
"""Chances of one, two, three, four true origins of a claim."""
KINDS = {"unnamed": 0.36, "person": 0.26, "body": 0.22, "seen": 0.16}
WAYS = {"reprint": 0.26, "partly": 0.14, "nested": 0.27, "outlet": 0.15, "skip": 0.05,
        "deep": 0.05, "lined": 0.03, "talk": 0.03, "flat": 0.02}  # fmt: skip
"""Ways in which a report takes something over from another."""
AGENCY = 0.12
"""Share of reports that are a news agency's, beside those drawn anyway."""
UNCOLLECTED = 0.06
SECOND = 0.1
"""Chance that a report takes over from two others."""
REVISED = 0.04
DENIED = 0.15
REPHRASED, REWORDED = 0.3, 0.6
"""Chances that a rewrite has another of the four wordings, and other words in it."""
STRIPPED = 0.06
"""Chance that a desk that copies a sentence leaves out who said it."""
SPOKEN = {"heard", "gathering", "posted", "nested", "outlet", "deep"}
REAL = 0.3
"""Share of plain attributions that have the syntax of a real sentence."""


@dataclass(slots=True)
class _Desk:
    """A report being written, with what it is made of."""

    number: int
    outlet: str
    minute: int
    sentences: list[Sentence] = field(default_factory=list)
    url: str = ""


@dataclass(slots=True)
class _Making:
    """A world being made."""

    bank: Bank
    rng: random.Random
    part: str
    claims: list[Claim] = field(default_factory=list)
    roots: list[Root] = field(default_factory=list)
    desks: list[_Desk] = field(default_factory=list)
    hops: list[Hop] = field(default_factory=list)
    spare: dict[str, list[str]] = field(default_factory=dict)
    quotes: dict[int, str] = field(default_factory=dict)
    words: dict[int, State] = field(default_factory=dict)
    printed: set[tuple[int, int, str]] = field(default_factory=set)

    def one(self, held: list[str]) -> str:
        """Any one of a list."""
        return self.rng.choice(held)

    def take(self, name: str, held: list[str]) -> str | None:
        """One that was not taken before, None where none is left: real desks do not share."""
        left = self.spare.setdefault(name, self.rng.sample(held, len(held)))
        return left.pop() if left else None


def world(number: int, bank: Bank, size: int | None = None, part: str = "train") -> World:
    """World ``number`` of a bank. ``size``: reports, else 5 to 200, evenly in logarithms.

    ``part`` is the part of the corpus that real syntax is taken from.
    """
    rng = random.Random(f"{bank.name} {number}")
    making = _Making(bank, rng, part)
    size = size or round(SMALLEST * (LARGEST / SMALLEST) ** rng.random())
    _events(making)
    _reports(making, size)
    return _finished(number, making)


def _events(making: _Making) -> None:
    """Claims and their true origins."""
    rng, bank = making.rng, making.bank
    for number, family in enumerate(rng.sample(sorted(bank.families), rng.choice((1, 1, 2, 3)))):
        table = bank.families[family]
        counted = table["kind"] == "counted"
        count = rng.randint(*table["range"]) if counted else 0
        place = making.take("place", bank.names["places"]) or ""
        making.claims.append(Claim(number, family, counted, place, count))
        for _ in range(1 + rng.choices(range(4), ROOTS)[0]):
            making.roots.append(_root(making, number, place))


def _root(making: _Making, claim: int, place: str) -> Root:
    rng, names = making.rng, making.bank.names
    kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
    number = len(making.roots)
    country = rng.choice(names["countries"])["adjective"]
    filled = {"{adj}": country, "{place}": place}
    if kind in {"body", "person"}:
        body = _with(making.take("body", names["bodies"]) or names["bodies"][0], filled)
        if kind == "body":
            return Root(number, claim, "body", (body,), None, True)
        name = making.take("person", names["people"]) or names["people"][0]
        role = making.one(names["roles"]).replace("{body}", body)
        forms = (f"{name}, {role},", f"{role}, {name},", name)
        return Root(number, claim, "person", forms, None, rng.random() < 0.6)
    if kind == "unnamed":
        phrase = _with(making.one(names["unnamed"]), filled)
        short = re.split(r",| who | whose | because | on condition| speaking ", phrase)[0]
        return Root(number, claim, "unnamed", (phrase, short), None, False)
    return Root(number, claim, "seen", (), None, False)


def _with(template: str, filled: dict[str, str]) -> str:
    for slot, text in filled.items():
        template = template.replace(slot, text)
    return template


def _reports(making: _Making, size: int) -> None:
    rng, names = making.rng, making.bank.names
    plan = _plan(making, size)
    outlets = sorted({*names["outlets"], *names["agencies"]})
    used = rng.sample(outlets, min(len(outlets), 8 + size))
    lasts = sorted({name.split()[-1] for name in names["outlets"] if len(name.split()) > 1})
    used += [f"{rng.choice(names['places'])} {rng.choice(lasts)}" for _ in range(size)]
    agencies = [name for name in used if name in names["agencies"]]
    minute, pace = 0, rng.uniform(1, 5) * 1440 / size
    for number in range(size):
        minute += max(1, round(rng.expovariate(1 / pace)))
        hearing = plan.get(number, [])
        outlet = making.one(agencies if agencies and rng.random() < AGENCY else used)
        desk = _Desk(number, outlet, minute, url=f"https://{_slug(outlet)}.example/{number}")
        if hearing:
            _hear(making, desk, hearing)
        elif number and rng.random() < REVISED:
            _revise(making, desk)
        else:
            _take_over(making, desk)
        if desk.sentences:
            making.desks.append(desk)


def _plan(making: _Making, size: int) -> dict[int, list[int]]:
    """Which reports hear which origins themselves."""
    rng = making.rng
    plan: dict[int, list[int]] = {}
    first: set[int] = set()
    for root in making.roots:
        at = 0 if root.number == 0 else rng.randrange(max(1, round(size * 0.6)))
        if root.claim not in first:
            at = min(at, rng.randrange(max(1, size // 4)))
            first.add(root.claim)
        plan.setdefault(at, []).append(root.number)
        attending = rng.randint(0, min(9, size // 5)) if root.open else 0
        for _ in range(attending):
            later = min(size - 1, at + 1 + int(rng.expovariate(1 / max(1, size / 10))))
            if root.number not in plan.setdefault(later, []):
                plan[later].append(root.number)
    return plan


def _hear(making: _Making, desk: _Desk, roots: list[int]) -> None:
    """A report from its own people: those it met, those who spoke in public, what they saw."""
    body: list[Sentence] = []
    for number in roots:
        root = making.roots[number]
        if root.heard_by is None and not root.open:
            root = making.roots[number] = replace(root, heard_by=desk.outlet)
        state = _heard(making, root)
        body.append(_say(making, state, desk.outlet, root))
        body += _details(making, making.claims[root.claim])
    _write(making, desk, body)


def _heard(making: _Making, root: Root) -> State:
    """What an origin says to whoever hears it: always the same thing, not always in one wording."""
    rng = making.rng
    style = "seen" if root.kind == "seen" else "heard"
    if root.open:
        style = "gathering" if root.kind == "person" else rng.choice(("gathering", "posted"))
    if root.number not in making.words:
        making.words[root.number] = _meant(making, root, style)
    names = root.names[:2] if root.kind == "person" else root.names[:1]
    source = making.one(list(names)) if names else None
    held = making.words[root.number]
    return replace(held, style=style, wording=rng.randrange(4), source=source,
                   phrasing=rng.randrange(10**9))  # type: ignore[arg-type]  # fmt: skip


def _meant(making: _Making, root: Root, style: str) -> State:
    rng, claim = making.rng, making.claims[root.claim]
    sure = style in {"gathering", "posted", "seen"}
    level = "plain" if sure else rng.choices(("plain", "strong", "weak"), (0.5, 0.2, 0.3))[0]
    forms = (0.8, 0.12, 0.08) if level == "plain" and style != "seen" else (1, 0, 0)
    return State(
        claim.number, frozenset({root.number}), "heard", 0,
        rng.choices(("done", "may", "planned"), forms)[0],  # type: ignore[arg-type]
        level,  # type: ignore[arg-type]
        rng.choice(("", "", "up to", "about", "more than", "at least")), claim.count,
        rng.choices(("part", "neutral", "whole"), (0.4, 0.4, 0.2))[0],  # type: ignore[arg-type]
        rng.randrange(3), None,
    )  # fmt: skip


def _say(making: _Making, state: State, outlet: str, root: Root | None = None) -> Sentence:
    """The sentence for a state, in a frame of its style."""
    bank, rng = making.bank, making.rng
    claim = making.claims[state.claim]
    slots = {"channel": making.one(bank.names["channels"])}
    frames: list[str]
    if state.style == "heard" and state.level == "plain" and root and rng.random() < 0.4:
        frames = bank.said["quoted"]
        quote = making.quotes.get(root.number) or making.take("quote", bank.said["quotes"])
        if quote:
            making.quotes[root.number] = slots["quote"] = quote
        else:
            frames = bank.said["plain"]
    elif state.style == "heard":
        frames = bank.said[state.level]
        mined = real(making.part) if state.level == "plain" else ()
        frames = list(mined) if mined and rng.random() < REAL else frames
    elif state.style in {"flat", "lined"}:
        return prose.flat(state, claim, bank)
    else:
        section, name = _SECTION[state.style]
        frames = getattr(bank, section)[name]
    if state.style == "talk":
        frames = bank.loose["nominal"] if rng.random() < 0.25 and state.form == "done" else frames
    if state.style == "seen":
        slots["outlet"] = prose.within(outlet)
    state, frame = _fresh(making, state, frames)
    return prose.telling(state, claim, bank, frame, slots)


def _fresh(making: _Making, state: State, frames: list[str]) -> tuple[State, str]:
    """A frame and a wording that no desk has put together yet, if a few tries find them."""
    frame = making.one(frames)
    for _ in range(12):
        told = state.style == "gathering"
        key = (state.claim, -1 if told else state.wording, frame)
        if key not in making.printed:
            break
        frame = making.one(frames)
        state = replace(state, wording=making.rng.randrange(4))
    making.printed.add((state.claim, -1 if state.style == "gathering" else state.wording, frame))
    return state, frame


_SECTION = {
    "gathering": ("said", "gathering"), "posted": ("said", "posted"), "seen": ("loose", "seen"),
    "outlet": ("credited", "outlet"), "nested": ("credited", "nested"),
    "deep": ("credited", "deep"), "talk": ("loose", "talk"),
}  # fmt: skip


def _details(making: _Making, claim: Claim) -> list[Sentence]:
    table = making.bank.families[claim.family]
    held = [making.take(f"detail {claim.number}", [*table["details"], *table["aftermath"]])
            for _ in range(making.rng.choice((0, 1, 2, 3)))]  # fmt: skip
    return [_plain(making, text, claim, "detail") for text in held if text]


def _plain(making: _Making, text: str, claim: Claim | None, kind: str) -> Sentence:
    country = making.rng.choice(making.bank.names["countries"])["adjective"]
    place = claim.place if claim else making.claims[0].place
    filled = _with(text, {"{place}": place, "{adj}": country})
    return Sentence(tuple(prose.plain(prose.raised(filled))), kind)  # type: ignore[arg-type]


def _write(making: _Making, desk: _Desk, body: list[Sentence]) -> None:
    """The report around what it has to tell."""
    rng, frame = making.rng, making.bank.frame
    opened = body[0].kind == "dateline" or rng.random() >= 0.2
    before = None if opened else making.take("lead", frame["leads"])
    after = making.take("background", frame["background"]) if rng.random() < 0.5 else None
    if before:
        desk.sentences.append(_plain(making, before, None, "frame"))
    desk.sentences += body
    if rng.random() < DENIED:
        desk.sentences.append(_denial(making, body))
    if after:
        desk.sentences.append(_plain(making, after, None, "frame"))
    if rng.random() < 0.15:
        desk.sentences.append(_plain(making, making.one(frame["boilerplate"]), None, "boilerplate"))


def _denial(making: _Making, body: list[Sentence]) -> Sentence:
    """Somebody who is nobody's origin denies it."""
    bank = making.bank
    state = next(s.state for s in body if s.state)
    claim = making.claims[state.claim]
    country = making.rng.choice(bank.names["countries"])["adjective"]
    body_name = making.spare.setdefault("denier", [_with(
        making.take("body", bank.names["bodies"]) or bank.names["bodies"][0],
        {"{adj}": country, "{place}": claim.place})])[0]  # fmt: skip
    state, frame = _fresh(making, state, bank.said["denied"])
    made = prose.telling(replace(state, source=body_name, form="done", bound="",
                                         phrasing=making.rng.randrange(10**9)), claim, bank,
                         frame, {})  # fmt: skip
    return Sentence(made.pieces, "denial")


def _take_over(making: _Making, desk: _Desk) -> None:
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
    _write(making, desk, body) if body else None


def _parents(making: _Making, desk: _Desk) -> list[_Desk]:
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


def _latest(making: _Making, desk: _Desk) -> _Desk:
    """The outlet's last report on the same matter, mostly: that is what others have before them."""
    claims = {s.state.claim for s in desk.sentences if s.state}
    later = [d for d in making.desks if d.outlet == desk.outlet
             and claims <= {s.state.claim for s in d.sentences if s.state}]  # fmt: skip
    return later[-1] if making.rng.random() < 0.8 else desk


def _first_hand(desk: _Desk) -> bool:
    return any(s.state and s.state.style in {"heard", "gathering", "posted", "seen"}
               for s in desk.sentences)  # fmt: skip


def _from(making: _Making, desk: _Desk, parent: _Desk, states: list[State]) -> list[Sentence]:
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
        body.append(_say(making, taken, desk.outlet))
        sure, may = lost(state, taken)
        losses += [(state.claim, kind) for kind in sure]
        unsure += [(state.claim, kind) for kind in may]
    if way == "lined":
        body.append(_line(making, parent.outlet))
    making.hops.append(
        Hop(desk.number, parent.number, False, credited, False, tuple(losses), tuple(unsure))
    )  # type: ignore[arg-type]
    return body


def _rewritten(making: _Making, state: State, outlet: str, way: str) -> State:
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


def _copy(making: _Making, desk: _Desk, parent: _Desk, partly: bool) -> list[Sentence]:
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


def _reworded(making: _Making, sentence: Sentence, state: State) -> Sentence:
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


def _line(making: _Making, outlet: str) -> Sentence:
    slots = {"outlet": prose.plain(prose.within(outlet))}
    return Sentence(tuple(prose.fill(making.one(making.bank.credited["lines"]), slots)), "line")


def _dateline(making: _Making, desk: _Desk, outlet: str) -> Sentence:
    day = (START + timedelta(minutes=desk.minute)).strftime("%B %-d")
    slots = {"place_upper": prose.plain(making.claims[0].place.upper()), "day": prose.plain(day),
             "outlet": prose.plain(outlet)}  # fmt: skip
    return Sentence(
        tuple(prose.fill(making.one(making.bank.credited["datelines"]), slots)), "dateline"
    )


def _revise(making: _Making, desk: _Desk) -> None:
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
        desk.sentences.append(_plain(making, note, None, "frame"))
    making.hops.append(Hop(desk.number, old.number, True, False, True, tuple(losses)))  # type: ignore[arg-type]


def _finished(number: int, making: _Making) -> World:
    rng = making.rng
    reports = tuple(_printed(making, desk) for desk in making.desks)
    numbers = {report.number for report in reports}
    hops = tuple(h for h in making.hops if h.below in numbers and h.above in numbers)
    keep = [rng.random() >= UNCOLLECTED for _ in reports]
    if not any(keep):
        keep[0] = True
    kept = tuple(replace(r, kept=k) for r, k in zip(reports, keep, strict=True))
    return World(number, tuple(making.claims), tuple(making.roots), kept, hops)


def _printed(making: _Making, desk: _Desk) -> Report:
    rng = making.rng
    text, told = prose.lay_out(desk.sentences, rng)
    moment = START + timedelta(minutes=desk.minute)
    published = rng.choices((moment.isoformat(), moment.date().isoformat(), None), (85, 12, 3))[0]
    title = prose.headline(told[0].state, making.claims[told[0].state.claim], making.bank)
    return Report(desk.number, desk.outlet, desk.url, desk.minute, published, title, text, told)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def rows(made: World) -> Iterator[dict[str, str | None]]:
    """The kept reports as a table a person might have."""
    for report in made.kept:
        yield {"url": report.url, "publisher": report.outlet, "published": report.published,
               "title": report.title, "text": report.text}  # fmt: skip


def told_of(report: Report, claim: int) -> list[Told]:
    """Where a report tells of a claim."""
    return [told for told in report.told if told.state.claim == claim]
