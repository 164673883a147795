"""Annotations beside a text: what a person draws counts, and what is broken is named."""

import random
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from build import document
from documents.loading import kept, skipped
from reportedly import exports
from reportedly.documents import brat, load
from reportedly.model import Kept, misfit

TEXT = "Ana Brel denied that forty men fled Olm on Friday.\nShe fled because it was cold."
REPORT = document(TEXT)
DRAWN = """\
T1\tSource 0 8\tAna Brel
T2\tCue 9 15\tdenied
T3\tContent 16 49\tthat forty men fled Olm on Friday
E1\tCue:T2 Source:T1 Content:T3
A1\tAct E1 deny
A2\tStance E1 against
A3\tFactuality E1 CT-
A4\tSourceKind E1 person
T4\tStatement 31 35\tfled
T5\tActor 21 30\tforty men
T6\tQuantity 21 26\tforty
E2\tStatement:T4 Extent:T3 Agent:T5 Quantity:T6
R1\tSaidBy Arg1:E2 Arg2:E1
"""


def read(ann, report=REPORT):
    found, left = brat.reading(report, ann, "a.ann")
    return found, {s.source: s.reason for s in left}


def test_what_a_person_draws_needs_no_note():
    found, left = read(DRAWN)
    assert left == {}
    assert misfit(REPORT, found) is None
    [told], [said] = found.attributions, found.statements
    assert (told.act, told.stance, told.factuality, told.source.kind) == (
        "deny", "against", "CT-", "person",
    )  # fmt: skip
    assert (said.attribution, said.event, said.quantity.unit) == (told.id, "fled", "")
    assert [(a.role, a.name) for a in said.actors] == [("agent", "forty men")]
    assert (said.author_factuality, said.sentence) == ("Uu", REPORT.sentences[0])


def test_an_annotation_drawn_twice_has_the_same_id():
    assert read(DRAWN)[0] == read(DRAWN)[0]


def test_what_is_moved_in_brat_is_moved_and_keeps_its_id():
    found, _ = read(DRAWN)
    ann = exports.brat(REPORT, found)
    moved = ann.replace("Content 16 49\tthat forty", "Content 21 49\tforty")
    again, left = read(moved)
    assert left == {}
    assert again.attributions[0].content[0].start == 21
    assert again.attributions[0].id == found.attributions[0].id


def test_a_note_that_stands_for_moved_characters_no_longer_counts():
    report = document("It fell\nand rose, Ana Brel said.")
    ann = """\
T1\tCue 27 31\tsaid
T2\tContent 0 7;8 16\tIt fell and rose
E1\tCue:T1 Content:T2
#1\tRecord E1\t{"spans":{"Content":[[0,16]]}}
"""
    whole, _ = read(ann, report)
    assert len(whole.attributions[0].content) == 1
    parted, _ = read(ann.replace("8 16\tIt fell and rose", "12 16\tIt fell rose"), report)
    assert len(parted.attributions[0].content) == 2


def broken(line, *, instead=None):
    """What is said of a file with one line more, or with one in the place of another."""
    ann = DRAWN.replace(instead, line) if instead else f"{DRAWN}{line}"
    found, left = read(ann)
    assert misfit(REPORT, found) is None
    return found, list(left.items())


def test_a_line_that_cannot_be_is_named_and_the_rest_goes_on():
    for line, reason in {
        "nonsense": "the line is no annotation of a kind that is read here",
        "T9\tSource\tAna": "the line does not say which characters it marks",
        "T9\tSource 0 900\tAna": "it marks characters that the text does not have",
        "T9\tSource 0 3;2 4\tAna a": "it marks the same characters twice",
        "T9\tSource 0 3\tIvo": "its words are not those of the text: was the text changed?",
        "T1\tSource 0 3\tAna": "another line before it says the same of T1",
        "E9\tProtein:T1": "it is no kind of annotation that is read here",
        "E9\tCue": "the line does not say what it ties together",
        "E9\tCue:T2 Theme:T1": "it has a part that its kind has not",
        "E9\tCue:T2 Content:T3 Content:T3": "it has a part twice",
        "E9\tCue:T99 Content:T3": "T99 marks no characters of the text",
        "E9\tCue:T2": "attribution",
        "R9\tEquiv Arg1:T1 Arg2:T2": "it is no relation that is read here",
        "A9\tMood E1 grim": "it is no attribute that is read here",
        "#9\tAnnotatorNotes E1\tlook again": "it is a note for people, which is not kept",
    }.items():
        found, [(where, why)] = broken(line)
        assert (where, reason in why) == ("a.ann:14", True), (line, why)
        assert len(found.attributions) == len(found.statements) == 1


