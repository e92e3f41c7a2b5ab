from django.apps import AppConfig
from django.contrib.admin import apps


class TrackerConfig(AppConfig):
    """The room `tracker`."""

    name = "tracker"
    default = True
    default_auto_field = "django.db.models.BigAutoField"


class StaffDoor(apps.AdminConfig):
    """The admin, with a site of ours."""

    default = False
    default_site = "tracker.admin.StaffSite"
