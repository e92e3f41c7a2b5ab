from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.names import Description, WrittenName
from people.persons.enums import PersonVisibility, Sex
from people.persons.models.key_fields import NameKeyFields, key_indexes, keys_hold
from people.persons.traits import list_traits
from publishing.codes import CodeField
from publishing.dates import InexactDateField, not_certainly_after
from publishing.languages import Translated
from publishing.models import Record


class Person(Record):
    """One human being. Shown to nobody, unless they agreed to it or hold a public role.

    Publishing a person shows nothing by itself. A name, a pseudonym and groups of fields need a
    basis that stands at this second (people/sql/shown.sql).
    """

    visibility = CodeField(
        _("visibility"),
        choices=PersonVisibility,
        default=PersonVisibility.COUNT_ONLY,
        help_text=_(
            "Decides whether the public sees a name, a pseudonym or nothing. A name needs a"
            " consent or a public role below."
        ),
    )
    pseudonym = models.CharField(
        _("pseudonym"),
        max_length=100,
        blank=True,
        help_text=_("Public, where the visibility is “by pseudonym”. Nothing that identifies."),
    )
    sex = CodeField(_("sex"), choices=Sex, default=Sex.UNKNOWN, help_text=_("Staff only."))
    birth = InexactDateField(_("born"), help_text=_("Staff only. Used to tell people apart."))
    died = InexactDateField(_("died"), help_text=_("Public for a person shown by name."))
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="absorbed",
    )
    named_record = models.UUIDField(
        _("record under the name"),
        null=True,
        editable=False,
        help_text=_("Staff only. The withdrawn record of the same person, which showed the name."),
    )
    summary = Translated(
        models.TextField(
            _("summary"), help_text=_("Public for a person shown by name: one or two sentences.")
        )
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Staff only."))
    pseudonym_keys = NameKeyFields("pseudonym")

    def list_traits(self) -> Iterable[str]:
        names = (WrittenName(*each) for each in self.names.values_list(*WrittenName._fields))
        birth: Any = self.birth
        known = Description(tuple(names), birth.span if birth else None)
        return list_traits(known, self.identifiers.values_list("scheme", "value"))

    class Meta(Record.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = key_indexes("pseudonym_keys", "people_pseudonym", condition=~Q(pseudonym=""))
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="people_person_is_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                violation_error_message=_("A person cannot be merged into themselves."),
            ),
            models.CheckConstraint(
                name="people_person_pseudonym_is_given",
                condition=~Q(visibility=PersonVisibility.PSEUDONYM) | ~Q(pseudonym=""),
                violation_error_message=_("Give the pseudonym under which the person is shown."),
            ),
            models.CheckConstraint(
                name="people_person_keys_are_of_its_pseudonym",
                condition=keys_hold("pseudonym_keys", "pseudonym"),
                violation_error_message=_("A pseudonym is stored with its own keys of search."),
            ),
            models.CheckConstraint(
                name="people_person_is_born_before_dying",
                condition=not_certainly_after("birth", "died"),
                violation_error_message=_("A person is born before dying."),
            ),
        ]
