from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    """The room `releases`."""

    name = "releases"
    default_auto_field = "django.db.models.BigAutoField"
