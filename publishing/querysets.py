from django.contrib.postgres.functions import TransactionNow
from django.db import models
from django.db.models import Q

from publishing.enums import State

#: The row condition of `visible(…)` in the published views, for staff who ask what is public.
VISIBLE = (
    Q(state=State.PUBLISHED)
    & (Q(visible_from__isnull=True) | Q(visible_from__lte=TransactionNow()))
    & (Q(visible_until__isnull=True) | Q(visible_until__gt=TransactionNow()))
    & (Q(embargo_condition="") | Q(embargo_confirmed_at__isnull=False))
)

#: Once public and no longer, as `gone(…)` has it there.
CLOSED = Q(state=State.WITHDRAWN) | Q(state=State.PUBLISHED, visible_until__lte=TransactionNow())


class RecordQuerySet(models.QuerySet):
    def visible(self):
        """What the public may see at this second, consent apart."""
        return self.filter(VISIBLE)
