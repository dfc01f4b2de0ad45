"""Write the weights that ship: 8 bits a number, a scale for each column or row.

Usage: export.py WORK_DIR ENCODER.pt TABLE.pt OUT_DIR
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch
from e5 import Layer
from model import MAX_PIECES, load_trained
from torch import Tensor

LARGEST = 127
VERSION = "1.1.0"


def pack(matrix: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Round to 8 bits; the scale along ``axis`` makes the largest number 127."""
    scale = (np.abs(matrix).max(axis=axis) / LARGEST).astype(np.float16)
    scale = np.maximum(scale, np.float16(1e-6))
    rounded = np.rint(matrix / np.expand_dims(scale.astype(np.float32), axis))
    return np.clip(rounded, -LARGEST, LARGEST).astype(np.int8), scale


def half(tensor: Tensor) -> np.ndarray:
    """Sixteen bits."""
    return tensor.detach().numpy().astype(np.float16)


def arrays_of_layer(layer: Layer) -> dict[str, np.ndarray]:
    """Matrices to be multiplied from the right, and what stands beside them."""
    arrays = {}
    width = layer.out.out_features
    # What is done to the outcome goes into the weights: queries are scaled, SiLU of 2 x is x (1 + tanh x).
    factors = torch.ones(3 * width)
    factors[:width] = (width // layer.n_heads) ** -0.5
    parts = (
        ("qkv", layer.qkv, factors),
        ("out", layer.out, 1),
        ("up", layer.up, 0.5),
        ("down", layer.down, 1),
    )
    for name, part, factor in parts:
        matrix = part.weight.detach().T * factor
        arrays[name], arrays[f"{name}.scale"] = pack(matrix.numpy(), 0)
        arrays[f"{name}_bias"] = half(part.bias * factor)
    for name, part in (("norm", layer.norm), ("last_norm", layer.last_norm)):
        arrays[name] = np.stack([half(part.weight), half(part.bias)])
    return arrays


def export_encoder(work_dir: Path, weights: Path, out_dir: Path) -> None:
    """Write ``transformer.npz`` and ``pieces.txt``."""
    encoder, cutter = load_trained(work_dir, weights)
    e = encoder.encoder
    words, scales = pack(e.words.weight.numpy(), 1)
    layers = [arrays_of_layer(layer) for part in (e.layers, *encoder.own) for layer in part]
    arrays = {
        "words": words,
        "words.scale": scales,
        "positions": half(e.places.weight[:MAX_PIECES]),
        "sides": half(encoder.sides.weight),
        "first_norm": np.stack([half(e.norm.weight), half(e.norm.bias)]),
        "n_heads": np.array(e.layers[0].n_heads),
        "n_shared": np.array(len(e.layers)),
        "piece_scores": np.array([score for _, score in cutter.pieces], dtype=np.float32),
        **{name: np.stack([layer[name] for layer in layers]) for name in layers[0]},
    }
    np.savez(out_dir / "transformer.npz", **arrays)
    (out_dir / "pieces.txt").write_text("\n".join(piece for piece, _ in cutter.pieces), encoding="utf8")


def export_table(weights: Path, out_dir: Path) -> None:
    """Write ``table.npz``."""
    state = torch.load(weights, weights_only=True)
    rows, scales = pack(state["rows"].numpy(), 1)
    np.savez(
        out_dir / "table.npz",
        **{
            "rows": rows,
            "rows.scale": scales,
            "hidden": half(state["hidden.weight"].T),
            "hidden_bias": half(state["hidden.bias"]),
            "skip": half(state["skip"]),
            "out": half(state["out"]),
            "out_bias": half(state["out_bias"]),
        },
    )


if __name__ == "__main__":
    out = Path(sys.argv[4])
    out.mkdir(parents=True, exist_ok=True)
    (out / "meta.json").write_text(json.dumps({"version": VERSION}) + "\n", encoding="utf8")
    export_encoder(Path(sys.argv[1]), Path(sys.argv[2]), out)
    if Path(sys.argv[3]).exists():
        export_table(Path(sys.argv[3]), out)
