"""What the rules make of a cue and what the network makes of it are one judgement with reasons."""

from dataclasses import replace

from reportedly.model import Evidence, Factor, Span
from reportedly.readings.found import Verdict
from reportedly.readings.settled import asserted, denying, settled, speaking, unlike
from reportedly.readings.stance import Judged
from reportedly.readings.tagger.marks import ACTS, DENIALS, STANCES, VALUES

CUE = (Span(4, 10),)


def verdict(act, stance, value, denial):
    """A network that is sure of one label of each kind."""
    return Verdict(
        *(
            tuple(0.0 if one == label else -9.0 for one in labels)
            for labels, label in (
                (ACTS, act), (STANCES, stance), (VALUES, value), (DENIALS, denial),
            )
        )
    )  # fmt: skip


DENIES = verdict("deny", "against", "CT-", "whole")
SAYS = verdict("say", "for", "CT+", None)


def factor(name):
    return Factor(name, 0.0, "Why.", (Evidence("d", CUE),))


def names(judged):
    return [f.name for f in judged.factors]


def test_without_a_network_the_rules_stand():
    ruled = ("part", Judged("deny", "against", "CT-", (factor("cue"),)))
    assert settled(ruled, None, "d", CUE) == ruled


def test_where_both_agree_the_rules_reasons_are_all():
    ruled = ("whole", Judged("deny", "against", "CT-", (factor("cue"), factor("denial"))))
    assert settled(ruled, DENIES, "d", CUE) == ruled


def test_where_they_differ_the_network_decides_and_says_so():
    denied, judged = settled(
        (None, Judged("say", "for", "CT+", (factor("cue"),))), DENIES, "d", CUE
    )
    assert (denied, judged.act, judged.stance, judged.factuality) == (
        "whole", "deny", "against", "CT-",
    )  # fmt: skip
    assert names(judged) == ["trained"]
    assert judged.factors[0].evidence == (Evidence("d", CUE),)


def test_reasons_of_the_rules_stay_as_far_as_the_network_tells_the_same():
    ruled = ("part", Judged("deny", "against", "CT-", (factor("cue"), factor("denial"))))
    _, judged = settled(ruled, DENIES, "d", CUE)
    assert names(judged) == ["cue", "trained"]


def test_who_only_passes_on_is_no_matter_of_the_cue():
    ruled = (None, Judged("say", "observing", "Uu", (factor("relay"),)))
    assert settled(ruled, SAYS, "d", CUE) == ruled


def test_where_the_network_is_not_sure_the_rules_word_counts():
    unsure = Verdict(*(tuple(-1.0 for _ in labels) for labels in (ACTS, STANCES, VALUES, DENIALS)))
    ruled = ("motive", Judged("dismiss", "against", "PR-", (factor("cue"), factor("denial"))))
    assert settled(ruled, unsure, "d", CUE) == ruled


def test_a_denial_that_the_rules_find_counts_for_more():
    """Denials are rare: the network, a little surer of nothing, does not outvote the lists."""
    unsure = replace(SAYS, values=tuple(-4.0 if one == "CT+" else -7.0 for one in VALUES))
    against = replace(unsure, stances=tuple(-1.0 for _ in STANCES))
    denies = (None, Judged("deny", "against", "PR-", (factor("cue"),)))
    opens = (None, Judged("ask", "against", "Uu", (factor("cue"),)))
    assert settled(denies, against, "d", CUE)[1].factuality == "PR-"
    assert settled(opens, against, "d", CUE)[1].factuality == "CT+"


def test_who_denies_a_thing_for_certain_denies_something_of_it():
    """Unless the report gives no ground for any kind, or the thing is only held unlikely."""
    unsure = tuple(-0.5 if kind is None else -1.5 for kind in DENIALS)
    told = replace(
        DENIES,
        denials=tuple(-1.0 if k == "number" else c for k, c in zip(DENIALS, unsure, strict=True)),
    )
    ruled = (None, Judged("deny", "against", "CT-", ()))
    assert settled(ruled, told, "d", CUE)[0] == "number"
    assert settled(ruled, denying(told, None), "d", CUE)[0] is None
    doubts = verdict("deny", "against", "PR-", None)
    assert settled(ruled, replace(doubts, denials=told.denials), "d", CUE)[0] is None


