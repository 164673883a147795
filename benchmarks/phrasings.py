"""Score how phrasings that no rule was written for are read: whose word, which side, how sure.

    python benchmarks/phrasings.py [--split tune|more|score|fresh] [--reader READER] [--errors]

``gold/phrasings_SPLIT.toml`` holds phrases with slots, by what they do ("{Source} let slip that
{clause}."), each written by somebody who had seen neither lexicon nor rules. Each is filled four
times, and the statement in its clause has to be the word of the source, or of the outlet where no
other source is named, on its side, denying nothing but where it is told to, and as sure as such
phrases are. Phrases of ``tune`` and ``more`` may be looked at, those of ``score`` and ``fresh`` are
only counted. The baseline is the reader that needs no weights.
"""

import argparse
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sources import document

from reportedly import readings
from reportedly.model import Attribution, Reading, Statement, cut
from reportedly.readings import DEFAULT

GOLD = Path(__file__).with_name("gold")

FILLINGS: tuple[dict[str, str], ...] = (
    {
        "source": "Ilse Daren, the harbour master of Quay Nine",
        "clause": "the ferry sank off Norrin before dawn",
        "outlet": "the Marsh Gazette",
        "other": "the Vardan News Agency",
        "channel": "a post on its Telegram channel",
    },
    {
        "source": "a clerk at the land registry who asked not to be named",
        "clause": "twelve clerks lost their posts at the land registry",
        "outlet": "Tolvek Radio",
        "other": "the Daily Ostler",
        "channel": "a statement on its website",
    },
    {
        "source": "the Tolvek Water Board",
        "clause": "at least 40 men left the garrison at Esk",
        "outlet": "the Norrin Post",
        "other": "Radio Quell",
        "channel": "a post on its Telegram channel",
    },
    {
        "source": "two officers at the base in Norrin",
        "clause": "the army closed the road to Esk",
        "outlet": "the Esk Courier",
        "other": "Hill Country Today",
        "channel": "a statement on its website",
    },
)
"""What stands in the slots, besides what is the same each time."""

EVERY = {"event_place": "Norrin", "quote": "We have not slept since"}

SURE = {"plain": {"CT+"}, "strong": {"CT+"}, "weak": {"PR+", "PS+"}}
"""How sure a source may be of what it says, where the section tells."""

PRONOUNS = {"i", "we", "he", "she", "it", "they", "who"}

VAGUE = {"unspecified", "anonymous", "media"}
"""Kinds of voices that talk may be given to."""


@dataclass(frozen=True, slots=True)
class Told:
    """A phrase as filled: its section, text, and what stands in its slots."""

    section: str
    phrase: str
    text: str
    slots: dict[str, str]


def phrases(split: str) -> Iterator[Told]:
    """Every phrase of a split, filled in each way."""
    held = tomllib.loads((GOLD / f"phrasings_{split}.toml").read_text(encoding="utf-8"))
    for section, listed in ((k, v) for top in held.values() for k, v in top.items()):
        for phrase in listed:
            for filling in FILLINGS:
                slots = EVERY | filling
                yield Told(section, phrase, filled(phrase, slots), slots)


def filled(phrase: str, slots: dict[str, str]) -> str:
    """The phrase with its slots; what is told of a name ends with a comma where words follow."""

    def put(match: re.Match[str]) -> str:
        name = match[1]
        words = slots[name.lower()]
        words = words[0].upper() + words[1:] if name[0].isupper() else words
        open_ended = ", " in words and phrase[match.end() : match.end() + 1] == " "
        return f"{words}," if open_ended else words

    return re.sub(r"\{(\w+)\}", put, phrase)


