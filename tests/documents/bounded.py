"""Sources read in a process of their own that may take a gigabyte and a minute, no more."""

import json
import os
import subprocess
import sys
from pathlib import Path

import reportedly

MOST_MEMORY = 1_000_000_000
SECONDS = 60

_READ = """
import json, resource, sys
import reportedly.documents as documents
from reportedly.documents.fetching import Fetcher, Manners
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]), int(sys.argv[1]) + 1))
fetcher = Fetcher(manners=Manners(private=frozenset(json.loads(sys.argv[2])), delay=0))
items = documents.load(sys.argv[3:], None, fetcher)
found = [getattr(item, "reason", None) or item.document.text[:200] for item in items]
# Not ru_maxrss: that counts what the process had that this one was started from.
held = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps([int(held.split()[1]) * 1024, found]))
"""


def in_bounds(*sources, private=(), most=MOST_MEMORY):
    """What became of ``sources``: the reasons and the starts of texts. Fails where it took more.

    Addresses are fetched from the hosts that are ``private``.
    """
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(SECONDS), json.dumps(private), *sources],
        capture_output=True, text=True, timeout=5 * SECONDS, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(reportedly.__file__).parents[1])},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:] or f"it was ended ({done.returncode})"
    taken, found = json.loads(done.stdout)
    assert found, "nothing was said about it"
    assert taken < most, f"it took {taken // 1_000_000} MB"
    return found
