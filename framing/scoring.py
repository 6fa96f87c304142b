"""The contract of a scorer, and the scikit-learn shape that every scorer has.

A scorer finds evidence in a document and folds it into measures. It is also a scikit-learn transformer by protocol
(``get_params``, ``fit``, ``transform``, ``get_feature_names_out``, ``set_output``, tags): texts or articles in, one
column a measure out. It does not inherit from scikit-learn's base classes because importing them takes longer than
scoring a hundred articles, and the command line needs none of them.
"""

from __future__ import annotations

import inspect
import sys
from abc import ABC, abstractmethod
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from operator import itemgetter
from pkgutil import iter_modules
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.errors import UsageError
from framing.evidence import Alone, Evidence, Judged, Measure, MeasureSpec, ScoreCard
from framing.lexicon.actors import ActorBook, actors
from framing.lexicon.load import lexicon, of_kind
from framing.lexicon.schema import Lexicon
from framing.structure.build import Analyser
from framing.structure.document import Document, Passage


@dataclass(frozen=True, slots=True)
class Scored:
    """An article with everything found in it.

    Parameters
    ----------
    document : Document
        The article and its structure.
    evidence : tuple of Evidence
        In the order of field, start and scorer.
    card : ScoreCard
        Every measure, each a fold over evidence and words.
    judged : tuple of Judged
        Probabilities, where a model took part.
    alone : tuple of Alone
        What each of several instruments that judged together would have measured by itself, where that was asked for.
    """

    document: Document
    evidence: tuple[Evidence, ...]
    card: ScoreCard
    judged: tuple[Judged, ...] = ()
    alone: tuple[Alone, ...] = ()


@lru_cache(maxsize=8)
def analyser(lexicons: tuple[Lexicon, ...], book: ActorBook | None = None) -> Analyser:
    """An analyser of some lexicons, compiled once: reporting cues and the domains they name are always among them."""
    wanted = {item.id: item for item in lexicons}
    for item in of_kind("reporting"):
        wanted.setdefault(item.id, item)
    for domain in [domain for item in lexicons for domain in item.outside]:
        wanted.setdefault(domain, lexicon(domain))
    return Analyser(tuple(wanted.values()), actors() if book is None else book)


def as_articles(texts: Iterable[str | Article]) -> Iterator[Article]:
    """Articles from texts, numbered where they have no id.

    Raises
    ------
    UsageError
        For anything that is neither a text nor an article.
    """
    if isinstance(texts, str):
        raise UsageError("one text was given where several are wanted", remedy="Put it into a list: [text].")
    for number, item in enumerate(texts, 1):
        if isinstance(item, Article):
            yield item
        elif isinstance(item, str):
            yield Article(id=str(number), text=item)
        else:
            raise UsageError(f"item {number} is neither a text nor an Article but {type(item).__name__}")


