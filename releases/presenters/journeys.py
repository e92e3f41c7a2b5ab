"""Presenters of memberships, releases, legs and statements, with links to their waves."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from publishing.dates import date_from_json as day
from publishing.labels import code_label
from publishing.languages import Text, in_language, text_from_json
from releases.enums import (
    ConditionAfter,
    DestinationKind,
    Disposition,
    DocumentState,
    LegalBasis,
    LegChoice,
    LegKind,
    MemberOutcome,
    MemberRole,
    Standing,
    StatementField,
    Verdict,
    Will,
)
from releases.projections import PublishedWave
from sources.presenters import present_sources, present_speaker

WaveLinks = Mapping[UUID, dict[str, Any]]


def load_wave_links(
    of_rows: Iterable[Mapping[str, Any]], language: str
) -> dict[UUID, dict[str, Any]]:
    """The waves that rows with a `wave_id` belong to, by id."""
    wanted = {row["wave_id"] for row in of_rows if row["wave_id"]}
    found = PublishedWave.objects.filter(id__in=wanted)
    return {each.id: present_wave_link(each, language) for each in found}


def present_wave_link(published: PublishedWave, language: str) -> dict[str, Any]:
    return {"slug": published.slug, "title": in_language(published, "title", language)}


def present_place(of_leg: Mapping[str, Any] | None, language: str) -> dict[str, Any] | None:
    """A destination as it stands in a leg or a scope: {id, kind, name}."""
    if of_leg is None:
        return None
    return {
        "id": of_leg["id"],
        "kind": code_label(DestinationKind, of_leg["kind"]),
        "name": text_from_json(of_leg["name"], language),
    }


def present_member(
    published: Mapping[str, Any], of_waves: WaveLinks, language: str
) -> dict[str, Any]:
    return {
        "wave": of_waves.get(published["wave_id"]),
        "role": code_label(MemberRole, published["role"]),
        "outcome": code_label(MemberOutcome, published["outcome"]),
        "is_verified": published["is_verified"],
        "sources": present_sources(published["sources"], language, published["unsourced_since"]),
    }


def present_release(
    published: Mapping[str, Any], of_waves: WaveLinks, language: str
) -> dict[str, Any]:
    """How somebody was released (experience U6)."""
    return {
        "released_on": day(published["released_on"]),
        "wave": of_waves.get(published["wave_id"]),
        "legal_basis": code_label(LegalBasis, published["legal_basis"]),
        "disposition": code_label(Disposition, published["disposition"]),
        "will": code_label(Will, published["will"]),
        "documents": code_label(DocumentState, published["documents"]),
        "conditions": [_present_condition(each) for each in published["conditions"]],
        "outside_wave_reason": published["outside_wave_reason"],
        "sources": present_sources(published["sources"], language, published["unsourced_since"]),
    }


def _present_condition(after: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "kind": code_label(ConditionAfter, after["kind"]),
        "since": day(after["since"]),
        "until": day(after["until"]),
    }


def present_leg(published: Mapping[str, Any], of_waves: WaveLinks, language: str) -> dict[str, Any]:
    return {
        "kind": code_label(LegKind, published["kind"]),
        "origin": present_place(published["origin"], language),
        "destination": present_place(published["destination"], language),
        "departed_on": day(published["departed_on"]),
        "arrived_on": day(published["arrived_on"]),
        "choice": code_label(LegChoice, published["choice"]),
        "documents": code_label(DocumentState, published["documents"]),
        "invited_by": _organisation_name(published["invited_by"], language),
        "transported_by": _organisation_name(published["transported_by"], language),
        "break_reason": published["break_reason"],
        "wave": of_waves.get(published["wave_id"]),
        "sources": present_sources(published["sources"], language, published["unsourced_since"]),
    }


def _organisation_name(organisation: Mapping[str, Any] | None, language: str) -> Text:
    return text_from_json((organisation or {}).get("name"), language)


def present_statement(said: Any, language: str) -> dict[str, Any]:
    """What somebody says, and what an editor made of it; `said` is a PublishedStatement."""
    return {
        "field": code_label(StatementField, said.field),
        "value": in_language(said, "value", language),
        "printed": said.printed,
        "printed_language": said.sources[0]["language"] if said.sources else "",
        "speaker": present_speaker(said.speaker, language),
        "said_on": day(said.said_on),
        "standing": ""
        if said.standing == Standing.STANDING
        else code_label(Standing, said.standing),
        "verdict": code_label(Verdict, said.verdict),
        "reason": in_language(said, "verdict_reason", language),
        "sources": present_sources(said.sources, language, said.unsourced_since),
    }
