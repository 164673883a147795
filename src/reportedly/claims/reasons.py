"""Why a name was taken for an actor: each rule's public text, and factors that show it."""

from reportedly.claims.shorter import RULES
from reportedly.model import Evidence, Factor

_TEXTS = {
    "country": "A country, its people and a capital that acts stand for its government.",
    "other name": "The word lists know the name as another of the same actor's.",
    "own table": "Your own table says what the name means.",
    "story": "Another report of the same story tells what the name is short for.",
    "surname elsewhere": "One person of all reports has this surname, and the stories share names.",
    "police of the story": "Police without a name are those of the place where the story is set.",
    "called so": "The words take up a name that the report calls so.",
    "called so elsewhere": "Other mentions in the story call the name so.",
    "stands beside it": "The words stand right beside the name that they describe.",
    "only one of its kind": "The words take up the only name of that kind close before.",
    "only person named": "The pronoun follows the only person named close before it.",
    "only body named": "The pronoun follows the only name in its sentence, that of a body.",
    "body that acts": "The pronoun follows the name of a body that does something in its sentence.",
    "goes on": "The pronoun opens its sentence and goes on with whoever opened the one before.",
    "leader in office": "The office and the day of the report tell who held it.",
    "told by its source": "The report's own reading says whose words these are.",
}
WEIGHTS = {"country": 1.0, "other name": 1.0, "own table": 1.0, "story": 0.8}
"""How much a rule weighs where it is not 0.9, as rules inside one report are."""


def reason(rule: str, shown: tuple[Evidence, ...]) -> Factor:
    """The factor of one join by ``rule``: the words joined, and those they were joined to."""
    text = _TEXTS.get(rule) or (RULES[rule].__doc__ or "")
    return Factor(rule, WEIGHTS.get(rule, 0.9), text, shown)
