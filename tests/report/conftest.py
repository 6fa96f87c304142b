"""A comparison made by hand, and its page."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from framing.compare.comparison import Comparison
from framing.report import Provenance, report


def load(name: str) -> ModuleType:
    """A helper that stands beside this file, as the module ``report_<name>``."""
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(f"report_{name}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """What makes comparisons."""
    load("markup")
    return load("made")


@pytest.fixture(scope="session")
def reading() -> ModuleType:
    """What reads pages back."""
    return load("reading")


@pytest.fixture(scope="session")
def comparison(made: ModuleType) -> Comparison:
    """Four articles of three outlets, with two inputs left out and a note."""
    result: Comparison = made.comparison(made.articles(), excluded=made.excluded(), notes=("Two ids were alike.",))
    return result


@pytest.fixture(scope="session")
def provenance(made: ModuleType) -> Provenance:
    """Where it came from."""
    result: Provenance = made.provenance()
    return result


@pytest.fixture(scope="session")
def page(comparison: Comparison, provenance: Provenance) -> str:
    """The page of the comparison."""
    return report(comparison, provenance=provenance)
