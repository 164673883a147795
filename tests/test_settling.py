"""The process that works out what is pending in the ledger that it is told of."""

import io

from reportedly import settling
from reportedly.ledger import opened
from unsettled import unsettled


def test_it_works_out_the_ledger_it_is_told_of(tmp_path, monkeypatch):
    place = unsettled(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO(place))
    assert settling.main() == 0
    with opened(place) as ledger:
        assert ledger.pending() == ()


def test_it_says_in_one_sentence_what_went_wrong(tmp_path, monkeypatch, capsys):
    (tmp_path / "case.db").write_text("no ledger", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(str(tmp_path / "case.db")))
    assert settling.main() == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
