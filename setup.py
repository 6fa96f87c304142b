"""Compiles the modules that read the text, where that is possible; everything runs without, only slower.

There is no second version of anything: mypyc turns the typed modules themselves into C. ``FRAMING_COMPILE=0`` installs
them as they are, ``FRAMING_COMPILE=1`` compiles on any system and makes a failure an error.
"""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
import warnings
from glob import glob
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

WISH = os.environ.get("FRAMING_COMPILE", "")
MODULES = [
    "framing/spans.py",
    "framing/lexicon/fold.py",
    "framing/lexicon/matching.py",
    "framing/lexicon/terms.py",
    *sorted(name for name in glob("framing/structure/*.py") if not name.endswith("__init__.py")),
]


def _wanted() -> bool:
    """Whether to compile: asked to, or on a Linux with a compiler (elsewhere looking for one may open a window)."""
    if "bdist_wheel" not in sys.argv:
        return False  # setup is asked several times for one installation
    if WISH in ("0", "1"):
        return WISH == "1"
    compiler = str(sysconfig.get_config_var("CC") or "cc").split()[0]
    headers = Path(sysconfig.get_path("include"), "Python.h")
    return sys.platform == "linux" and shutil.which(compiler) is not None and headers.exists()


def _give_up(problem: BaseException) -> None:
    if WISH == "1":
        raise problem
    warnings.warn(f"framing is installed without being compiled: {problem}", stacklevel=2)


def _extensions() -> list[Extension]:
    if not _wanted():
        return []
    try:
        from mypyc.build import mypycify

        options = ["--config-file=", "--ignore-missing-imports", "--follow-imports=silent"]
        return mypycify([*options, *MODULES], opt_level="1", debug_level="0")
    except (ImportError, SystemExit) as problem:  # it exits where it cannot go on
        _give_up(problem)
        return []


class _AllOrNothing(build_ext):
    """Leaves the modules as they are where one of them cannot be compiled: they call each other."""

    def run(self) -> None:
        try:
            super().run()
        except Exception as problem:
            _give_up(problem)
            for made in Path(self.build_lib).rglob("*.so"):
                made.unlink()
            self.extensions = []


setup(
    cmdclass={"build_ext": _AllOrNothing},
    ext_modules=_extensions(),
)
