"""What is known of those who act and speak in the news: states, organisations, groups, and the holders of offices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from framing.lexicon.matching import Pattern

ROLES = (
    "government", "military", "legislature", "judiciary", "opposition", "armed_group", "international_organisation",
    "media", "expert", "business", "civil_society", "citizen", "unnamed", "other",
)  # fmt: skip


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
    sides : mapping
        Actor to side, as a user's own files group them; none come with the package.
    """

    actors: Mapping[str, Actor]
    names: Mapping[str, Name]
    roles: Mapping[str, str]
    organs: Mapping[str, str]
    titles: Mapping[str, str]
    groups: Mapping[str, str]
    versions: tuple[tuple[str, str, str], ...] = ()
    sides: Mapping[str, str] = field(default_factory=dict)

    def patterns(self) -> Iterator[Pattern[Name]]:
        """Surfaces for the matcher; capitals must agree."""
        for surface, name in self.names.items():
            yield Pattern(surface, name, True)
