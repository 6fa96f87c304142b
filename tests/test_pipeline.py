"""The steps in their order, in one process or several."""

from __future__ import annotations

import json

import pytest

import framing
from framing import pipeline
from framing.article import Article, Excluded
from framing.engines.local import map_batches
from framing.errors import LexiconError, UsageError
from framing.pipeline import Corpus, Settings, analyse, instrument, rows
from framing.scoring import available_scorers

TEXTS = [
    'The army is a threat to the town. "There is no threat here," the Kremlin said.',
    "Kyiv claimed that the talks might fail. It rained.",
    "",
]
ARTICLES = [
    Article(id=f"a{number}", text=text, outlet=outlet)
    for number, (text, outlet) in enumerate(zip(TEXTS, ["Zenith", "Harbour Post", "Zenith"], strict=True))
]
RIVERS = """\
id = "rivers"
kind = "{kind}"
label = "{label}"
version = "1"
language = "en"
licence = "CC0-1.0"
curators = ["us"]
definition = "Rivers that rise."
[groups.water]
cite = "notes"
[cues.water]
"{term}" = {{}}
"""


@pytest.fixture
def lexicon(tmp_path):
    """Write a small lexicon of one's own; gives its path."""

    def lexicon(kind: str = "frame", label: str = "flood", term: str = "flood") -> str:
        path = tmp_path / f"{label}.toml"
        path.write_text(RIVERS.format(kind=kind, label=label, term=term), encoding="utf-8")
        return str(path)

    return lexicon


def test_all_scorers_measure_in_one_pass():
    [scored] = analyse(ARTICLES[:1])
    specs = [spec.name for scorer in instrument().scorers for spec in scorer.specs_]

    assert [scorer.name for scorer in instrument().scorers] == list(available_scorers())
    assert [measure.name for measure in scored.card] == specs
    assert {row.scorer for row in scored.evidence} == {"frames", "reporting", "sources"}
    assert scored.document.article is ARTICLES[0]


def test_a_scorer_alone_measures_the_same():
    for scored in analyse(ARTICLES):
        for name, scorer in available_scorers().items():
            alone = scorer().fit()
            document = alone.analyser_.document(scored.document.article)
            evidence = alone.find(document)
            assert set(evidence) == {row for row in scored.evidence if row.scorer == name}
            for measure in alone.measure(document, evidence):
                assert repr(scored.card[measure.name]) == repr(measure)


def test_an_instrument_is_made_once():
    assert instrument(Settings(frames=("threat",))) is instrument(Settings(frames=("threat",)))


def test_frames_can_be_chosen():
    found = instrument(Settings(frames=("sovereignty", "threat")))
    names = [spec.name for scorer in found.scorers for spec in scorer.specs_ if spec.name.endswith("_sentences")]

    assert names == ["sovereignty_sentences", "threat_sentences"]


def test_a_frame_of_ones_own_is_added_to_those_of_the_package(lexicon):
    [row] = rows([Article(id="a", text="A flood came.")], settings=Settings(lexicons=(lexicon(),)))

    assert row["flood_per_1000"] == pytest.approx(1000 / 3, abs=1e-5)
    assert row["threat_per_1000"] == 0


def test_a_frame_of_ones_own_can_be_chosen_alone(lexicon):
    [row] = rows([Article(id="a", text="A flood came.")], settings=Settings(frames=("rivers",), lexicons=(lexicon(),)))

    assert "flood_per_1000" in row
    assert "threat_per_1000" not in row


def test_commitment_and_reporting_words_of_ones_own_count(lexicon):
    text = "The mayor burbled that the road was open, methinks."
    hedges = lexicon("commitment", "doubt", "methinks")

    [row] = rows([Article(id="a", text=text)], settings=Settings(lexicons=(hedges,)))
    assert row["doubt_per_1000"] == pytest.approx(1000 / 9, abs=1e-5)

    verbs = lexicon("reporting", "report", "burbled that")
    cues = [row["surface"] for row in rows([Article(id="a", text=text)], "evidence", Settings(lexicons=(verbs,)))]
    assert "burbled that" in cues


def test_actors_of_ones_own_win(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        'id = "mine"\nkind = "actors"\n[actors.SYL]\nname = "Syldavia"\nclass = "state"\nseats = ["Klow", "Moscow"]\n',
        encoding="utf-8",
    )
    articles = [Article(id="a", text="Klow said it rained. Moscow said it snowed.")]

    actors = [row["actor"] for row in rows(articles, "quotation", Settings(actors=(str(path),)))]
    assert actors == ["SYL", "SYL"]


