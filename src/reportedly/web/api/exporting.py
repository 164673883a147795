"""The formats that the ledger is written in, and the addresses where each is."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.responses import Response

from reportedly.exports import FORMATS
from reportedly.views.pages import State

from ..exported import BUSY, Exports
from ..kept import Kept
from .refusals import refusal, refused

_BY_NAME = {form.name: form for form in FORMATS}
Name = Annotated[
    str,
    Path(
        pattern=f"^({'|'.join(_BY_NAME)})$",
        json_schema_extra={"enum": list(_BY_NAME)},
        description="The name of a format.",
    ),
]


def export(state: State, filled: Mapping[str, Any]) -> dict[str, Any]:
    """Every format, group by group."""
    del state
    return {
        "formats": [
            {
                "name": form.name, "group": title, "about": form.about, "opens": use.opens,
                "lacks": use.lacks, "media": form.media, "address": f"/api/export/{form.name}",
            }
            for title, held in filled["groups"]
            for form, use in held
        ]
    }  # fmt: skip


def add_download(router: APIRouter, kept: Kept, exports: Exports) -> None:
    """Give the ledger in each format."""

    async def give(name: Name) -> Response:
        form, (_, state) = _BY_NAME[name], await kept.now()
        made = await exports.begun(form, state.shelf.case)
        return refusal(503, BUSY) if made is None else made

    async def head(name: Name) -> Response:
        return exports.told(_BY_NAME[name])

    described: dict[int | str, dict[str, Any]] = {
        200: {
            "description": "The file, as it is written.",
            "content": {form.media: {"schema": {}} for form in FORMATS},
        },
        **refused(400, 403, 421, 422, 503),
    }
    path = "/api/export/{name}"
    router.add_api_route(
        path, give, methods=["GET"], operation_id="exported", response_class=Response,
        summary="The ledger in another format", responses=described,
        description="A file. One is written at a time; 503 while another one is.",
    )  # fmt: skip
    router.add_api_route(path, head, methods=["HEAD"], include_in_schema=False)
