"""Which language a text is in, by byte n-grams (py3langid, after Lui and Baldwin 2012)."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

ENOUGH = 40
"""Letters below which no language is told."""

_LOOK_AT = 5_000
_SURE = 0.9


def language(text: str, enough: int = ENOUGH) -> str | None:
    """ISO 639-1 code; None where fewer letters than ``enough`` are there, or languages compete."""
    start = text[:_LOOK_AT]
    if letters(start) < enough:
        return None
    code, sure = _identifier().classify(start)
    return str(code) if sure >= _SURE and len(code) == 2 else None


def letters(text: str) -> int:
    """How many letters of any script ``text`` has."""
    return sum(map(str.isalpha, text))


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
