"""Which language a text is in, by byte n-grams (py3langid, after Lui and Baldwin 2012)."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_ENOUGH = 40
_LOOK_AT = 5_000
_SURE = 0.9


def language(text: str) -> str | None:
    """ISO 639-1 code, or None where fewer than 40 letters are there or two languages compete."""
    start = text[:_LOOK_AT]
    if sum(c.isalpha() for c in start) < _ENOUGH:
        return None
    code, sure = _identifier().classify(start)
    return str(code) if sure >= _SURE and len(code) == 2 else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
