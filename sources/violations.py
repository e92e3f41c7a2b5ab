"""What staff read where a guard of sources/invariants refuses something."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "sources_source_relays_in_no_circle": _(
        "These sources relay each other in a circle: one of them has it from elsewhere."
    ),
}
