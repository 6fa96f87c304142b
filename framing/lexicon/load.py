"""From TOML to lexicons: strict, and with all the problems of a file said at once.

The format is described in ``lexicons/README.md``. A lexicon is an instrument, so a misspelt key, a missing citation
or a term written twice is an error with its file, line and remedy, never something passed over.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources.abc import Traversable
from math import inf
from pathlib import Path
from typing import Any

from framing import resources
from framing.errors import LexiconError, UsageError
from framing.lexicon.inflect import PARTS_OF_SPEECH
from framing.lexicon.problems import Keys, Problems, parsed
from framing.lexicon.schema import ACTS, KINDS, PARTS, STANCES, Entry, Lexicon, Reference

_TEXT_KEYS = ("id", "kind", "version", "language", "licence", "definition")
_OPTIONAL_TEXT = ("label", "title", "part")
_LIST_KEYS = ("curators", "includes", "excludes", "references", "outside")
_TABLES = ("groups", "cues", "examples")
_ENTRY_TEXT = ("note", "pos", "part", "stance", "act")
_ENTRY_LISTS = {"cite": "cite", "except": "exceptions", "near": "near", "unless": "unless"}
_ENTRY_FLAGS = ("case", "figure", "negatable")
_ENTRY_KEYS = (*_ENTRY_TEXT, *_ENTRY_LISTS, *_ENTRY_FLAGS, "weight")
_CHOICES: dict[str, tuple[str, ...]] = {"pos": PARTS_OF_SPEECH, "part": PARTS, "stance": STANCES, "act": ACTS}

_TERMS = 'Add a table [cues.NAME] with lines like "term" = { cite = "key" }.'
_SHARED = 'Add a table [groups.NAME] with what its entries share, like cite = "key".'
_SENTENCES = 'Add a table [examples] with hits = ["..."] and misses = ["..."].'

FOLDERS = ("frames", "commitment", "reporting", "agency", "domains", "packs")
# Frames of the literature that are scored only where they are asked for, by one name.
PACKS = {
    "generic": ("conflict", "human_interest", "economic_consequences", "morality", "responsibility"),
    "war-peace": ("war_journalism", "peace_journalism"),
}


def near_name(name: str, known: tuple[str, ...]) -> str:
    """A sentence with the nearest known name, or all of them."""
    close = get_close_matches(name, known, n=1)
    return f'Did you mean "{close[0]}"?' if close else f"Known: {', '.join(known)}."


def _strings(problems: Problems, at: Keys, value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    problems.add(at, f'"{at[-1]}" must be a string or a list of strings')
    return ()


class _Values:
    """Checks what entries, or the groups that entries share, say."""

    def __init__(self, problems: Problems, known: Mapping[str, Reference] | None) -> None:
        self._problems = problems
        self._known = known

    def fields(self, at: Keys, place: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Fields of an `Entry`; what is wrong is left out."""
        fields: dict[str, Any] = {}
        for key, value in values.items():
            if what := self._wrong(key, value, place):
                self._problems.add((*at, key), *what)
            elif key not in _ENTRY_LISTS:
                fields[key] = value
            elif value != []:
                fields[_ENTRY_LISTS[key]] = _strings(self._problems, (*at, key), value)
        for key in fields.get("cite", ()):
            if self._known is not None and key not in self._known:
                where = (*at, "cite")
                self._problems.add(where, f'"{key}" is not in references.toml', near_name(key, tuple(self._known)))
        return fields

    def _wrong(self, key: str, value: Any, place: str) -> tuple[str, ...]:
        """What is wrong with a value, and the remedy if there is one to tell."""
        if key not in _ENTRY_KEYS:
            return f'unknown key "{key}" in {place}', near_name(key, _ENTRY_KEYS)
        if key in _ENTRY_FLAGS and not isinstance(value, bool):
            return (f'"{key}" must be true or false',)
        if key in _ENTRY_TEXT and not isinstance(value, str):
            return (f'"{key}" must be a string',)
        if key == "weight" and (isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < inf):
            return ('"weight" must be a number above 0',)
        if key in _CHOICES and value not in _CHOICES[key]:
            return f'"{value}" is no {key}', near_name(value, tuple(choice for choice in _CHOICES[key] if choice))
        return ()


