"""Find attributions by rules over the parse; nothing is judged here."""

from reportedly.model import Document

from ..found import Found
from ..tokens import Doc
from .adjectives import adjectives
from .citing import citing
from .draft import Draft, finish
from .headlines import headlines
from .nouns import nouns
from .passing import passing
from .phrases import according, hedges, signatures
from .quotations import Quotations
from .refusals import ASKED, refusals
from .refusals import RULE as REFUSAL
from .turns import colons
from .verbs import verbs


def find(doc: Doc, document: Document) -> list[Found]:
    """Attributions of ``document``, nested ones too, in the order of their cues.

    ``doc`` is its parse.
    """
    drafts = [*verbs(doc), *nouns(doc), *adjectives(doc), *according(doc), *hedges(doc)]
    drafts += [*colons(doc, document), *signatures(doc, document)]
    drafts = headlines(doc, _fullest(drafts))
    drafts = citing(doc, Quotations(doc).extend(drafts))
    found = [finish(doc, draft) for draft in _refused(drafts, [*refusals(doc)])]
    found += passing(doc, document)
    kept = {
        (f.cue, f.content): f for f in found if f.cue and (f.content or f.rule in (REFUSAL, ASKED))
    }
    return sorted(kept.values(), key=lambda f: (f.cue, f.content, f.source))


def _refused(drafts: list[Draft], refused: list[Draft]) -> list[Draft]:
    """``refused``, and those of ``drafts`` whose cue is no part of theirs."""
    taken = {i for draft in refused for i in draft.cue}
    return [*(draft for draft in drafts if not draft.cue & taken), *refused]


def _fullest(drafts: list[Draft]) -> list[Draft]:
    """``drafts`` less those whose cue is part of another's: "expressed" in "expressed concern"."""
    carried = {i for draft in drafts for i in draft.cue - {draft.head} if draft.content}
    return [draft for draft in drafts if draft.head not in carried]
