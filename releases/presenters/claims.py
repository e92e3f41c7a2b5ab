"""Figures one by one, where a page tells what is said and compares nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from publishing.labels import code_label
from publishing.languages import Text
from releases import evidence
from releases.enums import Standing
from releases.ledger import LedgerClaim, range_as_given
from releases.presenters import amounts, journeys
from releases.presenters.names import PageNames, load_names
from releases.presenters.phrases import phrase_key
from sources.presenters import present_sources, present_speaker


def present_claims(rows: Sequence[Mapping[str, Any]], language: str) -> list[dict[str, Any]]:
    """What each published claim counts, how many, who says so, in the order of `rows`."""
    claims = [evidence.build_claim(row) for row in rows]
    known = load_names((claim.key for claim in claims), language)
    waves = journeys.load_wave_links(rows, language)
    return [
        {
            **_present_claim(claim, known),
            "measure": row["measure"],
            "wave": waves.get(row["wave_id"]),
        }
        for row, claim in zip(rows, claims, strict=True)
    ]


def _present_claim(claim: LedgerClaim, known: PageNames) -> dict[str, Any]:
    language = known.language
    stands = claim.standing == Standing.STANDING
    return {
        "key": claim.id,
        "what": phrase_key(claim.key, known),
        "value": amounts.format_figure(range_as_given(claim), claim.key, language)
        or _("some, without a number"),
        "said_by": _present_claimant(claim, language),
        "as_of": claim.as_of,
        "said_on": claim.said_on,
        "standing": "" if stands else code_label(Standing, claim.standing),
        "is_preferred": claim.is_preferred,
        "sources": present_sources(claim.sources, language, claim.unsourced_since),
    }


def _present_claimant(claim: LedgerClaim, language: str) -> Text:
    if claim.is_derived:
        return Text(_("computed here from other figures"), language)
    return present_speaker(claim.speaker.name if claim.speaker else None, language)
