"""What the program does, for other programs: one JSON object a line, on standard error.

Logs are no outputs: each line has the moment, ``at``, its ``level`` and the ``event``; what else is
in it is numbers, states and names of our own. No words, names, titles or addresses of reports are.
"""

import json
import logging
from datetime import UTC, datetime
from enum import StrEnum

_LOG = logging.getLogger("reportedly.log")
_LOG.addHandler(logging.NullHandler())

INFO, ERROR = logging.INFO, logging.ERROR

Value = str | int | float | bool | None


class Form(StrEnum):
    """How ``serve`` and ``watch`` say what they do: only to people, or as JSON, too."""

    text = "text"
    json = "json"


def begin(form: Form) -> None:
    """Write lines from now on, where they are asked for."""
    if form is Form.json:
        handler = logging.StreamHandler()
        handler.setFormatter(Lines())
        for log in (_LOG, logging.getLogger("uvicorn.error")):
            log.addHandler(handler)
            log.propagate = False
        _LOG.setLevel(logging.INFO)


def tell(event: str, *, level: int = INFO, **fields: Value) -> None:
    """Something happened. ``fields`` are told beside it."""
    _LOG.log(level, event, extra={"fields": fields})


class Lines(logging.Formatter):
    """A record as a line. Of what a library says only its kind is told: it may quote a report."""

    def format(self, record: logging.LogRecord) -> str:
        """``{"at": "2031-03-03T08:10:00.123+00:00", "event": "request", "level": "info", …}``."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told: dict[str, Value] = {"at": at, "level": record.levelname.lower()}
        if record.name == _LOG.name:
            told |= {"event": record.getMessage(), **getattr(record, "fields", {})}
        else:
            error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
            told |= {"event": "library", "library": record.name.partition(".")[0], "error": error}
        return json.dumps(told, ensure_ascii=False)
