from django.apps import AppConfig


class SupportConfig(AppConfig):
    """The room `support`."""

    name = "support"
    default_auto_field = "django.db.models.BigAutoField"
