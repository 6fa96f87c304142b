from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.read import ReadOptions, masked_spans, read
from framing.read.furniture import LINES, RUNS

STORY = "The ferry to the islands was late again on Monday."
AFTER = "Nobody could say why."


def masked(text: str) -> list[str]:
    return [span.of(text) for span in masked_spans(text)]


@pytest.mark.parametrize(
    "line",
    """READ MORE: Harbour closed for a day
READ MORE:\u00a0Harbour closed for a day
Read also: Islands without bread
ALSO READ: Islands without bread
RELATED: Who owns the boats?
See also: Who owns the boats?
Watch: The storm in pictures
More:Captain speaks to the board
More on this story
Read more
Read the full story here.
( Also on QUAYSIDE: Ten facts about gulls)
Loading...
ADVERTISEMENT
Advertisement
Story Continued Below
Continue reading the main story
Photo: Ada Quill/The Quay
Photo by Ada Quill
Image credit: Ada Quill
(AP Photo/Ada Quill)
Getty Images
Reuters
AFP via Getty
Ada Quill/Reuters
Ada Quill/Getty Images, FILE
(Ada Quill/Reuters)
Slideshow (3 images)
Share this
Share on Facebook
Share this article Share Tweet Post Email
Follow us on Twitter
Follow Ada on Twitter
Click here to subscribe
CLICK HERE TO GET THE QUAY APP
Sign up for our newsletter
Subscribe to The Quay
Download our app for the latest news
Get the best of the islands delivered to your inbox
We use cookies to make the site better.
This website uses cookies.
By continuing to use this site you agree to our terms.
© 2022 The Quay
Copyright © 2022 The Quay, LLC. Click here for reprint permission.
Copyright 2019 The Associated Press. All rights reserved.
© 2022 Quay Media Limited. All rights reserved
Source: QuayWorld and agencies
Sources: Quay and news agencies
Ada Quill contributed to this report.
— Ada Quill and Ben Rook contributed
(Reporting by Ada Quill; Editing by Ben Rook)
Additional reporting by Ada Quill
Contributing: Ada Quill, Ben Rook
This article was first published by the Gull.
Media playback is not supported here
Your browser does not support this player""".split("\n"),
)
def test_lines_of_the_page_are_masked_and_nothing_else(line):
    for newline in ("\n\n", "\r\n\r\n"):
        text = newline.join((STORY, line, AFTER))

        assert masked(text) == [line]


@pytest.mark.parametrize(
    "line",
    """Reuters reported that the ferry was late.
Related costs rose as well.
Share prices of the company fell on Monday.
More than 300 people waited at the quay.
More ferries are to be bought.
Read by millions, the book tells of a storm.
Watch him closely, the captain said.
“Read my lips,” he said: “no more ferries.”
Source close to the company: nothing will change
By Monday the storm had passed.
By Monday Night the storm had passed.
Follow the money, she told the board.
Close friends of the captain wept.
Photos of the storm were shared widely.
Video showed the ferry turning back.
Comments by the captain angered the board.
Copyright law does not help him, a judge said.
This video shows the ferry turning back.
You may like him or not, he is the captain.
— Ada Quill
Ada Quill, Bloomberg
Now:
She works for Reuters
Reuters/Ipsos poll: most want new boats
LONDON (Reuters) - The ferry company is bankrupt.
HARBOUR, Jan 12 (AP) — The ferry company is bankrupt.
Sign of the times: no ferry.
Get ready for a storm, forecasters said.
Click, clack went the chains.
Trending down, ticket sales fell again.""".split("\n"),
)
def test_lines_of_the_story_are_not(line):
    assert masked(f"{STORY}\n\n{AFTER}\n\n{STORY}\n\n{AFTER}\n\n{STORY}\n\n{AFTER}\n\n{line}\n\n{AFTER}") == []


