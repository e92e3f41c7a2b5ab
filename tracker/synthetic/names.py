"""Names of invented people: given names that many bear, surnames made of syllables.

Given names and surnames are as unevenly frequent as real ones are; each is written as it is in
Belarusian and in Russian, and in Latin letters after either.
"""

from functools import cache
from random import Random
from typing import NamedTuple

from people.persons.enums import NameKind, Sex

#: Belarusian, Russian, Latin after the one and after the other; the most frequent first.
MEN = """
Аляксандр Александр Aliaksandr Alexander, Сяргей Сергей Siarhei Sergey, Андрэй Андрей Andrei
Andrey, Дзмітрый Дмитрий Dzmitry Dmitry, Уладзімір Владимир Uladzimir Vladimir, Аляксей Алексей
Aliaksei Alexey, Мікалай Николай Mikalai Nikolay, Віктар Виктор Viktar Viktor, Яўген Евгений
Yauhen Evgeny, Міхаіл Михаил Mikhail Mikhail, Павел Павел Pavel Pavel, Ігар Игорь Ihar Igor,
Максім Максим Maksim Maxim, Юрый Юрий Yury Yuri, Іван Иван Ivan Ivan, Васіль Василий Vasil
Vasily, Вадзім Вадим Vadzim Vadim, Алег Олег Aleh Oleg, Раман Роман Raman Roman, Кірыл Кирилл
Kiryl Kirill, Арцём Артём Artsiom Artyom, Дзяніс Денис Dzianis Denis, Станіслаў Станислав
Stanislau Stanislav, Мікіта Никита Mikita Nikita, Пётр Пётр Piotr Pyotr, Павал Павел Paval Pavel
"""
WOMEN = """
Алена Елена Alena Elena, Таццяна Татьяна Tatsiana Tatiana, Наталля Наталья Natallia Natalia,
Вольга Ольга Volha Olga, Святлана Светлана Sviatlana Svetlana, Ірына Ирина Iryna Irina, Марыя
Мария Maryia Maria, Ганна Анна Hanna Anna, Людміла Людмила Liudmila Lyudmila, Кацярына Екатерина
Katsiaryna Ekaterina, Валянціна Валентина Valiantsina Valentina, Юлія Юлия Yuliya Yulia,
Вікторыя Виктория Viktoryia Victoria, Галіна Галина Halina Galina, Аксана Оксана Aksana Oksana,
Настасся Анастасия Nastassia Anastasia, Ніна Нина Nina Nina, Дар’я Дарья Darya Daria, Вераніка
Вероника Veranika Veronika, Паліна Полина Palina Polina
"""
#: Consonants and vowels that both languages spell alike; г alone sounds otherwise in Russian.
HARD = dict(
    zip("бвгджзклмнпрстхчшц", "b v h d zh z k l m n p r s t kh ch sh ts".split(), strict=True)
)
VOWELS = {"а": "a", "у": "u", "ы": "y"}
HARD_VOWEL = (tuple(HARD), tuple(VOWELS))
#: Of men and of women, in the four ways; a stem ends in a consonant.
ENDINGS = """
авіч ович avich ovich авіч ович avich ovich, скі ский ski sky ская ская skaya skaya,
чук чук chuk chuk чук чук chuk chuk, енка енко enka enko енка енко enka enko,
аў ов au ov ава ова ava ova, юк юк iuk yuk юк юк iuk yuk, эйка ейко eika eiko эйка ейко eika eiko
"""
#: Stems there are, and those of which none is much more frequent than the next.
STEMS, FLAT = 30_000, 20


class Written(NamedTuple):
    """A word of a name in the four ways in which it is written."""

    be: str
    ru: str
    passport: str
    press: str


#: Language, script, kind of name and the way it is written; everybody has the first two.
FORMS = [
    ("be", "Cyrl", NameKind.OFFICIAL, "be"),
    ("en", "Latn", NameKind.PRESS, "press"),
    ("ru", "Cyrl", NameKind.PRESS, "ru"),
    ("be", "Latn", NameKind.PASSPORT, "passport"),
]


def _split_words(table: str) -> list[list[str]]:
    return [entry.split() for entry in table.split(",")]


GIVEN = {
    Sex.MALE: [Written(*words) for words in _split_words(MEN)],
    Sex.FEMALE: [Written(*words) for words in _split_words(WOMEN)],
}
OF_MEN = [Written(*words[:4]) for words in _split_words(ENDINGS)]
OF_WOMEN = [Written(*words[4:]) for words in _split_words(ENDINGS)]


def choose_given_name(chance: Random, sex: Sex) -> Written:
    """A given name: of twenty or so, the first of them that of every tenth."""
    names = GIVEN[Sex.FEMALE if sex is Sex.FEMALE else Sex.MALE]
    return names[int(len(names) * chance.random() ** 1.4)]


def choose_family_name(chance: Random, sex: Sex) -> Written:
    """A surname: of some fifty thousand, the most frequent that of one in two hundred."""
    endings = OF_WOMEN if sex is Sex.FEMALE else OF_MEN
    number = int(FLAT * (STEMS / FLAT) ** chance.random()) - FLAT
    ending = endings[(number + int(chance.random() ** 4 * len(endings))) % len(endings)]
    stem = _make_stem(number)
    return Written(*(one + end for one, end in zip(stem, ending, strict=True)))


@cache
def _make_stem(number: int) -> Written:
    """The stem of this number, always the same: two syllables and a consonant."""
    letters = Random(number)  # noqa: S311 -- it must be repeatable
    signs = [letters.choice(kind) for kind in (*HARD_VOWEL, *HARD_VOWEL, tuple(HARD))]
    cyrillic = "".join(signs).title()
    passport = "".join((HARD | VOWELS)[sign] for sign in signs).title()
    press = "".join((HARD | VOWELS | {"г": "g"})[sign] for sign in signs).title()
    return Written(cyrillic, _as_russian(cyrillic), passport, press)


def _as_russian(word: str) -> str:
    for hard in "жшчЖШЧ":
        word = word.replace(f"{hard}ы", f"{hard}и")
    return word
