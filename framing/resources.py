"""Where the data that travels with the package stands: lexicons and report templates.

Both folders are at the top of the repository and are installed as ``framing._lexicons`` and ``framing._reports``.
From a checkout that is not installed, they are found beside the package.
"""

from __future__ import annotations

import hashlib
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def _folder(package: str, beside: str) -> Traversable:
    try:
        return files(package)
    except ModuleNotFoundError:
        return Path(__file__).resolve().parent.parent / beside


def lexicons() -> Traversable:
    """The folder of lexicons."""
    return _folder("framing._lexicons", "lexicons")


def reports() -> Traversable:
    """The folder of report templates, styles and scripts."""
    return _folder("framing._reports", "reports")


def version() -> str:
    """Version of the installed package; ``0 (checkout)`` where it is not installed."""
    try:
        return metadata.version("framing-toolkit")
    except metadata.PackageNotFoundError:
        return "0 (checkout)"


def sha256(source: bytes) -> str:
    """Hash by which a report names a file."""
    return hashlib.sha256(source).hexdigest()
