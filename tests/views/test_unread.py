"""What is left out since it is in another language is counted wherever a case is shown."""

from io import StringIO

from rich.console import Console

import build
from reportedly.model import Case, Foreign, Span
from reportedly.views import dossier, terminal, unread

TEXT = "It fled.\n\nSie floh.\n\nОна бежала."
MIXED = build.document(TEXT, foreign=(Foreign(Span(10, 19), "de"), Foreign(Span(21, 32), None)))
WHOLE = build.document("Sie floh.", "Tolmer Zeitung", language="de")
PLAIN = build.document("It fled.", "Tarn Echo")
SENTENCE = (
    "Left out, since only English is read: 1 report (de) and 2 passages of 1 report "
    "(de, another script)."
)


def said(show, case):
    out = StringIO()
    show(case, Console(file=out, width=200, color_system=None))
    return " ".join(out.getvalue().split())


def test_one_report_says_how_much_of_it_and_in_which_languages():
    assert unread.of_report(MIXED) == "2 passages not read (de, another script)"
    assert unread.of_report(WHOLE) == "in de, not read"
    assert unread.of_report(PLAIN) == ""


def test_all_reports_are_counted_in_one_sentence():
    assert unread.of_all([PLAIN, MIXED, WHOLE]) == SENTENCE
    assert unread.of_all([PLAIN]) == ""


def test_the_summary_the_list_of_reports_and_the_dossier_say_so():
    case = Case((PLAIN, MIXED, WHOLE))
    assert SENTENCE in said(terminal.summary, case)
    listed = said(terminal.documents, case)
    assert "0 attributions, en, 2 passages not read (de, another script), id" in listed
    assert "in de, not read" in listed
    page = dossier.render(case)
    assert SENTENCE in page
    assert "in de, not read" in page
