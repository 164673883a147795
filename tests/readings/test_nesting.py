"""What stands within what."""

import build
from judging import judged
from reportedly.model import Attribution
from reportedly.readings.found import Found
from reportedly.readings.judge import judge
from reportedly.readings.parse import parse


def _cues(found: tuple[Attribution, ...]) -> list[int | None]:
    ids = [a.id for a in found]
    return [ids.index(a.within) if a.within else None for a in found]


def test_what_is_said_inside_a_content_stands_within_it():
    """The enclosing content holds the inner cue."""
    found = judged("[The mayor] {said} <that [the army] {denied} <that men had fled>>.")
    assert _cues(found) == [None, 0]


def test_the_smallest_enclosing_attribution_is_the_parent():
    """Three deep, one step at a time."""
    found = judged(
        "[The mayor] {said} <[the army] {believed} <that [the navy] {denied} <the loss>>>."
    )
    assert _cues(found) == [None, 0, 1]


def test_a_cited_voice_stands_within_the_one_that_cites_it():
    """In "A, citing B, said X" A passes X on and does not vouch for it."""
    text = "Radio Dorn, citing Tarsian intelligence, said men had fled."
    outer, inner = _found(
        text,
        ("Radio Dorn", "said", "men had fled"),
        ("Tarsian intelligence", "citing", "men had fled"),
    )
    assert (None, outer.id) == (outer.within, inner.within)
    assert (outer.stance, inner.stance) == ("observing", "for")


def test_two_that_hold_each_other_make_no_circle():
    """Contents that enclose each other's cues leave at least one without a parent."""
    text = "The mayor said and the army believed men had fled."
    found = _found(
        text,
        ("The mayor", "said", "and the army believed men had fled"),
        ("the army", "believed", "The mayor said"),
    )
    assert None in [a.within for a in found]


def _found(text: str, *triples: tuple[str, str, str]) -> tuple[Attribution, ...]:
    """The attributions of ``text``, the outermost first."""
    document = build.document(text)
    found = [Found(*(build.spans(text, words) for words in triple), "test") for triple in triples]
    judged = judge(parse(document), document, found)
    return tuple(sorted(judged, key=lambda a: a.within is not None))


def test_according_to_stands_around_what_is_said():
    """In "B said X, according to A" it is A that passes on B's word."""
    text = "Men had fled, the army said, according to Radio Dorn."
    outer, inner = _found(
        text, ("the army", "said", "Men had fled"), ("Radio Dorn", "according to", "Men had fled")
    )
    assert tuple(a.source.kind for a in (outer, inner) if a.source) == ("media", "military")
    assert outer.id == inner.within
