"""What is left out since only English is read, as sentences."""

from collections.abc import Iterable

from reportedly.model import Document

from .printed import many


def of_report(document: Document) -> str:
    """What of one report is not read: "2 passages not read (de, ru)"; empty where all is."""
    if not document.readable:
        return f"in {document.language}, not read"
    if not document.foreign:
        return ""
    return f"{many(len(document.foreign), 'passage')} not read ({_languages([document])})"


def of_all(documents: Iterable[Document]) -> str:
    """What of all reports is not read, counted, as a sentence; empty where all is."""
    given = tuple(documents)
    whole = [d for d in given if not d.readable]
    partly = [d for d in given if d.readable and d.foreign]
    told = []
    if whole:
        codes = ", ".join(sorted({str(d.language) for d in whole}))
        told.append(f"{many(len(whole), 'report')} ({codes})")
    if partly:
        count = many(sum(len(d.foreign) for d in partly), "passage")
        told.append(f"{count} of {many(len(partly), 'report')} ({_languages(partly)})")
    return f"Left out, since only English is read: {' and '.join(told)}." if told else ""


def _languages(documents: Iterable[Document]) -> str:
    """The languages of passages, what is not told last."""
    found = {one.language for document in documents for one in document.foreign}
    named = sorted(code for code in found if code)
    return ", ".join([*named, *(["another script"] if None in found else [])])
