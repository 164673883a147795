"""What each address of the interface takes: typed, bounded, and nothing else."""

from typing import Annotated, Literal

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict
from pydantic.json_schema import SkipJsonSchema

from reportedly.model import (
    ActorKind,
    ConflictKind,
    RelationKind,
    RulingKind,
    Stance,
    Status,
)
from reportedly.rulings import CLAIMS, LONGEST
from reportedly.views.pages.asked import LONGEST as ASKED

_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$"
_NOTE: JsonDict = {"kind": "note", "ids": ["C1"], "why": "Seen by two of us.", "by": "Ana"}
_NAME = r"^(not:|about:)?[0-9A-Za-z]{1,16}$"
_RECORD = "^[0-9a-f]{16}$"

Record = Annotated[str, Path(pattern=_RECORD, description="The id of the record.")]
Number = Annotated[int, Path(ge=1, le=999_999_999, description="The number of the ruling.")]

_Absent = SkipJsonSchema[None]
"""Not given; there is no way to write it down in an address."""
_Words = Annotated[str, Field(max_length=ASKED)]
_Day = Annotated[str, Field(pattern=_DATE)]
_Moment = Annotated[str, Field(pattern=_MOMENT)]
_Actor = Annotated[str, Field(pattern=_RECORD)]
_Tongue = Annotated[str, Field(max_length=35)]
_Sort = Literal["reports", "origins", "drift", "first", "last"]
_Concept = Annotated[str, Field(pattern=_NAME)]
_Level = Annotated[str, Field(pattern=r"^-?(0(\.[0-9]{1,3})?|1(\.0{1,3})?)$")]
_Run = Annotated[int, Field(ge=1, le=999_999)]


class Asks(BaseModel):
    """Parameters of an address; one that it does not know is refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    def query(self) -> dict[str, str]:
        """As a page is asked; what is not given is left out."""
        given = self.model_dump(by_alias=True, exclude_none=True, exclude_unset=True)
        return {name: str(value) for name, value in given.items()}


class Nothing(Asks):
    """Nothing."""


class Page(Asks):
    """Which page of a list."""

    page: Annotated[int, Field(ge=1, le=999_999, description="Which page of the list.")] = 1


class Searched(Page):
    """A list by words."""

    q: _Words | _Absent = Field(default=None, description="Words that must all stand in it.")


class Days(Searched):
    """A list by words, outlet and days."""

    outlet: _Words | _Absent = Field(default=None, description="The name of an outlet, as given.")
    from_: _Day | _Absent = Field(
        default=None, alias="from", description="From this day, month or year."
    )
    to: _Day | _Absent = Field(default=None, description="Up to this day, month or year.")


class ClaimsAsked(Days):
    """What claims can be asked for by."""

    status: Status | _Absent = Field(default=None, description="Whether it is disputed.")
    side: Stance | _Absent = Field(default=None, description="Somebody takes this side of it.")
    actor: _Actor | _Absent = Field(
        default=None, description="This actor speaks to it (and takes that side)."
    )
    sort: _Sort | _Absent = Field(
        default=None, description="Most reports, fewest origins, most drift, or by the day seen."
    )


class DocumentsAsked(Days):
    """What reports can be asked for by."""

    language: _Tongue | _Absent = Field(default=None, description="Its language, ISO 639.")


class ActorsAsked(Searched):
    """What actors can be asked for by."""

    kind: ActorKind | _Absent = Field(default=None, description="What it is.")


class RelationsAsked(Page):
    """What relations can be asked for by."""

    kind: RelationKind | _Absent = Field(default=None, description="What it is.")


class WhatIfAsked(Asks):
    """Up to three concepts, each held at a level (1: more of it, -1: less)."""

    first: _Concept | _Absent = Field(default=None, description="A concept: its id, or K1.")
    first_level: _Level | _Absent = Field(default=None, description="Its level, 1 if not given.")
    second: _Concept | _Absent = Field(default=None, description="Another.")
    second_level: _Level | _Absent = Field(default=None, description="Its level.")
    third: _Concept | _Absent = Field(default=None, description="Another.")
    third_level: _Level | _Absent = Field(default=None, description="Its level.")


class ConflictsAsked(Page):
    """What conflicts can be asked for by."""

    kind: ConflictKind | _Absent = Field(default=None, description="In what they differ.")


class ChangesAsked(Page):
    """Since when."""

    since: _Moment | _Absent = Field(
        default=None, description="Since this moment (UTC): the last run before it counts."
    )
    run: _Run | _Absent = Field(default=None, description="Since this run.")


class Pairwise(Asks):
    """Two statements."""

    one: Annotated[str, Field(pattern=_RECORD, description="The id of a statement.")]
    other: Annotated[str, Field(pattern=_RECORD, description="The id of another.")]


class Sought(Page):
    """What is searched for."""

    q: Annotated[
        str,
        Field(min_length=1, max_length=ASKED, description="Words that must all stand in it."),
    ]


class Decision(BaseModel):
    """A ruling to be kept."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_NOTE]})

    kind: RulingKind = Field(description="What is decided.")
    ids: list[Annotated[str, Field(pattern=_NAME)]] = Field(
        max_length=CLAIMS,
        description="Records: ids, their beginnings, or numbers such as C1; of undo, its number; "
        "of a hypothesis, its claims, not:C1 where it denies one, about:C1 where one only bears.",
    )
    why: str = Field(default="", max_length=LONGEST["why"], description="The reason.")
    value: str = Field(
        default="",
        max_length=LONGEST["value"],
        description="The grade; a text; a cell; a weight; of a source, whose word it is: an id, or "
        "words of the report; of an issue the answer: yes, no, a claim or words; of a forecast a "
        "probability before it.",
    )
    by: str = Field(
        default="",
        max_length=LONGEST["by"],
        description="Who decides; a person who entered by name decides in that name.",
    )
