"""Addresses of waves and figures, below the language."""

from django.urls import path

from releases import feeds
from releases.views import downloads
from releases.views.destinations import destination, destinations
from releases.views.figures import figures
from releases.views.people import people
from releases.views.person import person
from releases.views.questions import questions
from releases.views.timeline import timeline
from releases.views.wave import wave

urlpatterns = [
    path("", timeline, name="timeline"),
    path("held.csv", downloads.timeline_held, name="timeline-held"),
    path("feeds/waves.atom", feeds.atom, name="waves-atom"),
    path("feeds/waves.ics", feeds.calendar, name="waves-ics"),
    path("people/", people, name="people"),
    path("people/<uuid:key>/", person, name="person"),
    path("destinations/", destinations, name="destinations"),
    path("destinations/<uuid:key>/", destination, name="destination"),
    path("questions/", questions, name="questions"),
    path("waves/<slug:slug>/", wave, name="wave"),
    path("waves/<slug:slug>/ledger.csv", downloads.wave_ledger, name="wave-ledger"),
    path("waves/<slug:slug>/route.csv", downloads.wave_route, name="wave-route"),
    path("figures/", figures, name="figures"),
    path("figures/ledger.csv", downloads.all_figures, name="figures-ledger"),
    path("figures/held.csv", downloads.held, name="figures-held"),
]
