"""docs/framing-comparison-1.schema.json is what the code writes; ``pytest tests/docs --update-golden`` renews it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.compare.export import SCHEMA, schema

FILE = Path(__file__).resolve().parents[2] / "docs" / SCHEMA


def test_the_schema_is_up_to_date(update_golden):
    text = json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
    if update_golden:
        FILE.write_text(text, encoding="utf-8", newline="\n")
    assert FILE.read_text(encoding="utf-8") == text


def test_every_column_is_described():
    for name, table in schema()["properties"].items():
        row = table.get("items", {}) if isinstance(table, dict) else {}
        if "description" in row:
            assert row["description"], name


def test_it_is_a_schema():
    jsonschema = pytest.importorskip("jsonschema")

    jsonschema.Draft202012Validator.check_schema(schema())
