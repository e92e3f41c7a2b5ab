"""Addresses of help, below the language."""

from django.urls import path

from support.views import help_

urlpatterns = [
    path("help/", help_, name="help"),
]
