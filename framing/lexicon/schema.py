"""What a lexicon is, once it is read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from framing.lexicon.inflect import PartOfSpeech

Kind = Literal["frame", "commitment", "reporting", "agency", "domain"]
Part = Literal["", "verb", "noun", "phrase"]
Stance = Literal["neutral", "distancing", "endorsing"]
Act = Literal["say", "ask", "deny", "warn", "demand", "accuse", "admit", "promise", "assert", "believe", "praise"]

PARTS: tuple[str, ...] = get_args(Part)
KINDS: tuple[str, ...] = get_args(Kind)
STANCES: tuple[str, ...] = get_args(Stance)
ACTS: tuple[str, ...] = get_args(Act)


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of a lexicon, with what decides whether it counts where it stands.

    Parameters
    ----------
    term : str
        As written in the file; a final ``*`` stands for any ending.
    group : str
        The device or class it is filed under.
    cite : tuple of str
        Keys of ``references.toml``.
    note : str
        Why it is here.
    pos : str
        Part of speech; nouns and verbs are inflected.
    weight : float
        What one hit counts.
    exceptions : tuple of str
        Longer phrases in which the term does not count ("threatened species").
    near : tuple of str
        Words of which at least one must stand in the same sentence.
    unless : tuple of str
        Words none of which may stand in the same sentence.
    case : bool
        Whether capitals must agree.
    figure : bool
        Whether it counts only right before a figure or number word ("about 30", not "about him").
    negatable : bool
        Whether "no X" denies what X puts forward ("no veto over its choice" still asserts the choice).
    part : {"", "verb", "noun", "phrase"}
        For reporting cues that behave otherwise than the rest of their lexicon: "critical of" takes a subject as a verb
        does.
    stance, act : str
        For reporting cues: the reporter's stance to what is reported, and what the source does.
    line : int
        Where it stands in its file, from 1.
    """

    term: str
    group: str
    cite: tuple[str, ...] = ()
    note: str = ""
    pos: PartOfSpeech = ""
    weight: float = 1.0
    exceptions: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    case: bool = False
    figure: bool = False
    negatable: bool = True
    part: Part = ""
    stance: Stance = "neutral"
    act: Act = "say"
    line: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A named, versioned list of entries with its definition, limits and examples.

    Parameters
    ----------
    id : str
        Unique in a run; also the label of a frame's evidence.
    kind : {"frame", "commitment", "reporting", "agency", "domain"}
        What it is for.
    label : str
        What a hit is called, ``hedge`` for the lexicon ``hedges``.
    title : str
        Plain words for a reader.
    definition, includes, excludes
        The codebook: what a hit means, what belongs and what does not.
    part : {"", "verb", "noun", "phrase"}
        For reporting lexicons: what its cues are, also where they are single forms that are not inflected.
    outside : tuple of str
        Ids of domain lexicons (sport, ...) whose sentences this lexicon does not speak about.
    hits, misses : tuple of str
        Sentences that must and must not be found.
    origin : str
        File it was read from, relative to its folder of lexicons.
    sha256 : str
        Hash of the file, printed in every report.
    """

    id: str
    kind: Kind
    label: str
    title: str
    version: str
    language: str
    licence: str
    curators: tuple[str, ...]
    definition: str
    entries: tuple[Entry, ...]
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    part: Part = ""
    outside: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    origin: str = ""
    sha256: str = ""

    @property
    def optional(self) -> bool:
        """Whether it counts only where it is asked for by name."""
        return self.origin.startswith("packs/")

    def name_of(self, entry: Entry) -> str:
        """How evidence names an entry: ``threat#troop build-up``."""
        return f"{self.id}#{entry.term}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A work that entries cite.

    Parameters
    ----------
    key : str
        What ``cite`` gives.
    citation : str
        Authors, year, title, place.
    doi : str
        Without the resolver's address; may be empty.
    """

    key: str
    citation: str
    doi: str = ""
