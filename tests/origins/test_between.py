"""What two reports have to do with one another."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from build import document
from reportedly.model import Actor, Case, Evidence, Gathering, Reading, cut, identify
from reportedly.origins import trace
from reportedly.origins.between import Between
from reportedly.origins.quotes import RUN, quoted_runs
from reportedly.origins.words import quotations
from retold import Told, Voice, report, story

WIRE = (
    "Up to thirty guards walked away from the bridge at Orsk on Sunday night, leaving lamps on. "
    "The mayor closed the market hall and sent the bakers home before noon."
)
MINISTRY = Voice("the Orsk Ministry of Roads", "government", "Orsk Ministry of Roads", "QQ")
OFFICER = Voice("an officer", "anonymous", None, None, True)
SAID = "“We counted every lamp twice and then went home to Orsk”"


class Pair:
    """The tie of the first two reports of a case."""

    def __init__(self, *reports):
        told = story(*reports)
        actors = _actors(told.readings, {d.id: d.text for d in told.documents})
        gathering = replace(told.gathering, actors=actors)
        lineage = trace(told.documents, told.readings, gathering)
        self.texts = {d.id: d.text for d in told.documents}
        self.case = Case(told.documents, told.readings, gathering, lineage)
        self.between = Between(self.case)
        self.one, self.other = reports[0][0].id, reports[1][0].id
        self.tie = self.between.tie(self.one, self.other)

    @property
    def shown(self):
        """By report, the words that show it."""
        return [(e.document, cut(self.texts[e.document], e.spans)) for e in self.tie.evidence]


def _actors(readings, texts):
    """An actor a name or, for a voice without one, its words."""
    found = {}
    for reading in readings:
        for one in reading.attributions:
            if one.source:
                words = cut(texts[reading.document], one.source.spans)
                key = one.source.name or words, one.source.kind
                found.setdefault(key, []).append(Evidence(reading.document, one.source.spans))
    return tuple(
        Actor(identify("actor", *key), *key, None, tuple(mentions))
        for key, mentions in found.items()
    )


def plain(outlet, day, text, **fields):
    return report(outlet, day, text, **fields)


def said(outlet, day, voice, words="The guards fled"):
    text = f"{outlet} page. {words}, {voice.words} said."
    return report(outlet, day, text, Told(words, voice, "said"))


def test_a_reprint_is_a_copy_and_shows_the_same_words_of_both():
    pair = Pair(plain("Lanta Wire", 1, WIRE), plain("Vesk Courier", 2, f"Look. {WIRE}"))
    assert (pair.tie.kind, pair.tie.name) == ("copy", None)
    assert dict(pair.shown) == {
        pair.one: pair.shown[0][1],
        pair.other: pair.shown[0][1],
    }
    assert WIRE.startswith(pair.shown[0][1].split(",")[0])


def test_two_copies_of_a_third_report_are_copies_of_one_another_without_words_of_their_own():
    first, second = WIRE.split(". ")
    long = f"{first}. {second} A ferry captain counted lanterns until the fog hid all of them."
    pair = Pair(
        plain("Vesk Courier", 2, f"{first}. It rained."),
        plain("Radio Marn", 3, f"{second} Then it snowed."),
        plain("Lanta Wire", 1, long),
    )
    assert all({k.document, k.to} != {pair.one, pair.other} for k in pair.case.lineage.links)
    assert pair.tie.kind == "copy"
    assert pair.tie.evidence == ()


def test_another_text_at_one_address_is_a_copy():
    address = "https://courier.example/1"
    pair = Pair(
        plain("Vesk Courier", 1, "It rained.", url=address),
        plain("Vesk Courier", 2, "The mayor resigned.", url=address),
    )
    assert pair.tie.kind == "copy"


def test_a_credit_shows_the_words_that_name_the_other():
    pair = Pair(
        report("Lanta Wire", 1, "Guards fled at Orsk.", Told("Guards fled")),
        report("Vesk Courier", 2, "They ran, according to the Lanta Wire.", Told("They ran")),
    )
    assert pair.tie.kind == "credit"
    assert pair.shown == [(pair.other, "according to the Lanta Wire")]


def test_a_copy_that_credits_is_a_copy():
    pair = Pair(
        plain("Lanta Wire", 1, WIRE), plain("Vesk Courier", 2, f"{WIRE} Source: Lanta Wire")
    )
    assert {k.kind for k in pair.case.lineage.links} == {"copied", "credited"}
    assert pair.tie.kind == "copy"


def test_two_that_credit_one_outlet_have_it_in_common_whether_its_report_is_here_or_not():
    one = report("Vesk Courier", 2, "They ran, according to the Lanta Wire.", Told("They ran"))
    other = report("Radio Marn", 3, "The Lanta Wire reported that they fled.", Told("they fled"))
    wire = report("The Lanta Wire", 1, "Guards went.", Told("Guards went"))
    for pair in (Pair(one, other), Pair(one, other, wire)):
        assert (pair.tie.kind, pair.tie.name) == ("common upstream", "lanta wire")
        (below, according), (beside, reported) = pair.shown
        assert (below, according) == (pair.one, "according to the Lanta Wire")
        assert (beside, reported.removeprefix("The ")) == (pair.other, "Lanta Wire reported")


def test_two_that_hear_one_named_voice_have_it_in_common():
    pair = Pair(said("Vesk Courier", 1, MINISTRY), said("Radio Marn", 2, MINISTRY, "It rained"))
    assert (pair.tie.kind, pair.tie.name) == ("common upstream", "Orsk Ministry of Roads")
    words = "the Orsk Ministry of Roads"
    assert pair.shown == [(pair.one, words), (pair.other, words)]


def test_two_that_hear_an_officer_have_nobody_in_common():
    pair = Pair(said("Vesk Courier", 1, OFFICER), said("Radio Marn", 2, OFFICER))
    assert pair.tie.kind == "independent"


def test_what_somebody_is_told_to_think_is_no_voice_that_was_heard():
    reports = [said("Vesk Courier", 1, MINISTRY), said("Radio Marn", 2, MINISTRY)]
    document, reading, told = reports[1]
    thought = tuple(replace(a, scope="attitude") for a in reading.attributions)
    reports[1] = document, replace(reading, attributions=thought), told
    assert Pair(*reports).tie.kind == "independent"


def test_two_that_print_one_quotation_have_it_in_common_without_a_name():
    pair = Pair(
        plain("Vesk Courier", 1, f"{SAID}, somebody called."),
        plain("Radio Marn", 2, "It was late. “… then went home to orsk, and slept”, it was heard."),
    )
    assert (pair.tie.kind, pair.tie.name) == ("independent", None)
    pair = Pair(
        plain("Vesk Courier", 1, f"{SAID}, somebody called."),
        plain("Radio Marn", 2, "It was late. “Lamp twice, and then went home!”, it was heard."),
    )
    assert (pair.tie.kind, pair.tie.name) == ("common upstream", None)
    assert pair.shown == [
        (pair.one, "lamp twice and then went home"),
        (pair.other, "Lamp twice, and then went home"),
    ]


def test_the_same_words_outside_quotation_marks_are_nobodys():
    bare = SAID.strip("“”")
    pair = Pair(
        plain("Vesk Courier", 1, f"{SAID}, somebody called."), plain("Radio Marn", 2, f"{bare}.")
    )
    assert pair.tie.kind == "independent"


def test_reports_that_share_a_matter_and_nothing_else_are_independent():
    pair = Pair(
        report("Vesk Courier", 1, "The guards fled.", Told("The guards fled")),
        report("Radio Marn", 2, "Guards are gone.", Told("Guards are gone")),
    )
    assert (pair.tie.kind, pair.tie.name, pair.tie.evidence) == ("independent", None, ())


WORDS = st.lists(
    st.sampled_from(["lamp", "quay", "Orsk", "“", "”", '"', "'", "’", ".", "\n", "fog"]),
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120) | WORDS.map(" ".join))
def test_a_run_of_quoted_words_is_what_is_printed_there(text):
    held = document(text)
    quoted = quotations(text)
    for run, span in quoted_runs(held).items():
        printed = re.findall(r"\w+", text[span.start : span.end].lower())
        assert printed == run.split(" ")
        assert len(printed) == RUN
        assert any(span in one for one in quoted)


PIECES = st.lists(
    st.sampled_from(
        [
            WIRE,
            "They ran, according to the Lanta Wire.",
            "The Harbour Mail reported that they ran.",
            f"{SAID}, somebody called.",
            "(Lanta Wire)",
            "It rained.",
            "«",
        ]
    ),
    min_size=1,
    max_size=4,
)
OUTLETS = st.sampled_from(["Lanta Wire", "Vesk Courier", "Radio Marn"])
REPORTS = st.lists(
    st.tuples(OUTLETS, st.integers(1, 4), PIECES, st.sampled_from([None, MINISTRY, OFFICER])),
    min_size=2,
    max_size=4,
)


def made(number, outlet, day, pieces, voice):
    text = f"Page {number}. {' '.join(pieces)}"
    if voice is None:
        return report(outlet, day, text)
    return report(
        outlet, day, f"{text} The guards fled, {voice.words} said.",
        Told("The guards fled", voice, "said"),
    )  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(REPORTS)
def test_a_tie_is_the_same_from_either_side_and_shows_what_is_printed(drawn):
    pair = Pair(*(made(number, *one) for number, one in enumerate(drawn)))
    there, back = pair.tie, pair.between.tie(pair.other, pair.one)
    assert there.kind == back.kind
    for tie in (there, back):
        for e in tie.evidence:
            assert e.document in {pair.one, pair.other}
            assert e.spans
            assert all(0 <= s.start < s.end <= len(pair.texts[e.document]) for s in e.spans)
        if tie.kind == "common upstream":
            assert {e.document for e in tie.evidence} == {pair.one, pair.other}


def test_two_reports_without_readings_are_independent():
    documents = [document("It rained.", "Vesk Courier"), document("It snowed.", "Radio Marn")]
    readings = [Reading(d.id) for d in documents]
    lineage = trace(documents, readings, Gathering())
    between = Between(Case(tuple(documents), tuple(readings), Gathering(), lineage))
    assert between.tie(documents[0].id, documents[1].id).kind == "independent"
