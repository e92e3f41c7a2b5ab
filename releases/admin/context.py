"""What happened around, what is said about it, where people went, and what readers ask."""

from django.contrib import admin

from publishing.admin import RecordAdmin, pages, parts
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
    list_display = ("shown_as", "kind", "country", "state")
    list_filter = (*RecordAdmin.list_filter, "kind")
    search_fields = ("code", "name_be", "name_ru", "name_en")


@admin.register(ContextEvent)
class ContextEventAdmin(RecordAdmin):
    label_fields = ("code", "title")
    list_display = ("shown_as", "kind", "country", "state")
    list_filter = (*RecordAdmin.list_filter, "kind")
    search_fields = ("code", "title_be", "title_ru", "title_en")
    inlines = (
        parts(Stage, is_open=True),
        parts(EventLink, is_open=True),
        parts(ContextEventCitation, is_open=True),
    )


pages({Stage: [StageCitation], EventLink: [EventLinkCitation]})


@admin.register(Statement)
class StatementAdmin(RecordAdmin):
    label_fields = ("value",)
    list_display = ("shown_as", "standing", "verdict", "state")
    list_filter = (*RecordAdmin.list_filter, "field", "verdict")
    search_fields = ("value_be", "value_ru", "value_en", "printed")
    inlines = (parts(StatementCitation, is_open=True),)


@admin.register(Answer)
class AnswerAdmin(RecordAdmin):
    label_fields = ("number", "question")
    list_display = ("shown_as", "answered_on", "state")
    search_fields = ("slug", "question_be", "question_ru", "question_en")
    inlines = (
        parts(AnswerFigure, is_open=True),
        parts(AnswerWave, is_open=True),
        parts(AnswerCitation),
    )
