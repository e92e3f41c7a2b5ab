"""Why two descriptions agree or not. The sentences for people stand in `people.persons.reasons`."""

from enum import StrEnum
from typing import NamedTuple


class ReasonCode(StrEnum):
    """The first group is about the surname, the second about the given name."""

    SURNAME_SAME = "surname_same"
    SURNAME_SPELT_DIFFERENTLY = "surname_spelt_differently"
    SURNAME_IN_OTHER_LANGUAGE = "surname_in_other_language"
    SURNAME_ALIKE = "surname_alike"
    SURNAME_ONE_LETTER = "surname_one_letter"
    SURNAME_SEVERAL_LETTERS = "surname_several_letters"
    SURNAME_PART = "surname_part"
    SURNAME_OF_OTHER_SEX = "surname_of_other_sex"
    SURNAME_DIFFERS = "surname_differs"
    SURNAME_MISSING = "surname_missing"

    GIVEN_SAME = "given_same"
    GIVEN_SPELT_DIFFERENTLY = "given_spelt_differently"
    GIVEN_IN_OTHER_LANGUAGE = "given_in_other_language"
    GIVEN_DIMINUTIVE = "given_diminutive"
    GIVEN_ALIKE = "given_alike"
    GIVEN_ONE_LETTER = "given_one_letter"
    GIVEN_SEVERAL_LETTERS = "given_several_letters"
    GIVEN_INITIAL = "given_initial"
    GIVEN_INITIAL_DIFFERS = "given_initial_differs"
    GIVEN_DIFFERS = "given_differs"
    GIVEN_MISSING = "given_missing"

    ORDER_SWAPPED = "order_swapped"
    PATRONYMIC_AGREES = "patronymic_agrees"
    PATRONYMIC_DIFFERS = "patronymic_differs"

    BIRTH_DAY_AGREES = "birth_day_agrees"
    BIRTH_YEAR_AGREES = "birth_year_agrees"
    BIRTH_CLOSE = "birth_close"
    BIRTH_DIFFERS = "birth_differs"
    CUSTODY_AGREES = "custody_agrees"
    CUSTODY_DIFFERS = "custody_differs"
    DEATH_AGREES = "death_agrees"
    DEATH_DIFFERS = "death_differs"


class Reason(NamedTuple):
    """Why a comparison came out so: a ReasonCode, and the two values it is about."""

    code: str
    asked: str = ""
    known: str = ""
