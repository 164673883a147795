"""Why something was not done: the same object everywhere, described for each address."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import JSONResponse

from .answers import Refusal

WHY = {
    400: "It cannot be done: the sentence says why.",
    403: "The token, the cookie or the seal is missing or wrong.",
    404: "Nothing in this ledger has that id or number.",
    413: "The request is too large.",
    421: "This server does not answer to that name.",
    422: "A parameter is unknown, or not of its kind.",
    503: "The ledger cannot be read or written now, or an export is being written already.",
}


def refused(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The description of these refusals, for an address."""
    return {status: {"model": Refusal, "description": WHY[status]} for status in statuses}


def refusal(status: int, said: str) -> JSONResponse:
    """One sentence."""
    return JSONResponse({"detail": said}, status)


def sentence(errors: Sequence[Mapping[str, Any]]) -> str:
    """The first thing that is wrong with a request, and where; nothing of it is given back."""
    first = errors[0] if errors else {}
    where = ".".join(str(part) for part in first.get("loc", ()) if isinstance(part, int | str))
    return f"{where}: {first.get('msg', 'it is not valid')}."
