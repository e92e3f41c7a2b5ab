"""A world of invented people, of any size, that never meets real records."""

from publishing.models import Account

SYNTHESISER, APPROVER = "synthesiser", "synthesiser-approver"


def is_synthetic() -> bool:
    """Whether this database was ever given a synthetic world."""
    return Account.objects.filter(username=SYNTHESISER).exists()
