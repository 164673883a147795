"""A world from a seed: its truth first, then the reports that hear it or take it over."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from . import prose
from .bank import Bank
from .desk import Desk, Making, with_slots
from .hearing import hear
from .records import Claim, Report, Root, World
from .taking import START, revise, take_over

SMALLEST, LARGEST = 5, 200
ROOTS = (0.50, 0.27, 0.15, 0.08)
"""Chances of one, two, three, four true origins of a claim."""
KINDS = {"unnamed": 0.36, "person": 0.26, "body": 0.22, "seen": 0.16}
AGENCY = 0.12
"""Share of reports that are a news agency's, beside those drawn anyway."""
UNCOLLECTED = 0.06
REVISED = 0.04


def world(number: int, bank: Bank, size: int | None = None, part: str = "train") -> World:
    """World ``number`` of a bank. ``size``: reports, else 5 to 200, evenly in logarithms.

    ``part`` is the part of the corpus that real syntax is taken from.
    """
    rng = random.Random(f"{bank.name} {number}")
    making = Making(bank, rng, part)
    size = size or round(SMALLEST * (LARGEST / SMALLEST) ** rng.random())
    _events(making)
    _reports(making, size)
    return _finished(number, making)


def _events(making: Making) -> None:
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


def _root(making: Making, claim: int, place: str) -> Root:
    rng, names = making.rng, making.bank.names
    kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
    number = len(making.roots)
    country = rng.choice(names["countries"])["adjective"]
    filled = {"{adj}": country, "{place}": place}
    if kind in {"body", "person"}:
        body = with_slots(making.take("body", names["bodies"]) or names["bodies"][0], filled)
        if kind == "body":
            return Root(number, claim, "body", (body,), None, True)
        name = making.take("person", names["people"]) or names["people"][0]
        role = making.one(names["roles"]).replace("{body}", body)
        forms = (f"{name}, {role},", f"{role}, {name},", name)
        return Root(number, claim, "person", forms, None, rng.random() < 0.6)
    if kind == "unnamed":
        phrase = with_slots(making.one(names["unnamed"]), filled)
        short = re.split(r",| who | whose | because | on condition| speaking ", phrase)[0]
        return Root(number, claim, "unnamed", (phrase, short), None, False)
    return Root(number, claim, "seen", (), None, False)


def _reports(making: Making, size: int) -> None:
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
        desk = Desk(number, outlet, minute, url=f"https://{_slug(outlet)}.example/{number}")
        if hearing:
            hear(making, desk, hearing)
        elif number and rng.random() < REVISED:
            revise(making, desk)
        else:
            take_over(making, desk)
        if desk.sentences:
            making.desks.append(desk)


def _plan(making: Making, size: int) -> dict[int, list[int]]:
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


def _finished(number: int, making: Making) -> World:
    rng = making.rng
    reports = tuple(_printed(making, desk) for desk in making.desks)
    numbers = {report.number for report in reports}
    hops = tuple(h for h in making.hops if h.below in numbers and h.above in numbers)
    keep = [rng.random() >= UNCOLLECTED for _ in reports]
    if not any(keep):
        keep[0] = True
    kept = tuple(replace(r, kept=k) for r, k in zip(reports, keep, strict=True))
    return World(number, tuple(making.claims), tuple(making.roots), kept, hops)


def _printed(making: Making, desk: Desk) -> Report:
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
