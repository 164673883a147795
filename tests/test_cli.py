"""The command line does what docs/commands.md says, and leaves with the exit codes it names."""

import io
import json
from pathlib import Path

import pytest
import typer

from reportedly import claims, cli

ROOT = Path(__file__).parents[1]
TEXT = (
    "Soldiers at Tolm left their posts on Friday, two officials in Vesk said.\n\n"
    "The army denied that its soldiers had left their posts."
)


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run the command line in an empty folder; give its exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments, stdin=b""):
        monkeypatch.setattr("sys.argv", ["reportedly", *arguments])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            cli.main()
        shown = capsys.readouterr()
        return left.value.code or 0, shown.out, shown.err

    return call


def commands():
    group = typer.main.get_command(cli.app)
    return {name: group.commands[name] for name in sorted(group.commands)}


def test_every_command_and_option_is_documented():
    documented = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    sections = {part.split("`")[1].split()[1]: part for part in documented.split("\n## ")[1:]}
    for name, command in commands().items():
        assert name in sections
        for option in command.params:
            for form in option.opts if option.param_type_name == "option" else ():
                assert f"`{form}`" in sections[name], f"{form} of {name}"


def test_every_command_and_option_says_what_it_is_for():
    for name, command in commands().items():
        assert command.help, name
        for option in command.params:
            if option.param_type_name == "option":
                assert option.help, f"{option.name} of {name}"