def _groups(problems: Problems, check: _Values, tables: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What all entries of a group share, by the name of the group."""
    shared = {}
    cues = tables.get("cues", {})
    for name, value in (problems.table(("groups",), tables.get("groups", {}), _SHARED) or {}).items():
        at = ("groups", name)
        values = dict(problems.table(at, value, _SHARED) or {})
        if not isinstance(values.pop("description", ""), str):
            problems.add((*at, "description"), '"description" must be a string')
        shared[name] = check.fields(at, f"[groups.{name}]", values)
        if isinstance(cues, dict) and name not in cues:
            problems.add(at, f"[groups.{name}] has no [cues.{name}]")
    return shared


def _entries(problems: Problems, tables: Mapping[str, Any], known: Mapping[str, Reference] | None) -> Iterator[Entry]:
    check = _Values(problems, known)
    seen: dict[str, Keys] = {}
    shared = _groups(problems, check, tables)
    for group, terms in (problems.table(("cues",), tables.get("cues", {}), _TERMS) or {}).items():
        for term, values in (problems.table(("cues", group), terms, _TERMS) or {}).items():
            at = ("cues", group, term)
            if not isinstance(values, dict):
                problems.add(at, f'entry "{term}" must be a table', 'Write "term" = { cite = "..." }.')
                continue
            fields = shared.get(group, {}) | check.fields(at, f'entry "{term}"', values)
            if not term.strip("* ") or term != term.strip():
                problems.add(at, f'"{term}" is no term')
            if "*" in term[:-1]:
                problems.add(at, f'"{term}": "*" may stand only at the end')
            if term in seen:
                other = seen[term]
                problems.add(other, f'"{term}" stands in [cues.{other[1]}] and in [cues.{group}]', "Keep one of them.")
            seen.setdefault(term, at)
            if "cite" not in fields:
                problems.add(at, f'"{term}" has no citation', 'Add cite = "key", a key of references.toml.')
            yield Entry(term=term, group=group, line=problems.line_of(*at), **fields)


def _head(problems: Problems, tables: Mapping[str, Any]) -> dict[str, Any]:
    """What a file says before its tables."""
    fields: dict[str, Any] = {}
    for key, value in tables.items():
        if key in _LIST_KEYS:
            fields[key] = _strings(problems, (key,), value)
        elif key in _TEXT_KEYS or key in _OPTIONAL_TEXT:
            fields[key] = value
            if not isinstance(value, str) or not value.strip():
                problems.add((key,), f'"{key}" must be a string that is not empty')
            elif key == "kind" and value not in KINDS:
                problems.add((key,), f'"{value}" is no kind of lexicon', near_name(value, KINDS))
            elif key == "part" and value not in PARTS:
                problems.add((key,), f'"{value}" is no part', near_name(value, PARTS[1:]))
        elif key not in _TABLES:
            known = (*_TEXT_KEYS, *_OPTIONAL_TEXT, *_LIST_KEYS, *_TABLES)
            problems.add((key,), f'unknown key "{key}"', near_name(key, known))
    for key in (*_TEXT_KEYS, "curators"):
        if key not in fields:
            problems.add((), f'"{key}" is missing')
    return fields


def parse(source: bytes, origin: str, references: Mapping[str, Reference] | None = None) -> Lexicon:
    """Read one lexicon.

    Parameters
    ----------
    source : bytes
        The TOML file, UTF-8.
    origin : str
        Its name, for messages.
    references : mapping, optional
        Known citations; without it, citation keys are not looked up (a user's own file may cite anything).

    Raises
    ------
    LexiconError
        With every problem of the file, one a line.
    """
    text, tables = parsed(source, origin, "Terms stand in quotation marks.")
    problems = Problems(origin, text)
    fields = _head(problems, tables)
    for key in fields.get("references", ()):
        if references is not None and key not in references:
            problems.add(("references",), f'"{key}" is not in references.toml', near_name(key, tuple(references)))
    entries = tuple(_entries(problems, tables, references))
    cues = tables.get("cues", {})
    if isinstance(cues, dict) and not any(cues.values()):
        problems.add(("cues",), "there are no entries", _TERMS)
    examples = {}
    for key, value in (problems.table(("examples",), tables.get("examples", {}), _SENTENCES) or {}).items():
        if key in ("hits", "misses"):
            examples[key] = _strings(problems, ("examples", key), value)
        else:
            problems.add(("examples", key), f'unknown key "{key}" in [examples]', near_name(key, ("hits", "misses")))
    problems.stop()
    fields.setdefault("label", fields["id"])
    fields.setdefault("title", fields["id"].replace("_", " ").capitalize())
    return Lexicon(
        entries=entries,
        hits=examples.get("hits", ()),
        misses=examples.get("misses", ()),
        origin=origin,
        sha256=resources.sha256(source),
        **fields,
    )


@lru_cache(maxsize=1)
def references() -> Mapping[str, Reference]:
    """The works that the lexicons of the package cite, by key.

    Raises
    ------
    LexiconError
        Where a reference has no citation.
    """
    source = (resources.lexicons() / "references.toml").read_text(encoding="utf-8")
    problems = Problems("references.toml", source)
    found = {}
    for key, values in tomllib.loads(source).items():
        if not isinstance(values, dict) or not values.get("citation") or values.keys() - {"citation", "doi"}:
            problems.add((key,), f"[{key}] must have a citation, may have a doi, and nothing else")
        else:
            found[key] = Reference(key, values["citation"], values.get("doi", ""))
    problems.stop()
    return found


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".toml"):
            yield f"{prefix}/{file.name}", file.read_bytes()


@lru_cache(maxsize=1)
def packaged() -> Mapping[str, Lexicon]:
    """All lexicons that come with the package, by id, except actors.

    Raises
    ------
    LexiconError
        With the problems of every file that has any.
    """
    found: dict[str, Lexicon] = {}
    problems = []
    for name in FOLDERS:
        for origin, source in _files(resources.lexicons() / name, name):
            try:
                lexicon = parse(source, origin, references())
            except LexiconError as error:
                problems.append(str(error))
                continue
            if lexicon.id in found:
                problems.append(f'{origin}:1: the id "{lexicon.id}" is that of {found[lexicon.id].origin} too')
            found[lexicon.id] = lexicon
    if problems:
        raise LexiconError("\n".join(problems))
    return found


def lexicon(name: str) -> Lexicon:
    """A lexicon by id, or by the path of a TOML file of your own.

    Raises
    ------
    UsageError
        If there is none of that name.
    LexiconError
        If the file breaks the rules of the format.
    """
    known = packaged()
    if name in known:
        return known[name]
    path = Path(name)
    if path.suffix == ".toml":
        if not path.is_file():
            raise UsageError("there is no such file", where=name)
        return parse(path.read_bytes(), path.as_posix())
    raise UsageError(f'there is no lexicon "{name}"', remedy=near_name(name, tuple(known)))


def of_kind(kind: str) -> tuple[Lexicon, ...]:
    """The packaged lexicons of a kind, in the order of their ids; packs, which must be asked for, are left out."""
    return tuple(found for _, found in sorted(packaged().items()) if found.kind == kind and not found.optional)


def unpacked(names: Iterable[str]) -> Iterator[str]:
    """Names of frames, a pack's name replaced by those of its frames.

    Examples
    --------
    >>> list(unpacked(["threat", "war-peace"]))
    ['threat', 'war_journalism', 'peace_journalism']
    """
    for name in names:
        yield from PACKS.get(name, (name,))