class TextScorer(ABC):
    """Finds evidence in a document and folds it into measures.

    A subclass is one file in ``framing/scorers`` with a module constant ``SCORER``. Its constructor takes keywords,
    stores them unchanged and does nothing else; `fit` loads what they name.
    """

    name: ClassVar[str]
    """Name of the scorer in evidence rows."""

    takes_place: ClassVar[bool] = False
    """Whether it takes the place of the scorer that has the same name, and measures the same, in a run."""

    specs_: tuple[MeasureSpec, ...]
    """What it measures, in the order of its columns; known once fitted."""

    @abstractmethod
    def load(self) -> tuple[Lexicon, ...]:
        """Set ``specs_`` and whatever else the parameters name; return the lexicons to match."""

    @abstractmethod
    def find(self, document: Document) -> tuple[Evidence, ...]:
        """The passages that count, in the order of the text."""

    @abstractmethod
    def measure(self, document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Fold evidence of `find` into measures, one a spec, in their order."""

    def prepare(self, documents: Sequence[Document]) -> None:  # noqa: B027
        """Look at several documents that `find` is asked about next, where that is quicker than one by one.

        Given none, let go of those looked at before.
        """

    def judge(self, document: Document) -> tuple[Judged, ...]:
        """Probabilities of labels, sentence by sentence; none from a scorer that counts."""
        return ()

    def without_each(
        self, document: Document, evidence: Sequence[Evidence], entries: Container[str]
    ) -> Iterator[tuple[str, tuple[Measure, ...]]]:
        """Those of some lexicon entries that are met, with the measures there would be without each.

        Measures that an entry cannot change may be missing: a subclass overrides this where it knows which.
        """
        for entry in sorted({row.entry for row in evidence if row.entry in entries}):
            yield entry, self.measure(document, [row for row in evidence if row.entry != entry])

    def alone(self, document: Document) -> tuple[Alone, ...]:
        """What each of several instruments would have measured by itself; nothing from a scorer that has but one."""
        return ()

    def pool(self, measures: Sequence[Sequence[Measure]], evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Measures of several articles together.

        Parameters
        ----------
        measures : sequence of sequence of Measure
            Of each article.
        evidence : sequence of Evidence
            Of all of them, for what is no ratio of sums.
        """
        return tuple(Measure.pooled(column) for column in zip(*measures, strict=True))

    # -- scikit-learn's protocol ---------------------------------------------------------------------------------

    @classmethod
    def _names(cls) -> list[str]:
        return sorted(set(inspect.signature(cls.__init__).parameters) - {"self"})

    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """The constructor's parameters."""
        return {name: getattr(self, name) for name in self._names()}

    def set_params(self, **params: Any) -> Self:
        """Change parameters; fit again afterwards.

        Raises
        ------
        ValueError
            For a parameter the scorer does not have.
        """
        for name, value in params.items():
            if name not in self._names():
                raise ValueError(f"{type(self).__name__} has no parameter {name!r}; it has {self._names()}")
            setattr(self, name, value)
        return self

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self.get_params().items())
        return f"{type(self).__name__}({given})"

    def __sklearn_tags__(self) -> Any:
        """A transformer of one-dimensional texts that learns nothing from them."""
        from sklearn.utils import InputTags, Tags, TargetTags, TransformerTags

        return Tags(
            estimator_type=None,
            target_tags=TargetTags(required=False),
            transformer_tags=TransformerTags(),
            input_tags=InputTags(one_d_array=True, two_d_array=False, string=True),
            no_validation=True,
            requires_fit=False,
        )

    def fit(self, X: object = None, y: object = None) -> Self:  # noqa: N803
        """Load the lexicons; the texts are not looked at."""
        self.analyser_ = analyser(self.load())
        return self

    def fit_transform(self, X: Iterable[str | Article], y: object = None) -> Any:  # noqa: N803
        """`fit`, then `transform`."""
        return self.fit(X, y).transform(X)

    def _fitted(self) -> Self:
        return self if hasattr(self, "specs_") else self.fit()

    def __sklearn_is_fitted__(self) -> bool:
        return hasattr(self, "specs_")

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """Column names."""
        return np.array([spec.name for spec in self._fitted().specs_], dtype=object)

    def transform(self, X: Iterable[str | Article]) -> Any:  # noqa: N803
        """Measures of texts.

        Parameters
        ----------
        X : iterable of str or Article

        Returns
        -------
        array of shape (n_texts, n_measures)
            Or what `set_output` asks for. NaN where nothing could be counted.
        """
        self._fitted()
        rows = []
        for article in as_articles(X):
            document = self.analyser_.document(article)
            rows.append([measure.value for measure in self.measure(document, self.find(document))])
        values = np.array(rows, dtype=float).reshape(len(rows), len(self.specs_))
        return self._contained(values, None if isinstance(X, list | tuple) else getattr(X, "index", None))

    def set_output(self, *, transform: str | None = None) -> Self:
        """Choose what `transform` returns.

        Parameters
        ----------
        transform : {"default", "pandas", "polars"}, optional
            None leaves it as it is.
        """
        if transform is not None:
            self._sklearn_output_config = {"transform": transform}
        return self

    def _contained(self, values: NDArray[np.float64], index: Any) -> Any:
        container = getattr(self, "_sklearn_output_config", {}).get("transform")
        if container is None and "sklearn" in sys.modules:
            container = sys.modules["sklearn"].get_config()["transform_output"]
        if container == "pandas":
            import pandas as pd

            return pd.DataFrame(values, columns=self.get_feature_names_out(), index=index)
        if container == "polars":
            import polars as pl

            return pl.DataFrame(values, schema=list(self.get_feature_names_out()), orient="row")
        return values


def in_order(rows: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence in the order of the text: title first, then by offset, then by scorer."""
    # Three sorts by what a row has are quicker than one by a key made for each.
    found = sorted(rows, key=_scorer)
    found.sort(key=_start)
    found.sort(key=_field, reverse=True)
    return tuple(found)


_field, _start, _scorer = (itemgetter(Evidence._fields.index(name)) for name in ("field", "start", "scorer"))


def evidence(
    document: Document,
    passage: Passage,
    start: int,
    end: int,
    *,
    scorer: str,
    label: str,
    entry: str,
    denied: bool = False,
    weight: float = 1.0,
) -> Evidence:
    """An evidence row for a stretch of a passage, with the voice and actor that own it."""
    owner = passage.voices.owner(start)
    sentence = passage.sentence_at(start)
    article = document.article
    return Evidence(
        article.id,
        article.outlet,
        passage.field,
        start,
        end,
        passage.text[start:end],
        scorer,
        label,
        entry,
        "denied" if denied else "asserted",
        "narration" if owner is None else owner.kind,
        None if owner is None else owner.actor,
        None if owner is None else owner.role,
        weight,
        sentence.number if sentence else 0,
    )


def available_scorers() -> dict[str, type[TextScorer]]:
    """Every scorer by its name: the modules of ``framing.scorers``, and those other packages offer.

    A package offers a scorer by an entry point in the group ``framing.scorers``. Of two with one name, the one that
    takes the other's place is given.
    """
    from importlib.metadata import entry_points

    package = import_module("framing.scorers")
    found = {}
    for module in iter_modules(package.__path__):
        scorer = import_module(f"framing.scorers.{module.name}").SCORER
        if scorer.takes_place or scorer.name not in found:
            found[scorer.name] = scorer
    for point in entry_points(group="framing.scorers"):
        scorer = point.load()
        found[scorer.name] = scorer
    return found


def card(document: Document, measures: Iterable[Measure]) -> ScoreCard:
    """The score card of a document."""
    return ScoreCard(document.article.id, document.article.outlet, tuple(measures))