def test_who_dismisses_what_the_rules_find_denied_denies_something():
    dismissed = verdict("dismiss", "against", "CT-", None)
    found = Judged("dismiss", "against", "CT-", (factor("cue"),))
    assert settled(("number", found), dismissed, "d", CUE)[0] == "number"
    assert settled((None, found), dismissed, "d", CUE)[0] is None


def test_who_speaks_up_neither_keeps_silent_nor_declines():
    held = verdict("decline", "silent", "Uu", None)
    _, judged = settled((None, Judged("say", "for", "CT+", ())), speaking(held), "d", CUE)
    assert (judged.act, judged.stance) == ("say", "for")


def test_act_and_side_are_chosen_together():
    """Who surely dismisses a thing is against it, whatever the sides alone would tell."""
    torn = verdict("dismiss", "for", "Uu", None)
    torn = replace(torn, stances=tuple(-1.0 if s == "for" else -1.2 for s in STANCES))
    _, judged = settled((None, Judged("say", "for", "Uu", ())), torn, "d", CUE)
    assert (judged.act, judged.stance) == ("dismiss", "against")


def test_what_the_rules_read_together_is_no_odd_pair():
    torn = replace(verdict("say", "for", "Uu", None), stances=(-1.0,) * len(STANCES))
    _, judged = settled((None, Judged("say", "against", "Uu", ())), torn, "d", CUE)
    assert (judged.act, judged.stance) == ("say", "against")


def test_a_set_phrase_counts_for_more_than_a_word():
    """The network, a little surer of another act, does not outvote an idiom."""
    torn = replace(SAYS, acts=tuple({"say": -1.0, "agree": -2.0}.get(a, -9.0) for a in ACTS))
    word = Judged("agree", "for", "CT+", (factor("cue"),))
    assert settled((None, word), torn, "d", CUE)[1].act == "say"
    assert settled((None, replace(word, idiom=True)), torn, "d", CUE)[1].act == "agree"


def test_a_silence_told_by_a_set_phrase_stays_one():
    unsure = replace(SAYS, stances=tuple(-1.0 if s == "for" else -4.0 for s in STANCES))
    ruled = (None, Judged("decline", "silent", "Uu", (factor("silence"),)))
    assert settled(ruled, unsure, "d", CUE) == ruled


def test_a_refused_deed_is_no_silence():
    """The network rules silence out: "refused to fly over the strait"."""
    ruled = (None, Judged("decline", "silent", "Uu", (factor("silence"),)))
    _, judged = settled(ruled, verdict("decline", "against", "Uu", None), "d", CUE)
    assert judged.stance == "against"


def test_nobody_is_against_what_he_holds_probable():
    """The side and the value are chosen as a pair."""
    torn = verdict("believe", "against", "PR+", None)
    _, judged = settled((None, Judged("believe", "for", "PR+", ())), torn, "d", CUE)
    assert (judged.stance, judged.factuality) in {("for", "PR+"), ("against", "PR-")}


def test_a_sure_network_moves_an_event_and_an_unsure_one_does_not():
    sure = tuple(0.0 if one == "Uu" else -9.0 for one in VALUES)
    assert asserted("CT+", sure) == "Uu"
    assert asserted("CT+", tuple(-1.0 for _ in VALUES)) == "CT+"
    assert asserted("CT+", None) == "CT+"


def test_a_verdict_denies_what_it_is_told_to_and_not_what_it_may_not():
    given = verdict("deny", "against", "CT-", "other")

    def denied(one):
        return DENIALS[max(range(len(DENIALS)), key=lambda at: one.denials[at])]

    assert denied(given) == "other"
    assert denied(denying(given, None)) is None
    assert denied(unlike(given, "other")) != "other"


def test_what_is_usual_tips_a_network_that_is_not_sure_of_the_act():
    torn = replace(SAYS, acts=tuple(-0.7 if a in {"say", "report"} else -9.0 for a in ACTS))
    ruled = (None, Judged("say", "for", "CT+", ()))
    usual = DENIES.acts, verdict("report", "for", "CT+", None).acts
    assert settled(ruled, torn, "d", CUE)[1].act == "say"
    assert settled(ruled, torn, "d", CUE, usual[1])[1].act == "report"
    assert settled(ruled, SAYS, "d", CUE, usual[0])[1].act == "say"
