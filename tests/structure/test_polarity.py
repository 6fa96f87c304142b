"""What is denied, and what only looks so."""

from __future__ import annotations

import re

import pytest

DENIED = """
There is no {threat} to the town.
There was never a {threat} to the town.
The drills do not {threaten} the town.
The drills don't {threaten} anyone.
The drills do not pose any {threat}.
The army won’t {attack} the town.
The general ruled out an {attack}.
The Kremlin denied the {attack}.
The Kremlin denies any plan to {invade}.
The Kremlin rejected claims of an {attack}.
The Kremlin dismissed talk of an {invasion} as hysteria.
The minister refuted the {threat}.
Claims of an {attack} are groundless.
Claims of an {attack} are baseless, the minister said.
Talk of an {invasion} is nonsense.
Reports of an {invasion} are fake.
The rumour of {war} was untrue.
The {threat} is not real.
An {attack} is impossible.
The {summit} will not take place.
The {summit} has been cancelled.
The {talks} were called off.
A {compromise} is out of the question.
Neither side spoke of {war}.
Nobody spoke of {war}.
Not one of them saw a {threat}.
None of the envoys saw a {threat}.
The town lived without {war}.
The drills are far from an {invasion}.
The deal is free of {sanctions}.
The army is no longer a {threat}.
The army stopped short of an {invasion}.
The ministry's denial of an {attack} was short.
Russia denies that its build-up is a {threat}.
"There is no {threat}," the mayor said.
The mayor said there was no {threat} of {war}.
The envoys refused to {negotiate} with the rebels.
The envoys refused to {negotiate}.
There will be no {talks} and no {sanctions}.
They planned no {attack} or {invasion}.
"""
ASSERTED = """
The {threat} is real.
Not only is the {threat} real, it grows.
There is no doubt that the {threat} is real.
No doubt the {threat} is real.
No matter what they say, the {threat} grows.
There is no question that an {attack} is near.
The general did not rule out an {attack}.
An {attack} cannot be ruled out.
The Kremlin did not deny the {attack}.
The {attack} was nothing less than a crime.
The town has no water, but the {threat} grows.
The town has no water because the {war} goes on.
The minister did not comment on the {attack}.
Without a word, they left; the {threat} stayed.
It was not until the {attack} that they moved.
We will not allow a {threat} on our border.
No other country faces such a {threat}.
There is no sign of rain. The {threat} grows.
He said no more; the {attack} went on.
They had no choice because the {threat} grew.
The army, which never slept, met the {attack}.
The cancelled concert was forgotten, but the {talks} went on.
The minister was not in Riga when the {attack} began.
There is no end to the {war}.
The officer said "no", and the {attack} began.
"""


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


def marked(analyse, line: str) -> list[bool]:
    """Whether each marked word is denied."""
    passage = analyse(re.sub("[{}]", "", line))
    found = []
    for removed, match in enumerate(re.finditer(r"\{(.+?)\}", line)):
        start = match.start() - 2 * removed
        found.append(passage.denied.overlaps(start, start + len(match[1])))
    return found


@pytest.mark.parametrize("line", lines(DENIED))
def test_it_is_denied(analyse, line):
    assert all(marked(analyse, line))


@pytest.mark.parametrize("line", lines(ASSERTED))
def test_it_is_asserted(analyse, line):
    assert not any(marked(analyse, line))


def test_a_denial_ends_with_its_sentence(analyse):
    passage = analyse("There is no {threat}. The {threat} is real. Nobody left.".translate({123: None, 125: None}))

    assert [span.of(passage.text) for span in passage.denied.spans] == ["no threat", "Nobody left"]
