"""The bundled story, end to end: the ledger equals what was written by hand beside it."""

from collections import Counter
from itertools import combinations
from typing import Any

import pytest

from reportedly import documents, pipeline
from reportedly.model import Evidence, Kept, Skipped
from story_gold import FILES, fragments, gold, reports, texts
from story_ledger import (
    CLAIMS,
    Ledger,
    assert_same,
    overlap,
    upstream,
    voice,
    voices,
    wanted,
)

# --- the story itself, without the program -------------------------------------------------


def test_the_story_is_as_large_as_it_says() -> None:
    """At least 18 reports by at least 9 outlets over five days, and as many as the gold says."""
    days = {report.published[:10] for report in reports()}
    outlets = {report.publisher for report in reports()}
    story = {
        "reports": len(reports()),
        "outlets": len(outlets),
        "first": min(days),
        "last": max(days),
    }
    assert gold()["story"] == story
    assert len(days) == 5
    assert len(reports()) >= 18
    assert len(outlets) >= 9


def test_every_report_is_short() -> None:
    """Reports have 60 to 400 words; one item is a headline and nothing else."""
    sizes = {report.title: len(report.text.split()) for report in reports()}
    headlines = [report for report in reports() if report.text == report.title]
    assert len(headlines) == 1
    assert {t: n for t, n in sizes.items() if not 60 <= n <= 400} == {
        headlines[0].title: len(headlines[0].text.split())
    }


def test_the_gold_names_every_report() -> None:
    """Keys of the gold and reports in the files are the same, and each report has another text."""
    expected = {(r.url, r.published) for r in reports()}
    assert expected == {(at["url"], at["published"]) for at in gold()["reports"].values()}
    assert len({report.text for report in reports()}) == len(reports())


@pytest.mark.parametrize(("report", "text"), fragments())
def test_every_fragment_of_the_gold_is_printed_in_its_report(report: str, text: str) -> None:
    """Gold never paraphrases."""
    assert text in texts()[report]


@pytest.mark.parametrize("claim", gold()["claims"], ids=CLAIMS)
def test_every_mention_is_in_one_place(claim: dict[str, Any]) -> None:
    """A mention points at one place: its words stand once in the report."""
    places = {m["text"]: texts()[m["report"]].count(m["text"]) for m in claim["mentions"]}
    assert places == dict.fromkeys(places, 1)


def test_links_and_drift_of_the_gold_name_reports_of_the_story() -> None:
    """Every end is a report of the story, or a name from outside; upstream is never later."""
    published = {key: at["published"] for key, at in gold()["reports"].items()}
    for link in [*gold()["links"], *gold()["links_may"]]:
        if isinstance(link["to"], str):
            assert published[link["to"]] < published[link["from"]]
    for drift in [*gold()["drift"], *gold()["drift_may"]]:
        assert published[drift["from"]] < published[drift["to"]]


# --- the ledger against the gold -----------------------------------------------------------


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    """The bundled story, read and compared."""
    loaded = list(documents.load([str(path) for path in FILES]))
    kept = [record.document for record in loaded if isinstance(record, Kept)]
    skipped = [record for record in loaded if isinstance(record, Skipped)]
    assert skipped == []
    return Ledger(pipeline.compare(kept, tuple(pipeline.read(kept))))


def test_every_report_is_read(ledger: Ledger) -> None:
    """Documents have the publisher and the words that the files state; nothing is skipped."""
    assert set(gold()["reports"]) == set(ledger.documents)
    for report in reports():
        document = next(
            d
            for d in ledger.case.documents
            if (d.url, d.published) == (report.url, report.published)
        )
        assert report.publisher == document.publisher
        for paragraph in report.text.split("\n\n"):
            assert paragraph in document.text
    assert [s for reading in ledger.case.readings for s in reading.skipped] == []


@pytest.mark.parametrize("key", CLAIMS)
def test_a_claim_holds_its_mentions_and_nothing_else(ledger: Ledger, key: str) -> None:
    """Statements that say one thing stand together, and no other statement stands with them."""
    claim, expected = ledger.claim(key), wanted(key)
    held = set(claim.statements)
    missing = [
        f"{m['report']}: {m['text']} ({'in another claim' if ledger.at(**m) else 'no statement'})"
        for m in expected["mentions"]
        if not any(s.id in held for s in ledger.at(**m))
    ]
    allowed = {
        s.id for m in [*expected["mentions"], *expected.get("may", [])] for s in ledger.at(**m)
    }
    extra = [ledger.show(ledger.statements[s]) for s in claim.statements if s not in allowed]
    assert_same(f"claim {key!r}", missing, extra)


