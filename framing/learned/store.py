"""Models on disk: a folder with ``model.npz`` (arrays) and ``model.json`` (what they mean).

Nothing in either is code. Arrays are read with ``allow_pickle=False``, and the hash that the manifest gives is checked.
"""

from __future__ import annotations

import io
import json
import os
from dataclasses import asdict
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing import resources
from framing.errors import UsageError
from framing.learned.model import Blend, Mix, Model, Weights

ARRAYS, MANIFEST = "model.npz", "model.json"
FORMAT = 1
_REMEDY = "Give a folder that `framing train` wrote."
_KEYS = frozenset("id labels kind absent thresholds lexicons hides_names blend titles arrays_sha256 format".split())
_NAMES = ("words", "runs", "signs")
_TABLES = ("word_rows", "run_rows", "pair_rows", "sign_rows", "bias", "slope", "shift")


def arrays_of(weights: Weights) -> bytes:
    """The arrays of a model as an ``.npz`` archive, the same bytes for the same weights."""
    buffer = io.BytesIO()
    found: dict[str, NDArray[Any]] = {name: _packed(getattr(weights, name)) for name in _NAMES}
    found["pairs"] = weights.pairs
    # Half precision moves a score by less than a thousandth.
    found |= {name: getattr(weights, name).astype(np.float16) for name in _TABLES}
    np.savez_compressed(buffer, **found)  # type: ignore[arg-type]
    return buffer.getvalue()


def _packed(names: tuple[str, ...]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(names).encode("utf-8", "surrogatepass"), np.uint8)


def _names(packed: NDArray[Any]) -> tuple[str, ...]:
    text = bytes(packed).decode("utf-8", "surrogatepass")
    return tuple(text.split("\n")) if text else ()


def save(model: Model, folder: str | os.PathLike[str]) -> None:
    """Write a model into a folder, which is made if it is not there."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    arrays = arrays_of(model.weights)
    manifest = {
        "format": FORMAT,
        "id": model.id,
        "labels": list(model.labels),
        "kind": model.kind,
        "absent": model.absent,
        "thresholds": [round(each, 4) for each in model.thresholds],
        "lexicons": list(model.lexicons),
        "hides_names": model.hides_names,
        "blend": None if model.blend is None else asdict(model.blend),
        "titles": model.titles,
        "arrays_sha256": resources.sha256(arrays),
        **model.manifest,
    }
    (target / ARRAYS).write_bytes(arrays)
    text = json.dumps(manifest, indent=1, ensure_ascii=False, allow_nan=False)
    (target / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")


def is_model(name: str) -> bool:
    """Whether a path is a folder that holds a model."""
    return (Path(name) / MANIFEST).is_file()


@lru_cache(maxsize=1)
def packaged() -> Model:
    """The model of the package's own frames."""
    return _read(resources.lexicons() / "models" / "frames", "models/frames")


@lru_cache(maxsize=8)
def load(name: str) -> Model:
    """A model from its folder.

    Parameters
    ----------
    name : str
        Path of the folder.

    Raises
    ------
    UsageError
        If it holds no model, or one that was changed or made by a later version.
    """
    folder = Path(name)
    if not is_model(name):
        raise UsageError("there is no model", where=name, remedy=_REMEDY)
    return _read(folder, folder.as_posix())


def _read(folder: Traversable, where: str) -> Model:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        source = (folder / ARRAYS).read_bytes()
    except (OSError, ValueError) as error:
        raise UsageError(f"the model cannot be read: {error}", where=where, remedy=_REMEDY) from None
    if not isinstance(manifest, dict) or not manifest.keys() >= _KEYS:
        raise UsageError(f"{MANIFEST} is not that of a model", where=where, remedy=_REMEDY)
    if manifest["format"] != FORMAT:
        raise UsageError(f"the model has format {manifest['format']}, not {FORMAT}", where=where, remedy="Train again.")
    if manifest["arrays_sha256"] != resources.sha256(source):
        raise UsageError(f"{ARRAYS} is not the file that {MANIFEST} describes", where=where, remedy="Train again.")
    labels = tuple(manifest["labels"])
    weights = _weights(source, len(labels), where)
    return Model(
        id=manifest["id"],
        labels=labels,
        kind=manifest["kind"],
        absent=manifest["absent"],
        weights=weights,
        thresholds=tuple(manifest["thresholds"]),
        lexicons=tuple(manifest["lexicons"]),
        hides_names=manifest["hides_names"],
        blend=_blend(manifest["blend"], len(labels), where),
        sha256=manifest["arrays_sha256"],
        titles=dict(manifest["titles"]),
        manifest={key: value for key, value in manifest.items() if key not in _KEYS},
    )


def _blend(found: Any, labels: int, where: str) -> Blend | None:
    if found is None:
        return None
    try:
        parts = [
            Mix(float(part["slope"]), float(part["once"]), float(part["twice"]), tuple(map(float, part["shift"])))
            for part in (found["sentences"], found["headlines"])
        ]
        blend = Blend(parts[0], parts[1], tuple(map(float, found["thresholds"])))
    except (TypeError, KeyError, ValueError):
        raise UsageError(f'"blend" in {MANIFEST} is not understood', where=where, remedy="Train again.") from None
    if not {len(blend.thresholds), *(len(part.shift) for part in parts)} == {labels}:
        raise UsageError(f'"blend" in {MANIFEST} is not for {labels} labels', where=where, remedy="Train again.")
    return blend


def _weights(source: bytes, labels: int, where: str) -> Weights:
    try:
        with np.load(io.BytesIO(source), allow_pickle=False) as arrays:
            names = {name: _names(arrays[name]) for name in _NAMES}
            tables = {name: arrays[name].astype(np.float32) for name in _TABLES}
            parts: dict[str, Any] = {**names, **tables, "pairs": arrays["pairs"].astype(np.int64)}
            weights = Weights(**parts)
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(f"{ARRAYS} cannot be read: {error}", where=where, remedy="Train again.") from None
    shapes = {
        "word_rows": (len(weights.words), labels + 1),
        "run_rows": (len(weights.runs), labels + 1),
        "pair_rows": (len(weights.pairs), labels + 1),
        "sign_rows": (len(weights.signs), labels),
        **dict.fromkeys(("bias", "slope", "shift"), (labels,)),
    }
    for name, shape in shapes.items():
        if getattr(weights, name).shape != shape:
            raise UsageError(f'"{name}" in {ARRAYS} has another shape than told', where=where, remedy="Train again.")
    return weights
