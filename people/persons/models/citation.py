from django.db import models

from people.persons.models.consent import PublicRole
from people.persons.models.custody import Custody
from people.persons.models.identity import Citizenship, Name
from people.persons.models.person import Person
from people.persons.models.recognition import Recognition
from sources.models import Citation


class PersonCitation(Citation):
    part_of = "person"
    person = models.ForeignKey(Person, models.CASCADE, related_name="citations")


class NameCitation(Citation):
    part_of = "name__person"
    name = models.ForeignKey(Name, models.CASCADE, related_name="citations")


class CitizenshipCitation(Citation):
    part_of = "citizenship__person"
    citizenship = models.ForeignKey(Citizenship, models.CASCADE, related_name="citations")


class CustodyCitation(Citation):
    part_of = "custody__person"
    custody = models.ForeignKey(Custody, models.CASCADE, related_name="citations")


class RecognitionCitation(Citation):
    part_of = "recognition__person"
    recognition = models.ForeignKey(Recognition, models.CASCADE, related_name="citations")


class PublicRoleCitation(Citation):
    part_of = "public_role__person"
    public_role = models.ForeignKey(PublicRole, models.CASCADE, related_name="citations")
