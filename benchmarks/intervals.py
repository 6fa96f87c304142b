"""Whether intervals cover what they say, and how many false differences are found.

usage: python benchmarks/intervals.py [--runs N] [--draws N] [--seed N] [--split SHARE] [--merged SHARE] [--only TABLE]

Invents articles of two outlets: words by a lognormal distribution, passages by a Poisson distribution whose rate varies
with the event and with the article (both lognormal), two articles of an outlet an event on average. Then asks the
toolkit for the difference of their rates, whose truth is known. Printed, for 10 to 200 articles an outlet:

covers      share of runs whose 95 % interval holds the true difference
finds       share of runs in which the difference is found (its interval leaves out zero)
false       share of runs without any true difference in which at least one of 24 measures is called different after
            correction: of two outlets, and of four, each against the others

once with the events known and shared by the outlets, once with events of each outlet's own, once with events that are
found with errors (some articles are taken for events of their own, some events for another; the invented articles have
no words, so that the errors are invented too: the preset shares are more than `benchmarks/events.py` measures), and
once with events that the toolkit is not told of and does not look for.

Last, the same of shares of reporting words for two actors in one outlet: 35 and 15 per cent of them distancing,
articles varying (beta distribution), two and a half words an actor and article on average.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

import numpy as np

from framing.compare.contrasts import contrasts
from framing.compare.corrections import RATE, corrected
from framing.compare.intervals import estimates
from framing.compare.reported import Label, Word
from framing.compare.results import Inference
from framing.compare.treatment import treatment
from framing.compare.units import Floats, Integers, Units, numbered

SIZES = (10, 15, 20, 30, 50, 100, 200)
RATES = (6.0, 4.0)  # passages per 1,000 words
EVENT, ARTICLE, LENGTH = 0.5, 0.5, 0.5  # standard deviations of logarithms
WORDS = 450.0
AN_EVENT = 2.0  # articles an outlet and event
MEASURES = 24
DISTANCING = (0.35, 0.15)
SPREAD = 4.0  # of the beta distribution: the smaller, the more articles vary
SPLIT, MERGED = 0.05, 0.1  # shares of articles and of events: about .93 of recall and .90 of precision (B-cubed)

# Shares of articles split off and of events merged; none of either where events are known, None where they are not.
Errors = tuple[float, float] | None
KNOWN = (0.0, 0.0)


def invented(
    random: np.random.Generator, size: int, rates: Sequence[Sequence[float]], *, shared: bool, errors: Errors
) -> Units:
    """Articles of one outlet for each row of rates, one measure for each rate of a row."""
    outlets, measures = len(rates), len(rates[0])
    events = max(2, round(size / AN_EVENT))
    of_article = random.integers(0, events, (outlets, size))
    scale: Floats = np.exp(random.normal(-(EVENT**2) / 2, EVENT, (outlets, events, measures)))
    if shared:
        scale[:] = scale[0]
    mean = np.array(rates)[:, None, :] * np.take_along_axis(scale, of_article[:, :, None], axis=1)
    mean = mean * np.exp(random.normal(-(ARTICLE**2) / 2, ARTICLE, mean.shape))
    words = np.round(WORDS * np.exp(random.normal(0, LENGTH, (outlets, size)))) + 1
    passages = random.poisson(mean * words[:, :, None] / 1000)
    labels = [f"{at:06}" if shared else f"{outlet:02}-{at:06}" for outlet, row in enumerate(of_article) for at in row]
    if errors is None:
        labels = [""] * len(labels)
    elif errors != KNOWN:
        labels = mistaken(random, labels, *errors)
    groups: Integers = np.repeat(np.arange(outlets), size)
    over = np.repeat(words.reshape(-1, 1), measures, axis=1)
    names = tuple(f"measure {at}" for at in range(measures))
    numerators = passages.reshape(-1, measures).astype(float)
    return Units(names, numerators, over, np.full(measures, 1000.0), groups, numbered(labels))


def mistaken(random: np.random.Generator, labels: Sequence[str], split: float, merged: float) -> list[str]:
    """Events of articles as they might be found: some articles alone, some events taken for another."""
    events = sorted(set(labels))
    taken = {event: events[random.integers(len(events))] if random.random() < merged else event for event in events}
    return ["" if random.random() < split else taken[event] for event in labels]


def coverage(size: int, runs: int, draws: int, seed: int, *, shared: bool, errors: Errors) -> tuple[float, float]:
    """Shares of runs that cover the truth, and that find a difference."""
    random = np.random.default_rng(seed)
    covered = found = 0
    for run in range(runs):
        made = invented(random, size, [[RATES[0]], [RATES[1]]], shared=shared, errors=errors)
        [one] = estimates(made, list(contrasts(["A", "B"], made.groups, [0, 1])), count=draws, seed=run)
        covered += bool(one.low[0] <= RATES[0] - RATES[1] <= one.high[0])
        found += bool(one.low[0] > 0 or one.high[0] < 0)
    return covered / runs, found / runs


def false(size: int, runs: int, draws: int, seed: int, outlets: int, errors: Errors) -> float:
    """Share of runs in which a difference is found where there is none."""
    random = np.random.default_rng(seed)
    rates = np.geomspace(0.5, 8, MEASURES)
    wrong = 0
    for run in range(runs):
        made = invented(random, size, [rates] * outlets, shared=True, errors=errors)
        compared = list(contrasts([*"ABCD"[:outlets]], made.groups, range(outlets)))
        p = np.concatenate([one.p for one in estimates(made, compared, count=draws, seed=run)])
        wrong += bool((corrected(p, ["frames"] * len(p)) <= RATE).any())
    return wrong / runs


def treated(
    size: int, runs: int, draws: int, seed: int, shares: tuple[float, float] = DISTANCING
) -> tuple[float, float]:
    """Shares of runs that cover the true difference of two actors' distancing words, and that find one."""
    random = np.random.default_rng(seed)
    covered = found = compared = 0
    for run in range(runs):
        articles = []
        for _ in range(size):
            each = {}
            for actor, share in zip("AB", shares, strict=True):
                count = 1 + int(random.poisson(1.5))
                far = int(random.binomial(count, random.beta(share * SPREAD, (1 - share) * SPREAD)))
                words = {
                    Word("distancing", "verbs#claim", False): far,
                    Word("neutral", "verbs#say", False): count - far,
                }
                each[Label("actor", actor)] = Counter(words)
            articles.append(each)
        chosen = Inference(draws=draws, seed=run)
        groups = np.zeros(size, dtype=np.int64)
        _, rows = treatment(["Post"], articles, groups, [0], [""] * size, chosen, least=10, least_events=5)
        for row in rows:
            truth = (shares[0] - shares[1]) * (1 if row.label == "A" else -1)
            compared += 1
            covered += row.low <= truth <= row.high
            found += row.q <= RATE
    return covered / max(1, compared), found / runs


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--draws", type=int, default=999, help="draws of the bootstrap in each run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--split", type=float, default=SPLIT, help="share of articles taken for an event of their own")
    parser.add_argument("--merged", type=float, default=MERGED, help="share of events taken for another")
    parser.add_argument("--only", choices=["covers", "false"], help="one sort of table")
    options = parser.parse_args()
    runs, draws, seed = options.runs, options.draws, options.seed
    errors = (options.split, options.merged)
    kinds: tuple[tuple[str, bool, Errors], ...] = (
        ("events shared and known", True, KNOWN),
        ("events shared, found with errors", True, errors),
        ("events shared, not known", True, None),
        ("events of each outlet's own, known", False, KNOWN),
        ("events of each outlet's own, found", False, errors),
        ("events of each outlet's own, not known", False, None),
    )
    print(f"{runs} runs, {draws} draws\n")
    print(f"{'':46}" + "".join(f"{size:>8}" for size in SIZES) + "  articles an outlet")
    for title, shared, how in kinds if options.only != "false" else ():
        rows = [coverage(size, runs, draws, seed, shared=shared, errors=how) for size in SIZES]
        print(f"covers: {title:38}" + "".join(f"{row[0]:8.3f}" for row in rows))
        print(f"finds:  {title:38}" + "".join(f"{row[1]:8.3f}" for row in rows), flush=True)
    sorts: tuple[tuple[int, str, Errors], ...] = (
        (2, "known", KNOWN),
        (2, "found", errors),
        (4, "known", KNOWN),
        (4, "found", errors),
    )
    for outlets, name, how in sorts if options.only != "covers" else ():
        rows_ = [false(size, runs, draws, seed, outlets, how) for size in SIZES]
        title = f"{outlets} outlets, {MEASURES} measures, events {name}"
        print(f"false:  {title:38}" + "".join(f"{row:8.3f}" for row in rows_), flush=True)
    rows = [treated(size, runs, draws, seed) for size in SIZES] if options.only != "false" else []
    if rows:
        print(f"covers: {'reporting words of two actors':38}" + "".join(f"{row[0]:8.3f}" for row in rows))
        print(f"finds:  {'reporting words of two actors':38}" + "".join(f"{row[1]:8.3f}" for row in rows))
    rows = [treated(size, runs, draws, seed, (0.25, 0.25)) for size in SIZES] if options.only != "covers" else []
    if rows:
        print(f"false:  {'reporting words of two actors':38}" + "".join(f"{row[1]:8.3f}" for row in rows))


if __name__ == "__main__":
    main()
