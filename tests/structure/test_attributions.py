"""Who says what: [source], <cue> and {content} of sentences of every kind, marked where they stand."""

from __future__ import annotations

import pytest

from framing.structure.document import Passage
from framing.structure.nouns import Attribution

DIRECT = [
    ("{“The bridge will open in May,”} [Olena Marchuk] <said> on Tuesday.", None),
    ('{"We have no plans for Monday,"} [Peskov] <said>.', "RUS"),
    ('{"Nobody came to see us,"} [the minister] <told> reporters in Kyiv on Friday.', None),
    ("{'The gas will keep flowing,'} [she] <said>.", None),
    ('{"Where is the convoy?"} [the general] <asked>.', None),
    ('{"Leave the town now!"} [a soldier] <shouted>.', None),
    ("{«The border stays open,»} [Lukashenko] <said>.", "BLR"),
    ("{''The pipeline is empty,''} [the Kremlin] <said>.", "RUS"),
    ('[The Pentagon] <said>, {"The ships have left the bay."}', "USA"),
    ('[Zelensky] <said> on Sunday: {"We will rebuild every school."}', "UKR"),
    ('[The mayor, who was in tears], <said>: {"We have lost the harbour."}', None),
    ('{"We stand ready to talk."} [Baerbock] <said> in Riga.', "DEU"),
]
INVERTED = [
    ("{“The bridge will open in May,”} <said> [Olena Marchuk, the transport minister].", None),
    ('{"The talks are not dead,"} <insisted> [the French president] on Thursday.', "FRA"),
    ('{"We saw smoke over the port,"} <said> [a fisherman].', None),
    ("{The talks are over}, <said> [Lavrov].", "RUS"),
    ('{"Why now?"} <asked> [Blinken].', "USA"),
]
SPLIT = [
    ('{"We have no plans,"} [Peskov] <said>, {"and we never had any."}', "RUS"),
    ('{"The pipeline,"} [she] <said>, {"is a matter for engineers."}', None),
    ('{"It is over,"} [he] <said>. {"We are going home."}', None),
    ('{"The harbour is safe,"} <said> [the mayor], {"and it will stay safe."}', None),
    ("{The talks}, [Lavrov] <said>, {would go on next week}.", "RUS"),
    ('{"We will come back,"} [the commander] <said> on Monday. {"All of us will."}', None),
]
INDIRECT = [
    ("[The ministry] <said> {that the bridge would open in May}.", None),
    ("[The Kremlin] <said> {the drills would end on Friday}.", "RUS"),
    ("[Ukraine's defence minister] <said> {the convoy had turned back}.", "UKR"),
    ("[Officials] <said> on Tuesday {that the pipeline had leaked}.", None),
    ("[The general, who was in Riga], <said> {the convoy had left}.", None),
    ("[Berlin] and [Paris] <said> {they would send an envoy}.", "DEU"),
    ("{The bridge would open in May}, [the ministry] <said>.", None),
    ("{The drills would end soon}, [the Kremlin] <announced> on Friday.", "RUS"),
    ("[Moscow] has repeatedly <denied> {that it planned an attack}.", "RUS"),
    ("[Moscow] has <denied> {planning an attack}.", "RUS"),
    ("[Washington] <warned> {of a long winter}.", "USA"),
    ("[NATO] <insists> {its door stays open}.", "NATO"),
    ("[The minister] <believes> {the talks will succeed}.", None),
    ("[Some experts] <argue> {that sanctions do not work}.", None),
    ("[Experts], however, <say> {the sanctions will bite}.", None),
    ("[They] <demand that> {the road be opened}.", None),
    ("[Russia's ambassador to the United Nations] <said> {the road was open}.", "RUS"),
    ("[Sources close to the ministry] <said> {the road was open}.", None),
    ("[The agency] <told> lawmakers {that the reactor was cold}.", None),
    ("[The report], published on Friday, <says> {prices have doubled}.", None),
    ("In a statement, [the ministry] <said> {the port was closed}.", None),
]
MIXED = [
    ('[Lavrov] <accused> {NATO of "moving the goalposts" again}.', "RUS"),
    ('[The mayor] <said> {the shelling was "the worst in a year"}.', None),
    ('[Stoltenberg] <said> {the alliance would "defend every inch" of its land}.', "NATO"),
    ('{The drills were "purely defensive"}, [the Kremlin] <said>.', "RUS"),
    ("[The envoy] <described> {the offer as ‘a step forward’}.", None),
]
ACCORDING = [
    ("<According to> [the Pentagon], {the convoy turned back on Sunday}.", "USA"),
    ("{The convoy turned back on Sunday}, <according to> [the Pentagon].", "USA"),
    ("{The convoy}, <according to> [two officials], {turned back on Sunday}.", None),
    ("{The pipeline leaked twice}, <according to> [Sweden's coast guard].", "SWE"),
    ("<According to> [two officials], who spoke on Monday, {the ships may leave}.", None),
    ("<In the words of> [the Estonian president], {winter is coming}.", "EST"),
]
NOUNS = [
    ("He went back to [Kyiv]'s <claim that> {the dam was mined}.", "UKR"),
    ("Nobody took up the <accusation> by [Minsk] {that the fence was a provocation}.", "BLR"),
    ("[Washington]<'s warning> {of a long winter} was heard.", "USA"),
]
PASSIVES = [
    ("The mayor was <told> {that the dam was mined}.", None),
    ("The general was <accused> by [Minsk] {of planning a raid}.", "BLR"),
    ("It was <reported> on Monday {that the tunnel had flooded}.", None),
    ("The port was <described> by [the Turkish foreign ministry] {as safe for ships}.", "TUR"),
]
INFINITIVES = [
    ("[Stoltenberg] <vowed> {to strengthen the eastern flank}.", "NATO"),
    ("[Zelensky] <urged> {the West to send helmets}.", "UKR"),
    ("[The union] <threatened to> {close the port}.", None),
    ("[The governor] <asked> {residents to stay at home}.", None),
]
GERUNDS = [
    ("[Merkel] met her guests in Berlin, <saying> {the pipeline was safe}.", "DEU"),
    ("On Monday, [the Kremlin] closed the strait, <claiming> {that mines had drifted in}.", "RUS"),
]
HEADLINES = [
    ("[Putin]: {no attack is planned on the border towns}", "RUS"),
    ("{Turnout is higher than expected} - [election official]", None),
    ("{Gas will flow again by Friday} – [Gazprom]", "RUS"),
    ("[EU]: {sanctions on banks will follow any attack}", "EU"),
]
ANNOUNCED = [
    ('[The ministry] <tweeted>: {"The bridge is closed."}', None),
    ('[The minister] <tweets>: {"The road is open."}', None),
    ('[She] <told> reporters: {"We are leaving tonight."}', None),
    ('Asked about the convoy, [the general] shrugged: {"It is nothing to us."}', None),
    ('[The governor] <wrote on Telegram>: {"The power is back in six districts."}', None),
    ('[The Polish prime minister] was blunt: {"There will be no deal without us."}', "POL"),
    ('{"We paid for this road with our taxes,"} [she] <thundered>.', None),
]
BLOCKS = [
    ("[The ministry] <said in a statement>:\n\n{“The bridge is closed. Please use the ferry.”}", None),
    ("[The Kremlin] <said>:\n{The drills end on Friday.}", "RUS"),
]
PARAGRAPHS = [
    ("{“We lost the harbour,”} [the mayor] <said>. {“We lost the bridge.}\n\n{“We lost the boats.”}", None),
    ("[Lavrov] <said>: {“The talks have failed.}\n\n{“We will leave on Friday.”}", "RUS"),
    ('[The mayor] <said>: {"We lost the harbour.}\n\n{"We lost the bridge, too."}', None),
]
BOUNDS = [
    ("[Oslo] <rejected> {the demand for a fishing zone} but left the door to a lease open.", "NOR"),
    ("[Kyiv] <rejected> {the offer} but is ready for talks on grain.", "UKR"),
    ("[NATO] <rejected> {a small but important change}.", "NATO"),
    ("[The ministry] <said> {the ferry was late but sailed in the end}.", None),
    # the main clause after a clause with the cue, a remark after a comma or a dash, a clause that the reporter adds
    ("While [the mayor] <said> {the harbour was safe}, the boats stayed out.", None),
    ("[The governor] <said> {the road was open}, a relief for the drivers.", None),
    ("[The governor] <said> {the road was open} - a first since March.", None),
    ("[The governor] <said> {he had a boat, a dog and a rifle}.", None),
    ("[The Germans] <said> {the Poles, as neighbours, were there first}.", "DEU"),
    # "that" after a place, and after a relative clause
    ("[Lavrov] <said at a press conference> that followed the talks {that the road was open}.", "RUS"),
    # two subjects that an "and" joins to something else
    ("The army has moved trucks to the border and [some drivers] <say> {the road is closed}.", None),
    # what a relative clause denies is the noun
    ("The convoy had been shelled, {a claim} [Moscow] <denied>.", "RUS"),
    # the speaker follows
    ("{The port lost its trade, its cranes and its name, at home and abroad}, <said> [the mayor].", None),
    # a first sentence after its dateline
    ("RIGA, March 3 (Newsdesk) - [Poland] closed the road on Friday, <saying> {the bridge was gone}.", "POL"),
    # told reporters after
    ("{The ferry to the islands was off}, [Lavrov] <told> reporters after the meeting.", "RUS"),
]
FLOATING = [
    ('{"Nobody sleeps here any more, nobody at all."}', None),
]
NOTHING = [
    "The convoy turned back on Sunday and the road was empty.",
    "The so-called “green corridor” stayed shut.",
    "The novel 'Winter Harbour' won a prize in Riga.",
    "The claims of up to 30 per cent were paid.",
    "Prices rose by a stated 4 per cent.",
    "It goes without saying in this trade.",
    "The allies' plan and the sailors' boats were ready.",
]
NESTED = [
    (
        "[The president] <said> {his minister had told him that the talks were dead}.",
        "The president said [his minister] had <told> him {that the talks were dead}.",
    ),
    (
        "[The envoy] <said> {he hoped the talks would go on}.",
        "The envoy said [he] <hoped> {the talks would go on}.",
    ),
    (
        "{The Kremlin said the border was calm}, <according to> [the Polish foreign ministry].",
        "[The Kremlin] <said> {the border was calm}, according to the Polish foreign ministry.",
    ),
]
SEVERAL = [
    ("[Riga] <denied> {any raid} but admitted a mistake.", "[Riga] denied any raid but <admitted> {a mistake}."),
    (
        "[The mayor] <said> {the road was open}, and the police accused drivers of lying.",
        "The mayor said the road was open, and [the police] <accused> {drivers of lying}.",
    ),
    (
        "While <noting> {that the road was open}, [the mayor] warned of floods.",
        "While noting that the road was open, [the mayor] <warned> {of floods}.",
    ),
    (
        "[Lavrov] <rejected> {NATO's claim that the road was open} and warned of floods.",
        "Lavrov rejected [NATO]'s <claim that> {the road was open} and warned of floods.",
        "[Lavrov] rejected NATO's claim that the road was open and <warned> {of floods}.",
    ),
    (
        "[Putin] <urged> {Kyiv to admit that the road was closed}.",
        "Putin urged [Kyiv] to <admit> {that the road was closed}.",
    ),
    (
        "[The Kremlin] <said> {the drills were over}, but NATO said the troops had stayed.",
        "The Kremlin said the drills were over, but [NATO] <said> {the troops had stayed}.",
    ),
    (
        "[Lavrov] <rejected> {the offer} and said the talks had failed.",
        "[Lavrov] rejected the offer and <said> {the talks had failed}.",
    ),
    (
        '{"It is quiet,"} [the mayor] <said>, adding that two shops had opened.',
        '"It is quiet," [the mayor] said, <adding> {that two shops had opened}.',
    ),
]


