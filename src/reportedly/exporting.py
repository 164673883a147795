"""A ledger written in another format, and what had to be left out."""

from pathlib import Path

from reportedly import progress
from reportedly.errors import UsageError
from reportedly.exports import Beside, Format
from reportedly.ledger import Checked, Ledger
from reportedly.model import Skipped
from reportedly.views import dossier


def beside(ledger: Ledger) -> Beside:
    """What a ledger has beside its case: a person's own tables, and how its dossier is made."""
    tables = (ledger.table(), ledger.table(of_sources=True))
    return Beside(tuple(table for table in tables if table is not None), dossier.render)


def export_to(ledger: Ledger, form: Format, path: Path) -> tuple[Skipped, ...]:
    """Write a ledger in another format, piece by piece; gives what had to be left out.

    A kept copy that is missing or was changed is left out and named on standard error. Raises
    :class:`UsageError` where the file cannot be written, or a library that the format needs is not
    installed; what was there is left as it was.
    """
    write, case = form.writer(beside(ledger)), ledger.case()
    copy = Checked(ledger, case)
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.writelines(write(case, copy))
        part.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error
    for flaw in copy.flaws:
        progress.say(f"skipped {flaw.source}: {flaw.reason}")
    return copy.flaws
