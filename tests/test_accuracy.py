"""Accuracy on public gold stays above the floors of ``benchmarks/floors.toml``."""

import importlib.util
import sys
import tomllib
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
sys.path.append(str(BENCHMARKS))
FLOORS = tomllib.loads((BENCHMARKS / "floors.toml").read_text(encoding="utf-8"))


def benchmark(name):
    """One script of ``benchmarks/`` as a module."""
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", BENCHMARKS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_attributions_are_found_as_well_as_before():
    attribution = benchmark("attribution")
    if not (attribution.CORPUS.is_dir() and attribution.SCORER.is_file()):
        pytest.skip(f"no corpus at {attribution.CORPUS}")
    found, _ = attribution.read_all(attribution.documents(attribution.CORPUS))
    rows = {name: attribution.outermost(one) for name, one in found.items()}
    _, table = attribution.score(rows, attribution.CORPUS, attribution.SCORER, 0)
    for row in ("relation", "full"):
        assert FLOORS["attribution"][row] <= 100 * table[f"relation/{row}"]["f"]


def test_chains_of_invented_sentences_are_read_as_well_as_before():
    nesting = benchmark("nesting")
    scored = nesting.scores([row for row in nesting.gold() if row["split"] == "score"], "learned")
    assert FLOORS["nesting"]["chains"] <= scored.recall
    assert FLOORS["nesting"]["outermost"] <= scored.outermost


def test_invented_sources_are_told_apart_as_well_as_before():
    sources = benchmark("sources")
    found = list(sources.invented(sources.rows("sources", "score")))
    assert FLOORS["sources"]["macro_f1"] <= sources.macro_f1(found)
    assert FLOORS["sources"]["unnamed"] <= sources.unnamed(found)


def test_stance_is_judged_as_well_as_before():
    claims = benchmark("claims")
    if not claims.CORPUS.is_file():
        pytest.skip(f"no corpus at {claims.CORPUS}")
    scores = claims.scores(claims.rows_of(claims.CORPUS))
    assert FLOORS["stance"]["accuracy"] <= scores.accuracy
    assert FLOORS["stance"]["macro_f1"] <= scores.macro_f1
    assert FLOORS["stance"]["observing"] <= scores.observing


def test_what_cues_do_is_judged_as_well_as_before():
    stances = benchmark("stances")
    if not stances.CORPUS.is_dir():
        pytest.skip(f"no corpus at {stances.CORPUS}")
    for floors, split in (("cues", "score"), ("random_cues", "random")):
        found = stances.judged(stances.rows("polnear_stances", split))
        for field in stances.FIELDS:
            assert FLOORS[floors][field] <= stances.accuracy(stances.pairs(found, field))
        assert FLOORS[floors]["factuality_macro_f1"] <= stances.macro_f1(
            stances.pairs(found, "factuality")
        )


def test_idioms_of_invented_sentences_are_judged_as_well_as_before():
    stances = benchmark("stances")
    found = stances.judged(stances.rows("cue_phrases", "score"))
    for field in stances.FIELDS:
        assert FLOORS["phrases"][field] <= stances.accuracy(stances.pairs(found, field))


def test_denials_are_told_apart_as_well_as_before():
    denials = benchmark("denials")
    found = [denials.read(row, gold_cue=False) for row in denials.rows("denials", "score")]
    hits = sum(one.label == one.row["label"] for one in found)
    assert FLOORS["denials"]["label"] <= hits / len(found)
    by_cue = sum(one.by_cue == one.row["label"] for one in found)
    assert FLOORS["denials"]["by_cue"] <= by_cue / len(found)


def test_phrasings_that_no_rule_was_written_for_are_read_as_well_as_before():
    phrasings = benchmark("phrasings")
    every = list(phrasings.phrases("score"))
    right = sum(not phrasings.faults(one, "learned") for one in every)
    assert FLOORS["phrasings"]["texts"] <= right / len(every)


