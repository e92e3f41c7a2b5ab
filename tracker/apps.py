from django.apps import AppConfig


class TrackerConfig(AppConfig):
    """The room `tracker`."""

    name = "tracker"
    default_auto_field = "django.db.models.BigAutoField"