@pytest.mark.parametrize("key", CLAIMS)
def test_a_claim_has_its_status(ledger: Ledger, key: str) -> None:
    """Contested, denied, uncontested, or of a single origin."""
    assert wanted(key)["status"] == ledger.claim(key).status


@pytest.mark.parametrize("stance", ["for", "against", "observing", "silent"])
@pytest.mark.parametrize("key", CLAIMS)
def test_voices_take_their_positions(ledger: Ledger, key: str, stance: str) -> None:
    """Who is for, against, observing and silent, each voice once."""
    expected = Counter(wanted(key)["positions"][stance])
    actual = Counter(voices(ledger.claim(key).positions, stance))
    assert_same(f"{stance} {key!r}", (expected - actual).elements(), (actual - expected).elements())


@pytest.mark.parametrize("key", CLAIMS)
def test_origins_are_a_range(ledger: Ledger, key: str) -> None:
    """At least and at most as counted by hand."""
    claim, expected = ledger.claim(key), wanted(key)["origins"]
    found = next(r for r in ledger.case.lineage.ranges if r.claim == claim.id)
    traced = [
        f"{origin.voice} ({'shown' if origin.shown else 'not shown'})"
        for origin in ledger.case.lineage.origins
        if origin.claim == claim.id
    ]
    assert (expected["at_least"], expected["at_most"]) == (found.at_least, found.at_most), (
        f"by hand: {expected['why']}\nfound: {'; '.join(traced)}"
    )


def test_links_lead_upstream(ledger: Ledger) -> None:
    """Copies, quotations, credits and the corrected version, and no other link."""
    found = {ledger.link(link) for link in ledger.case.lineage.links}
    expected = {upstream(link) for link in gold()["links"]}
    allowed = expected | {upstream(link) for link in gold()["links_may"]}
    assert_same("links", map(str, sorted(expected - found)), map(str, sorted(found - allowed)))


def test_drift_is_seen(ledger: Ledger) -> None:
    """The number that moves, the hedge and the source that are dropped, each with both ends."""
    found = [d for d in ledger.case.lineage.drifts if d.claim in ledger.listed()]
    missing = [
        f"{d['kind']} {d['from']} → {d['to']}: {d['before']!r} → {d['after']!r}"
        for d in gold()["drift"]
        if not any(ledger.same_drift(d, f) for f in found)
    ]
    extra = [
        f"{f.kind} {ledger.keys[f.before.document]} → {ledger.keys[f.after.document]}: "
        f"{ledger.text(f.before)!r} → {ledger.text(f.after)!r}"
        for f in found
        if not any(ledger.same_drift(d, f) for d in [*gold()["drift"], *gold()["drift_may"]])
    ]
    assert_same("drift", missing, extra)


def test_conflicts_are_seen(ledger: Ledger) -> None:
    """What cannot both hold is set side by side, and the claims of the gold have no other."""
    inside = [c for reading in ledger.case.readings for c in reading.conflicts]
    found = [*ledger.case.gathering.conflicts, *inside]
    missing = [
        f"{e['kind']} in {e['claim'] or 'one report'!r}: {e['left'][0]} / {e['right'][0]}"
        for e in gold()["conflicts"]
        if not any(ledger.same_conflict(e, c) for c in found)
    ]
    listed = [*gold()["conflicts"], *gold()["conflicts_may"]]
    extra = [
        f"{c.kind}: {' / '.join(ledger.show(ledger.statements[s]) for s in c.statements)}"
        for c in found
        if c.claim in ledger.listed() and not any(ledger.same_conflict(e, c) for e in listed)
    ]
    assert_same("conflicts", missing, extra)


@pytest.mark.parametrize("places", gold()["apart"], ids=lambda places: places[0]["text"])
def test_a_shared_word_is_not_a_shared_claim(ledger: Ledger, places: list[dict[str, str]]) -> None:
    """Statements that only have a verb or a noun in common stand in different claims."""
    held = [
        (place["text"], ledger.claim_of[s.id].id)
        for place in places
        for s in ledger.at(**place)
        if s.id in ledger.claim_of
    ]
    joined = sorted(
        f"{one} / {other}"
        for (one, left), (other, right) in combinations(held, 2)
        if one != other and left == right
    )
    assert_same("claims", [], joined)


