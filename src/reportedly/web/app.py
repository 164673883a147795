"""The app: pages from one visible list, forms that rule, the interface for programs."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from functools import partial

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from reportedly import __version__
from reportedly.errors import ReportedlyError, UsageError
from reportedly.exports import FORMATS
from reportedly.ledger import Ledger
from reportedly.views import dossier
from reportedly.views.look import file
from reportedly.views.pages import (
    LONGEST,
    PAGES,
    Asked,
    Page,
    docs_page,
    enter_page,
    message,
    render,
)

from . import api
from .exported import BUSY, Exports
from .forms import rule, sealed
from .guard import BODY, HEALTH, METRICS, Door, Guard, cookie_of, give, session_of
from .kept import Kept, Pages
from .measured import MEDIA, Measured, Numbers
from .worker import Worker

STATIC = {"style.css": "text/css", "script.js": "text/javascript"}
DOSSIER = 12_000_000
"""Bytes of dossiers that are kept: one of a large ledger."""
MONITORS = 3.0
"""Seconds after which a monitor is told that the ledger does not answer: many wait for ten."""
FIELDS = 20
"""Fields of a form, and things asked for in an address; more are left out there."""


def build(ledger: Ledger, door: Door, hosts: Iterable[str], worker: Worker) -> FastAPI:
    """The app over ``ledger`` for whom ``door`` lets in, reached by the names ``hosts``."""
    app = FastAPI(
        title="reportedly", version=__version__, docs_url=None, redoc_url=None,
        openapi_url="/api/openapi.json",
        description="What a ledger holds, as JSON. Nothing here says what is true.",
    )  # fmt: skip
    kept, pages, exports = Kept(ledger), Pages(), Exports(ledger)
    for page in PAGES:
        app.add_api_route(page.path, _showing(page, kept, pages, worker), include_in_schema=False,
                          methods=["GET", "HEAD"])  # fmt: skip
    _add_dossier(app, kept)
    _add_rulings(app, kept, worker)
    _add_exports(app, kept, exports)
    api.add(app, kept, pages, exports, door, worker, cookie_name(hosts))
    _add_docs(app)
    _add_door(app, door)
    numbers = Numbers(kept, worker)
    _add_monitoring(app, kept, worker, numbers)
    _add_static(app)
    _add_refusals(app)
    app.add_middleware(Guard, door=door, hosts=hosts, name=cookie_name(hosts), refuse=refuse)
    app.add_middleware(Measured, numbers=numbers)
    return app


def cookie_name(hosts: Iterable[str]) -> str:
    """Cookies do not keep ports apart, so the name does."""
    port = min(hosts).rpartition(":")[2]
    return f"reportedly-{port}" if port.isdigit() else "reportedly"


def asked(request: Request) -> Asked:
    """What is asked, by whom."""
    session = session_of(request)
    given = list(request.query_params.items())[:FIELDS]
    return Asked(
        {name[:LONGEST]: value[:LONGEST] for name, value in given},
        str(request.path_params.get("id", "")), session.who, session.named, session.seal,
    )  # fmt: skip


async def form_of(request: Request) -> FormData:
    """The fields of a form; UsageError for one that none of our pages sends."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise UsageError("this is no form of these pages")
    return await request.form(max_files=0, max_fields=FIELDS)


def refuse(status: int, path: str, text: str) -> Response:
    """One sentence, as JSON for programs and as a page for people."""
    if path.startswith("/api"):
        return JSONResponse({"detail": text}, status)
    title = "There is nothing here" if status == 404 else "This was not done"
    return HTMLResponse(message(title, text, status, Asked()), status)


def _showing(
    page: Page, kept: Kept, pages: Pages, worker: Worker
) -> Callable[[Request], Awaitable[Response]]:
    async def show(request: Request) -> Response:
        mark, state = await kept.now()
        state, wanted = replace(state, trouble=worker.trouble), asked(request)
        key = (
            worker.trouble,
            mark,
            request.url.path,
            tuple(sorted(wanted.query.items())),
            wanted.who,
            wanted.seal,
        )

        def make() -> bytes | None:
            html = render(page, state, wanted)
            return None if html is None else html.encode()

        made = await pages.get(key, make)
        if made is None:
            said = "Nothing in this ledger has that id. It may have become part of another record."
            return refuse(404, request.url.path, said)
        return HTMLResponse(made)

    return show


def _add_dossier(app: FastAPI, kept: Kept) -> None:
    pages = Pages(DOSSIER)

    async def show() -> Response:
        mark, state = await kept.now()
        made = await pages.get(
            (mark, "/dossier"), lambda: dossier.render(state.shelf.case).encode()
        )
        named = {"Content-Security-Policy": dossier.policy(),
                 "Content-Disposition": 'inline; filename="dossier.html"'}  # fmt: skip
        return HTMLResponse(made, headers=named)

    app.add_api_route("/dossier", show, include_in_schema=False, methods=["GET", "HEAD"])


