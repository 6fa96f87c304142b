"""A comparison as JSON, and the schema that says what stands in it."""

from __future__ import annotations

import inspect
import re
from typing import Any

from framing.compare.agreement import Agreement
from framing.compare.comparison import Comparison
from framing.compare.keyness import Word
from framing.compare.records import described
from framing.compare.reported import Reported, ReportedDifference
from framing.compare.results import TABLES, Coverage, Difference, Family, GroupValue, PeriodValue, Statistics
from framing.compare.robustness import Check
from framing.compare.sentences import sentences, told_of_reporting

VERSION = 1
SCHEMA = "framing-comparison-1.schema.json"
_KINDS: dict[str, type] = {
    "values": GroupValue,
    "differences": Difference,
    "checks": Check,
    "families": Family,
    "periods": PeriodValue,
    "words": Word,
    "coverage": Coverage,
    "agreement": Agreement,
    "reported": Reported,
    "reported_differences": ReportedDifference,
}
_TYPES = {"str": "string", "int": "integer", "float": "number", "bool": "boolean"}


def exported(comparison: Comparison) -> dict[str, Any]:
    """A comparison as JSON holds it: every table a list of flat objects; no number is null.

    Examples
    --------
    >>> made = exported(Comparison("outlet", "same-story", "No outlet has ten articles.", (), ()))
    >>> made["schema"], made["schema_version"], made["mode"]
    ('framing-comparison-1.schema.json', 1, 'same-story')
    """
    found = comparison.statistics
    tables: dict[str, Any] = {name: [] for name in TABLES}
    tables["values"] = comparison.values.records()
    tables["reported"] = comparison.reported.records()
    if found is not None:
        tables.update({name: getattr(found, name).records() for name in TABLES})
    tables["agreement"] = comparison.agreement.records()
    specs = (*comparison.specs, *(found.specs if found else ()))
    return {
        "schema": SCHEMA,
        "schema_version": VERSION,
        "by": comparison.by,
        "mode": comparison.mode,
        "mode_reason": comparison.mode_reason,
        "findings": [*(each.sentence for each in sentences(comparison)), *told_of_reporting(comparison)],
        "groups": [
            {"group": group.name, "articles": len(group.articles), "words": group.words} for group in comparison.groups
        ],
        "measures": [
            {"measure": spec.name, "title": spec.title, "unit": spec.unit, "definition": spec.definition}
            for spec in specs
        ],
        "inference": _inference(found),
        **tables,
        "excluded": [
            {"origin": each.origin, "reason": each.reason, "kind": each.kind, "remedy": each.remedy}
            for each in sorted(comparison.excluded, key=lambda each: (each.origin, each.kind, each.reason))
        ],
        "notes": sorted(comparison.notes),
    }


def _inference(found: Statistics | None) -> dict[str, Any] | None:
    if found is None:
        return None
    chosen = found.inference
    return {
        "design": chosen.design,
        "baseline": chosen.baseline,
        "clusters": found.clusters,
        "events": found.events,
        "correction": chosen.correction,
        "draws": chosen.draws,
        "seed": chosen.seed,
        "level": 0.95,
        "suppressed": list(found.suppressed),
    }


def schema() -> dict[str, Any]:
    """The JSON Schema of `exported`, made from the row types, so that the two cannot part.

    Fields may be added under the same version, none renamed or removed.
    """
    text = {"type": "string"}
    groups = _object({"group": text, "articles": {"type": "integer"}, "words": {"type": "integer"}})
    measures = _object(dict.fromkeys(("measure", "title", "unit", "definition"), text))
    inference = _object(
        {
            "design": {"enum": ["rest", "pairs"]},
            "baseline": {"type": ["string", "null"]},
            "clusters": {"enum": ["event", "article"]},
            "events": {"enum": ["named", "found", "few", "none"]},
            "correction": {"enum": ["bh", "by"]},
            "draws": {"type": "integer"},
            "seed": {"type": "integer"},
            "level": {"type": "number"},
            "suppressed": {"type": "array", "items": text},
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "A comparison of groups of articles, as `framing compare --format json` writes it",
        **_object(
            {
                "schema": {"const": SCHEMA},
                "schema_version": {"const": VERSION},
                "by": {**text, "description": "Column whose values are the groups."},
                "mode": {"enum": ["same-story", "corpus"]},
                "mode_reason": text,
                "findings": {"type": "array", "items": text},
                "groups": _array(groups),
                "measures": _array(measures),
                "inference": {"oneOf": [{"type": "null"}, inference]},
                **{name: _array(_row(_KINDS[name])) for name in TABLES},
                "excluded": _array(_object(dict.fromkeys(("origin", "reason", "kind", "remedy"), text))),
                "notes": {"type": "array", "items": text},
            }
        ),
    }


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _row(kind: type) -> dict[str, Any]:
    told = _parameters(kind)
    properties: dict[str, Any] = {}
    for name, base, missing in described(kind):
        types: Any = [_TYPES[base], "null"] if missing else _TYPES[base]
        properties[name] = {"type": types, **({"description": told[name]} if told.get(name) else {})}
    first = inspect.cleandoc(kind.__doc__ or "").partition("\n\n")[0]
    return {"description": " ".join(first.split()), **_object(properties)}


def _parameters(kind: type) -> dict[str, str]:
    """What the docstring of a row says of its columns."""
    found: dict[str, str] = {}
    names: list[str] = []
    for line in inspect.cleandoc(kind.__doc__ or "").partition("----------\n")[2].splitlines():
        head = re.fullmatch(r"([a-z_0-9]+(?:, [a-z_0-9]+)*)(?: : .*)?", line)
        if head:
            names = head[1].split(", ")
            for name in names:
                found[name] = ""
        elif line.startswith("    "):
            for name in names:
                found[name] = f"{found[name]} {line.strip()}".strip()
    return found