def test_causes_are_found_with_their_voice(ledger: Ledger) -> None:
    """Cause, effect, and whose claim it is."""
    found = {
        (ledger.keys[c.document], c.id): (c.cause, c.effect, ledger.source(c.attribution))
        for reading in ledger.case.readings
        for c in reading.causes
    }
    missing = []
    for expected in gold()["causes"]:
        report = expected["report"]
        cause, effect = (ledger.place(report, expected[end]) for end in ("cause", "effect"))
        near = [
            by
            for (key, _), (spans, other, by) in found.items()
            if key == report and overlap(spans, cause) and overlap(other, effect)
        ]
        if expected["by"] not in near:
            missing.append(
                f"{report}: {expected['cause']} → {expected['effect']}, by {expected['by']}"
                f" (found there: {near})"
            )
    assert_same("causes", missing, [])


def test_causes_are_gathered_into_arrows_with_their_origins(ledger: Ledger) -> None:
    """Two explanations of one explosion, each of one voice, however many reports have it."""
    case, wrong, effects = ledger.case, [], set()
    concepts = {concept.id: concept for concept in case.gathering.concepts}
    for expected in gold()["arrows"]:
        ends = {side: ledger.concepts(expected[side]) for side in ("cause", "effect")}
        told = [
            arrow
            for arrow in case.gathering.arrows
            if [arrow.cause] == ends["cause"] and [arrow.effect] == ends["effect"]
        ]
        found = {
            (arrow.polarity, origin.voice)
            for arrow in told
            for origin in case.lineage.arrow_origins
            if origin.claim == arrow.id
        }
        if found != {(expected["polarity"], voice) for voice in expected["origins"]}:
            wrong.append(f"{expected['cause'][0]['text']}: {found}, {ends}")
        effects.update(ends["effect"])
    assert_same("arrows", wrong, [])
    assert effects <= concepts.keys()
    assert len(effects) == 1


def test_open_questions_are_found(ledger: Ledger) -> None:
    """What reports say is not known, or yet to be seen."""
    found = [q for reading in ledger.case.readings for q in reading.questions]
    missing = [
        f"{q['report']}: {q['text']}"
        for q in gold()["questions"]
        if not any(ledger.shows(Evidence(f.document, f.spans), **q) for f in found)
    ]
    assert_same("questions", missing, [])


@pytest.mark.parametrize("expected", gold()["hypotheses"], ids=lambda expected: expected["claim"])
def test_hypotheses_on_a_contested_claim_have_the_rows_and_scores_of_the_gold(
    ledger: Ledger, expected: dict[str, Any]
) -> None:
    """One row a voice, whoever repeats it; each cell and the sums as counted by hand."""
    held, claim = ledger.case.competing, ledger.claim(expected["claim"]).id
    analysis = next(a for a in held.analyses if (a.claim, a.kind) == (claim, "polarity"))
    items = {i.id: i.kind if i.kind == "unspecified" else voice(i.voice) for i in held.items}
    cells = {(cell.item, cell.hypothesis): cell.value for cell in held.cells}
    rows = {items[i]: [cells[i, h] for h in analysis.hypotheses] for i in analysis.items}
    assert expected["rows"] == rows
    assert expected["scores"] == [score.weighted for score in analysis.scores]
    alone = [r for r in analysis.removals if r.what == "origin" and r.turns]
    assert set(expected["decide"]) == {items[r.items[0]] for r in alone}


@pytest.mark.parametrize("expected", gold()["issues"], ids=lambda e: e["questions"][0]["text"])
def test_questions_that_ask_one_thing_are_one_issue_with_its_answers(
    ledger: Ledger, expected: dict[str, Any]
) -> None:
    """The same questions and no other, what they ask for, and the claims that may answer."""
    asked = {q.id: q for reading in ledger.case.readings for q in reading.questions}
    wanted_ = [
        [q.id for q in asked.values() if ledger.shows(Evidence(q.document, q.spans), **place)]
        for place in expected["questions"]
    ]
    found = next(one for one in ledger.case.gathering.issues if one.questions[0] in wanted_[0])
    assert [id_ in held for id_, held in zip(found.questions, wanted_, strict=True)] == [
        True for _ in wanted_
    ]
    assert found.asked == expected["asked"]
    answers = {answer.claim for answer in found.answers}
    assert answers == {ledger.claim(key).id for key in expected["answers"]}
