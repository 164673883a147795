"""FCMpy's own answer for the ten maps of ``whatif.py``: states after a run, as JSON.

Run in an environment with FCMpy beside the project's own (``peer_fcmpy.sh``). Of FCMpy only the
simulator is loaded: the rest of the package wants TensorFlow.
"""

import contextlib
import importlib.util
import json
import sys
import types
import warnings
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd

spec = importlib.util.find_spec("fcmpy")
if spec is None or not spec.submodule_search_locations:
    raise SystemExit("FCMpy is not installed here: sh benchmarks/peer_fcmpy.sh")
package = types.ModuleType("fcmpy")
package.__path__ = list(spec.submodule_search_locations)
sys.modules["fcmpy"] = package
store = types.ModuleType("fcmpy.store.methodsStore")
sys.modules["fcmpy.store.methodsStore"] = store

from fcmpy.simulator import convergence, inference, transfer  # noqa: E402


def shelf(**held: type) -> types.SimpleNamespace:
    """A store of FCMpy's own methods; its whole store imports TensorFlow and more of 2021."""
    return types.SimpleNamespace(get=held.__getitem__)


store.InferenceStore = shelf(
    kosko=inference.Kosko, mKosko=inference.ModifiedKosko, rescaled=inference.Rescaled
)
store.TransferStore = shelf(sigmoid=transfer.Sigmoid, tanh=transfer.HyperbolicTangent)
store.ConvergenceStore = shelf(absDiff=convergence.AbsDifference)

from fcmpy.simulator.simulator import FcmSimulator  # noqa: E402

RULES = {"kosko": "kosko", "modified": "mKosko", "rescaled": "rescaled"}


def rest(one: dict[str, Any]) -> list[float]:
    """Where FCMpy's simulator comes to on one map."""
    names = [f"c{n}" for n in range(len(one["weights"]))]
    weights = pd.DataFrame(one["weights"], index=names, columns=names, dtype=float)
    with warnings.catch_warnings(), contextlib.redirect_stdout(StringIO()):
        warnings.simplefilter("ignore")
        found = FcmSimulator.simulate(
            initial_state=dict(zip(names, map(float, one["start"]), strict=True)),
            weight_matrix=weights, transfer=one["squash"], inference=RULES[one["rule"]],
            thresh=1e-13, iterations=one["most"], l=one["steepness"],
        )  # fmt: skip
    return [float(x) for x in found.iloc[-1]]


if __name__ == "__main__":
    maps = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(json.dumps({"fcmpy": version("fcmpy"), "states": [rest(one) for one in maps]}))