@pytest.mark.parametrize(
    ("before", "runs", "after"),
    [
        ("A quay, May 3, 2022. ", ["REUTERS/Ada Quill/File Photo"], f" QUAY, May 3 (Reuters) - {STORY}"),
        (f"{STORY} ___ ", ["Ada J. Quill in Quay and Ben Rook contributed to this report."], ""),
        (f"{STORY} “So be it.” ", ["Ada Quill contributed to this story."], ""),
        (f"{STORY} ", ["___ Follow AP’s coverage of ferries at https://quay.example/x"], ""),
        (f"{STORY} ", ["Follow BBC Quay on Facebook, on Twitter, or on Instagram."], f" {AFTER}"),
        (f"{STORY} ", ["Send your story ideas to quay@news.example"], ""),
        (f"{STORY} ", ["This video can not be played"], f" Ferry sinks {AFTER}"),
        (f"{STORY} ", ["(Reporting by Ada Quill; editing by Ben Rook)", "Our Standards: The Principles. Gold."], ""),
        ("The quay at dawn. ", ["(Ada Quill/Reuters)"], f"\n\n{STORY}"),
        ("", ["Image copyright Reuters Image caption"], f" The quay at dawn\n\n{STORY}"),
        (f"{STORY} ", ["READ MORE: Islands without bread"], ""),
        (f"{STORY} READ MORE: Islands without bread The captain was not asked. He slept.", [], ""),
    ],
)
def test_runs_are_masked_where_it_is_clear_how_far_they_go(before, runs, after):
    assert masked(before + " ".join(runs) + after) == runs


def test_a_caption_the_text_repeats_is_masked_where_the_credit_is():
    caption = "The captain says that his ferry is no wreck."
    text = f"Ferry late\n\n{caption}\nReuters\n\n{caption}\n\n{STORY} {caption[:-1]}, but few believe him."

    assert [(span.start, span.of(text)) for span in masked_spans(text)] == [(12, caption), (57, "Reuters")]


def test_a_caption_under_its_credit_is_masked_too():
    caption = "The captain says that his ferry is no wreck"

    text = f"Getty Images\n{caption}\n\n{STORY}\n\n{caption}, and he should know."

    assert masked(text) == ["Getty Images", caption]


@pytest.mark.parametrize("blank", ["\n", ""])
def test_one_copy_of_a_caption_always_stays(blank):
    caption = "The captain says that his ferry is no wreck."
    text = f"{caption}\nReuters\n{blank}{caption}\nAP\n\n{STORY}"

    assert masked(text).count(caption) == 1


def test_a_caption_said_nowhere_else_stays():
    assert masked(f"The captain on his bridge at dawn.\nReuters\n\n{STORY}") == ["Reuters"]


def test_a_byline_is_masked_at_the_head_only():
    assert masked(f"Ferry late\n\nBy Ada Quill and Ben Rook, sea correspondents\n\n{STORY}") == [
        "By Ada Quill and Ben Rook, sea correspondents"
    ]
    assert masked("\n\n".join([STORY] * 8 + ["By Ada Quill", AFTER])) == []


def test_a_tag_under_the_last_furniture_is_masked():
    assert masked(f"{STORY}\n\nLoading...\nQuay 9") == ["Loading...", "Quay 9"]
    assert masked(f"{STORY}\n\nLoading...\n\nNobody was hurt.") == ["Loading..."]
    assert masked(f"{STORY}\n\nQuay 9") == []


def test_the_patterns_are_told_by_words_that_can_occur():
    assert all(word == word.lower() and " " not in word for word in LINES)
    assert all(len(mark.strip()) > 0 for mark in RUNS)


PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from([
        "\n", "\r\n", "\r", "Reuters", "READ MORE: ", "By Ada Quill", "contributed to this report.", "___ Follow us ",
        "https://a.b", "(AP Photo/", "©", "Our Standards: The", STORY, "Loading...", "Image caption", "@", "\u2028",
    ]),
)  # fmt: skip


@given(st.lists(PIECES, max_size=20).map("".join), st.integers(0, 30))
def test_spans_lie_in_the_text_sorted_and_apart(text, start):
    spans = masked_spans(text, min(start, len(text)))

    assert all(min(start, len(text)) <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end < other.start for one, other in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans if "\n" not in span.of(text))


@pytest.mark.parametrize(
    ("text", "left"), [("READ MORE: Harbour closed", 0), (f"{STORY}\nREAD MORE: Harbour closed", 1)]
)
def test_a_text_of_nothing_but_furniture_is_read_as_it_stands(write, text, left):
    [article] = read([write("a.jsonl", [{"id": "a", "text": text}])], options=ReadOptions(detect_language=False))

    assert len(article.masked) == left
