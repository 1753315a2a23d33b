"""Why something of a proposal is not taken: the place, the rule, and what to do, in words for who proposed it."""

from __future__ import annotations

from dataclasses import dataclass

from meedoen.language.problems import Fault

TITLES = {
    "snelkoppeling": "snelkoppeling",
    "uitvoerbaar-bestand": "bestand dat een programma wil zijn",
    "andere-repository": "map van een andere repository",
    "verkeerde-bestandsnaam": "verkeerde bestandsnaam",
    "verkeerd-bestandstype": "verkeerd soort bestand",
    "onbekende-map": "onbekende map",
    "te-diep": "te veel mappen in elkaar",
    "pagina-van-de-beheerder": "pagina van de beheerder",
    "naam-bestaat-al": "naam bestaat al",
    "bestand-te-groot": "bestand te groot",
    "afbeelding-te-groot": "afbeelding te groot",
    "beschadigd": "niet te lezen",
    "samen-te-groot": "alles samen te groot",
    "te-veel-bestanden": "te veel bestanden",
}
"""rule → what is wrong, for above a message. Where the checker has a rule for the same, it has the same name."""

WHOLE = frozenset({"samen-te-groot", "te-veel-bestanden"})
"""These are about the proposal as a whole: nothing of it is taken, whatever may be left out."""


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """What is not taken: its path as it is in Git, the rule (of TITLES), and the message with what to do."""

    path: str
    rule: str
    message: str
    hint: str

    @classmethod
    def of(cls, path: str, fault: Fault) -> Refusal:
        """What is wrong with what stands at this path in Git."""
        return cls(path, fault.rule, fault.message, fault.hint)
