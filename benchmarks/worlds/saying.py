"""What a desk writes: the sentence for a state, and the report around it."""

from dataclasses import replace

from . import prose
from .desk import Desk, Making, with_slots
from .frames import real
from .records import Claim, Root, Sentence, State

DENIED = 0.15
REAL = 0.3
"""Share of plain attributions that have the syntax of a real sentence."""


def say(making: Making, state: State, outlet: str, root: Root | None = None) -> Sentence:
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
    state, frame = fresh(making, state, frames)
    return prose.telling(state, claim, bank, frame, slots)


def fresh(making: Making, state: State, frames: list[str]) -> tuple[State, str]:
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


def details(making: Making, claim: Claim) -> list[Sentence]:
    """Sentences of further detail that no other desk has printed."""
    table = making.bank.families[claim.family]
    held = [making.take(f"detail {claim.number}", [*table["details"], *table["aftermath"]])
            for _ in range(making.rng.choice((0, 1, 2, 3)))]  # fmt: skip
    return [plain_sentence(making, text, claim, "detail") for text in held if text]


def plain_sentence(making: Making, text: str, claim: Claim | None, kind: str) -> Sentence:
    """A sentence that tells of no claim."""
    country = making.rng.choice(making.bank.names["countries"])["adjective"]
    place = claim.place if claim else making.claims[0].place
    filled = with_slots(text, {"{place}": place, "{adj}": country})
    return Sentence(tuple(prose.plain(prose.raised(filled))), kind)  # type: ignore[arg-type]


def write(making: Making, desk: Desk, body: list[Sentence]) -> None:
    """The report around what it has to tell."""
    rng, frame = making.rng, making.bank.frame
    opened = body[0].kind == "dateline" or rng.random() >= 0.2
    before = None if opened else making.take("lead", frame["leads"])
    after = making.take("background", frame["background"]) if rng.random() < 0.5 else None
    if before:
        desk.sentences.append(plain_sentence(making, before, None, "frame"))
    desk.sentences += body
    if rng.random() < DENIED:
        desk.sentences.append(denial(making, body))
    if after:
        desk.sentences.append(plain_sentence(making, after, None, "frame"))
    if rng.random() < 0.15:
        desk.sentences.append(
            plain_sentence(making, making.one(frame["boilerplate"]), None, "boilerplate")
        )


def denial(making: Making, body: list[Sentence]) -> Sentence:
    """Somebody who is nobody's origin denies it."""
    bank = making.bank
    state = next(s.state for s in body if s.state)
    claim = making.claims[state.claim]
    country = making.rng.choice(bank.names["countries"])["adjective"]
    body_name = making.spare.setdefault("denier", [with_slots(
        making.take("body", bank.names["bodies"]) or bank.names["bodies"][0],
        {"{adj}": country, "{place}": claim.place})])[0]  # fmt: skip
    state, frame = fresh(making, state, bank.said["denied"])
    made = prose.telling(replace(state, source=body_name, form="done", bound="",
                                         phrasing=making.rng.randrange(10**9)), claim, bank,
                         frame, {})  # fmt: skip
    return Sentence(made.pieces, "denial")
