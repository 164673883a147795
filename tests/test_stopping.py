"""Ctrl-C ends a command with exit code 130, and says what is kept."""

import pytest

from reportedly import cli, desk, pipeline

TEXTS = ("Two officers said the bridge at Orsk was shut.", "The mayor of Orsk denied it.")


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run the command line over two reports; give its exit code and its errors."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for number, text in enumerate(TEXTS):
        (tmp_path / "in" / f"{number}.txt").write_text(text)

    def call(*arguments):
        monkeypatch.setattr("sys.argv", ["reportedly", *arguments, "--reader", "rules"])
        with pytest.raises(SystemExit) as left:
            cli.main()
        return left.value.code or 0, capsys.readouterr().err

    return call


@pytest.fixture
def stopped_while_reading(monkeypatch):
    """One report is read, and no more."""
    read = pipeline.read

    def stopping(documents, jobs=1, reader=""):
        yield next(read(documents, jobs, reader))
        raise KeyboardInterrupt

    return lambda: monkeypatch.setattr(pipeline, "read", stopping)


def stop(*_, **__):
    raise KeyboardInterrupt


@pytest.mark.parametrize("command", [("add",), ("report", "-o", "d.html")])
def test_a_ledger_keeps_what_was_taken_in(run, stopped_while_reading, monkeypatch, command):
    with monkeypatch.context():
        stopped_while_reading()
        told = run(*command, "in", "-l", "case.db")
    assert told == (
        130, "reportedly: stopped: 2 reports taken in by case.db; the same command goes on\n",
    )  # fmt: skip


def test_a_cache_keeps_what_was_read(run, stopped_while_reading):
    stopped_while_reading()
    assert run("read", "in", "--cache", "kept") == (
        130, "reportedly: stopped: what was read is in kept; the same command goes on\n",
    )  # fmt: skip
    code, told = run("add", "in", "-l", "case.db", "--cache", "kept")
    assert code == 130
    assert "2 reports taken in by case.db and what was read is in kept; the same" in told


def test_where_nothing_new_was_taken_in_that_is_said(run, monkeypatch):
    assert run("add", "in", "-l", "case.db")[0] == 0
    monkeypatch.setattr(desk, "take", stop)
    nothing = 130, "reportedly: stopped: nothing new is kept\n"
    assert run("add", "in", "-l", "case.db") == nothing
    assert run("add", "in", "-l", "other.db") == nothing
    monkeypatch.setattr(pipeline, "compare", stop)
    assert run("report", "in") == nothing
