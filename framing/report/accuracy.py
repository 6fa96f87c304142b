"""What has been measured of the toolkit's errors; printed by every report, and renewed by the benchmarks."""

from __future__ import annotations

from framing.report.options import Accuracy

ACCURACY: tuple[Accuracy, ...] = ()
