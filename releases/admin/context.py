"""What happened around, what is said about it, where people went, and what readers ask."""

from django.contrib import admin

from publishing.admin import RecordAdmin, RecordPartAdmin, RecordPartInline
from releases.models import (
    Answer,
    AnswerCitation,
    AnswerFigure,
    AnswerWave,
    ContextEvent,
    ContextEventCitation,
    Destination,
    EventLink,
    EventLinkCitation,
    Stage,
    StageCitation,
    Statement,
    StatementCitation,
)


@admin.register(Destination)
class DestinationAdmin(RecordAdmin):
    list_display = ("record_label", "kind", "country", "state")
    list_filter = (*RecordAdmin.list_filter, "kind")
    search_fields = ("code", "name_be", "name_ru", "name_en")


class StageInline(RecordPartInline):
    model = Stage


class EventLinkInline(RecordPartInline):
    model = EventLink


class ContextEventCitationInline(RecordPartInline):
    model = ContextEventCitation


@admin.register(ContextEvent)
class ContextEventAdmin(RecordAdmin):
    label_fields = ("code", "title")
    list_display = ("record_label", "kind", "country", "state")
    list_filter = (*RecordAdmin.list_filter, "kind")
    search_fields = ("code", "title_be", "title_ru", "title_en")
    inlines = [StageInline, EventLinkInline, ContextEventCitationInline]


class StageCitationInline(RecordPartInline):
    model = StageCitation


@admin.register(Stage)
class StageAdmin(RecordPartAdmin):
    inlines = [StageCitationInline]


class EventLinkCitationInline(RecordPartInline):
    model = EventLinkCitation


@admin.register(EventLink)
class EventLinkAdmin(RecordPartAdmin):
    inlines = [EventLinkCitationInline]


class StatementCitationInline(RecordPartInline):
    model = StatementCitation


@admin.register(Statement)
class StatementAdmin(RecordAdmin):
    label_fields = ("value",)
    list_display = ("record_label", "standing", "verdict", "state")
    list_filter = (*RecordAdmin.list_filter, "field", "verdict")
    search_fields = ("value_be", "value_ru", "value_en", "printed")
    inlines = [StatementCitationInline]


class AnswerFigureInline(RecordPartInline):
    model = AnswerFigure


class AnswerWaveInline(RecordPartInline):
    model = AnswerWave


class AnswerCitationInline(RecordPartInline):
    model = AnswerCitation
    classes = ["collapse"]


@admin.register(Answer)
class AnswerAdmin(RecordAdmin):
    label_fields = ("number", "question")
    list_display = ("record_label", "answered_on", "state")
    search_fields = ("slug", "question_be", "question_ru", "question_en")
    inlines = [AnswerFigureInline, AnswerWaveInline, AnswerCitationInline]
