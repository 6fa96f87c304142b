"""Invented coverage for the tests beside this file."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from framing.compare.comparison import Comparison
from framing.compare.results import Inference
from framing.pipeline import compare


@pytest.fixture(scope="session")
def corpora() -> ModuleType:
    """What invents coverage."""
    path = Path(__file__).with_name("corpora.py")
    spec = importlib.util.spec_from_file_location("compare_corpora", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def corpus(corpora: ModuleType) -> Comparison:
    """Three outlets, one of which is much more threatening."""
    articles = corpora.coverage({"Gull": 0.6, "Lamp": 0.2, "Orb": 0.2})
    return compare(articles, inference=Inference(draws=999, clusters="article"))