def _add_exports(app: FastAPI, kept: Kept, exports: Exports) -> None:
    by_name = {form.name: form for form in FORMATS}

    async def show(request: Request, name: str) -> Response:
        form = by_name.get(name)
        if form is None:
            return refuse(404, request.url.path, "There is no such format.")
        if request.method == "HEAD":
            return exports.told(form)
        _, state = await kept.now()
        made = await exports.begun(form, state.shelf.case)
        return refuse(503, request.url.path, BUSY) if made is None else made

    path = "/export/{name}"
    app.add_api_route(path, show, include_in_schema=False, methods=["GET", "HEAD"])


def _add_rulings(app: FastAPI, kept: Kept, worker: Worker) -> None:
    async def take(request: Request) -> Response:
        form, session = await form_of(request), session_of(request)
        kept_as = await run_in_threadpool(partial(rule, kept, form, session))
        worker.wake()
        return RedirectResponse(f"/rulings/{kept_as.number}", 303)

    app.add_api_route("/rulings", take, methods=["POST"], include_in_schema=False)


def _add_docs(app: FastAPI) -> None:
    def show(request: Request) -> Response:
        return HTMLResponse(docs_page(api.described(app.openapi()), asked(request)))

    app.add_api_route("/docs", show, include_in_schema=False, methods=["GET", "HEAD"])


def _add_door(app: FastAPI, door: Door) -> None:
    def ask() -> Response:
        return HTMLResponse(enter_page(""))

    async def enter(request: Request) -> Response:
        form = await form_of(request)
        name, password = str(form.get("name", "")), str(form.get("password", ""))
        made = await run_in_threadpool(door.enter, name, password)
        if made is None:
            said = "This name and password do not fit, or were tried too often; wait a minute."
            return HTMLResponse(enter_page(said), 403)
        answer = RedirectResponse("/", 303)
        give(answer, cookie_name([request.headers["host"]]), made)
        return answer

    async def leave(request: Request) -> Response:
        sealed(await form_of(request), session_of(request))
        name = cookie_name([request.headers["host"]])
        door.leave(cookie_of(request.headers, name))
        answer = RedirectResponse("/enter", 303)
        give(answer, name, "")
        return answer

    app.add_api_route("/enter", ask, methods=["GET", "HEAD"], include_in_schema=False)
    app.add_api_route("/enter", enter, methods=["POST"], include_in_schema=False)
    app.add_api_route("/leave", leave, methods=["POST"], include_in_schema=False)


def _add_monitoring(app: FastAPI, kept: Kept, worker: Worker, numbers: Numbers) -> None:
    async def metrics() -> Response:
        up = await answers()
        return Response(await run_in_threadpool(numbers.told, up), media_type=MEDIA)

    async def answers() -> bool:
        try:
            await kept.mark(MONITORS)
        except ReportedlyError:
            return False
        return True

    async def health() -> Response:
        if not await answers():
            # Why is told to people who are let in.
            return JSONResponse({"status": "failing", "ledger": "it cannot be read"}, 503)
        late = "rulings cannot be worked out" if worker.trouble else "up to date"
        return JSONResponse({"status": "ok", "ledger": "it can be read", "pages": late})

    app.add_api_route(METRICS, metrics, methods=["GET", "HEAD"], include_in_schema=False)
    app.add_api_route(HEALTH, health, methods=["GET", "HEAD"], include_in_schema=False)


def _add_static(app: FastAPI) -> None:
    def give_file(name: str) -> Response:
        if name not in STATIC:
            return refuse(404, "/static", "There is no such file.")
        return Response(file(name), media_type=STATIC[name])

    app.add_api_route("/static/{name}", give_file, methods=["GET", "HEAD"], include_in_schema=False)


def _add_refusals(app: FastAPI) -> None:
    async def answer(request: Request, error: Exception) -> Response:
        status, said = _refusal(error)
        made = refuse(status, request.url.path, said)
        made.headers.update(getattr(error, "headers", None) or {})
        return made

    for kind in (ReportedlyError, HTTPException, ClientDisconnect):
        app.add_exception_handler(kind, answer)


def _refusal(error: Exception) -> tuple[int, str]:
    if isinstance(error, ClientDisconnect):
        return 413, f"A request has at most {BODY} bytes."
    if isinstance(error, HTTPException):
        missing = error.status_code == 404
        return error.status_code, "There is no such page." if missing else "It does not take that."
    said = str(error).rstrip(".")
    return 400 if isinstance(error, UsageError) else 503, f"{said[:1].upper()}{said[1:]}."
