"""Average linkage over a sparse graph: groups grow as long as their pairs are similar enough on average."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import NamedTuple


class Edge(NamedTuple):
    """Two things and how similar they are; pairs without an edge have similarity 0."""

    one: int
    other: int
    weight: float


def average_linkage(count: int, edges: Sequence[Edge], least: float) -> list[list[int]]:
    """Merge the two most similar groups until no two are as similar as `least`, on average over all their pairs.

    The same groups as average linkage over the full matrix (UPGMA: Sokal and Michener 1958), without it: the time
    grows with the edges, not with the square of the things.

    Parameters
    ----------
    count : int
        Things, numbered from 0.
    edges : sequence of Edge
        Each pair once.
    least : float
        Above 0.

    Returns
    -------
    list of list of int
        Every thing in one group; members in order, groups by their first members.

    Examples
    --------
    >>> average_linkage(4, [Edge(0, 1, 0.9), Edge(1, 2, 0.3)], 0.5)
    [[0, 1], [2], [3]]
    """
    # Sums of weights between living groups; a group is known by its smallest member.
    near: list[dict[int, float]] = [{} for _ in range(count)]
    for one, other, weight in edges:
        near[one][other] = near[other][one] = weight
    members: list[list[int]] = [[at] for at in range(count)]
    version = [0] * count
    heap = [(-weight, min(one, other), max(one, other), 0, 0) for one, other, weight in edges if weight >= least]
    heapq.heapify(heap)
    while heap:
        _, left, right, left_version, right_version = heapq.heappop(heap)
        if version[left] != left_version or version[right] != right_version:
            continue
        members[left] += members[right]
        members[right] = []
        version[left] += 1
        version[right] = -1
        taken, near[right] = near[right], {}
        for other, weight in taken.items():
            del near[other][right]
            if other != left:
                near[left][other] = near[left].get(other, 0.0) + weight
        for other, weight in near[left].items():
            near[other][left] = weight
            mean = weight / (len(members[left]) * len(members[other]))
            if mean >= least:
                one, two = min(left, other), max(left, other)
                heapq.heappush(heap, (-mean, one, two, version[one], version[two]))
    return [sorted(group) for group in members if group]
