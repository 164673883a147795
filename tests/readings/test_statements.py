"""Statements of invented sentences, judged attributions given by hand."""

from dataclasses import replace

import pytest

import build
from reportedly import readings
from reportedly.model import Attribution, Source, Statement, cut, identify
from reportedly.readings.clauses import repair
from reportedly.readings.parse import parse
from reportedly.readings.statements import statements
from reportedly.readings.tagger.marks import VALUES

PUBLISHED = "2031-05-14"


def said(text, *, source=(), cue=(), content=(), within=None, **fields) -> Attribution:
    """An attribution whose parts are given by their words."""
    spans = {k: build.spans(text, *v) for k, v in (("s", source), ("c", cue), ("t", content))}
    values = {"act": "say", "stance": "for", "factuality": "CT+", "mode": "indirect", **fields}
    return Attribution(
        id=identify("attribution", spans["c"], spans["t"], source),
        document="d", sentence=build.document(text).sentences[0],
        source=Source(spans["s"], "unspecified") if source else None,
        cue=spans["c"], content=spans["t"], within=within, **values,
    )  # fmt: skip


def read(text, *attributions) -> tuple[Statement, ...]:
    document = build.document(text, published=PUBLISHED)
    held = tuple(replace(a, document=document.id) for a in attributions)
    return statements(repair(parse(document)), document, held)


def test_the_authors_own_sentence_is_a_statement_without_attribution():
    """Who did what, in the author's own voice."""
    (one,) = read("Rebel fighters attacked the depot at Brenn on Monday.")
    assert one.attribution is None
    assert (one.event, one.code, one.factuality, one.stance) == ("attack", "ASSAULT", "CT+", "for")
    assert [(a.role, a.name) for a in one.actors] == [
        ("agent", "rebel fighter"), ("patient", "depot"),
    ]  # fmt: skip
    assert one.place is not None
    assert one.place.name == "brenn"
    assert one.time is not None
    assert (one.time.first, one.time.last) == ("2031-05-12", "2031-05-12")


class Doubting:
    """A network that holds every event for left open."""

    def committed(self, place):
        del place
        return tuple(0.0 if value == "Uu" else -9.0 for value in VALUES)


@pytest.mark.parametrize(("act", "expected"), [("accuse", "CT+"), ("say", "Uu")])
def test_what_somebody_is_accused_of_is_asserted_whatever_the_network_holds(act, expected):
    text = "Tarsia has been accused of shelling the depot."
    whose = said(text, cue=("has been accused",), content=("of shelling the depot",), act=act)
    document = build.document(text)
    held = (replace(whose, document=document.id),)
    found = statements(repair(parse(document)), document, held, Doubting())
    assert [one.factuality for one in found if one.attribution] == [expected]


def test_a_passive_turns_agent_and_patient_round():
    """The subject of a passive is the patient, "by" names the agent."""
    (one,) = read("Eighteen miners were killed by the guards.")
    assert [(a.role, a.name) for a in one.actors] == [("patient", "miner"), ("agent", "guard")]
    assert one.quantity is not None
    assert (one.quantity.best, one.quantity.unit) == (18, "miner")


@pytest.mark.parametrize(
    "sentence",
    [
        "French soldiers deserted.",
        "French soldiers abandoned their posts.",
        "French soldiers fled.",
        "French soldiers left their positions.",
    ],
)
def test_different_words_for_one_kind_of_event_share_its_name(sentence):
    """A family of the word list stands for all of them."""
    (one,) = read(sentence)
    assert (one.event, one.actors[0].name) == ("desertion", "french soldier")


def test_civilians_who_flee_do_not_desert():
    """Fleeing is desertion only where armed forces do it."""
    (one,) = read("Thousands of villagers fled the valley.")
    assert one.event == "displacement"


def test_a_denial_stands_against_the_event():
    """Whoever "denied that they fled" is committed against the fleeing."""
    text = "The ministry denied that soldiers fled the camp."
    denial = said(
        text, source=["The ministry"], cue=["denied"], content=["that soldiers fled the camp"],
        act="deny", stance="against", factuality="CT-",
    )  # fmt: skip
    (one,) = read(text, denial)
    assert (one.attribution, one.factuality, one.stance, one.polarity) == (
        denial.id, "CT-", "against", "+",
    )  # fmt: skip
    assert one.author_factuality == "Uu"


def test_a_negation_inside_what_is_said_turns_it_round():
    """What "did not" happen is stated against, and negative in grammar."""
    text = "The ministry said the soldiers did not flee."
    saying = said(
        text, source=["The ministry"], cue=["said"], content=["the soldiers did not flee"]
    )
    (one,) = read(text, saying)
    assert (one.factuality, one.stance, one.polarity) == ("CT-", "against", "-")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the soldiers may have fled", "PS+"),
        ("the soldiers probably fled", "PR+"),
        ("the soldiers never fled", "CT-"),
        ("it is unlikely that the soldiers fled", "PR-"),
        ("there is no evidence that the soldiers fled", "PR-"),
        ("it is unclear whether the soldiers fled", "Uu"),
        ("the soldiers refused to flee", "CT-"),
        ("the soldiers tried to flee", "PS+"),
        ("no soldiers fled", "CT-"),
    ],
)
def test_words_inside_lower_the_certainty(content, expected):
    """Modals, adverbs, negations and governing words are composed with the source's own value."""
    text = f"The ministry said {content}."
    made = read(text, said(text, source=["The ministry"], cue=["said"], content=[content]))
    flights = [s for s in made if s.event == "desertion"]
    assert [s.factuality for s in flights] == [expected]
    assert flights[0].reasons


