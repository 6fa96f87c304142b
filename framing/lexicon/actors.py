"""Who acts and speaks in the news: states, organisations, groups, their organs and the holders of their offices."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from framing import resources
from framing.errors import LexiconError, UsageError
from framing.lexicon.inflect import plural
from framing.lexicon.load import Problems, near_name
from framing.lexicon.matching import Pattern

ROLES = (
    "government", "military", "legislature", "judiciary", "opposition", "armed_group", "international_organisation",
    "media", "expert", "business", "civil_society", "citizen", "unnamed", "other",
)  # fmt: skip

# key of an actor's table -> kind of its mentions
_NAME_KEYS = {"names": "name", "demonyms": "demonym", "seats": "seat", "cities": "city"}
_ACTOR_KEYS = ("name", "class", "role", "cite", "organs", *_NAME_KEYS)
_PERSON_KEYS = ("actor", "role", "variants", "surname", "offices", "cite", "note")
_OFFICE_KEYS = ("office", "role", "actor", "from", "to")
_HEADER = ("id", "kind", "language", "version", "licence", "curators", "definition", "references")
_TABLES = ("actors", "people", "roles", "titles", "groups", "masks")


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, organisation or group that can be a source.

    Parameters
    ----------
    id : str
        ISO 3166-1 alpha-3 code, acronym, or an id in capitals.
    name : str
        For readers.
    kind : str
        ``state``, ``organisation``, ``armed_group`` ...
    role : str
        Its role when it speaks under its bare name.
    """

    id: str
    name: str
    kind: str
    role: str


@dataclass(frozen=True, slots=True)
class Office:
    """A post somebody holds between two days, the first included, the last not."""

    title: str
    role: str
    actor: str
    start: dt.date | None
    end: dt.date | None

    def held_on(self, day: dt.date) -> bool:
        """Whether `day` lies in the term."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known by name."""

    name: str
    actor: str
    role: str
    offices: tuple[Office, ...]

    def on(self, day: dt.date | None) -> tuple[str, str]:
        """Actor and role on a day; between offices, the one before.

        Where the day is not known: for whom the person mostly speaks; in government rather than out of it, for that
        is what a name is mostly in the news for; and late rather than early.
        """
        if not self.offices:
            return self.actor, self.role
        if day is None:
            own = [office for office in self.offices if office.actor == self.actor] or list(self.offices)
            office = ([office for office in own if office.role == "government"] or own)[-1]
        else:
            held = [office for office in self.offices if office.held_on(day)]
            past = [office for office in self.offices if office.start is not None and office.start <= day]
            office = (held or past or list(self.offices))[-1 if held or past else 0]
        return office.actor, office.role


@dataclass(frozen=True, slots=True)
class Name:
    """What a mention names: an actor, or the people who share a name.

    Parameters
    ----------
    actor : str or None
        Directly named.
    role : str or None
        Of an organ, or the actor's own.
    kind : str
        ``name``, ``demonym``, ``seat``, ``city``, ``organ``, ``person``, ``surname``, or ``mask`` for what names
        nobody ("Latin American").
    people : tuple of Person
        For names of people.
    """

    actor: str | None
    role: str | None
    kind: str
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class ActorBook:
    """Every actor, person, organ and role noun of one or more files.

    Parameters
    ----------
    actors : mapping
        By id.
    names : mapping
        Surface to what it names.
    roles : mapping
        Common noun, singular and plural, to a role.
    organs : mapping
        Generic organ ("foreign ministry") to a role.
    titles : mapping
        Word before a name to a role, empty where it tells none.
    groups : mapping
        Common noun that stands for an actor once that was named ("the alliance").
    versions : tuple of (str, str, str)
        Id, version and SHA-256 of each file.
    """

    actors: Mapping[str, Actor]
    names: Mapping[str, Name]
    roles: Mapping[str, str]
    organs: Mapping[str, str]
    titles: Mapping[str, str]
    groups: Mapping[str, str]
    versions: tuple[tuple[str, str, str], ...] = ()

    def patterns(self) -> Iterator[Pattern[Name]]:
        """Surfaces for the matcher; capitals must agree."""
        for surface, name in self.names.items():
            yield Pattern(surface, name, True)


