"""A command looks for garbage seldom, and a case leaves none behind."""

import gc
import subprocess
import sys

from reportedly.garbage import OFTEN
from reportedly.ledger import opened
from reportedly.ledger.shelves import KINDS
from views.case import story


def test_every_command_looks_for_garbage_seldom():
    code = (
        "import gc, sys; from reportedly.cli import main; sys.argv = ['reportedly', '--version']\n"
        "try: main()\n"
        "except SystemExit: print(gc.get_threshold())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == str(OFTEN)


def records():
    """How many records there are."""
    kinds = set(KINDS.values())
    return sum(type(one) in kinds for one in gc.get_objects())


def test_a_case_is_freed_without_a_search(tmp_path):
    with opened(str(tmp_path / "case.db")) as ledger:
        ledger.record(story(), "a reader")
        gc.collect()
        gc.disable()
        try:
            before = records()
            case = ledger.case()
            assert records() > before + 100
            del case
            assert records() == before
        finally:
            gc.enable()
