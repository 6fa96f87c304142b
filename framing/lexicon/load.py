"""From TOML to lexicons: strict, and with all the problems of a file said at once.

The format is described in ``lexicons/README.md``. A lexicon is an instrument, so a misspelt key, a missing citation
or a term written twice is an error with its file, line and remedy, never something passed over.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from framing import resources
from framing.errors import LexiconError, UsageError
from framing.lexicon.inflect import PARTS_OF_SPEECH
from framing.lexicon.schema import ACTS, KINDS, PARTS, STANCES, Entry, Lexicon, Reference

_TEXT_KEYS = ("id", "kind", "version", "language", "licence", "definition")
_OPTIONAL_TEXT = ("label", "title", "part")
_LIST_KEYS = ("curators", "includes", "excludes", "references", "outside")
_TABLES = ("groups", "cues", "examples")
_ENTRY_TEXT = ("note", "pos", "part", "stance", "act")
_ENTRY_LISTS = {"cite": "cite", "except": "exceptions", "near": "near", "unless": "unless"}
_ENTRY_FLAGS = ("case", "negatable")
_ENTRY_KEYS = (*_ENTRY_TEXT, *_ENTRY_LISTS, *_ENTRY_FLAGS, "weight")
_CHOICES: dict[str, tuple[str, ...]] = {"pos": PARTS_OF_SPEECH, "part": PARTS, "stance": STANCES, "act": ACTS}

_KEY = re.compile(r"""\s*\[*(?:"((?:[^"\\]|\\.)+)"|'([^']+)'|(?:groups\.|cues\.)?([\w-]+))""")

FOLDERS = ("frames", "commitment", "reporting", "domains")


@dataclass(slots=True)
class Problems:
    """Collects what is wrong with one file, so that its author sees everything in one go."""

    origin: str
    lines: list[str]
    found: list[str] = field(default_factory=list)
    _index: dict[str, int] = field(default_factory=dict)

    def line_of(self, term: str) -> int:
        """The line on which a key is first set or a string first stands, from 1 (``tomllib`` keeps no positions)."""
        if not self._index:
            for number, line in enumerate(self.lines, 1):
                if key := _KEY.match(line):
                    self._index.setdefault(key[1] or key[2] or key[3], number)
        if term in self._index:
            return self._index[term]
        quoted = f'"{term}"'
        return next((number for number, line in enumerate(self.lines, 1) if quoted in line), 1)

    def add(self, term: str, what: str, remedy: str = "") -> None:
        """Note a problem at the line that sets `term`."""
        hint = f"\n    {remedy}" if remedy else ""
        self.found.append(f"{self.origin}:{self.line_of(term)}: {what}{hint}")

    def stop(self) -> None:
        """Raise everything noted so far, if anything was."""
        if self.found:
            raise LexiconError("\n".join(self.found))


def near_name(name: str, known: tuple[str, ...]) -> str:
    """A sentence with the nearest known name, or all of them."""
    close = get_close_matches(name, known, n=1)
    return f'Did you mean "{close[0]}"?' if close else f"Known: {', '.join(known)}."


