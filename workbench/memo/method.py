"""Method, standard of proof and scales: fixed texts, printed with every memo so that it explains itself."""

from __future__ import annotations

from workbench.domain.records import CaseInfo
from workbench.domain.vocabulary import Credibility, Likelihood, Reliability
from workbench.memo.model import Method, Scale
from workbench.memo.words import sentence

RULES = (
    (
        "Articles are not sources. The unit of corroboration is the origin, the first-hand source behind what an article says. "
        "Origins that derive from one another count as one."
    ),
    (
        "Only passages that assert, report or support a claim make an article carry it. An endorsement, a neighbouring claim or "
        "another article of the same origin adds nothing."
    ),
    (
        "CONFIRMED needs two independent origins, or one of the bases that allow one: both parties on record, first-hand, public "
        "document, a party’s own words (it was said, not that it is true), undisputed party account. An exception is printed "
        "with its reason."
    ),
    "UNCONFIRMED says that this standard is not met. It does not say that the claim is untrue.",
    "DENIED is a party’s position, with a name and a date. It is not a finding.",
    "REFUTED is the desk’s own finding: the claim is contradicted by evidence that is linked to it.",
    "Reliability of a source and credibility of a claim are rated apart; so are likelihood and confidence.",
)

DEFAULT_STANDARD = "Two independent origins, or a basis that allows one (rule 3)."

_RANGES = {
    Likelihood.ALMOST_NO_CHANCE: "01–05 %",
    Likelihood.VERY_UNLIKELY: "05–20 %",
    Likelihood.UNLIKELY: "20–45 %",
    Likelihood.EVEN: "45–55 %",
    Likelihood.LIKELY: "55–80 %",
    Likelihood.VERY_LIKELY: "80–95 %",
    Likelihood.ALMOST_CERTAIN: "95–99 %",
}
"""ICD 203 (2015), D.6.e(2)(a): the range that each term stands for."""

CONFIDENCES = (
    ("high", "good, corroborated basis; a change is not expected"),
    ("moderate", "credible and plausible basis, not enough corroborated for more"),
    ("low", "thin, fragmented or poorly corroborated basis"),
)


def method(info: CaseInfo) -> Method:
    """The method section; the standard of proof in the case's own words where it has any."""
    standard = sentence(info.standard_of_proof) or DEFAULT_STANDARD
    return Method(standard, RULES, (_split("Reliability of a source", Reliability), _split("Credibility of a claim", Credibility), *_icd()))


def _split(name: str, terms: type[Reliability | Credibility]) -> Scale:
    pairs = (term.label.partition(" ") for term in terms)
    return Scale(name, "Admiralty code, NATO AJP-2.1", tuple((letter, meaning) for letter, _, meaning in pairs))


def _icd() -> tuple[Scale, Scale]:
    likelihood = Scale("Likelihood", "ICD 203", tuple((term.label, _RANGES[term]) for term in Likelihood))
    return likelihood, Scale("Confidence", "ICD 203", CONFIDENCES)