def test_read_prints_one_object_a_document_with_slices_of_its_text(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    code, out, _ = run("read", "a.txt")
    read = json.loads(out)
    assert code == 0
    assert {"document", "attributions", "statements", "causes", "questions", "conflicts",
            "skipped"} == set(read)  # fmt: skip
    for attribution in read["attributions"]:
        for role in ("cue", "content"):
            cuts = [TEXT[s:e] for s, e in attribution[role]["spans"]]
            assert " ".join(cuts) == attribution[role]["text"]


def test_read_takes_standard_input(run):
    code, out, _ = run("read", "-", stdin=TEXT.encode())
    assert code == 0
    assert json.loads(out)["attributions"]


@pytest.mark.parametrize("form", ["citron", "table"])
def test_read_prints_other_forms(run, tmp_path, form):
    (tmp_path / "a.txt").write_text(TEXT)
    code, out, _ = run("read", "a.txt", "--format", form)
    assert code == 0
    assert "denied" in out


def test_read_writes_brat_into_a_folder(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert run("read", "a.txt", "--format", "brat", "-o", "brat")[0] == 0
    [text] = (tmp_path / "brat").glob("*.txt")
    assert text.read_text() == TEXT
    assert "Cue" in text.with_suffix(".ann").read_text()


def test_report_writes_dossier_ledger_and_json(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    code, out, _ = run("report", "a.txt", "-o", "d.html", "--json", "l.json", "-l", "case.db")
    ledger = json.loads((tmp_path / "l.json").read_text())
    assert code == 0
    assert "d.html" in out
    assert ledger["claims"]
    assert "contested" in {claim["status"] for claim in ledger["claims"]}
    assert (tmp_path / "d.html").read_text().startswith("<!doctype html>")


def test_a_kept_ledger_is_added_to_shown_and_explained(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("Two officials said soldiers at Tolm had left their posts.")
    assert run("add", "a.txt", "-l", "case.db")[0] == 0
    assert run("add", "a.txt", "b.txt", "-l", "case.db")[0] == 0
    run("report", "a.txt", "b.txt", "--json", "l.json")
    claim = json.loads((tmp_path / "l.json").read_text())["claims"][0]
    for shelf in (
        "summary",
        "claims",
        "timeline",
        "actors",
        "origins",
        "questions",
        "conflicts",
        "documents",
        "rulings",
    ):
        assert run("show", "-l", "case.db", shelf)[0] == 0
    assert claim["text"] in " ".join(run("show", "-l", "case.db", "claim", claim["id"])[1].split())
    assert run("why", "-l", "case.db", claim["id"])[0] == 0
    code, out, _ = run("why", "-l", "case.db", "R1", "R2")
    assert (code, out.count("report: R")) == (0, 2)
    assert "independent: " in out
    for wrong in (("R1", "C1"), ("R1", "R1"), ("R1", "R2", "R1"), ("R1", "R9")):
        assert run("why", "-l", "case.db", *wrong)[0] == 2
    assert "a.txt" in run("diff", "-l", "case.db", "--since", "2001-01-01")[1]


def test_a_person_rules_and_the_ledger_keeps_it(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("Two officials said soldiers at Tolm had left their posts.")
    run("report", "a.txt", "-l", "case.db", "--json", "l.json")
    claim = json.loads((tmp_path / "l.json").read_text())["claims"][0]
    denial = claim["against"][0]["statements"][0]
    rule = ("rule", "-l", "case.db")
    code, out, _ = run(*rule, "different", "C1", denial, "--why", "another post", "--by", "anna")
    assert code == 0
    assert f"{claim['id']}) now has" in out
    assert "A claim of its own" in out
    run("add", "b.txt", "-l", "case.db")
    assert run("show", "-l", "case.db", "claim", "C1")[1].count(" id ") == 2
    assert denial not in run("show", "-l", "case.db", "claim", "C2")[1]
    log = run("show", "-l", "case.db", "rulings")[1]
    assert log.startswith("1 different by anna, ")
    assert "in force" in log
    assert "why: another post" in log
    assert "1 by anna, different, in force: another post" in run("why", "-l", "case.db", denial)[1]
    assert run(*rule, "undo", "1")[0] == 0
    assert denial in run("show", "-l", "case.db", "claim", "C1")[1]
    assert "undone by ruling 2" in run("show", "-l", "case.db", "rulings")[1]


def test_a_person_corrects_and_grades_and_takes_it_back(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    run("report", "a.txt", "-l", "case.db", "--json", "l.json")
    before = run("show", "-l", "case.db", "claims")
    read = json.loads((tmp_path / "l.json").read_text())["attributions"]
    denial = next(a for a in read if a["stance"] == "against")
    rule = ("rule", "-l", "case.db", "--by", "anna")
    assert "no longer has ▼" in run(*rule, "undeny", denial["id"])[1]
    assert run(*rule, "wrong", denial["id"])[0] == 0
    assert run(*rule, "source", denial["id"], "--is", read[0]["source"]["text"])[0] == 0
    assert "is graded E5 by a person" in run(*rule, "grade", "C1", "--as", "E5")[1]
    assert run(*rule, "grade", "a.txt", "--as", "B")[0] == 0
    log = run("show", "-l", "case.db", "rulings")[1]
    assert f"the word of “{read[0]['source']['text']}”" in log
    assert "5 grade B by anna, " in log
    assert "New rulings (5)" in run("diff", "-l", "case.db", "--since", "2001-01-01")[1]
    for number in "12345":
        assert run(*rule, "undo", number)[0] == 0
    assert run("show", "-l", "case.db", "claims") == before


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("same", "C1"), "same takes 2 ids"),
        (("undo", "1", "2"), "undo takes 1 id"),
        (("undo", "1"), "no ruling has this number"),
        (("hide", "C1234"), "no record is called so"),
        (("wrong", "C1"), "takes back a link"),
        (("grade", "C1"), "give it with --as"),
        (("grade", "C1", "--as", "Z9"), "a letter from A to F and a digit from 1 to 6"),
        (("hide", "C1", "--as", "B"), "hide takes none"),
        (("grade", "C1", "--is", "B"), "grade takes --as"),
        (("hypothesis", "It burnt", "R1"), "says something of claims"),
        (("hypothesis", "It burnt\nand fell", "C1"), "no line ends"),
        (("cell", "C1", "R1", "--as", "II"), "cell takes an item of evidence and a hypothesis"),
        (("cell", "C1"), "cell takes 2 ids"),
        (("adopt", "C1"), "adopt takes over a hypothesis"),
    ],
)
def test_a_ruling_that_cannot_be_made_is_wrong_use(run, tmp_path, given, words):
    (tmp_path / "a.txt").write_text(TEXT)
    run("add", "a.txt", "-l", "case.db")
    code, _, err = run("rule", "-l", "case.db", *given)
    assert code == 2
    assert words in err
    assert run("rule", "-l", "none.db", *given)[0] == 2
    assert not (tmp_path / "none.db").exists()


def test_adding_later_gives_the_same_case_as_reading_all_at_once(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("Two officials said soldiers at Tolm had left their posts.")
    run("add", "a.txt", "-l", "case.db")
    run("report", "b.txt", "-l", "case.db", "--json", "later.json", "-o", "later.html")
    run("report", "a.txt", "b.txt", "--json", "once.json", "-o", "once.html")
    for name in ("json", "html"):
        later, once = (tmp_path / f"{when}.{name}" for when in ("later", "once"))
        assert later.read_bytes() == once.read_bytes()


def test_adding_later_gives_the_same_case_where_a_ledger_is_in_parts(run, tmp_path, monkeypatch):
    """As it is with more than 20,000 reports, with limits that a handful reach."""
    cut, made = claims.partition, []
    monkeypatch.setattr("reportedly.claims.parts._BUNDLE", 2)
    monkeypatch.setattr("reportedly.claims.parts.MOST", 4)
    monkeypatch.setattr(
        claims, "partition", lambda held, ruled: made.append(cut(held, ruled, whole=0)) or made[-1]
    )
    for number, place in enumerate(("Tolm", "Vesk", "Orrin", "Hale", "Lund", "Tarn")):
        told = f"In {place}, officials said, {number + 2} soldiers had left the {place} barracks"
        (tmp_path / f"a{number}.txt").write_text(f"{told}.")
        (tmp_path / f"b{number}.txt").write_text(f"{told} on Friday. The army denied it.")
    first, later = ([f"{letter}{number}.txt" for number in range(6)] for letter in "ab")
    run("add", *first, "-l", "case.db")
    run("report", *later, "-l", "case.db", "--json", "later.json", "-o", "later.html")
    run("report", *later, *first, "--json", "once.json", "-o", "once.html")
    for name in ("json", "html"):
        grown, once = (tmp_path / f"{when}.{name}" for when in ("later", "once"))
        assert grown.read_bytes() == once.read_bytes()
    assert min(map(len, made)) > 1


def actors_of(run, *arguments):
    """The names of all actors after a report, with ``arguments``, is added to case.db."""
    run("report", *arguments, "-l", "case.db", "--json", "l.json")
    return {a["name"] for a in json.loads(Path("l.json").read_text(encoding="utf-8"))["actors"]}


def test_a_table_of_names_is_kept_with_the_ledger_until_another_is_given(run, tmp_path):
    (tmp_path / "a.txt").write_text("Ivo Tarn of Vesk left on Friday, Karel Dorn said in Orrin.")
    (tmp_path / "b.txt").write_text("Ivo Tarn of Vesk came back, Karel Dorn said on Monday.")
    (tmp_path / "own.csv").write_text("name,actor\nKarel Dorn,Ivo Tarn\n")
    (tmp_path / "none.csv").write_text("name,actor\n")
    run("add", "a.txt", "-l", "case.db", "--actors", "own.csv")
    (tmp_path / "own.csv").unlink()
    assert {"Karel Dorn", "Ivo Tarn"} - actors_of(run, "b.txt")
    assert {"Karel Dorn", "Ivo Tarn"} <= actors_of(run, "b.txt", "--actors", "none.csv")
    assert {"Karel Dorn", "Ivo Tarn"} <= actors_of(run, "b.txt")


def letters(run, *arguments):
    """The letters of all claims after a report, with ``arguments``, is added to case.db."""
    run("report", *arguments, "-l", "case.db", "--json", "l.json")
    claims = json.loads(Path("l.json").read_text(encoding="utf-8"))["claims"]
    return {claim["grade"]["letter"] for claim in claims}


def test_a_table_of_sources_is_kept_beside_that_of_names_until_another_is_given(run, tmp_path):
    (tmp_path / "a.txt").write_text("Ivo Tarn of Vesk left on Friday, Karel Dorn said in Orrin.")
    (tmp_path / "b.txt").write_text("It rained.")
    (tmp_path / "own.csv").write_text("name,actor\n")
    (tmp_path / "sources.toml").write_text('[[source]]\nname = "Karel Dorn"\nletter = "B"\n')
    (tmp_path / "none.csv").write_text("name,letter\n")
    given = ("--sources", "sources.toml", "--actors", "own.csv")
    assert "B" in letters(run, "a.txt", *given)
    (tmp_path / "sources.toml").unlink()
    assert "B" in letters(run, "b.txt", "--actors", "own.csv")
    assert letters(run, "b.txt", "--sources", "none.csv") == {None}
    assert letters(run, "b.txt") == {None}


def test_a_table_of_sources_that_cannot_be_used_is_named(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "bad.csv").write_text("name,letter\nKarel Dorn,G\n")
    assert run("add", "a.txt", "-l", "case.db", "--sources", "bad.csv")[0] == 2


def test_a_table_that_cannot_be_used_is_not_kept(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "bad.csv").write_text("who,what\nx,y\n")
    assert run("add", "a.txt", "-l", "case.db", "--actors", "bad.csv")[0] == 2
    assert run("add", "a.txt", "-l", "case.db")[0] == 0


def test_compare_says_which_side_one_text_is_on(run, tmp_path):
    rows = [
        {"a": "Army denies soldiers left their posts", "b": "Soldiers left their posts", "n": 1},
        {"a": "Soldiers left their posts", "b": "Soldiers left their posts", "n": 2},
    ]
    (tmp_path / "p.jsonl").write_text("\n".join(map(json.dumps, rows)))
    code, out, _ = run("compare", "p.jsonl")
    found = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["stance"] for row in found] == ["against", "for"]
    assert [row["relation"] for row in found] == ["contradicts", "same"]


def test_unreadable_sources_are_named_and_the_rest_goes_on(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "empty.txt").write_text("")
    code, out, err = run("read", "a.txt", "empty.txt", "absent.txt")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert [line.split(":")[0].split()[1] for line in err.splitlines()] == [
        "empty.txt",
        "absent.txt",
    ]


def test_nothing_read_leaves_with_3(run, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    for arguments in (["empty.txt"], ["absent.txt"], ["https://desk@vesk.example/1"]):
        code, _, err = run("report", *arguments)
        assert code == 3
        assert arguments[0].replace("desk@", "***@") in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["nonsense"],
        ["read", "a.txt", "--format", "nonsense"],
        ["read", "a.txt", "--format", "brat"],
        ["show", "-l", "absent.db"],
        ["show", "-l", "a.txt"],
        ["why", "-l", "absent.db", "0"],
        ["diff", "-l", "a.txt", "--since", "yesterday"],
        ["add", "a.txt", "-l", "mysql://host/case"],
        ["report", "a.txt", "-o", "no/such/folder/d.html"],
    ],
)
def test_wrong_use_leaves_with_2_and_a_sentence(run, tmp_path, arguments):
    (tmp_path / "a.txt").write_text(TEXT)
    code, _, err = run(*arguments)
    assert code == 2
    assert err.strip()
    assert "Traceback" not in err


def read_one(run, *options):
    code, out, _ = run("read", "a.txt", *options)
    assert code == 0
    return json.loads(out)


def test_the_reader_without_weights_can_be_asked_for(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    by_rules, learned = read_one(run, "--reader", "rules"), read_one(run)
    assert {a["agreed"] for a in by_rules["attributions"]} == {False}
    assert any(a["agreed"] for a in learned["attributions"])


def test_a_reader_that_is_not_there_is_wrong_use(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    code, _, err = run("read", "a.txt", "--reader", "oracle")
    assert code == 2
    assert "learned" in err


def test_speech_alone_leaves_out_what_sources_only_think(run, tmp_path):
    (tmp_path / "a.txt").write_text(
        "The mayor said the bridge was safe. Residents of Tolm believe that the bridge will fall."
    )
    acts = [a["scope"] for a in read_one(run)["attributions"]]
    assert acts == ["speech", "attitude"]
    spoken = read_one(run, "--scope", "speech")
    assert [a["source"]["text"] for a in spoken["attributions"]] == ["The mayor"]
    kept = {a["id"] for a in spoken["attributions"]}
    for part in ("statements", "causes", "questions"):
        assert {one["attribution"] for one in spoken[part]} <= kept | {None}
    told = {s["id"] for s in spoken["statements"]}
    assert all(told.issuperset(c["statements"]) for c in spoken["conflicts"])


def test_readings_are_kept_and_taken_from_the_cache(run, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(TEXT)
    first = read_one(run, "--cache", "kept")
    assert len(list((tmp_path / "kept").iterdir())) == 1
    monkeypatch.setattr("reportedly.pipeline.read", lambda documents, *_: iter(()))
    assert read_one(run, "--cache", "kept") == first
