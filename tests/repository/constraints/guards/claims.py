"""Claims, formulas, sums and answers."""

from releases.models import Claim
from tests.factories import (
    AnswerFactory,
    AnswerFigureFactory,
    ClaimCitationFactory,
    ClaimFactory,
    ClaimScopeFactory,
    DerivedClaimFactory,
    DerivedTermFactory,
    SumFactory,
    SumPartFactory,
)
from tests.repository.constraints.acts import accepted, moves, stands
from tests.repository.constraints.guards.breach import breaks, put


@breaks(
    "releases_claimscope_fits_the_measure",
    on="releases_claimscope",
    refused="releases_claim_scope_fits_the_measure",
)
def _a_scope_that_the_measure_does_not_know():
    claim = ClaimFactory(measure="waves", unit="waves")
    yield
    ClaimScopeFactory(claim=claim)


@breaks(
    "releases_claim_measure_fits_the_scope",
    on="releases_claim",
    refused="releases_claim_scope_fits_the_measure",
)
def _a_measure_that_does_not_know_the_scope():
    scope = ClaimScopeFactory()
    yield
    put(scope.claim, measure="waves", unit="waves")


def preferred(**values) -> Claim:
    return ClaimFactory(is_preferred=True, preferred_reason_en="It names its method.", **values)


@breaks("releases_claim_one_is_preferred", on="releases_claim")
def _two_preferred_claims():
    claim = preferred()
    yield
    preferred(wave=claim.wave)


@breaks(
    "releases_claimscope_one_is_preferred",
    on="releases_claimscope",
    refused="releases_claim_one_is_preferred",
)
def _two_scopes_become_one():
    scope = ClaimScopeFactory(claim=preferred())
    preferred(wave=scope.claim.wave)
    yield
    scope.delete()


@breaks("releases_claim_published_has_a_source", on="releases_claim")
def _a_figure_that_nobody_printed():
    claim = ClaimFactory()
    yield
    moves(claim, "in_review")


@breaks(
    "releases_claim_keeps_its_last_source",
    on="releases_claimcitation",
    refused="releases_claim_published_has_a_source",
)
def _the_last_source_of_a_figure_goes():
    citation = ClaimCitationFactory()
    stands(citation.claim, "in_review", "approved", "published")
    yield
    accepted(citation, "delete")
    citation.delete()


@breaks("releases_claim_is_corrected_in_no_circle", on="releases_claim")
def _two_claims_correct_each_other():
    first = ClaimFactory()
    second = ClaimFactory(corrected_by=first, standing="corrected")
    yield
    put(first, corrected_by=second, standing="corrected")


@breaks("releases_claim_derived_has_a_formula", on="releases_claim")
def _a_derived_claim_of_nothing():
    claim = DerivedClaimFactory()
    yield
    stands(claim, "in_review")


@breaks(
    "releases_formula_is_of_a_derived_claim",
    on="releases_derivedterm",
    refused="releases_claim_only_a_derived_one_has_a_formula",
)
def _a_formula_of_a_stated_claim():
    claim = ClaimFactory()
    yield
    DerivedTermFactory(claim=claim)


@breaks(
    "releases_claim_derived_has_a_formula",
    on="releases_claim",
    refused="releases_claim_only_a_derived_one_has_a_formula",
)
def _a_derived_claim_becomes_a_stated_one():
    term = DerivedTermFactory()
    yield
    put(term.claim, mode="stated", low=1, speaker=term.term.speaker)


@breaks("releases_formula_has_no_circle", on="releases_derivedterm")
def _two_claims_made_of_each_other():
    term = DerivedTermFactory(term=DerivedClaimFactory())
    yield
    DerivedTermFactory(claim=term.term, term=term.claim)


@breaks("releases_sumpart_is_not_its_total", on="releases_sumpart")
def _a_total_in_its_own_sum():
    whole = SumFactory()
    yield
    SumPartFactory(sum=whole, claim=whole.total)


@breaks(
    "releases_sumpart_is_not_its_total",
    on="releases_sumpart",
    refused="releases_sumpart_is_not_made_of_its_total",
)
def _a_part_derived_from_the_total():
    term = DerivedTermFactory()
    whole = SumFactory(total=term.term)
    yield
    SumPartFactory(sum=whole, claim=term.claim)


@breaks(
    "releases_sum_total_is_not_its_part",
    on="releases_sum",
    refused="releases_sumpart_is_not_its_total",
)
def _a_sum_of_one_of_its_parts():
    part = SumPartFactory()
    yield
    put(part.sum, total=part.claim)


@breaks(
    "releases_formula_makes_no_part_of_its_total",
    on="releases_derivedterm",
    refused="releases_sumpart_is_not_made_of_its_total",
)
def _a_part_becomes_derived_from_its_total():
    part = SumPartFactory(claim=DerivedClaimFactory())
    yield
    DerivedTermFactory(claim=part.claim, term=part.sum.total)


@breaks("releases_answer_binds_every_token", on="releases_answer")
def _an_answer_with_a_loose_token():
    answer = AnswerFactory(body_en="There were {released}.")
    yield
    stands(answer, "in_review")


@breaks(
    "releases_answerfigure_stays_bound",
    on="releases_answerfigure",
    refused="releases_answer_binds_every_token",
)
def _the_figure_of_a_token_goes():
    figure = AnswerFigureFactory(answer__body_en="There were {released}.")
    stands(figure.answer, "in_review")
    yield
    accepted(figure, "delete")
    figure.delete()
