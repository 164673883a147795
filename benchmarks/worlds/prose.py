"""States into sentences, sentences into a report's text, with the place of every part."""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .bank import Bank, Table
from .records import Claim, Piece, Place, Sentence, State, Told

_SLOT = re.compile(r"\{(\w+)\}")
Slots = dict[str, tuple[Piece, ...]]


def clause(state: State, claim: Claim, bank: Bank, form: str | None = None) -> tuple[Piece, ...]:
    """The claim as a clause (``form`` "noun": as a noun phrase), in the state's wording."""
    family = bank.families[claim.family]
    template = swapped(family["wordings"][state.wording][form or state.form], family, state)
    chance = random.Random(state.phrasing)
    if form is None and state.form == "done" and chance.random() < 0.5:
        template = f"{template} {chance.choice(bank.frame['adjuncts'])}"
    return tuple(fill(template, {"place": plain(claim.place), **_limit(state, claim, bank)}))


def swapped(template: str, family: Table, state: State) -> str:
    """The template with words replaced by others of their group, as the state's phrasing has it."""
    for number, group in enumerate(family["swaps"]):
        chosen = random.Random(f"{state.phrasing} {number}").choice(group)
        either = "|".join(re.escape(w) for w in sorted(group, key=lambda w: -len(w)))
        template = re.sub(rf"(?<![{{\w])(?:{either})(?![}}\w])", chosen, template)
    return template


def headline(state: State, claim: Claim, bank: Bank) -> str:
    """A headline for the claim."""
    template = bank.families[claim.family]["headline"][state.wording]
    slots = {"place": plain(claim.place), **_limit(state, claim, bank)}
    return raised("".join(p.text for p in fill(template, slots)))


def _limit(state: State, claim: Claim, bank: Bank) -> Slots:
    if claim.counted:
        return {"n": (Piece(f"{state.bound} {state.count}".strip(), "number"),)}
    phrases = bank.families[claim.family][state.extent]
    return {"extent": (Piece(phrases[state.phrase % len(phrases)], "extent"),)}


def telling(state: State, claim: Claim, bank: Bank, frame: str, slots: dict[str, str]) -> Sentence:
    """The sentence that tells ``state`` in ``frame``."""
    filled: Slots = {
        "clause": _tagged(clause(state, claim, bank), "clause"),
        "noun": _tagged(clause(state, claim, bank, "noun"), "clause"),
        "event_place": plain(claim.place),
    }
    if state.source:
        filled["source"] = (Piece(state.source, "source"),)
    for slot, outlet in zip(("outlet", "other"), state.credited, strict=False):
        filled[slot] = (Piece(within(outlet), "outlet"),)
    filled |= {slot: plain(text) for slot, text in slots.items()}
    pieces = fill(frame, filled)
    return Sentence(
        (replace(pieces[0], text=raised(pieces[0].text)), *pieces[1:]), "telling", state
    )


def _tagged(pieces: Iterable[Piece], tag: Place) -> tuple[Piece, ...]:
    return tuple(replace(p, tag=p.tag or tag) for p in pieces)


def plain(text: str) -> tuple[Piece, ...]:
    """A slot's text that is nobody's part."""
    return (Piece(text),)


def within(name: str) -> str:
    """A name as it stands inside a sentence: "the Courier"."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def raised(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def fill(template: str, slots: Slots) -> list[Piece]:
    """The pieces of a template; a slot with a capital letter is filled capitalised."""
    pieces: list[Piece] = []
    at = 0
    for match in _SLOT.finditer(template):
        if match.start() > at:
            pieces.append(Piece(template[at : match.start()]))
        name = match[1]
        held = slots.get(name.lower(), ()) if name != "PLACE" else slots["place_upper"]
        if name[0].isupper() and name != "PLACE" and held:
            held = (replace(held[0], text=raised(held[0].text)), *held[1:])
        pieces.extend(held)
        at = match.end()
    if at < len(template):
        pieces.append(Piece(template[at:]))
    return pieces


def flat(state: State, claim: Claim, bank: Bank) -> Sentence:
    """The claim in the report's own words."""
    return telling(state, claim, bank, "{Clause}.", {})


def lay_out(sentences: Sequence[Sentence], rng: random.Random) -> tuple[str, tuple[Told, ...]]:
    """One text of several paragraphs, and where it tells of claims."""
    text, told = "", []
    for number, sentence in enumerate(sentences):
        if number:
            alone = {sentence.kind, sentences[number - 1].kind} & {"line", "boilerplate"}
            dateline = sentences[number - 1].kind == "dateline"
            text += " " if dateline or (not alone and rng.random() < 0.6) else "\n\n"
        start = len(text)
        parts: list[tuple[Place, int, int]] = []
        for piece in sentence.pieces:
            if piece.tag:
                parts.append((piece.tag, len(text), len(text) + len(piece.text)))
            text += piece.text
        if sentence.state:
            told.append(Told(sentence.state, (start, len(text)), _joined(parts)))
    return text, tuple(told)


def _joined(parts: list[tuple[Place, int, int]]) -> tuple[tuple[Place, int, int], ...]:
    """The clause as one stretch, from its number or extent on, and every other part."""
    whole = [(a, b) for tag, a, b in parts if tag in {"clause", "number", "extent"}]
    rest = [part for part in parts if part[0] != "clause"]
    hull = [("clause", min(a for a, _ in whole), max(b for _, b in whole))] if whole else []
    return (*hull, *rest)  # type: ignore[arg-type]