def test_words_without_their_voice_are_not_made_the_author_s():
    """Were the statement kept, the paper itself would say that they fled."""
    for line, instead in (
        ("A1\tAct E1 sing", "A1\tAct E1 deny"),
        ("T2\tCue 9 15\tdenies", "T2\tCue 9 15\tdenied"),
        ("R1\tSaidBy Arg1:E2 Arg2:E7", "R1\tSaidBy Arg1:E2 Arg2:E1"),
        ("R1\tSaidBy Arg1:E2 Arg2:E2", "R1\tSaidBy Arg1:E2 Arg2:E1"),
    ):
        found, left = broken(line, instead=instead)
        assert found.statements == ()
        assert "whose word it is cannot be read, so it is left out" in dict(left).values()


def test_a_circle_of_voices_is_left_out():
    more = "E3\tCue:T2 Content:T3\nR2\tWithin Arg1:E3 Arg2:E1\nR3\tWithin Arg1:E1 Arg2:E3\n"
    found, left = read(DRAWN + more)
    assert (found.attributions, found.statements) == ((), ())
    assert sorted(left) == ["a.ann:12", "a.ann:14", "a.ann:4"]


def test_hostile_notes_are_no_records():
    deep = "[" * 100_000
    for note in ("{", "[]", deep, '{"id":"x"}', '{"id":7}', '{"sentence":[0,"a"]}',
                 '{"more":1}', '{"reasons":[{"name":"a"}]}', '{"agreed":NaN,"id":"\\\\ud800"}',
                 '{"spans":{"Content":[[-5,1e99]]}}', f'{{"name":"{"a" * 20_000}"}}'):  # fmt: skip
        found, left = read(f"{DRAWN}#1\tRecord E1\t{note}\n")
        assert misfit(REPORT, found) is None
        if found.attributions:  # what is noted of the characters is not true, so they count
            assert found.attributions[0].content == read(DRAWN)[0].attributions[0].content
        else:
            assert len(left) == 2


def test_two_records_are_never_one():
    same = '#1\tRecord E1\t{"id":"00000000000000aa"}\n#2\tRecord E2\t{"id":"00000000000000aa"}\n'
    found, left = read(DRAWN + same)
    assert (len(found.attributions), len(found.statements)) == (1, 0)
    assert left == {"a.ann:12": "another record has the same id"}


@given(st.lists(st.tuples(st.integers(0, 1_000), st.sampled_from("0\t\n :;TE#Z\u2028\x00")),
                max_size=6))  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_whatever_is_broken_what_is_read_fits_the_report(changes):
    ann = exports.brat(REPORT, read(DRAWN)[0])
    for at, letter in changes:
        ann = ann[: at % len(ann)] + letter + ann[at % len(ann) + 1 :]
    assert misfit(REPORT, read(ann)[0]) is None


def test_lines_in_another_order_say_the_same():
    lines = exports.brat(REPORT, read(DRAWN)[0]).splitlines(keepends=True)
    random.Random(1).shuffle(lines)
    assert read("".join(lines))[0] == read(DRAWN)[0]


def files(folder):
    (folder / "a.txt").write_text(TEXT)
    (folder / "a.ann").write_text(DRAWN)
    (folder / "b.txt").write_text("Nobody marked this one. It stands alone.")
    (folder / "annotation.conf").write_text("[entities]\n\nSource\n")
    (folder / "visual.conf").write_text("[labels]\n")


def test_in_a_folder_files_for_brat_are_no_reports(tmp_path):
    files(tmp_path)
    assert [d.name.rpartition("/")[2] for d in kept(tmp_path)] == ["a.txt", "b.txt"]
    assert skipped(tmp_path) == {}
    found = [k.reading for k in load([str(tmp_path)]) if isinstance(k, Kept)]
    assert [reading is None for reading in found] == [False, True]


def test_an_archive_says_the_same(tmp_path):
    (tmp_path / "in").mkdir()
    files(tmp_path / "in")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for path in sorted((tmp_path / "in").iterdir()):
            archive.write(path, f"data/{path.name}")
    one, other = ([k.reading for k in load([str(tmp_path / name)])] for name in ("in", "a.zip"))
    assert one == other


def test_a_report_without_a_usable_line_is_read_anew(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.ann").write_text("T1\tProtein 0 3\tAna\nE1\tBinding:T1\n")
    [report] = [k for k in load([str(tmp_path)]) if isinstance(k, Kept)]
    assert report.reading is None
    assert list(skipped(tmp_path).values()) == ["it is no kind of annotation that is read here"]


def test_what_lies_beside_it_that_is_no_object_leaves_the_text(tmp_path):
    files(tmp_path)
    for stated in ("[]", "{", '{"text": "other words", "publisher": "Vesk Courier"}'):
        (tmp_path / "a.json").write_text(stated)
        first = kept(tmp_path)[0]
        assert " ".join(first.text.split()) == " ".join(TEXT.split())
        assert len(skipped(tmp_path)) == (stated[-1] != "}")
