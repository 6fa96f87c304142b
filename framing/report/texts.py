"""The articles as the page shows them: whole, in excerpts, or only their headlines and first paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from framing.report.catalog import ArticleEntry, Catalog, Found, sentence_id
from framing.report.highlight import Paragraph, excerpt, marked
from framing.report.options import Texts
from framing.report.phrase import Phrase, phrase
from framing.report.wording import counted, day, noun

# Openings are for reading side by side; beyond these the full texts serve better.
OPENINGS_A_GROUP = 3
LEDE_SENTENCES = 2
# A shorter first paragraph is a dateline or a label.
LEAST_WORDS = 8


@dataclass(frozen=True, slots=True)
class TextView:
    """An article with its marks.

    Parameters
    ----------
    id, group, title : str
        Its id, and the names to print.
    meta : Phrase
        Day, length and how much is marked.
    paragraphs : tuple of Paragraph
        Empty where no text is shown.
    """

    id: str
    group: str
    title: str
    meta: Phrase
    paragraphs: tuple[Paragraph, ...]


def title_of(article: ArticleEntry) -> str:
    """The headline, or a name for an article without one."""
    source = article.scored.document.article
    return source.title.strip() or f"Article {source.id}"


class Reader:
    """Gives the texts of a comparison, each cut once.

    Parameters
    ----------
    catalog : Catalog
    texts : {"full", "evidence", "none"}
    """

    def __init__(self, catalog: Catalog, texts: Texts) -> None:
        self.catalog = catalog
        self.texts = texts
        self._found: dict[str, list[Found]] = {article.id: [] for article in catalog.articles}
        for row in catalog.rows:
            self._found[row.article.id].append(row)
        shown = catalog.articles if texts != "none" else ()
        self._whole = {article.id: self._paragraphs(article) for article in shown}

    def _paragraphs(self, article: ArticleEntry) -> tuple[Paragraph, ...]:
        found = self._found[article.id]
        return tuple(
            paragraph
            for passage in article.scored.document.passages
            for paragraph in marked(
                self.catalog, article, passage, [row for row in found if row.evidence.field == passage.field]
            )
        )

    def view(self, article: ArticleEntry) -> TextView:
        """An article as far as it may be shown."""
        source = article.scored.document.article
        marks = sum(self.catalog.kind_of(row.evidence) is not None for row in self._found[article.id])
        words = article.scored.document.words
        return TextView(
            article.id,
            article.group.name,
            title_of(article),
            phrase(
                f"{day(source.date)} · ",
                counted("words", words),
                f" {noun(words, 'word')} · ",
                counted("marked_passages", marks),
                f" marked {noun(marks, 'passage')}",
            ),
            self._shown(article),
        )

    def _shown(self, article: ArticleEntry) -> tuple[Paragraph, ...]:
        if self.texts == "none":
            return ()
        whole = self._whole[article.id]
        return whole if self.texts == "full" else excerpt(whole, self._around(article))

    def _around(self, article: ArticleEntry) -> set[str]:
        """Ids of the sentences with a mark, one more on either side of each, and the headline."""
        kept = {run.id for paragraph in self._whole[article.id] if paragraph.headline for run in paragraph.runs}
        kept.discard("")
        for row in self._found[article.id]:
            if self.catalog.kind_of(row.evidence):
                field, number = row.evidence.field, row.evidence.sentence
                kept.update(sentence_id(article.id, field, near) for near in range(number - 1, number + 2))
        return kept

    def opening(self, article: ArticleEntry) -> tuple[Paragraph, ...]:
        """Headline and first paragraph of what may be shown, without ids, for they stand in the text below."""
        shown = self._shown(article)
        headline = [paragraph for paragraph in shown if paragraph.headline]
        body = [paragraph for paragraph in shown if not paragraph.headline and paragraph.anchor]
        long = [paragraph for paragraph in body if len(_words(paragraph)) >= LEAST_WORDS] or body
        return tuple(headline + [_first_sentences(paragraph) for paragraph in long[:1]])


def _words(paragraph: Paragraph) -> list[str]:
    return "".join(segment.text for run in paragraph.runs for segment in run.segments).split()


def _first_sentences(paragraph: Paragraph) -> Paragraph:
    runs = []
    sentences = 0
    for run in paragraph.runs:
        # "BRUSSELS, January 12. /TASS/." opens a report without being a sentence of it.
        sentences += bool(run.id) and len("".join(segment.text for segment in run.segments).split()) >= LEAST_WORDS
        if sentences > LEDE_SENTENCES:
            break
        runs.append(run)
    return Paragraph(tuple(runs), paragraph.anchor)
