"""What a cue does (its act), and where it puts its source towards the content (its stance)."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from reportedly.lexicons import load
from reportedly.model import Act, Evidence, Factor, Factuality, Spans, Stance

from .certainty import commitment
from .cues import act_of, lemma_of
from .cuewords import CueWords, cue_words, phrase

_REFUSING: frozenset[Act] = frozenset({"deny", "dismiss", "confirm"})


@dataclass(frozen=True, slots=True)
class Judged:
    """What a cue does, and where it leaves its source towards the content."""

    act: Act
    stance: Stance
    factuality: Factuality
    factors: tuple[Factor, ...]


def judge_cue(
    doc: Doc, cue: Spans, document: str, relays: bool = False, whether: bool = False
) -> Judged:
    """The cue under ``cue`` judged. No cue at all (a bare colon) counts as saying.

    ``relays``: the content is another's word, which the source only passes on. ``whether``: the
    content is an indirect question, which leaves its answer open.
    """
    words = cue_words(doc, cue)
    if words is None:
        return Judged("say", "for", "CT+", ())
    silent = is_silent(words)
    found = commitment(words, document)
    done = act(words, silent, found.value)
    if silent:
        text = "The cue says that its source kept silent."
        factors = (Factor("silence", 0.0, text, (Evidence(document, cue),)),)
        return Judged(done, "silent", "Uu", factors)
    if relays:
        text = "The source passes on another's word and does not vouch for it."
        factors = (Factor("relay", 0.0, text, (Evidence(document, cue),)),)
        return Judged(done, "observing", "Uu", factors)
    if whether and found.value == "CT+":
        text = "The source speaks of a question and does not say which way it is answered."
        factors = (Factor("whether", 0.0, text, (Evidence(document, cue),)),)
        return Judged("say" if done == "confirm" else done, "observing", "CTu", factors)
    return Judged(done, stance(found.value, silent=False), found.value, found.factors)


def is_silent(words: CueWords) -> bool:
    """Whether the cue says that its source said nothing: declined, did not respond, no comment."""
    patterns: list[str] = load("denial")["silence"]["patterns"]
    context = words.context
    return any(re.search(pattern, context) for pattern in patterns)


def act(words: CueWords, silent: bool, factuality: Factuality) -> Act:
    """What the cue does, after its lemmas in ``cues.toml`` and ``denial.toml``.

    A negated denial or confirmation is neither: it counts as saying.
    """
    if silent:
        return "decline"
    several = phrase(words, "acts", "denial")
    found: Act | None = load("denial")["acts"][several] if several else _listed(words)
    if found in _REFUSING and factuality in {"Uu", "PS+"}:
        return "say"
    return found or "say"


def _listed(words: CueWords) -> Act | None:
    lemmas = [lemma_of(t) for t in words.tokens]
    keys = [words.lemmas, lemma_of(words.head), *lemmas, *(t.lower_ for t in words.tokens)]
    return next((found for key in keys if (found := act_of(key))), None)


def stance(factuality: Factuality, silent: bool) -> Stance:
    """Emergent's stance from the commitment: for, against, observing; silent for no comment."""
    if silent:
        return "silent"
    if factuality.endswith("+"):
        return "for"
    return "against" if factuality.endswith("-") else "observing"
