"""Every command on the example articles: data on stdout, words on stderr."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

OUTLETS = ["Halvenian Herald", "Harbour Post", "Lodestar Wire", "Brenn Ledger", "Saltmarsh Weekly"]
ROOT = Path(__file__).resolve().parents[2]
POST = "articles/harbour-post_2031-03-14.txt"


def test_report_into_a_file(framing, folder):
    done = framing("report", "articles", "-o", "report.html")
    page = (folder / "report.html").read_text(encoding="utf-8")

    assert (done.code, done.out) == (0, "")
    assert page.startswith("<!doctype html>")
    assert all(outlet in page for outlet in OUTLETS)
    assert "appears to be German" in page
    assert re.search(r"✓ 5 articles · 5 outlets · 1 excluded · report\.html \d+ KB · [\d.]+ s\n$", done.err)


@pytest.mark.parametrize("arguments", [(), ("-o", "-")])
def test_report_to_stdout(framing, folder, arguments):
    done = framing("report", "articles", *arguments)

    assert done.code == 0
    assert done.out.startswith("<!doctype html>")
    assert done.out.rstrip().endswith("</html>")
    assert "KB" not in done.err
    assert [path.name for path in folder.iterdir()] == ["articles"]


def test_report_does_what_its_options_say(framing, folder):
    done = framing("report", "articles", "--title", "The day in Brenn", "--texts", "none", "--mode", "corpus", "-q")
    full = framing("report", "articles", "--mode", "corpus", "-q")

    assert "<title>The day in Brenn" in done.out
    assert "Nettle Street sold out of bread" in full.out
    assert "Nettle Street sold out of bread" not in done.out
    assert (done.err, full.err) == ("", "")
    assert len(done.out) < len(full.out)


def test_report_is_the_same_whatever_the_order_of_its_inputs(framing, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1931212800")
    names = ["articles/newsdesk_2031-03-14.csv", POST, "articles/saltmarsh-weekly_2031-03-14.txt"]
    one = framing("report", *names, "-q").out
    other = framing("report", *reversed(names), "-q").out

    command = re.compile(r"framing report [^<]*")
    assert command.sub("", one) == command.sub("", other)
    assert "/tmp" not in one


def test_score_articles(framing):
    done = framing("score", "articles")

    assert done.code == 0
    assert [row["outlet"] for row in done.rows] == OUTLETS
    for row in done.rows:
        assert row["words"] == row["own_words"] + row["quoted_words"]
    post = done.rows[1]
    assert post["threat_own_per_1000"] == max(row["threat_own_per_1000"] for row in done.rows)
    assert (post["article"], post["date"]) == ("harbour-post_2031-03-14", "2031-03-14")


def test_score_sentences(framing, folder):
    done = framing("score", POST, "--level", "sentence")
    text = (folder / POST).read_text(encoding="utf-8")

    assert done.code == 0
    assert [row["sentence"] for row in done.rows] == list(range(1, len(done.rows) + 1))
    assert all(text[row["start"] : row["end"]] == row["text"] for row in done.rows)
    assert {row["voice"] for row in done.rows} >= {"narration", "direct", "indirect"}
    assert any("threat" in row["frames"] for row in done.rows)


def test_quotes(framing, folder):
    done = framing("quotes", POST, "--actors", str(ROOT / "examples" / "actors.toml"))
    text = (folder / POST).read_text(encoding="utf-8")

    [tweeted] = [row for row in done.rows if row["cue_text"] == "tweeted"]
    assert (tweeted["actor"], tweeted["role"]) == ("KSR", "government")
    assert (tweeted["kind"], tweeted["stance"], tweeted["act"]) == ("direct", "neutral", "say")
    start, end = tweeted["content"][0]
    assert text[start:end].startswith('"We came to talk. They came to dictate.')
    assert all(text[slice(*row["source"])] == row["source_text"] for row in done.rows if row["source"])


def test_evidence(framing, folder):
    done = framing("evidence", POST, "--frames", "threat")
    text = (folder / POST).read_text(encoding="utf-8")

    assert all(text[row["start"] : row["end"]] == row["surface"] for row in done.rows)
    assert {row["label"] for row in done.rows if row["scorer"] == "frames"} == {"threat"}
    [denied] = [row for row in done.rows if row["surface"] == "threat" and row["polarity"] == "denied"]
    assert (denied["voice"], denied["entry"]) == ("direct", "threat#threat")


def test_numbers_are_sums_over_evidence(framing):
    """The point of the whole: a count is the number of the passages that evidence lists."""
    found = [row for row in framing("evidence", "articles").rows if row["scorer"] == "frames"]
    for row in framing("score", "articles").rows:
        asserted = sum(
            each["weight"]
            for each in found
            if (each["article"], each["label"], each["polarity"]) == (row["article"], "threat", "asserted")
        )
        assert row["threat_per_1000"] == pytest.approx(1000 * asserted / row["words"], abs=1e-5)


def test_explain_a_frame(framing):
    done = framing("explain", "threat")

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Threat (threat, frame, version ")
    for heading in ("Includes:", "Does not include:", "Found in, for example:", "Not found in, for example:"):
        assert heading in done.out


@pytest.mark.parametrize("name", ["ultimatum", "threat#ultimatum"])
def test_explain_an_entry(framing, name):
    done = framing("explain", name)

    assert re.match(r'"ultimatum" of Threat \(threat\), frames/threat\.toml:\d+\n', done.out)
    assert "Matches: ultimatum" in done.out
    assert "Cites: " in done.out


def test_explain_a_reporting_cue(framing):
    assert "Stance: distancing; act: " in framing("explain", "allege").out


def test_explain_an_article_and_one_of_its_sentences(framing):
    whole = framing("explain", POST)
    one = framing("explain", f"{POST}:2")

    assert "1  [0:67]  the outlet's own voice" in whole.out
    assert '"talks"  by diplomacy#talks, said by the outlet' in whole.out
    assert one.out.startswith("2  [69:168]")
    assert '"ultimatum"  by threat#ultimatum, said by the outlet' in one.out
    assert one.out in whole.out


def test_explain_goes_through_every_article_of_a_table(framing):
    """One that is excluded is told, and does not hide the others."""
    done = framing("explain", "articles/newsdesk_2031-03-14.csv")

    assert done.code == 0
    assert "Underwriters quoted" in done.out
    assert "appears to be German" in done.err


def test_lexicons_list(framing):
    done = framing("lexicons", "list")
    names = [line.split()[0] for line in done.out.splitlines()]

    assert done.code == 0
    assert {"threat", "diplomacy", "sovereignty", "hedges", "reporting_verbs", "sport"} <= set(names)
    assert names[-4:] == ["actors/organisations", "actors/people", "actors/roles", "actors/states"]
    assert len(set(names)) == len(names)
    assert all(re.search(r" \d+\.\d+\.\d+ .* [0-9a-f]{12}$", line) for line in done.out.splitlines())


def test_lexicons_show(framing):
    done = framing("lexicons", "show", "sovereignty")

    assert done.out.startswith("Sovereignty (sovereignty, frame, version ")
    assert re.search(r"^  territorial integrity +\w+\d{4}", done.out, re.MULTILINE)


def test_lexicons_show_every_one_that_list_names(framing):
    for line in framing("lexicons", "list").out.splitlines():
        done = framing("lexicons", "show", line.split()[0])

        assert (done.code, done.err) == (0, "")
        assert line.split()[0] in done.out.splitlines()[0]


def test_lexicons_show_actors(framing):
    states = framing("lexicons", "show", "actors/states").out
    people = framing("lexicons", "show", "actors/people").out
    roles = framing("lexicons", "show", "actors/roles").out

    assert re.match(r"actors/states \(actors, version \d+\.\d+\.\d+, \d+ actors\)\n", states)
    assert "\nALB          Albania (state)\n  Names: Albania" in states
    assert re.search(r"^  Organs, military: .*Royal Australian Navy", states, re.MULTILINE)
    assert "\nMark Rutte (NLD)\n" in people
    assert re.search(r"^  2024-10-01 to +secretary.general", people, re.MULTILINE)
    assert "\nexpert\n  Nouns: " in roles
    assert "\nTitles: Mr, " in roles
    assert "Groups: alliance (NATO), " in roles


def test_lexicons_show_and_check_actors_of_ones_own(framing):
    own = str(ROOT / "examples" / "actors.toml")
    shown = framing("lexicons", "show", own)
    checked = framing("lexicons", "check", own, "actors/roles", "threat")

    assert "\nHLV          Halvenia (state)\n" in shown.out
    assert "\nIvar Tolland (HLV, government)\n" in shown.out
    assert shown.out.endswith("Groups: pact (LTP), alliance (LTP)\n")
    assert checked.code == 0
    assert checked.out.startswith(f"{own}: in order\nactors/roles: in order\nthreat: ")


def test_lexicons_check(framing):
    done = framing("lexicons", "check")

    assert done.code == 0
    assert done.out.count(": in order\n") == len(framing("lexicons", "list").out.splitlines()) - 4
    assert "error" not in done.out


def test_doctor(framing):
    done = framing("doctor")
    facts = json.loads(framing("doctor", "--json").out)

    assert (done.code, done.err) == (0, "")
    assert facts.keys() == {"framing", "libraries", "extras", "lexicons", "terminal"}
    for section, values in facts.items():
        assert f"{section}\n" in done.out
        for name in values:
            assert f"  {name}" in done.out
    assert "missing" not in facts["libraries"].values()
    assert facts["framing"]["version"] == framing("--version").out.removeprefix("framing ").strip()
