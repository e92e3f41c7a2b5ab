"""Addresses of waves and figures, below the language."""

from django.urls import path

from releases import feeds
from releases.views import downloads
from releases.views.destinations import destination_page, destinations_page
from releases.views.figures import figures_page
from releases.views.people import people_page
from releases.views.person import person_page
from releases.views.questions import questions_page
from releases.views.timeline import timeline_page
from releases.views.wave import wave_ledger_page, wave_page

urlpatterns = [
    path("", timeline_page, name="timeline"),
    path("held.csv", downloads.download_held, name="timeline-held"),
    path("feeds/waves.atom", feeds.atom_feed, name="waves-atom"),
    path("feeds/waves.ics", feeds.calendar_feed, name="waves-ics"),
    path("people/", people_page, name="people"),
    path("people/<uuid:key>/", person_page, name="person"),
    path("destinations/", destinations_page, name="destinations"),
    path("destinations/<uuid:key>/", destination_page, name="destination"),
    path("questions/", questions_page, name="questions"),
    path("waves/<slug:slug>/", wave_page, name="wave"),
    path("waves/<slug:slug>/ledger/", wave_ledger_page, name="wave-whole-ledger"),
    path("waves/<slug:slug>/ledger.csv", downloads.download_wave_ledger, name="wave-ledger"),
    path("waves/<slug:slug>/route.csv", downloads.download_wave_route, name="wave-route"),
    path("figures/", figures_page, name="figures"),
    path("figures/ledger.csv", downloads.download_figures, name="figures-ledger"),
    path("figures/held.csv", downloads.download_held_of_all, name="figures-held"),
]
