"""Where requests of programs come in: one route an address, and one that takes rulings."""

from collections.abc import Awaitable, Callable
from typing import Annotated, cast

from fastapi import APIRouter, Depends, FastAPI, Header, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.security import APIKeyCookie, HTTPBearer
from starlette.responses import Response

from reportedly.views.pages import Asked

from ..exported import Exports
from ..forms import Wanted, keep
from ..guard import Door, bearer, same, session_of
from ..kept import Kept, Pages
from ..worker import Worker
from .asking import Asks, Decision, Number, Record
from .exporting import add_download
from .records import Ruling
from .refusals import WHY, refusal, refused, sentence
from .table import ADDRESSES, Address, packed
from .writing import Writer

_TOKEN = HTTPBearer(auto_error=False, description="The token of the address that was printed.")
_TAKES = 201, "The ruling is kept; what it changes is worked out after, and pending until then."


def add(
    app: FastAPI, kept: Kept, pages: Pages, exports: Exports, door: Door, worker: Worker,
    cookie: str,
) -> None:  # fmt: skip
    """Give every page as JSON and take rulings; ``cookie`` is the name of a session's cookie."""
    key = APIKeyCookie(name=cookie, auto_error=False, description="The session of a browser.")
    router = APIRouter(dependencies=[Depends(_TOKEN), Depends(key)])
    for one in ADDRESSES:
        _add_address(router, one, kept, pages)
    add_download(router, kept, exports)
    _add_rulings(router, kept, door, worker)
    app.include_router(router)
    app.add_exception_handler(RequestValidationError, _invalid)


def _add_address(router: APIRouter, one: Address, kept: Kept, pages: Pages) -> None:
    about_one = "{id}" in one.path
    answer = _about(one, kept, pages) if about_one else _listing(one, kept, pages)
    missing = about_one or one.name in ("changes", "beside")
    statuses = (403, 404, 421, 422, 503) if missing else (403, 421, 422, 503)
    statuses = (400, *statuses) if one.name == "what_if" else statuses
    router.add_api_route(
        one.path, answer, methods=["GET"], response_model=one.gives, operation_id=one.name,
        summary=one.about, description=one.gives.__doc__, responses=refused(*statuses),
    )  # fmt: skip
    router.add_api_route(one.path, answer, methods=["HEAD"], include_in_schema=False)


def _listing(one: Address, kept: Kept, pages: Pages) -> Callable[..., Awaitable[Response]]:
    async def answer(asked: Asks) -> Response:
        return await _answered(one, kept, pages, Asked(asked.query()))

    answer.__annotations__ |= {"asked": Annotated[one.takes, Query()]}
    return answer


def _about(one: Address, kept: Kept, pages: Pages) -> Callable[..., Awaitable[Response]]:
    async def answer(id: str, asked: Asks) -> Response:  # noqa: A002 - the name in the address
        return await _answered(one, kept, pages, Asked(asked.query(), str(id)))

    named = Number if one.name == "ruling" else Record
    answer.__annotations__ |= {"id": named, "asked": Annotated[one.takes, Query()]}
    return answer


async def _answered(one: Address, kept: Kept, pages: Pages, asked: Asked) -> Response:
    mark, state = await kept.now()
    key = (mark, one.path, asked.id, tuple(sorted(asked.query.items())))
    made = await pages.get(key, lambda: one.answer(state, asked))
    return refusal(404, WHY[404]) if made is None else _given(made)


def _add_rulings(router: APIRouter, kept: Kept, door: Door, worker: Worker) -> None:
    def rule(
        request: Request,
        decision: Decision,
        seal: Annotated[
            str,
            Header(max_length=64, description="Of a browser's session; with the token, not asked."),
        ] = "",
    ) -> Response:
        session = session_of(request)
        if not door.local(bearer(request.headers)) and not same(seal, session.seal):
            return refusal(403, WHY[403])
        made = keep(kept, Wanted(**decision.model_dump() | {"ids": tuple(decision.ids)}), session)
        worker.wake()
        written = Writer(kept.state()[1].shelf).ruling(made)
        return _given(packed(written), 201, {"Location": f"/api/rulings/{made.number}"})

    router.add_api_route(
        "/api/rulings", rule, methods=["POST"], status_code=_TAKES[0], response_model=Ruling,
        operation_id="rule", summary="Decide", description="A ruling is appended, never edited.",
        response_description=_TAKES[1], responses=refused(400, 403, 413, 421, 422, 503),
    )  # fmt: skip


def _invalid(request: Request, error: Exception) -> Response:
    del request
    return refusal(422, sentence(cast(RequestValidationError, error).errors()))


def _given(made: bytes, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(made, status, headers, media_type="application/json")
