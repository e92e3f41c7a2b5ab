from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.persons.enums import Category, CitizenshipEnd, NameKind, Script
from people.persons.models.key_fields import NameKeyFields, key_indexes, keys_hold
from people.persons.models.person import Person
from publishing.codes import CodeField, CountryField
from publishing.constrained_fields import WebAddressField
from publishing.dates import InexactDateField, not_certainly_after
from publishing.models import RecordPart


class Name(RecordPart):
    """One form of a person's name, in one script. None is ever computed silently."""

    part_of = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    text = models.CharField(
        _("name"), max_length=200, help_text=_("Public only for a person shown by name.")
    )
    given = models.CharField(_("given name"), max_length=100, blank=True)
    family = models.CharField(_("family name"), max_length=100, blank=True)
    script = CodeField(_("script"), choices=Script, default=Script.CYRILLIC)
    language = models.CharField(
        _("language"), max_length=10, blank=True, help_text=_("Such as be, ru, en.")
    )
    kind = CodeField(_("kind"), choices=NameKind, default=NameKind.PRESS)
    scheme = models.CharField(
        _("scheme"),
        max_length=60,
        blank=True,
        help_text=_("The standard by which the form was romanised; empty where it was not."),
    )
    is_preferred = models.BooleanField(
        _("preferred"), default=False, help_text=_("Shown first in its language.")
    )
    keys = NameKeyFields("text", "given", "family", "language")

    class Meta(RecordPart.Meta):
        verbose_name = _("name")
        verbose_name_plural = _("names")
        indexes = key_indexes("keys", "people_name")
        constraints = [
            models.CheckConstraint(
                name="people_name_keys_are_of_its_text",
                condition=keys_hold("keys", "text", "given", "family", "language"),
                violation_error_message=_("A name is stored with its own keys of search."),
            ),
            models.UniqueConstraint(
                name="people_name_once_per_person",
                fields=["person", "text", "language", "kind"],
                violation_error_message=_("The person has this form of the name already."),
            ),
            models.UniqueConstraint(
                name="people_name_one_preferred_per_language",
                fields=["person", "language"],
                condition=Q(is_preferred=True),
                violation_error_message=_("Prefer one form of the name per language."),
            ),
        ]


class Identifier(RecordPart):
    """The person's number in somebody else's list."""

    part_of = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="identifiers")
    scheme = models.SlugField(_("list"), max_length=60, help_text=_("Staff only. Whose list."))
    value = models.CharField(_("number"), max_length=100, help_text=_("Staff only."))
    address = WebAddressField(_("address"), max_length=500, blank=True, help_text=_("Staff only."))

    class Meta(RecordPart.Meta):
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        constraints = [
            models.UniqueConstraint(
                name="people_identifier_names_one_person",
                fields=["scheme", "value"],
                violation_error_message=_("Somebody else has this number in this list."),
            )
        ]


class Citizenship(RecordPart):
    """A citizenship held, gained, lost or taken away; a person may have two."""

    part_of = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="citizenships")
    country = CountryField(_("country"), help_text=_("Public for a person shown by name."))
    gained = InexactDateField(_("gained"))
    ended = InexactDateField(_("ended"))
    how_ended = CodeField(_("how it ended"), choices=CitizenshipEnd, blank=True)

    class Meta(RecordPart.Meta):
        verbose_name = _("citizenship")
        verbose_name_plural = _("citizenships")
        constraints = [
            models.CheckConstraint(
                name="people_citizenship_is_gained_before_it_ends",
                condition=not_certainly_after("gained", "ended"),
                violation_error_message=_("A citizenship is gained before it ends."),
            ),
            models.CheckConstraint(
                name="people_citizenship_end_says_how",
                condition=Q(ended__isnull=True) | ~Q(how_ended=""),
                violation_error_message=_("Say how the citizenship ended."),
            ),
        ]


class PersonCategory(RecordPart):
    """What a person is known for, of the closed list of categories."""

    part_of = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="categories")
    category = CodeField(
        _("category"), choices=Category, help_text=_("Public for a person shown by name.")
    )

    class Meta(RecordPart.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        constraints = [
            models.UniqueConstraint(
                name="people_personcategory_once_per_person",
                fields=["person", "category"],
                violation_error_message=_("The person has this category already."),
            )
        ]
