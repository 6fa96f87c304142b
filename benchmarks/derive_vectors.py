"""Make ``lexicons/vectors/words.npz``: which words mean alike.

usage: python benchmarks/derive_vectors.py MODEL.onnx TOKENIZER.json VOCAB.txt

The three files are those of the sentence encoder all-MiniLM-L6-v2 (Apache-2.0), as packages ship it. Every word of its
vocabulary, of the lexicons and of the training sentences is encoded by itself; the vectors are centred, reduced to 64
dimensions by principal components, and stored in one byte a figure. Needs onnxruntime, tokenizers and scikit-learn; the
package itself needs none of the model.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from sklearn.decomposition import PCA
from tokenizers import Tokenizer

from framing.lexicon.load import packaged
from framing.lexicon.terms import patterns

ROOT = Path(__file__).parents[1]
DIMENSIONS = 64
_WORD = re.compile(r"[a-z]{2,}")


def words(vocabulary: Path) -> list[str]:
    """What is encoded, sorted."""
    found = {word for word in vocabulary.read_text(encoding="utf-8").split("\n") if _WORD.fullmatch(word)}
    for lexicon in packaged().values():
        for pattern in patterns(lexicon):
            found.update(_WORD.findall(pattern.surface.lower()))
    for file in sorted((ROOT / "lexicons" / "training").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            found.update(_WORD.findall(json.loads(line)["text"].lower()))
    return sorted(found)


def main() -> None:
    """Encode, reduce, write."""
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    tokenizer = Tokenizer.from_file(sys.argv[2])
    tokenizer.no_truncation()
    tokenizer.no_padding()
    session = onnxruntime.InferenceSession(sys.argv[1])
    found = words(Path(sys.argv[3]))
    ids = [tokenizer.encode(word).ids for word in found]
    table = np.zeros((len(found), 384), np.float32)
    for length in sorted({len(each) for each in ids}):
        at = [number for number, each in enumerate(ids) if len(each) == length]
        for start in range(0, len(at), 256):
            part = at[start : start + 256]
            given = np.array([ids[number] for number in part], np.int64)
            inputs = {"input_ids": given, "attention_mask": np.ones_like(given), "token_type_ids": np.zeros_like(given)}
            wanted = {each.name for each in session.get_inputs()}
            [hidden] = session.run(None, {name: value for name, value in inputs.items() if name in wanted})[:1]
            table[part] = hidden.mean(axis=1)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    small = PCA(DIMENSIONS, svd_solver="full").fit_transform(table - table.mean(axis=0))
    small /= np.linalg.norm(small, axis=1, keepdims=True)
    packed = np.clip(np.round(small / np.abs(small).max() * 127), -127, 127).astype(np.int8)
    target = ROOT / "lexicons" / "vectors" / "words.npz"
    target.parent.mkdir(exist_ok=True)
    np.savez_compressed(target, words=np.frombuffer("\n".join(found).encode(), np.uint8), vectors=packed)
    print(f"{len(found)} words, {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
