"""From TOML to the book of actors: strict, and with all the problems of all files said at once.

The form is described in ``lexicons/actors/README.md``. Names that no file explains, dates that are text and one name
for two actors are errors with their file, line and remedy: a wrong actor is worse than none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from framing import resources
from framing.errors import LexiconError
from framing.lexicon.book import Actor, ActorBook, Name, Office, Person
from framing.lexicon.inflect import plural_phrase
from framing.lexicon.load import near_name
from framing.lexicon.problems import Keys, Problems, parsed
from framing.lexicon.values import Table, is_role

CLASSES = ("state", "territory", "organisation", "armed_group", "civil_society", "company", "media", "party")

# key of an actor's table -> kind of its mentions
_NAME_KEYS = {"names": "name", "demonyms": "demonym", "seats": "seat", "cities": "city"}
_ACTOR_KEYS = ("name", "class", "role", "cite", "organs", *_NAME_KEYS)
_PERSON_KEYS = ("actor", "role", "variants", "surname", "offices", "cite", "note")
_OFFICE_KEYS = ("office", "role", "actor", "from", "to")
_HEADER = ("id", "kind", "language", "version", "licence", "curators", "definition", "references")
_TABLES = ("actors", "people", "roles", "titles", "groups", "masks", "sides")
_SHORTEST_SURNAME = 3

_ACTOR = 'Write [actors.ID], and below it name = "..." and names = ["..."].'
_PERSON = 'Write "First Last" = { actor = "ID", role = "..." }.'
_OFFICE = 'Write offices = [{ office = "...", role = "...", from = 2020-01-31 }].'
_SIDE = 'Write [sides], and below it "name of a side" = ["ID", "ID"].'
_ROLE = 'Write [roles.ROLE], and below it nouns = ["..."] and organs = ["..."].'


class _Listed(NamedTuple):
    """A person with the spellings of the name, and the surnames that stand for it."""

    person: Person
    spellings: tuple[str, ...]
    surnames: tuple[str, ...]


class BookWriter:
    """Reads files of actors into one book; where two disagree, the later wins."""

    def __init__(self) -> None:
        self._actors: dict[str, Actor] = {}
        self._names: dict[str, Name] = {}
        self._people: dict[str, _Listed] = {}
        self._roles: dict[str, str] = {}
        self._organs: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._groups: dict[str, str] = {}
        self._sides: dict[str, str] = {}
        self._versions: list[tuple[str, str, str]] = []
        self._files: list[Problems] = []
        self._told: set[str] = set()
        self._meant: list[tuple[Problems, Keys, str]] = []
        self._own: dict[str, Name] = {}

    def begin(self) -> None:
        """From here on, a name may stand for another actor than in the files before."""
        self._own = {}

    def read(self, source: bytes, origin: str) -> None:
        """Read one file.

        Parameters
        ----------
        source : bytes
            TOML, UTF-8.
        origin : str
            Its name, for messages.

        Raises
        ------
        LexiconError
            If it is no TOML at all; everything else is kept for `book` to raise.
        """
        text, tables = parsed(source, origin, "Names stand in quotation marks.")
        problems = Problems(origin, text)
        self._files.append(problems)
        for key in tables.keys() - {*_HEADER, *_TABLES}:
            problems.add((key,), f'unknown key "{key}"', near_name(key, (*_HEADER, *_TABLES)))
        if tables.get("kind") != "actors":
            problems.add(("kind",), 'kind must be "actors"')
        for key, values in _tables(problems, tables, "actors", _ACTOR):
            self._actor(problems, key, values)
        for name, values in _tables(problems, tables, "people", _PERSON):
            self._person(problems, name, values)
        self._role_words(problems, tables)
        self._titles |= _titles(problems, tables)
        self._group_words(problems, tables)
        self._side_members(problems, tables)
        masks = problems.table(("masks",), tables.get("masks", {}), 'Write [masks], and below it names = ["..."].')
        for phrase in Table(problems, ("masks",), "[masks]", masks or {}, ("names",)).strings("names"):
            self._names[phrase] = Name(None, None, "mask")
        self._versions.append((str(tables.get("id", origin)), str(tables.get("version", "")), resources.sha256(source)))

    def _actor(self, problems: Problems, key: str, values: Mapping[str, Any]) -> None:
        at = ("actors", key)
        table = Table(problems, at, f"actor {key}", values, _ACTOR_KEYS)
        kind = table.text("class", "organisation")
        if kind not in CLASSES:
            problems.add((*at, "class"), f'"{kind}" is no class of actor', near_name(kind, CLASSES))
        role = table.role("government" if kind == "state" else "other")
        if "name" not in values:
            problems.add(at, f"actor {key} has no name", f'Write name = "..." below [actors.{key}].')
        self._told.add(key)
        self._actors[key] = Actor(key, table.text("name"), kind, role)
        for group, named in _NAME_KEYS.items():
            name = Name(key, role if named in ("name", "seat") else None, named)
            for surface in table.strings(group):
                self._name(problems, (*at, group, surface), name)
        for surface, organ_role in table.pairs("organs"):
            where = (*at, "organs", surface)
            if is_role(problems, where, organ_role):
                self._name(problems, where, Name(key, organ_role, "organ"))

    def _name(self, problems: Problems, at: Keys, name: Name) -> None:
        surface = at[-1]
        known = self._own.setdefault(surface, name)
        if known.actor != name.actor:
            problems.add(at, f'"{surface}" names {known.actor} and {name.actor}', "Keep it under one of them.")
        elif known.kind != name.kind:
            what = f'"{surface}" is a {known.kind} and a {name.kind} of {name.actor}'
            problems.add(at, what, "Keep it under one of them.")
        self._names[surface] = name

    def _person(self, problems: Problems, name: str, values: Mapping[str, Any]) -> None:
        at = ("people", name)
        table = Table(problems, at, name, values, _PERSON_KEYS)
        actor, role = table.text("actor"), table.role("government")
        if "actor" not in values:
            problems.add(at, f"{name} has no actor", 'Add actor = "ID", the id of a table [actors.ID].')
        elif actor:
            self._meant.append((problems, at, actor))
        offices = []
        for office in table.tables("offices", f"an office of {name}", _OFFICE_KEYS, _OFFICE):
            start, end = office.day("from"), office.day("to")
            if start and end and start >= end:
                problems.add(at, f"an office of {name} ends before it begins")
            whose = office.text("actor", actor)
            if whose != actor:
                self._meant.append((problems, at, whose))
            offices.append(Office(office.text("office"), office.role(role), whose, start, end))
        offices.sort(key=_start_of)
        spellings = tuple(dict.fromkeys((name, *table.strings("variants"))))
        told = table.text("surname")
        surnames = {told} if told else {spelling.rsplit(" ", 1)[-1] for spelling in spellings}
        self._people[name] = _Listed(
            Person(name, actor, role, tuple(offices)), spellings, tuple(sorted(surnames.difference(spellings)))
        )

    def _role_words(self, problems: Problems, tables: Mapping[str, Any]) -> None:
        nouns: dict[str, str] = {}
        organs: dict[str, str] = {}
        for role, values in _tables(problems, tables, "roles", _ROLE):
            is_role(problems, ("roles", role), role)
            table = Table(problems, ("roles", role), f"[roles.{role}]", values, ("nouns", "organs"))
            for key, found in (("nouns", nouns), ("organs", organs)):
                for word in table.strings(key):
                    for form in (word, plural_phrase(word)):
                        found.setdefault(form.lower(), role)
        self._roles |= nouns
        self._organs |= organs

    def _group_words(self, problems: Problems, tables: Mapping[str, Any]) -> None:
        at = ("groups",)
        for noun, value in (problems.table(at, tables.get("groups", {}), 'Write "noun" = "ID".') or {}).items():
            if isinstance(value, dict):
                table = Table(problems, (*at, noun), f'group "{noun}"', value, ("actor", "needs"))
                table.flag("needs")
                actor = table.text("actor")
            elif isinstance(value, str):
                actor = value
            else:
                problems.add((*at, noun), f'group "{noun}" must be the id of an actor', f'Write "{noun}" = "ID".')
                continue
            self._meant.append((problems, (*at, noun), actor))
            self._groups[noun.lower()] = actor

    def _side_members(self, problems: Problems, tables: Mapping[str, Any]) -> None:
        sides = problems.table(("sides",), tables.get("sides", {}), _SIDE) or {}
        members = Table(problems, ("sides",), "[sides]", sides, tuple(sides))
        own: dict[str, str] = {}
        for side in sides:
            for actor in members.strings(side):
                self._meant.append((problems, ("sides", side), actor))
                if own.setdefault(actor, side) != side:
                    problems.add(("sides", side), f'"{actor}" is on two sides', "Keep it on one of them.")
        self._sides |= own

    def book(self) -> ActorBook:
        """Everything read.

        Raises
        ------
        LexiconError
            With every problem of every file.
        """
        for problems, at, actor in self._meant:
            if actor not in self._told:
                problems.add(at, f'"{actor}" is no actor', _nearest(actor, self._told))
        if found := [message for problems in self._files for message in problems.said()]:
            raise LexiconError("\n".join(found))
        surnames: dict[str, list[Person]] = {}
        names = self._names
        for person, spellings, shorts in self._people.values():
            for spelling in spellings:
                known = names.get(spelling)
                others = known.people if known is not None and known.kind == "person" else ()
                names[spelling] = Name(None, None, "person", (*others, person))
            for short in shorts:
                surnames.setdefault(short, []).append(person)
        for surname, people in surnames.items():
            if len(surname) >= _SHORTEST_SURNAME and surname not in names:
                names[surname] = Name(None, None, "surname", tuple(people))
        return ActorBook(
            self._actors,
            names,
            self._roles,
            self._organs,
            self._titles,
            self._groups,
            tuple(self._versions),
            self._sides,
        )


def _tables(
    problems: Problems, tables: Mapping[str, Any], key: str, remedy: str
) -> list[tuple[str, Mapping[str, Any]]]:
    """The tables inside a table of a file."""
    inside = problems.table((key,), tables.get(key, {}), remedy) or {}
    checked = ((name, problems.table((key, name), value, remedy)) for name, value in inside.items())
    return [(name, values) for name, values in checked if values is not None]


def _titles(problems: Problems, tables: Mapping[str, Any]) -> dict[str, str]:
    """Words before a name, and the role each tells."""
    found = {}
    remedy = 'Write "Title" = "role", or "Title" = "" where it tells none.'
    for title, role in (problems.table(("titles",), tables.get("titles", {}), remedy) or {}).items():
        if not isinstance(role, str):
            problems.add(("titles", title), f'title "{title}" must be a role', remedy)
        elif not role or is_role(problems, ("titles", title), role):
            found[title.lower().rstrip(".")] = role
    return found


def _nearest(actor: str, known: set[str]) -> str:
    close = get_close_matches(actor, sorted(known), n=1)
    return f'Did you mean "{close[0]}"?' if close else f"Add a table [actors.{actor or 'ID'}]."


def _start_of(office: Office) -> dt.date:
    return office.start or dt.date.min
