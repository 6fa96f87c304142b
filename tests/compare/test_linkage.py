"""Average linkage without the full matrix gives the groups that it gives with it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from framing.compare.linkage import Edge, average_linkage


def by_scipy(matrix: np.ndarray, least: float) -> set[frozenset[int]]:
    distance = 1.0 - matrix
    np.fill_diagonal(distance, 0.0)
    labels = fcluster(linkage(squareform(distance), "average"), 1.0 - least, "distance")
    return {frozenset(np.flatnonzero(labels == label).tolist()) for label in set(labels)}


@given(st.integers(2, 12), st.integers(0, 10_000), st.sampled_from([0.15, 0.31, 0.52, 0.77]))
def test_groups_are_those_of_scipy_on_the_full_matrix(count, seed, least):
    random = np.random.default_rng(seed)
    matrix = random.random((count, count)) * (random.random((count, count)) < 0.6)
    matrix = np.triu(matrix, 1) + np.triu(matrix, 1).T
    edges = [
        Edge(one, other, float(matrix[one, other]))
        for one in range(count)
        for other in range(one + 1, count)
        if matrix[one, other] > 0
    ]
    groups = average_linkage(count, edges, least)
    assert {frozenset(group) for group in groups} == by_scipy(matrix, least)
    assert sorted(at for group in groups for at in group) == list(range(count))


def test_a_chain_is_cut_where_its_ends_have_nothing_in_common():
    chain = [Edge(at, at + 1, 0.6) for at in range(5)]
    assert max(map(len, average_linkage(6, chain, 0.5))) == 2


def test_nothing_and_no_edges():
    assert average_linkage(0, [], 0.5) == []
    assert average_linkage(2, [], 0.5) == [[0], [1]]