def test_causes_are_found_as_well_as_before():
    causes = benchmark("causes")
    if not causes.CORPUS.is_dir():
        pytest.skip(f"no corpus at {causes.CORPUS}")
    sentences = causes.gold(causes.CORPUS)
    fits = causes.folds(causes.FOLDS, sentences)
    read = {name: causes.joined(causes.Read(causal=False), one) for name, one in fits.items()}
    every = [one for one in sentences if one.name in read]
    assert len(every) == len(sentences)
    counted = (causes.sentence_counts(every, read), causes.span_counts(every, read))
    for row, counts in zip(("sentences", "spans"), counted, strict=True):
        assert FLOORS["causes"][row] <= 100 * causes.f1(sum(counts, causes.Counter()))


def test_reports_are_gathered_into_events_as_well_as_before():
    gathering = benchmark("gathering")
    if not gathering.REPORTS.is_file():
        pytest.skip(f"no corpus at {gathering.REPORTS}")
    items = gathering.reports(gathering.REPORTS)
    found = gathering.reportedly(items, alone=False)
    assert FLOORS["gathering"]["reports"] <= found.each.f1(range(len(items)))


def test_mentions_are_joined_as_well_as_before_from_names_alone():
    actors = benchmark("actors")
    if not actors.CORPUS.is_file():
        pytest.skip(f"no corpus at {actors.CORPUS}")
    by_id, kept = actors.corpus()
    pairs = [pair for pair in actors.pairs(by_id) if pair.split == "score"]
    scores = actors.scores(pairs, actors.by_node(actors.directory(kept, ())))
    assert FLOORS["actors"]["precision"] <= scores.precision
    assert FLOORS["actors"]["recall"] <= scores.recall


def test_invented_traps_are_told_apart_as_well_as_before():
    traps = benchmark("traps")
    pairs = traps.rows("score")
    found = [one.relation for one in traps.judged(pairs)]
    assert FLOORS["traps"]["accuracy"] <= traps.accuracy(pairs, found)


def test_events_of_one_topic_are_joined_as_well_as_before():
    events = benchmark("events")
    if not events.CORPUS.is_dir():
        pytest.skip(f"no corpus at {events.CORPUS}")
    assert FLOORS["events"]["topic_3"] <= events.seen(
        events.read_all(events.CORPUS, None, frozenset({"3"}))
    )


def test_origins_of_invented_worlds_are_traced_as_well_as_before():
    origins = benchmark("origins")
    if not origins.CORPUS.is_dir():
        pytest.skip(f"no corpus at {origins.CORPUS}, whose syntax the worlds borrow")
    worlds = [origins.measured(n, "b", given=True, keep=None, size=None) for n in range(12)]
    table = origins.figures(worlds)
    assert table["at least above truth"] == 0
    for row, floor in FLOORS["worlds"].items():
        assert row == "source" or floor <= table[row]


def test_invented_claims_are_ranked_by_their_origins_as_well_as_before():
    weighing = benchmark("weighing")
    if not weighing.CORPUS.is_dir():
        pytest.skip(f"no corpus at {weighing.CORPUS}, whose syntax the worlds borrow")
    worlds = [weighing.measured(n, "a", given=True, keep=None) for n in range(24)]
    rows = [row for found in worlds for row in found]
    table = {name: tau for name, (tau, _) in weighing.figures(rows).items()}
    named = weighing.figures(rows, "nameable")["the digit"][0]
    table["the digit, of origins named or seen"] = named
    for row, floor in FLOORS["weighing"].items():
        assert row == "source" or floor <= table[row], row
    assert max(table["reports counted"], table["publishers counted"]) < 0.5


def test_invented_pages_are_read_as_well_as_before(tmp_path):
    names = {"text F1": "text", "breaks kept": "breaks", "date": "date", "publisher": "publisher",
             "stubs marked": "stubs", "walls": "walls"}  # fmt: skip
    found = benchmark("extraction").shares("b", tmp_path, *names)
    for name, floor in names.items():
        assert FLOORS["pages"][floor] <= found[name], name
