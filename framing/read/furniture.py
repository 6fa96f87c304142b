"""The page furniture that crawled news carries, as patterns: whole lines, and runs within a line.

A line is told by its first word and has to fit as a whole. Runs are for bodies that lost their line breaks, and for
credits at the end of a caption; a run has to say itself where it ends. Both are narrow on purpose: a sentence of the
story masked by mistake is evidence lost, a line of furniture left in is a word too many.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LONGEST_LINE = 320
LONGEST_CREDIT = 110

_NAME = r"(?-i:[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|al|bin|de|del|der|el|la|van|von)){1,3})"
_NAMES = rf"{_NAME}(?:(?:, and|,| and| &) {_NAME})*"
_SITES = r"(?:facebook|twitter|instagram|telegram|youtube|tiktok|whatsapp|linkedin|threads|reddit|x)\b"
_ADDRESS = r"(?:https?://\S{1,300}|\S{1,80}@\S{1,80}\.\w+)"
_AGENCY = (
    r"(?:reuters(?: photo)?|ap(?: photo)?|(?:the )?associated press|afp|agence france-presse|epa(?:-efe)?|efe"
    r"|getty(?: images)?|xinhua|tass|ria novosti|sputnik|anadolu(?: agency)?|aa|dpa|ansa|pa(?: media| wire| images)?"
    r"|bloomberg|zuma(?: press)?|shutterstock|alamy|upi|nurphoto|kyodo|pti|ani|ians|ukrinform|interfax)"
)
_STOCK = r"(?:files?|file photo|archive|pool|handout)"
_IMAGE = r"(?:photo(?:graph|grapher)?s?|images?|pictures?|pics?|illustration|graphic|video)"

CREDIT = re.compile(
    rf"[\s(]*(?:{_IMAGE} ?[:/|]? ?)?(?:(?:{_NAME}|\w+) ?[/|] ?|(?:{_NAME}|{_STOCK}),? via )?{_AGENCY}"
    rf"(?: ?[/|] ?(?:{_NAME}|{_AGENCY}|{_STOCK})|(?:,| and| via) (?:{_AGENCY}|{_STOCK}))*[\s)]*",
    re.IGNORECASE,
)
"""A line that is only an agency, with or without its photographer."""

BYLINE = re.compile(
    rf"\s*(?:(?:words |written )?by) {_NAMES}(?:(?:,| \|| (?-i:[A-Z]{{2,4}})) .{{2,60}})?(?<![.!?”\"])\s*",
    re.IGNORECASE,
)
"""Only at the head of a text: further down it may be the credit of something quoted."""

_LINES = {
    # advertisements, and the page's own buttons
    "ad ads advert advertisement advertising sponsored promoted": r"(?: content| stories)?:?| continue reading.{0,40}",
    "story article": r" continue[sd]?(?: (?:below|after)\b.{0,40})?",
    "continue": r" reading(?: (?:below|the main story|the rest)\b.{0,40})?",
    "loading": r" ?[.…]*",
    "close print comment comments": r"",
    "skip": r" (?:ads?|advertisement|past newsletter promotion)",
    "after": r" newsletter promotion",
    # links to other articles
    "must now also": r" (?:read|watch|see|on [\w. ]{2,30}) ?:.*",
    "read see watch view listen": (
        r"(?: (?:more|also|next|now|live|here|this|below))? ?:.*"
        r"|(?: (?:more|also|next|all))(?: here| from .{2,60})?[.…:]*| more by .{2,60}"
        r"| (?:on|from) [\w. ]{2,40}:.*| or share this story:.*"
        r"| (?:the )?(?:full )?(?:transcript|text|letter|story|report|article|statement|complaint)\b.{0,80}"
    ),
    "more": r" ?:.*| on this(?: story| topic)?[.…]*| (?:on|from) [\w. ]{2,40}:.*",
    "related": r"(?: (?:articles?|stories|story|content|coverage|news|videos?|links?|reading|topics?))?(?: ?:.*)?",
    "recommended": r"(?: (?:for you|stories|reading|articles))?(?: ?:.*)?",
    "you": r" (?:may|might) (?:also )?(?:like|be interested in)(?: these| this)?[:.…]*",
    "most": r" (?:read|popular|viewed|shared)(?: stories)?",
    "trending": r"(?: now)?",
    "editor editors": r"(?:['’]?s?['’]?) picks?",
    "don": r"['’]t (?:miss ?:.*|see the (?:video|graphic|map|form)\b.{0,60}\bclick here\b.?)",
    "can": r"['’]t see the (?:video|graphic|map|form)\b.{0,60}\bclick here\b.?",
    # sharing and subscribing
    "share tweet pin email": r"| (?:this|on|via)\b.{0,80}| (?:tweet|facebook|twitter|post|email)\b.{0,80}",
    "facebook": r" twitter (?:pinterest|linkedin|email|whatsapp).{0,40}",
    "follow like find join": (
        rf" (?:us|me|him|her|@?[\w’'&]+(?: [\w’'&]+){{0,5}})(?:,? on {_SITES}| at (?:https?:|@)).{{0,160}}"
        r"| @\w+.{0,60}"
    ),
    "sign register subscribe": r"(?: up)? (?:for|to|on|here|now|today|at)\b.*",
    "click tap": r" (?:here|for more)\b.*",
    "download": r" (?:our|the)\b.{0,40}\bapps?\b.{0,80}",
    "get": r" (?:the|our|your)\b.{0,120}\b(?:newsletters?|inbox|app)\b.*",
    "already": r" a subscriber\b.*",
    "support": r" our journalism\b.*",
    "enter": r" your e-?mail\b.*",
    # notices
    "we": r"(?: and our partners)? use cookies\b.*",
    "our": r" (?:web)?site uses cookies\b.*| standards ?:.*",
    "this": (
        r" (?:web)?site uses cookies\b.*| video can ?not be played.{0,120}| material may not be\b.*"
        r"| (?:article|story|piece|commentary)(?: was)? (?:first|originally) (?:published|appeared|ran)\b.*"
    ),
    "by": (
        r" (?:continuing|using|clicking|signing|subscribing|submitting|browsing)\b.{0,100}"
        r"\byou (?:agree|consent|accept)\b.*"
    ),
    "accept manage": r" (?:all )?(?:cookies|newsletters?)",
    "please": r" enable (?:javascript|cookies)\b.*",
    "your": r" browser (?:does not|doesn['’]t) support\b.*",
    "media": r" playback is (?:not supported|unsupported)\b.*",
    "to": r" (?:view|play|watch) this video\b.*| continue reading\b.*",
    "just": r" watched\b.*\bmust watch\b.*",
    "the views opinions": r"(?: (?:views|opinions))?(?: and opinions)? expressed (?:in|by|here)\b.*",
    "©": r".*",
    "copyright": r" ?(?:©|\(c\)|by\b|(?:19|20)\d\d\b).*",
    "c": r"\) ?(?:copyright )?(?:19|20)\d\d\b.*",
    # who took the picture, who else reported
    "photo photograph photographer photos image images picture pictures illustration graphic video credit credits": (
        r" (?:by|credits?|source|copyright|courtesy)\b(?!.*\bcaption\b).{1,100}|(?: credits?)? ?[:|] ?.{1,100}"
    ),
    "file handout": r" (?:photo|image|picture)\b(?: ?[:|/] ?.{1,100})?",
    "slideshow": r" \(\d+ images?\)",
    "prev next": r" image \d+ of \d+",
    "enlarge": r" this image\b.*",
    "contributing contributor contributors": r" ?:.*",
    "additional reporting": rf"(?: reporting)? by {_NAME}.*",
    "edited editing compiled translated": rf" by {_NAMES}\.?",
    "with": r" (?:files|inputs?|material|reporting|additional reporting) from .{2,100}",
    "source": r" ?: (?-i:[A-Z][\w.&’'-]*(?: (?:[A-Z][\w.&’'-]*|and|of)){0,4}(?: agenc(?:y|ies))?)",
    "sources": r" ?: .{0,40}\b(?:agenc(?:y|ies)|reuters|ap|afp|wires?)\b.{0,20}",
    "visit": r" .{2,60}['’]s homepage for more stories\.?",
}
LINES: Mapping[str, re.Pattern[str]] = {
    word: re.compile(rf"(?:{pattern})[\s)\]]*", re.IGNORECASE)
    for words, pattern in _LINES.items()
    for word in words.split()
}
"""What follows the first word (in lower case) of a line that is furniture."""

_HANDOUT = r"/(?:File Photo|Files?|Pool|Handout|Illustration)\b/?"
_PLAIN_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}"
_PICTURED_BY = r"(?:AP|AFP|EPA|Reuters|REUTERS|Getty Images|Getty|Bloomberg|TASS)"
_SITE = r"(?:Facebook|Twitter|Instagram|Telegram|YouTube)"
_ENDS = r"(?=\s*(?:\n|\Z|Our Standards))"

_RUNS = {
    # what the page says after the story: to the end
    "Our Standards:": (r"Our Standards: The [\s\S]*",),
    "All quotes delayed": (r"All quotes delayed a minimum [\s\S]*",),
    # who reported
    "eporting by": (
        r"\((?:Additional )?[Rr]eporting by [^()\n]{3,400}\)",
        rf"Reporting by [A-Z][^\n]{{2,300}}?[Ee]diting by [A-Z][^\n]{{2,120}}?{_ENDS}",
    ),
    " contributed": (rf"^[ —–•-]{{0,4}}{_NAMES} contributed(?: reporting)?\.?\r?$",),
    # pictures
    "REUTERS": (
        rf"via REUTERS(?:{_HANDOUT})*/?",
        rf"REUTERS(?:(?:{_HANDOUT})+|/[A-Z][\w.'’-]+ [A-Z][\w'’-]+(?:{_HANDOUT})*)",
    ),
    "hoto": (r"\((?:AP|Reuters|AFP|EPA|Getty|File|Pool)? ?[Pp]hoto(?:graph)?(?: by|:|/)[^()\n]{2,80}\)",),
    "/": (rf"\([A-Z][^()/\n]{{1,60}}/ ?(?:Pool/|AFP/|via )?{_PICTURED_BY}(?:, [Ff](?:ile|ILE))?\)",),
    "Getty Images": (rf"(?<=[.!?”\"] ){_PLAIN_NAME} ?/ ?(?:AFP/)?(?:AFP via )?Getty Images(?=\s*$)",),
    " caption": (
        r"Image copyright [^\n]{2,60}? Image caption\b",
        r"toggle caption\b",
        r"Media playback is [^\n]{10,40}? Media caption\b",
    ),
    "Twitter Pinterest": (r"^Facebook Twitter Pinterest\b",),
    # videos
    "can not be played": (r"This video can not be played\.?",),
    "enable JavaScript": (
        r"To (?:view|play) this video please enable JavaScript[^\n]{0,90}?HTML5 video(?: ?© ?[A-Z]\w+)?",
    ),
    # sharing and subscribing
    "Follow ": (
        rf"Follow (?:our|the AP|AP|us|all AP|BBC|@)[^\n.!?]{{2,110}}?{_ADDRESS}(?: [A-Z][\w ]{{3,40}} - {_ADDRESS})*",
        rf"Follow [A-Z][^\n.!?]{{2,60}} on {_SITE}(?:(?:,? and|,? or|,| at)(?: on)? (?:{_SITE}|[\w.]+/\w+))*\.?",
    ),
    "://": (
        rf"_{{2,}} ?(?:More AP|Follow|Find) [^\n]{{2,90}}?{_ADDRESS}(?: and {_ADDRESS})*",
        r"Let['’]?s stay in touch no matter what[.!]",
    ),
    "@": (
        rf"We['’]d love to get your feedback at {_ADDRESS}",
        rf"(?:Send|Email|Share) your (?:story|stories)[^\n.!?]{{0,40}} {_ADDRESS}(?: or send video here)?\.?",
        r"Please include a contact number if you [^\n.]{2,90}\.(?:[^\n]{0,300}? with any submission\.)?",
    ),
    "to your inbox": (r"^[^\n]{0,160}\bto your inbox\b[^\n]{0,120}$",),
    "ign up here": (r"^[^\n]{0,120}\b[Ss]ign up here\b[^\n]{0,30}$",),
    # notices
    "ights reserved": (
        r"^[^\n]{0,140}\b[Aa]ll [Rr]ights reserved\b[^\n]{0,140}$",
        r"© ?(?:Copyright )?(?:19|20)\d\d [^\n©]{2,60}? All rights reserved\.?",
    ),
    "expressed in this": (r"The views and opinions expressed in this [^\n.]{10,160}\.?",),
    " published by ": (rf"This (?:article|story) was (?:first|originally) published by [^\n.]{{3,90}}\.?{_ENDS}",),
    # links at the very end of a line, where it is clear how far they go
    "READ MORE:": (rf"READ MORE:\s[^\n.!?]{{10,150}}{_ENDS}",),
    "Read more:": (rf"Read more:\s[^\n.!?]{{10,150}}{_ENDS}",),
}
RUNS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    mark: tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns) for mark, patterns in _RUNS.items()
}
"""Patterns for stretches within a line, by what has to occur in the text for them to be tried."""

REPORTERS = re.compile(r"contributed to this (?:report|story|article|post)(?: from [A-Z]\w+)?\.?")
"""The end of a sentence that says who else reported."""
