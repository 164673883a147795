#!/bin/sh
# Makes an environment with FCMpy beside the project's own, to be measured in the same run:
#     sh benchmarks/peer_fcmpy.sh && .venv/bin/python benchmarks/whatif.py --peer .venv-peer/bin/python
# FCMpy pins packages of 2021 that no longer build; its simulator needs numpy and pandas only.
set -eu
cd "$(dirname "$0")/.."
"${PYTHON:-python3}" -m venv .venv-peer
.venv-peer/bin/pip install --quiet numpy==2.4.6 pandas tqdm
.venv-peer/bin/pip install --quiet --no-deps fcmpy==0.0.21