def test_would_is_a_future_in_reported_words():
    """Whoever "said it would withdraw" promises; nothing has happened yet."""
    text = "The junta said it would withdraw its army."
    (one,) = read(text, said(text, source=["The junta"], cue=["said"],
                             content=["it would withdraw its army"]))  # fmt: skip
    assert (one.event, one.mode) == ("withdrawal", "future")


def test_dismissed_reports_give_both_voices_a_statement():
    """The reports are for the event, whoever dismisses them is against it."""
    text = "Officials dismissed reports of desertions."
    outer = said(
        text, source=["Officials"], cue=["dismissed"], content=["reports of desertions"],
        act="dismiss", stance="against", factuality="CT-",
    )  # fmt: skip
    inner = said(text, source=["reports"], content=["desertions"], within=outer.id)
    made = read(text, outer, inner)
    found = {(s.attribution, s.event, s.stance) for s in made}
    assert found == {(outer.id, "desertion", "against"), (inner.id, "desertion", "for")}


def test_silence_is_silence_about_the_event():
    """A source that declines to speak takes no side on what it declines to speak about."""
    text = "Both governments remained silent about the details of the deployments."
    silence = said(
        text, source=["Both governments"], cue=["remained silent"],
        content=["the details of the deployments"],
        act="decline", stance="silent", factuality="Uu",
    )  # fmt: skip
    (one,) = read(text, silence)
    assert (one.event, one.stance) == ("deployment", "silent")


def test_calling_an_earlier_claim_real_affirms_its_event():
    """With "the matter is quite real" the desertions spoken of just before are taken up."""
    text = (
        "Officials denied desertions by soldiers, but villagers say that the matter is quite real."
    )
    denial = said(
        text, source=["Officials"], cue=["denied"], content=["desertions by soldiers"],
        act="deny", stance="against", factuality="CT-",
    )  # fmt: skip
    answer = said(
        text, source=["villagers"], cue=["say"], content=["that the matter is quite real"],
    )  # fmt: skip
    made = {s.attribution: s for s in read(text, denial, answer)}
    assert (made[answer.id].event, made[answer.id].stance) == ("desertion", "for")
    assert made[answer.id].actors == made[denial.id].actors
    assert cut(text, made[answer.id].spans) == "the matter is quite real"


def test_calling_it_false_stands_against_its_event():
    """With "the claims are false" what the claims claim is denied."""
    text = "Villagers said guards shot a boy. The police said the claims are false."
    claim = said(text, source=["Villagers"], cue=["said"], content=["guards shot a boy"])
    answer = said(text, source=["The police"], cue=["said"],
                  content=["the claims are false"])  # fmt: skip
    made = {s.attribution: s for s in read(text, claim, answer)}
    assert (made[answer.id].event, made[answer.id].stance) == ("shooting", "against")


def test_all_actors_of_a_coordinated_source_state_the_same():
    """Two attributions over one content give two statements."""
    text = "Villagers and the army say rebels attacked Brenn."
    both = [said(text, source=[who], cue=["say"], content=["rebels attacked Brenn"])
            for who in ("Villagers", "the army")]  # fmt: skip
    assert sorted(s.attribution for s in read(text, *both)) == sorted(a.id for a in both)


def test_what_a_situation_is_about_is_not_asserted():
    """A "situation involving soldiers deserting" leaves open whether they did."""
    made = read("The situation involving soldiers deserting the camp is part of a narrative.")
    assert ("desertion", "Uu", "observing") in [(s.event, s.factuality, s.stance) for s in made]


def test_a_mention_in_passing_asserts_nothing():
    """A noun that names an event is no statement in the author's own words."""
    assert [s.event for s in read("The desertions puzzle many.")] == ["puzzl"]


def test_a_pronoun_stands_for_the_actor_before_it():
    """For "they" stands the name of the nearest earlier plural actor."""
    made = read("Danish marines entered the port. They attacked the guards.")
    assert made[1].actors[0].name == "danish marine"
    assert made[1].actors[0].country == "DK"


def test_the_same_document_gives_the_same_ids():
    """Ids are hashes of content."""
    text = "Rebels attacked Brenn and seized the mill."
    assert [s.id for s in read(text)] == [s.id for s in read(text)]
    assert [s.event for s in read(text)] == ["attack", "capture"]


def test_a_pronoun_in_reported_words_is_the_speaker():
    """What "they" did, as the rebels tell it, the rebels did."""
    text = "Marines fled. Rebels said they attacked the depot."
    saying = said(text, source=["Rebels"], cue=["said"], content=["they attacked the depot"])
    source = replace(saying.source, kind="military")
    made = read(text, replace(saying, source=source))
    assert [a.name for a in made[-1].actors] == ["rebel", "depot"]


