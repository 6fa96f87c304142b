"""Lists of actors in words, for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_WIDTH = 100


def describe_actors(name: str, tables: Mapping[str, Any]) -> str:
    """Who stands in a file of actors, under which names.

    Parameters
    ----------
    name : str
        Of the file.
    tables : mapping
        What stands in it, checked before.
    """
    actors, people, roles = (tables.get(key, {}) for key in ("actors", "people", "roles"))
    counts = ((len(actors), "actors"), (len(people), "people"), (len(roles), "roles"))
    counted = ", ".join(f"{count} {what}" for count, what in counts if count)
    lines = [f"{name} (actors, version {tables.get('version', 'unknown')}, {counted})"]
    if definition := tables.get("definition"):
        lines += ["", textwrap.fill(str(definition), _WIDTH)]
    for key, values in actors.items():
        lines += ["", *_actor(key, values)]
    for person, values in people.items():
        lines += ["", *_person(person, values)]
    for role, values in roles.items():
        lines += ["", role, *_listed("Nouns", values.get("nouns", ())), *_listed("Organs", values.get("organs", ()))]
    titles = tables.get("titles", {})
    groups = tables.get("groups", {})
    for heading, words in (
        ("Titles", [f"{title} ({role})" if role else title for title, role in titles.items()]),
        ("Groups", [f"{noun} ({_id(actor)})" for noun, actor in groups.items()]),
        ("Names of nobody", tables.get("masks", {}).get("names", ())),
    ):
        if words:
            lines += ["", *_listed(heading, words, "")]
    return "\n".join(lines)


def _id(group: str | Mapping[str, str]) -> str:
    return group if isinstance(group, str) else group["actor"]


def _listed(heading: str, words: Sequence[str], indent: str = "  ") -> Iterator[str]:
    if words:
        text = f"{heading}: {', '.join(words)}"
        yield textwrap.fill(
            text, _WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False
        )


def _actor(key: str, values: Mapping[str, Any]) -> Iterator[str]:
    role = f", {values['role']}" if "role" in values else ""
    yield f"{key:12} {values['name']} ({values.get('class', 'organisation')}{role})"
    for named in ("names", "demonyms", "seats", "cities"):
        yield from _listed(named.capitalize(), values.get(named, ()))
    organs: dict[str, list[str]] = {}
    for organ, acting in values.get("organs", {}).items():
        organs.setdefault(acting, []).append(organ)
    for acting, found in organs.items():
        yield from _listed(f"Organs, {acting}", found)


def _person(name: str, values: Mapping[str, Any]) -> Iterator[str]:
    role = f", {values['role']}" if "role" in values else ""
    yield f"{name} ({values['actor']}{role})"
    yield from _listed("Also", values.get("variants", ()))
    for office in values.get("offices", ()):
        since, until = office.get("from", ""), office.get("to", "")
        told = [str(office[key]) for key in ("office", "role", "actor") if key in office]
        yield f"  {since!s:10} to {until!s:10}  {', '.join(told)}"