def test_readability_can_be_that_of_textstat():
    text = "The U.S. envoy met Gen. Hale on Jan. 5 in the harbour town."
    [ours] = rows([Article(id="a", text=text)])
    [theirs] = rows([Article(id="a", text=text)], settings=Settings(readability="textstat"))

    assert ours["words_per_sentence"] > theirs["words_per_sentence"]


@pytest.mark.parametrize(
    ("settings", "error", "what"),
    [
        (Settings(frames=("thread",)), UsageError, 'no frame "thread"\n  Did you mean "threat"'),
        (Settings(frames=("hedges",)), UsageError, 'no frame "hedges"'),
        (Settings(lexicons=("none.toml",)), UsageError, "no such file"),
        (Settings(actors=("none.toml",)), UsageError, "no such file"),
    ],
)
def test_what_is_not_there_is_said(settings, error, what):
    with pytest.raises(error, match=what):
        instrument(settings)


def test_a_lexicon_with_faults_is_said(tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text('id = "rivers"', encoding="utf-8")

    with pytest.raises(LexiconError, match="is missing"):
        instrument(Settings(lexicons=(str(path),)))


@pytest.mark.parametrize("level", ["article", "sentence", "quotation", "evidence"])
def test_rows_keep_the_order_of_the_articles(level):
    ids = [row["article"] for row in rows(ARTICLES, level)]
    backwards = [row["article"] for row in rows(reversed(ARTICLES), level)]

    assert ids == sorted(ids)
    assert backwards == sorted(ids, reverse=True)


def test_rows_are_made_as_they_are_asked_for():
    seen = []

    def endless():
        while True:
            seen.append(len(seen))
            yield ARTICLES[1]

    made = rows(endless())

    assert next(made)["article"] == "a1"
    assert len(seen) < 200


def test_several_processes_give_the_same_rows_in_the_same_order():
    articles = [Article(id=str(number), text=TEXTS[number % 2]) for number in range(150)]

    assert json.dumps(list(rows(articles, jobs=2))) == json.dumps(list(rows(articles)))


def test_a_failure_in_another_process_keeps_its_words():
    with pytest.raises(UsageError, match='no frame "thread"'):
        list(rows(ARTICLES, settings=Settings(frames=("thread",)), jobs=2))


@pytest.mark.parametrize(("count", "size"), [(0, 3), (1, 3), (3, 3), (7, 3)])
def test_batches_hold_all_items_in_order(count, size):
    batches = list(map_batches(list, range(count), size=size))

    assert [item for batch in batches for item in batch] == list(range(count))
    assert all(len(batch) == size for batch in batches[:-1])


def test_reading_comparing_and_reporting_from_python(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for article in ARTICLES:
        (folder / f"{article.id}.txt").write_text(article.text * 3, encoding="utf-8")

    corpus = framing.read(folder)
    assert isinstance(corpus, Corpus)
    assert [article.id for article in corpus] == ["a0", "a1"]
    assert [item.kind for item in corpus.excluded] == ["empty"]

    comparison = framing.compare(corpus, by="id")
    assert [group.name for group in comparison.groups] == ["a0", "a1"]
    assert comparison.excluded == corpus.excluded

    page = framing.report(comparison, tmp_path / "report.html")
    assert (tmp_path / "report.html").read_bytes() == page.encode()
    assert page == framing.report(framing.compare(corpus, by="id"))


def test_a_corpus_is_a_sequence_of_its_articles():
    corpus = Corpus(tuple(ARTICLES), (Excluded("x.txt", "It is empty."),))

    assert (len(corpus), corpus[0], list(corpus[1:])) == (3, ARTICLES[0], ARTICLES[1:])


def test_nothing_to_compare_is_refused():
    with pytest.raises(UsageError, match="no article"):
        framing.compare([])


def test_the_functions_of_the_package_are_those_of_the_pipeline():
    assert (framing.read, framing.compare, framing.report) == (pipeline.read, pipeline.compare, pipeline.report)
    assert {"read", "compare", "report", "FrameScorer"} <= set(dir(framing))
    with pytest.raises(AttributeError, match="no attribute 'colour'"):
        _ = framing.colour
