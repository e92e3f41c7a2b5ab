from django.apps import AppConfig


class TrackerConfig(AppConfig):
    """The room `tracker`."""

    name = "tracker"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tracker import checks  # noqa: F401  # registers itself
