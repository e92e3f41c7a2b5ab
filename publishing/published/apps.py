from django.apps import AppConfig


class PublishedConfig(AppConfig):
    name = "publishing.published"
    label = "published"
