"""The parts of a person that have citations or parts of their own: each has a small page."""

from django.contrib import admin

from people.persons.models import (
    Citizenship,
    CitizenshipCitation,
    Custody,
    CustodyCitation,
    Name,
    NameCitation,
    Placement,
    PublicRole,
    PublicRoleCitation,
    Recognition,
    RecognitionCitation,
)
from publishing.admin import RecordPartAdmin, RecordPartInline


class NameCitationInline(RecordPartInline):
    model = NameCitation


@admin.register(Name)
class NameAdmin(RecordPartAdmin):
    inlines = [NameCitationInline]


class CitizenshipCitationInline(RecordPartInline):
    model = CitizenshipCitation


@admin.register(Citizenship)
class CitizenshipAdmin(RecordPartAdmin):
    inlines = [CitizenshipCitationInline]


class RecognitionCitationInline(RecordPartInline):
    model = RecognitionCitation


@admin.register(Recognition)
class RecognitionAdmin(RecordPartAdmin):
    inlines = [RecognitionCitationInline]


class PublicRoleCitationInline(RecordPartInline):
    model = PublicRoleCitation


@admin.register(PublicRole)
class PublicRoleAdmin(RecordPartAdmin):
    inlines = [PublicRoleCitationInline]


class PlacementInline(RecordPartInline):
    model = Placement


class CustodyCitationInline(RecordPartInline):
    model = CustodyCitation


@admin.register(Custody)
class CustodyAdmin(RecordPartAdmin):
    inlines = [PlacementInline, CustodyCitationInline]
