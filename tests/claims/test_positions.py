"""Who stands where: one position a voice and stance."""

from newsroom import gathered, named, report, standing
from reportedly.model import Source

WORDS = "the bridge at Orrin collapsed"


def carries(publisher, published, **fields):
    told = report(f"The Guild of Masons said {WORDS}.", publisher, published)
    source = named(told.document.text, "The Guild of Masons", name="Guild of Masons")
    told.said(source, "said", WORDS, "collapse", **fields)
    return told


def test_one_voice_in_two_reports_is_one_position():
    claim = gathered(
        carries("Vesk Courier", "2031-05-01"), carries("Lund Mail", "2031-05-02")
    ).claims[0]
    first = claim.positions[0]
    assert (first.voice, len(first.documents), len(first.statements)) == ("Guild of Masons", 2, 2)


def test_a_voice_is_marked_by_its_name_rather_than_by_a_pronoun():
    early = report(f"He said {WORDS}.", "Vesk Courier", "2031-05-01")
    early.said(
        named(early.document.text, "He", "person", name="Ana Brel"), "said", WORDS, "collapse"
    )
    late = report(f"Ana Brel said {WORDS}.", "Lund Mail", "2031-05-02")
    source = named(late.document.text, "Ana Brel", "person", name="Ana Brel")
    late.said(source, "said", WORDS, "collapse")
    first = gathered(early, late).claims[0].positions[0]
    assert (late.document.id, source.spans) == (first.label.document, first.label.spans)


def test_a_claim_that_one_voice_makes_in_two_reports_has_a_single_origin():
    reports = carries("Vesk Courier", "2031-05-01"), carries("Lund Mail", "2031-05-02")
    assert gathered(*reports).claims[0].status == "single origin"


def test_an_outlet_that_asserts_it_in_its_own_words_stands_for_it():
    told = report(f"On Monday {WORDS}.", "Hale Post", "2031-05-02")
    told.own(WORDS, "collapse")
    claim = gathered(carries("Vesk Courier", "2031-05-01"), told).claims[0]
    assert standing(claim) == {
        "for": ["Guild of Masons", "Hale Post"],
        "observing": ["Vesk Courier"],
    }


def test_a_denial_of_unspecified_reports_leaves_the_claim_denied():
    told = report(f"Reports said {WORDS}. The Guild denied {WORDS}.")
    told.said(named(told.document.text, "Reports", "unspecified"), "said", WORDS, "collapse")
    told.said("The Guild", "denied", WORDS, "collapse", "against")
    assert gathered(told).claims[0].status == "denied"


def test_silence_is_a_position():
    told = report(f"Vesk Rail would not say whether {WORDS}.")
    told.said("Vesk Rail", "would not say", WORDS, "collapse", "silent")
    assert standing(gathered(told).claims[0])["silent"] == ["Vesk Rail"]


def test_whoever_passes_on_another_voice_is_observing():
    told = report(f"Lund Mail, citing the Guild, said {WORDS}.", "Hale Post")
    outer = told.said(named(told.document.text, "Lund Mail", "media"), "said", WORDS, "collapse")
    told.said("the Guild", "citing", WORDS, "collapse", within=outer.attribution)
    assert standing(gathered(told).claims[0]) == {
        "for": ["the Guild"],
        "observing": ["Lund Mail", "Hale Post"],
    }


def test_a_hedge_without_a_source_is_the_word_of_reports():
    told = report(f"Reportedly {WORDS}.")
    told.said(Source((), "unspecified"), "Reportedly", WORDS, "collapse")
    position = gathered(told).claims[0].positions[0]
    assert (position.voice, position.kind, position.actor) == ("reports", "unspecified", None)


def test_a_position_is_as_sure_as_its_strongest_statement():
    reports = (
        carries("Vesk Courier", "2031-05-01", factuality="PS+"),
        carries("Lund Mail", "2031-05-02", factuality="PR+"),
    )
    assert gathered(*reports).claims[0].positions[0].factuality == "PR+"
