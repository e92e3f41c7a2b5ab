"""A world of invented people, of any size, that never meets real records.

Every page of it says so: a person in the summary, anything else in its name. Every record of it
was written by the account `synthesiser`, and a database holds either that account or real records.
"""

from django.apps import apps

from publishing.models import Account, Record

SYNTHESISER, APPROVER = "synthesiser", "synthesiser-approver"


def is_synthetic() -> bool:
    """Whether this database was given a synthetic world."""
    return Account.objects.filter(username=SYNTHESISER).exists()


def holds_real_records() -> bool:
    """Whether anybody but the synthesiser wrote a record."""
    records = (model for model in apps.get_models() if issubclass(model, Record))
    return any(
        model._base_manager.exclude(created_by__username=SYNTHESISER).exists() for model in records
    )