def _strings(problems: Problems, term: str, key: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    problems.add(term, f'"{key}" must be a string or a list of strings')
    return ()


def _entry(problems: Problems, group: str, term: str, values: Mapping[str, Any], line: int) -> Entry:
    fields: dict[str, Any] = {}
    for key, value in values.items():
        if key not in _ENTRY_KEYS:
            problems.add(term, f'unknown key "{key}" in entry "{term}"', near_name(key, _ENTRY_KEYS))
        elif key in _ENTRY_LISTS:
            fields[_ENTRY_LISTS[key]] = _strings(problems, term, key, value)
        elif key in _ENTRY_FLAGS and not isinstance(value, bool):
            problems.add(term, f'"{key}" must be true or false')
        elif key in _ENTRY_TEXT and not isinstance(value, str):
            problems.add(term, f'"{key}" must be a string')
        elif key == "weight" and (isinstance(value, bool) or not isinstance(value, int | float) or value <= 0):
            problems.add(term, '"weight" must be a number above 0')
        elif key in _CHOICES and value not in _CHOICES[key]:
            problems.add(term, f'"{value}" is no {key}', near_name(str(value), tuple(c for c in _CHOICES[key] if c)))
        else:
            fields[key] = value
    return Entry(term=term, group=group, line=line, **fields)


def _entries(problems: Problems, tables: Mapping[str, Any], known: Mapping[str, Reference] | None) -> Iterator[Entry]:
    seen: dict[str, str] = {}
    groups = tables.get("groups", {})
    for name in groups:
        if name not in tables.get("cues", {}):
            problems.add(name, f"[groups.{name}] has no [cues.{name}]")
    for group, terms in tables.get("cues", {}).items():
        defaults = {key: value for key, value in groups.get(group, {}).items() if key != "description"}
        if not isinstance(terms, dict):
            problems.add(group, f"[cues.{group}] must be a table of terms")
            continue
        for term, values in terms.items():
            if not isinstance(values, dict):
                problems.add(term, f'entry "{term}" must be a table', 'Write "term" = { cite = "..." }.')
                continue
            entry = _entry(problems, group, term, {**defaults, **values}, problems.line_of(term))
            if not term.strip("* ") or term != term.strip():
                problems.add(term, f'"{term}" is no term')
            if "*" in term[:-1]:
                problems.add(term, f'"{term}": "*" may stand only at the end')
            if term in seen:
                problems.add(term, f'"{term}" stands in [cues.{seen[term]}] and in [cues.{group}]', "Keep one of them.")
            seen[term] = group
            if not entry.cite:
                problems.add(term, f'"{term}" has no citation', 'Add cite = "key", a key of references.toml.')
            for key in entry.cite:
                if known is not None and key not in known:
                    problems.add(term, f'"{key}" is not in references.toml', near_name(key, tuple(known)))
            yield entry


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
    try:
        text = source.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(
            f"is no TOML file: {error}", where=origin, remedy="Terms stand in quotation marks."
        ) from error
    problems = Problems(origin, text.splitlines())
    fields: dict[str, Any] = {}
    for key, value in tables.items():
        if key in _LIST_KEYS:
            fields[key] = _strings(problems, key, key, value)
        elif key in _TEXT_KEYS or key in _OPTIONAL_TEXT:
            fields[key] = value
            if not isinstance(value, str) or not value.strip():
                problems.add(key, f'"{key}" must be a string that is not empty')
        elif key not in _TABLES or not isinstance(value, dict):
            problems.add(
                key, f'unknown key "{key}"', near_name(key, (*_TEXT_KEYS, *_OPTIONAL_TEXT, *_LIST_KEYS, *_TABLES))
            )
    for key in (*_TEXT_KEYS, "curators"):
        if key not in fields:
            problems.add(key, f'"{key}" is missing')
    if fields.get("kind", KINDS[0]) not in KINDS:
        problems.add("kind", f'"{fields["kind"]}" is no kind of lexicon', near_name(str(fields["kind"]), KINDS))
    if fields.get("part", "") not in PARTS:
        problems.add("part", f'"{fields["part"]}" is no part', near_name(str(fields["part"]), PARTS[1:]))
    for key in fields.get("references", ()):
        if references is not None and key not in references:
            problems.add("references", f'"{key}" is not in references.toml', near_name(key, tuple(references)))
    entries = tuple(_entries(problems, tables, references))
    if not entries:
        problems.add(
            "cues", "there are no entries", 'Add a table [cues.NAME] with lines like "term" = { cite = "key" }.'
        )
    examples = {key: _strings(problems, key, key, value) for key, value in tables.get("examples", {}).items()}
    for key in examples.keys() - {"hits", "misses"}:
        problems.add(key, f'unknown key "{key}" in [examples]', near_name(key, ("hits", "misses")))
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
    problems = Problems("references.toml", source.splitlines())
    found = {}
    for key, values in tomllib.loads(source).items():
        if not isinstance(values, dict) or not values.get("citation") or values.keys() - {"citation", "doi"}:
            problems.add(key, f"[{key}] must have a citation, may have a doi, and nothing else")
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
    """The packaged lexicons of a kind, in the order of their ids."""
    return tuple(found for _, found in sorted(packaged().items()) if found.kind == kind)
