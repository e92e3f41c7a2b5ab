from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The room `publishing`."""

    name = "publishing"
    default_auto_field = "django.db.models.BigAutoField"
