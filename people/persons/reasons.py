"""Why two descriptions agree or do not, in the words of the active language."""

from django.utils.translation import gettext_lazy as _

from people.names import Reason
from people.names.reasons import ReasonCode as Code

#: A sentence for each code. Dates stand beside the people, so they are not told again.
SENTENCES = {
    Code.SURNAME_SAME: _("the same surname"),
    Code.SURNAME_SPELT_DIFFERENTLY: _("surname spelt differently: %(asked)s – %(known)s"),
    Code.SURNAME_IN_OTHER_LANGUAGE: _("surname in another language: %(asked)s – %(known)s"),
    Code.SURNAME_ALIKE: _("surname alike, perhaps another one: %(asked)s – %(known)s"),
    Code.SURNAME_ONE_LETTER: _("surname differs by one letter: %(asked)s – %(known)s"),
    Code.SURNAME_SEVERAL_LETTERS: _("surname differs by several letters: %(asked)s – %(known)s"),
    Code.SURNAME_PART: _("a part of the surname agrees: %(asked)s – %(known)s"),
    Code.SURNAME_OF_OTHER_SEX: _("surname of a man and of a woman: %(asked)s – %(known)s"),
    Code.SURNAME_DIFFERS: _("another surname: %(asked)s – %(known)s"),
    Code.SURNAME_MISSING: _("one of the two surnames is not known"),
    Code.GIVEN_SAME: _("the same given name"),
    Code.GIVEN_SPELT_DIFFERENTLY: _("given name spelt differently: %(asked)s – %(known)s"),
    Code.GIVEN_IN_OTHER_LANGUAGE: _("given name in another language: %(asked)s – %(known)s"),
    Code.GIVEN_DIMINUTIVE: _("short form of the given name: %(asked)s – %(known)s"),
    Code.GIVEN_ALIKE: _("given name alike, perhaps another one: %(asked)s – %(known)s"),
    Code.GIVEN_ONE_LETTER: _("given name differs by one letter: %(asked)s – %(known)s"),
    Code.GIVEN_SEVERAL_LETTERS: _("given name differs by several letters: %(asked)s – %(known)s"),
    Code.GIVEN_INITIAL: _("only the initial is known, and it agrees: %(asked)s – %(known)s"),
    Code.GIVEN_INITIAL_DIFFERS: _("another initial: %(asked)s – %(known)s"),
    Code.GIVEN_DIFFERS: _("another given name: %(asked)s – %(known)s"),
    Code.GIVEN_MISSING: _("one of the two given names is not known"),
    Code.ORDER_SWAPPED: _("given name and surname are swapped"),
    Code.PATRONYMIC_AGREES: _("the patronymic agrees"),
    Code.PATRONYMIC_DIFFERS: _("another patronymic"),
    Code.BIRTH_DAY_AGREES: _("born on the same day"),
    Code.BIRTH_YEAR_AGREES: _("the year of birth agrees"),
    Code.BIRTH_CLOSE: _("born about a year apart"),
    Code.BIRTH_DIFFERS: _("born in different years"),
    Code.CUSTODY_AGREES: _("in custody at the same time"),
    Code.CUSTODY_DIFFERS: _("in custody at different times"),
    Code.DEATH_AGREES: _("the date of death agrees"),
    Code.DEATH_DIFFERS: _("the date of death does not fit"),
}


def describe_reason(reason: Reason) -> str:
    """What one reason says, with the two spellings that it is about."""
    return SENTENCES[Code(reason.code)] % {"asked": reason.asked, "known": reason.known}
