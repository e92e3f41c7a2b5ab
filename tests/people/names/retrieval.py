"""People found by the keys of their names, as the database does it, and ranked by comparison."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from people.names import Comparison, Description, WrittenName, compare, keys

#: People who are compared with each name asked for.
MOST = 40


def described(names: Iterable[str]) -> Description:
    return Description(tuple(WrittenName(name) for name in names))


class People:
    """An index of keys and trigrams over people, by whatever tells them apart."""

    def __init__(self, names: Mapping[str, Iterable[str]]):
        self.known = {person: described(forms) for person, forms in names.items()}
        self.by_key: dict[str, set[str]] = defaultdict(set)
        for person, description in self.known.items():
            for key in {key for name in description.names for key in _every_key(name)}:
                self.by_key[key].add(person)

    def ranked(self, asked: str) -> list[tuple[str, Comparison]]:
        """The people who may be meant, the likeliest first; those alike in their scores last."""
        question = described([asked])
        found = ((person, compare(question, self.known[person])) for person in self._near(asked))
        return sorted(found, key=lambda each: (-each[1].score, each[0]))

    def first(self, asked: str) -> str | None:
        """Who alone comes first; nobody where two are alike."""
        ranked = self.ranked(asked)
        if len(ranked) > 1 and ranked[0][1].score == ranked[1][1].score:
            return None
        return ranked[0][0] if ranked else None

    def _near(self, asked: str) -> list[str]:
        weights: Counter[str] = Counter()
        for key in _every_key(WrittenName(asked)):
            people = self.by_key.get(key, ())
            for person in people:
                weights[person] += 1 / len(people)
        return [person for person, _weight in weights.most_common(MOST)]


def _every_key(name: WrittenName) -> set[str]:
    found = keys(name)
    trigrams = {
        f"{word}"[at : at + 3]
        for each in found.words
        if each[0] != "="
        for word in [f"  {each} "]
        for at in range(len(word) - 2)
    }
    return {
        *(f"word {key}" for key in found.words),
        *(f"whole {key}" for key in found.whole),
        *(f"sound {key}" for key in found.sounds),
        *(f"3 {trigram}" for trigram in trigrams),
    }
