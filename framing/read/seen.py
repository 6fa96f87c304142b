"""Remembering which ids and texts have come by, in sixteen bytes each."""

from __future__ import annotations

from array import array
from hashlib import blake2b


class Seen:
    """Where each of many strings was first met, kept as 64-bit hashes in an open-addressing table.

    A million articles cost about 32 MB this way, whatever their length, a quarter of what a dict takes. Two
    different strings among a million are taken for one with a chance of 1 in 30 million.

    Examples
    --------
    >>> seen = Seen()
    >>> seen.first("a", 7), seen.first("b", 8), seen.first("a", 9)
    (None, None, 7)
    """

    __slots__ = ("_count", "_keys", "_places")

    def __init__(self) -> None:
        self._count = 0
        self._keys = array("Q", bytes(8 * 1024))
        self._places = array("Q", bytes(8 * 1024))

    def __len__(self) -> int:
        return self._count

    def first(self, text: str, place: int = 0) -> int | None:
        """The place given when `text` was first met; None if that is now, and `place` is then kept."""
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        key = int.from_bytes(digest, "little") or 1  # zero marks a free slot
        slot = self._slot(key)
        if self._keys[slot]:
            return self._places[slot]
        self._keys[slot] = key
        self._places[slot] = place
        self._count += 1
        if 2 * self._count > len(self._keys):
            self._grow()
        return None

    def _slot(self, key: int) -> int:
        keys = self._keys
        last = len(keys) - 1
        slot = key & last
        while keys[slot] and keys[slot] != key:
            slot = (slot + 1) & last
        return slot

    def _grow(self) -> None:
        keys, places = self._keys, self._places
        self._keys = array("Q", bytes(16 * len(keys)))
        self._places = array("Q", bytes(16 * len(keys)))
        for key, place in zip(keys, places, strict=True):
            if key:
                slot = self._slot(key)
                self._keys[slot] = key
                self._places[slot] = place
