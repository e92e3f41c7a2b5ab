from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """The room `sources`."""

    name = "sources"
    default_auto_field = "django.db.models.BigAutoField"
