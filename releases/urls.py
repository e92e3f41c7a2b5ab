"""Addresses of waves and figures, below the language."""

from django.urls import path

from releases.views.timeline import timeline

urlpatterns = [
    path("", timeline, name="timeline"),
]
