"""Hypotheses in the browser and for programs: the matrix, its forms, the same as JSON."""

import re

from reportedly.views.hypotheses import LIMIT
from web.house import seal


def sent(mine, page, *pairs, **fields):
    """A form of ``page``, sent with its seal."""
    answer = mine.reader.get(page)
    assert answer.status == 200
    fields = {"seal": seal(answer), "by": "Ana Merle", **fields}
    return mine.reader.post("/rulings", *pairs, **fields)


def test_the_page_says_its_limit_first_and_every_cell_leads_to_its_form(local):
    text = local.reader.get("/hypotheses").text
    assert text.index(LIMIT) < text.index("<table")
    cells = re.findall(r'<td class="(?:CC|C|N|I|II|NA)"><a href="(/rule/\w{16})"', text)
    case = local.ledger.case()
    assert len(cells) == len(case.competing.cells)
    page = local.reader.get(cells[0]).text
    assert "If the hypothesis held, would one see this evidence?" in page
    assert page.count("<option value=") == 6


def test_a_hypothesis_is_written_with_its_claims(mine):
    answer = sent(mine, "/hypotheses", kind="hypothesis", value="They fled.", claims="C1 not:C2")
    assert (answer.status, answer.get("location")) == (303, "/rulings/1")
    (ruling,) = mine.ledger.rulings()
    assert (ruling.kind, ruling.value) == ("hypothesis", "They fled.")
    assert [(t.kind, t.name) for t in ruling.targets] == [("claim", "+"), ("claim", "-")]


def test_a_hypothesis_without_a_claim_is_kept_and_one_on_a_report_is_refused(mine):
    page = "/hypotheses"
    assert sent(mine, page, kind="hypothesis", value="Invented.", claims="").status == 303
    refused = sent(mine, page, kind="hypothesis", value="They fled.", claims="R1")
    assert refused.status == 400
    assert "says something of claims" in refused.text
    many = " ".join(["C1"] * 13)
    assert sent(mine, page, kind="hypothesis", value="They ran.", claims=many).status == 400


def test_a_cell_and_a_weight_are_ruled_from_their_forms(mine):
    case = mine.ledger.case()
    cell = case.competing.cells[0]
    pair = (("id", cell.item), ("id", cell.hypothesis))
    assert sent(mine, f"/rule/{cell.id}", *pair, kind="cell", value="II").status == 303
    answer = sent(mine, f"/rule/{cell.item}", kind="credibility", value="low", id=cell.item)
    assert answer.status == 303
    answer = sent(mine, f"/rule/{cell.hypothesis}", kind="adopt", id=cell.hypothesis)
    assert answer.status == 303
    kept = [(r.kind, r.value) for r in mine.ledger.rulings()]
    assert kept == [("cell", "II"), ("credibility", "low"), ("adopt", "")]


def test_every_record_of_a_matrix_has_its_forms_and_its_reasons(local):
    held = local.ledger.case().competing
    for record in (held.hypotheses[0], held.items[0], held.cells[0]):
        assert local.reader.get(f"/rule/{record.id}").status == 200
        assert local.reader.get(f"/why/{record.id}").status == 200
