"""Sources read in a process of their own that may take a gigabyte and a minute, no more."""

import atexit
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import reportedly

MOST_MEMORY = 1_000_000_000
SECONDS = 60

_NURSERY = """
import json, os, resource, signal, sys
import reportedly.documents as documents
from reportedly.documents.fetching import Fetcher, Manners

def read(sources, private, seconds, here, told, errors, environment):
    os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT), 2)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(here)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    signal.alarm(5 * seconds)
    fetcher = Fetcher(manners=Manners(private=frozenset(private), delay=0))
    items = documents.load(sources, None, fetcher)
    found = [getattr(item, "reason", None) or item.document.text[:200] for item in items]
    # Not ru_maxrss: that counts what the process had that this one was started from.
    held = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    with open(told, "w") as file:
        json.dump([int(held.split()[1]) * 1024, found], file)

for line in sys.stdin:
    child = os.fork()
    if not child:
        code = 1
        try:
            read(**json.loads(line))
            code = 0
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            sys.stderr.flush()
            os._exit(code)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def in_bounds(*sources, private=(), most=MOST_MEMORY):
    """What became of ``sources``: the reasons and the starts of texts. Fails where it took more.

    Addresses are fetched from the hosts that are ``private``.
    """
    with TemporaryDirectory() as folder:
        told, errors = Path(folder) / "told", Path(folder) / "errors"
        code = _asked({
            "sources": sources, "private": private, "seconds": SECONDS, "here": str(Path.cwd()),
            "told": str(told), "errors": str(errors), "environment": dict(os.environ),
        })  # fmt: skip
        assert code == 0, errors.read_text()[-2000:] or f"it was ended ({code})"
        taken, found = json.loads(told.read_text())
    assert found, "nothing was said about it"
    assert taken < most, f"it took {taken // 1_000_000} MB"
    return found


def _asked(request):
    """The exit code of a process that answers ``request``."""
    nursery = _nursery()
    nursery.stdin.write(json.dumps(request) + "\n")
    nursery.stdin.flush()
    return int(nursery.stdout.readline())


@cache
def _nursery():
    """A process that has loaded the program, and begins others that need not load it again."""
    started = subprocess.Popen(
        [sys.executable, "-c", _NURSERY], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(reportedly.__file__).parents[1])},
    )  # fmt: skip

    def end():
        with started:
            started.stdin.close()

    atexit.register(end)
    return started