def unmarked(marked: str) -> str:
    return marked.translate(str.maketrans("", "", "[]<>{}"))


def as_marked(text: str, made: Attribution) -> str:
    """The text with the parts of a relation marked, as in the tables."""
    spans = [("[]", span) for span in made.sources]
    spans += [("<>", made.cue)] if made.cue else []
    spans += [("{}", span) for span in made.contents]
    places = [(start, 1, marks[0]) for marks, (start, _) in spans] + [(end, 0, marks[1]) for marks, (_, end) in spans]
    for at, _, mark in sorted(places, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


def shown(passage: Passage) -> list[str]:
    return [as_marked(passage.text, made) for made in passage.attributions]


def kind_of(marked: str) -> str:
    """Direct, indirect or mixed, told by where the marks of quotation stand in the contents."""
    contents = [part.partition("}")[0] for part in marked.split("{")[1:]]
    if not any(mark in content for content in contents for mark in "\"“‘«'"):
        return "indirect"
    return "direct" if all(content[0] in "\"“‘«'" for content in contents) else "mixed"


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        *(DIRECT + INVERTED + SPLIT + INDIRECT + MIXED + ACCORDING + NOUNS + PASSIVES + INFINITIVES + GERUNDS),
        *(HEADLINES + ANNOUNCED + BLOCKS + PARAGRAPHS + BOUNDS + FLOATING),
    ],
)
def test_source_cue_and_content(analyse, marked, actor):
    passage = analyse(unmarked(marked), date="2022-02-15")

    assert shown(passage) == [marked]
    [made] = passage.attributions
    assert (made.kind, made.actor) == (kind_of(marked), actor)


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_is_quoted(analyse, text):
    assert shown(analyse(text)) == []


@pytest.mark.parametrize("marked", SEVERAL)
def test_several_statements_in_a_sentence(analyse, marked):
    assert shown(analyse(unmarked(marked[0]))) == list(marked)


@pytest.mark.parametrize(("outer", "inner"), NESTED)
def test_a_statement_inside_a_statement_knows_the_one_around_it(analyse, outer, inner):
    passage = analyse(unmarked(outer))

    assert shown(passage) == [outer, inner]
    assert [made.parent for made in passage.attributions] == [None, passage.attributions[0].id]


def test_a_sentence_of_nothing_but_cues_keeps_its_cues_but_not_all_relations(analyse):
    passage = analyse("He said " * 500)

    assert len(passage.cues) == 500
    assert 0 < len(passage.attributions) <= 120