def test_a_bare_event_takes_the_actors_named_before():
    """Whose the desertions are was said in the sentence before."""
    text = "Danish marines deserted. The mayor denied the desertions."
    denial = said(text, source=["The mayor"], cue=["denied"], content=["the desertions"],
                  act="deny", stance="against", factuality="CT-")  # fmt: skip
    made = read(text, denial)
    assert [(s.event, s.actors[0].country) for s in made] == [("desertion", "DK")] * 2


def test_denying_the_reports_is_denying_what_they_report():
    """With "the reports" alone the event reported before is taken up."""
    text = "Villagers said guards shot a boy. The police denied the reports."
    claim = said(text, source=["Villagers"], cue=["said"], content=["guards shot a boy"])
    denial = said(text, source=["The police"], cue=["denied"], content=["the reports"],
                  act="deny", stance="against", factuality="CT-")  # fmt: skip
    made = {s.attribution: s for s in read(text, claim, denial)}
    assert (made[denial.id].event, made[denial.id].stance) == ("shooting", "against")


def test_calling_the_report_a_fabrication_is_no_double_denial():
    """Where the cue has counted the word already, it is not counted twice."""
    text = "Villagers said guards shot a boy. The police called the report a fabrication."
    claim = said(text, source=["Villagers"], cue=["said"], content=["guards shot a boy"])
    content = ["the report a fabrication"]
    for fields in ({"act": "dismiss", "stance": "against", "factuality": "CT-"},
                   {"stance": "observing", "factuality": "Uu"}):  # fmt: skip
        answer = said(text, source=["The police"], cue=["called"], content=content, **fields)
        made = {s.attribution: s for s in read(text, claim, answer)}
        assert (made[answer.id].event, made[answer.id].stance) == ("shooting", "against")


def test_a_denial_that_nobody_marked_never_asserts():
    """Under a word of saying that was not made out as one, the author commits to nothing."""
    made = read("The junta has denied sending troops to Syria.")
    assert [s.factuality for s in made if s.event == "deployment"] == ["Uu"]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The ministry knows more than it has published.", ["know"]),
        ("The office was closed when the editor called.", ["closure"]),
        ("As the situation develops, rebels attacked Brenn.", ["attack"]),
        ("When rebels attacked Brenn, the mill burned.", ["attack", "fire"]),
        ("Reporting by the Vesk Agency.", []),
        ("What I saw was a tower.", ["tower"]),
    ],
)
def test_asides_and_credit_lines_are_no_statements(text, events):
    """Neither a comparison nor a bare "when" tells anything, unless it names a known event."""
    assert events == [s.event for s in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "On the other bank, rebels attacked Brenn",
        "For a family in Vesk, the raid means a cold winter",
        "At dawn on Monday, rebels attacked Brenn",
    ],
)
def test_a_statement_keeps_the_preposition_it_begins_with(text):
    """What stands before the subject belongs to the clause."""
    assert text == cut(text, read(text + ".")[-1].spans)


def test_a_statement_does_not_end_in_a_word_that_leads_elsewhere():
    """What is another voice's word takes its preposition along."""
    text = "Rebels attacked Brenn with reports of looting."
    inner = said(text, source=["reports"], cue=["reports"], content=["looting"])
    own = [s for s in read(text, inner) if s.attribution is None]
    assert [cut(text, s.spans) for s in own] == ["Rebels attacked Brenn"]


def test_what_somebody_had_to_do_was_done():
    """But what somebody has to do may not be."""
    (had,) = read("The garrison had to leave its barracks.")
    (has,) = read("The garrison has to leave its barracks.")
    assert (had.factuality, has.factuality) == ("CT+", "Uu")


def test_they_are_those_who_act_and_not_what_was_withheld():
    """A plural pronoun takes up people rather than wages."""
    *_, last = read("Rebel fighters withheld the wages. They attacked Brenn.")
    assert [a.name for a in last.actors if a.role == "agent"] == ["rebel fighter"]


def test_no_hedge_that_is_printed_is_read_away():
    """Whatever the network holds, "may have" stays a possibility and a denial a denial."""
    stated = readings.read(build.document("Up to 30 men may have left their posts.")).statements
    assert {s.factuality for s in stated} == {"PS+"}
    text = "The ministry denied that any soldiers deserted."
    told = readings.read(build.document(text)).statements
    assert [s.factuality for s in told if s.event == "desertion"] == ["CT-"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The ferry will sail on Friday.", "2031-05-16"),
        ("The ferry sailed on Friday.", "2031-05-09"),
        ("The ferry will sail on Wednesday.", "2031-05-14"),
        ("The harbour promised that the ferry will sail on Friday night.", "2031-05-16"),
    ],
)
def test_a_weekday_of_what_is_yet_to_come_lies_ahead(text, days):
    found = readings.read(build.document(text, published=PUBLISHED)).statements
    assert {s.time.first for s in found if s.time} == {days}