def faults(told: Told, reader: str) -> list[str]:
    """What is wrong in how it was read; nothing where all is right."""
    read = readings.read(document(told.text, told.text), reader)
    if told.section == "silent":
        heard = (n for a in read.attributions if a.stance == "silent" for n in _names(a, told.text))
        return [] if any(_same(n, told.slots["source"]) for n in heard) else ["nobody is silent"]
    told_of = list(_statements(read, told))
    found = [fault for said, voice in told_of for fault in _faults(said, voice, told)]
    return found if told_of else ["no statement"]


def _statements(read: Reading, told: Told) -> list[tuple[Statement, Attribution | None]]:
    """The statements in the clause, and whose word each is.

    What is denied may besides be the word of nobody in particular: "claims that …".
    """
    by_id = {a.id: a for a in read.attributions}
    start = told.text.casefold().index(told.slots["clause"].casefold())
    end = start + len(told.slots["clause"])
    held = [
        (one, by_id.get(one.attribution or ""))
        for one in read.statements
        if start <= one.predicate.start < end
    ]
    denied = told.section == "denied" and any(one.stance == "against" for one, _ in held)
    return [(one, voice) for one, voice in held if not (denied and _is_talk(one, voice))]


def _is_talk(said: Statement, voice: Attribution | None) -> bool:
    nobody = voice is not None and (voice.source is None or voice.source.kind in VAGUE)
    return nobody and said.stance == "for"


def _faults(said: Statement, voice: Attribution | None, told: Told) -> Iterator[str]:
    names = _names(voice, told.text)
    if told.section == "talk":
        if voice is None or (voice.source and voice.source.kind not in VAGUE):
            yield f"talk is the word of {names[0]!r}"
        return
    if told.section == "seen":
        own = voice is None or (voice.source and voice.source.kind in {"author", "media"})
        if not own:
            yield f"what was seen is the word of {names[0]!r}"
        return
    wanted = told.slots["outlet" if told.section == "outlet" else "source"]
    if voice is None or not any(_same(name, wanted) for name in names):
        yield f"the word of {names[0]!r}"
        return
    side = "against" if told.section == "denied" else "for"
    if said.stance != side:
        yield f"on the side {said.stance}"
    if voice.denial and told.section != "denied":
        yield f"denies: {voice.denial}"
    if said.factuality not in SURE.get(told.section, {said.factuality}):
        yield f"as sure as {said.factuality}"


def _names(voice: Attribution | None, text: str) -> tuple[str, ...]:
    """A source as printed, and the name that a pronoun stands for."""
    if voice is None or voice.source is None:
        return ("",)
    printed = cut(text, voice.source.spans)
    known = voice.source.name if printed.casefold() in PRONOUNS else None
    return (printed, known) if known else (printed,)


def _same(name: str, wanted: str) -> bool:
    """Whether a source as read is the one wanted: all of it, or from its first name on."""
    read, told = (one.casefold().removeprefix("the ") for one in (name, wanted))
    return bool(read) and (told.startswith(read) or told in read)


def main() -> None:
    """Print the share of phrases, as filled, in which nothing is wrong, by section."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--split", choices=("tune", "more", "score", "fresh"), default="score")
    options.add_argument("--reader", choices=tuple(readings.READERS), default=DEFAULT)
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    every = list(phrases(chosen.split))
    wrong = {reader: [faults(one, reader) for one in every] for reader in (chosen.reader, "rules")}
    print(f"{len(every)} texts of {len(every) // len(FILLINGS)} phrases; {chosen.reader}, rules")
    for section in (*dict.fromkeys(one.section for one in every), "all"):
        shares = [
            [not w for one, w in zip(every, found, strict=True) if section in (one.section, "all")]
            for found in wrong.values()
        ]
        print(
            f"  {section:10}", *(f"{sum(s) / len(s):.3f}" for s in shares), f"of {len(shares[0])}"
        )
    if chosen.errors:
        for one, found in zip(every, wrong[chosen.reader], strict=True):
            if found:
                print(f"{one.section}: {one.text} — {'; '.join(dict.fromkeys(found))}")


if __name__ == "__main__":
    main()
