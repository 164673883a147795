"""How far the work is can be seen on a terminal, and nowhere else."""

from datetime import datetime
from io import StringIO

from rich.console import Console
from rich.progress import Progress

from reportedly import progress


def shown(done, seconds, total):
    """What stands beside the bar after ``seconds`` in which ``done`` were done."""
    clock = [0.0]
    bar = Progress(console=Console(file=StringIO()), get_time=lambda: clock[0])
    bar.add_task("reading", total=total)
    (task,) = bar.tasks
    for at in range(done):
        clock[0] = seconds * (at + 1) / done
        bar.advance(task.id)
    pace = progress.Pace("reports", lambda: datetime(2031, 5, 2, 13, 0))
    return pace.render(task).plain


def test_the_pace_tells_how_many_how_fast_and_until_when():
    assert shown(1000, 100, 5000) == "1,000 of 5,000 reports · 10/s · 0:06:40 left, until 13:06"
    assert shown(10, 20, 40) == "10 of 40 reports · 0.5/s · 0:01:00 left, until 13:01"


def test_what_is_not_known_is_not_told():
    assert shown(0, 1, None) == "0 reports"
    assert shown(20, 1, None) == "20 reports · 20/s"
    assert shown(40, 4, 40) == "40 of 40 reports · 10/s"


def test_a_terminal_shows_it_and_nothing_else_does():
    for terminal in (True, False):
        out = StringIO()
        console = Console(file=out, force_terminal=terminal, width=100)
        with progress.counted("loading", "files", 3, console) as one_more:
            one_more()
        with progress.timed("comparing", console):
            pass
        assert ("loading" in out.getvalue()) is terminal
        assert ("comparing" in out.getvalue()) is terminal