@dataclass(slots=True)
class _Builder:
    actors: dict[str, Actor] = field(default_factory=dict)
    names: dict[str, Name] = field(default_factory=dict)
    people: list[tuple[Person, tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    organs: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    versions: list[tuple[str, str, str]] = field(default_factory=list)
    override: bool = False

    def name(self, problems: Problems, surface: str, name: Name) -> None:
        known = self.names.get(surface)
        if known is not None and not self.override and (known.actor, known.kind) != (name.actor, name.kind):
            problems.add(surface, f'"{surface}" names {known.actor} and {name.actor}', "Keep it under one of them.")
        self.names[surface] = name

    def actor(self, problems: Problems, key: str, values: Mapping[str, Any]) -> None:
        for unknown in values.keys() - set(_ACTOR_KEYS):
            problems.add(key, f'unknown key "{unknown}" of actor {key}', near_name(unknown, _ACTOR_KEYS))
        kind = values.get("class", "organisation")
        role = values.get("role", "government" if kind == "state" else "other")
        self._role(problems, key, role)
        if "name" not in values:
            problems.add(key, f"actor {key} has no name")
            return
        self.actors[key] = Actor(key, values["name"], kind, role)
        for group, named in _NAME_KEYS.items():
            for surface in values.get(group, ()):
                self.name(problems, surface, Name(key, role if named in ("name", "seat") else None, named))
        for surface, organ_role in values.get("organs", {}).items():
            self._role(problems, surface, organ_role)
            self.name(problems, surface, Name(key, organ_role, "organ"))

    def person(self, problems: Problems, name: str, values: Mapping[str, Any]) -> None:
        for unknown in values.keys() - set(_PERSON_KEYS):
            problems.add(name, f'unknown key "{unknown}" of {name}', near_name(unknown, _PERSON_KEYS))
        actor = values.get("actor", "")
        role = values.get("role", "government")
        offices = []
        for office in values.get("offices", ()):
            for unknown in office.keys() - set(_OFFICE_KEYS):
                problems.add(name, f'unknown key "{unknown}" of an office of {name}', near_name(unknown, _OFFICE_KEYS))
            self._role(problems, name, office.get("role", role))
            start, end = office.get("from"), office.get("to")
            if start and end and start >= end:
                problems.add(name, f"an office of {name} ends before it begins")
            offices.append(
                Office(office.get("office", ""), office.get("role", role), office.get("actor", actor), start, end)
            )
        self._role(problems, name, role)
        offices.sort(key=_start_of)
        person = Person(name, actor, role, tuple(offices))
        spellings = (name, *values.get("variants", ()))
        told = values.get("surname")
        surnames = {told} if told else {spelling.rsplit(" ", 1)[-1] for spelling in spellings}
        self.people.append((person, spellings, tuple(sorted(surnames - set(spellings)))))

    def _role(self, problems: Problems, term: str, role: str) -> None:
        if role not in ROLES:
            problems.add(term, f'"{role}" is no role', near_name(str(role), ROLES))

    def read(self, source: bytes, origin: str) -> None:
        try:
            text = source.decode("utf-8-sig")
            tables = tomllib.loads(text)
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise LexiconError(f"is no TOML file: {error}", where=origin) from error
        problems = Problems(origin, text.splitlines())
        for key in tables.keys() - {*_HEADER, *_TABLES}:
            problems.add(key, f'unknown key "{key}"', near_name(key, (*_HEADER, *_TABLES)))
        if tables.get("kind") != "actors":
            problems.add("kind", 'kind must be "actors"')
        for key, values in tables.get("actors", {}).items():
            self.actor(problems, key, values)
        for name, values in tables.get("people", {}).items():
            self.person(problems, name, values)
        for role, values in tables.get("roles", {}).items():
            self._role(problems, role, role)
            for noun in values.get("nouns", ()):
                for form in (noun, plural(noun)):
                    self.roles.setdefault(form.lower(), role)
            for organ in values.get("organs", ()):
                for form in (organ, plural(organ)):
                    self.organs.setdefault(form.lower(), role)
        for title, role in tables.get("titles", {}).items():
            self.titles[title.lower().rstrip(".")] = role
        for noun, value in tables.get("groups", {}).items():
            self.groups[noun.lower()] = value["actor"] if isinstance(value, dict) else value
        for phrase in tables.get("masks", {}).get("names", ()):
            self.names[phrase] = Name(None, None, "mask")
        problems.stop()
        digest = resources.sha256(source)
        self.versions.append((str(tables.get("id", origin)), str(tables.get("version", "")), digest))

    def book(self) -> ActorBook:
        surnames: dict[str, list[Person]] = {}
        for person, spellings, shorts in self.people:
            for spelling in spellings:
                known = self.names.get(spelling)
                others = known.people if known is not None and known.kind == "person" else ()
                self.names[spelling] = Name(None, None, "person", (*others, person))
            for short in shorts:
                surnames.setdefault(short, []).append(person)
        for surname, people in surnames.items():
            if len(surname) > 2 and surname not in self.names:
                self.names[surname] = Name(None, None, "surname", tuple(people))
        return ActorBook(
            self.actors, self.names, self.roles, self.organs, self.titles, self.groups, tuple(self.versions)
        )


def _start_of(office: Office) -> dt.date:
    return office.start or dt.date.min


@lru_cache(maxsize=8)
def actors(*extra: str) -> ActorBook:
    """The actors of the package, and those of a user's own files, which win.

    Parameters
    ----------
    *extra : str
        Paths of TOML files in the form of ``lexicons/actors``.

    Raises
    ------
    LexiconError
        With every problem of a file.
    UsageError
        If a file is not there.
    """
    builder = _Builder()
    folder = resources.lexicons() / "actors"
    for file in sorted((item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name):
        builder.read(file.read_bytes(), f"actors/{file.name}")
    builder.override = True
    for name in extra:
        path = Path(name)
        if not path.is_file():
            raise UsageError("there is no such file", where=name)
        builder.read(path.read_bytes(), path.as_posix())
    return builder.book()
