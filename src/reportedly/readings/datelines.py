"""Where a report was filed: "VESK, May 14 (Agency) —" stands before a text and is no part of it."""

import re

_UPPER = r"[A-Z][A-Z.'’/ -]{2,}[A-Z.]"
_NAME = r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,4}"
_LAND = rf"(?:, {_NAME})?"
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_DATE = rf", (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r"\([^()\n]{2,60}\)"
_DASH = r" ?(?:[-–—]{1,3}|:) ?"
_STARTS = r"(?=[\"“‘'(\[]?[A-Z0-9])"
_DATELINE = re.compile(
    rf"^[ \t]*(?:(?:{_UPPER}{_LAND}(?:{_DATE})? {_AGENCY}"
    rf"|{_NAME}{_LAND}(?:{_DATE})? {_AGENCY}"
    rf"|{_UPPER}{_LAND}{_DATE}|{_NAME}{_LAND}{_DATE}){_DASH}"
    rf"|{_UPPER}{_LAND} ?[-–—]{{1,3}} "
    rf"|(?:{_UPPER}|{_NAME}){_LAND}(?:{_DATE})?\.? /[^/\n]{{2,40}}/\.? "
    rf"|{_AGENCY} ?[-–—]{{1,3}} ?){_STARTS}",
    re.MULTILINE,
)


def blanked(text: str) -> str:
    """``text`` with every dateline turned to spaces, so that all offsets stay."""
    return _DATELINE.sub(lambda match: " " * len(match.group()), text)
