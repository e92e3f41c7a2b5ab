"""People found by the keys of their names, as the database does it, and ranked by comparison."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from people.names import Comparison, Description, WrittenName, compare_descriptions, derive_keys

#: People who are compared with each name asked for.
MOST = 40


def described(names: Iterable[str]) -> Description:
    return Description(tuple(WrittenName(name) for name in names))


class People:
    """An index of keys and trigrams over people, by whatever tells them apart."""

    def __init__(self, names: Mapping[str, Iterable[str]]):
        self.known = {person: described(forms) for person, forms in names.items()}
        self.answers: dict[str, list[tuple[str, Comparison]]] = {}
        self.by_key: dict[str, set[str]] = defaultdict(set)
        for person, description in self.known.items():
            for key in {
                key for name in description.names for key in (*_keys(name), *_trigrams(name))
            }:
                self.by_key[key].add(person)

    def ranked(self, asked: str) -> list[tuple[str, Comparison]]:
        """The people who may be meant, the likeliest first; those alike in their scores last."""
        if asked not in self.answers:
            question = described([asked])
            found = (
                (each, compare_descriptions(question, self.known[each]))
                for each in self._near(asked)
            )
            order = sorted(found, key=lambda each: (-each[1].score, each[0]))
            self.answers[asked] = order
        return self.answers[asked]

    def first(self, asked: str) -> str | None:
        """Who alone comes first; nobody where two are alike."""
        ranked = self.ranked(asked)
        if len(ranked) > 1 and ranked[0][1].score == ranked[1][1].score:
            return None
        return ranked[0][0] if ranked else None

    def _near(self, asked: str) -> list[str]:
        """By rare keys; by trigrams where keys found nobody under the whole name."""
        name = WrittenName(asked)
        weights = self._weigh(_keys(name))
        if not any(f"whole {key}" in self.by_key for key in derive_keys(name).whole):
            weights += self._weigh(_trigrams(name))
        return [person for person, _weight in weights.most_common(MOST)]

    def _weigh(self, found: Iterable[str]) -> Counter[str]:
        weights: Counter[str] = Counter()
        for key in found:
            people = self.by_key.get(key, ())
            for person in people:
                weights[person] += 1 / len(people)
        return weights


def _keys(name: WrittenName) -> list[str]:
    found = derive_keys(name)
    return [
        *(f"word {key}" for key in found.words),
        *(f"whole {key}" for key in found.whole),
        *(f"sound {key}" for key in found.sounds),
    ]


def _trigrams(name: WrittenName) -> set[str]:
    words = [f"  {word} " for word in derive_keys(name).words if word[0] != "="]
    return {f"3 {word[at : at + 3]}" for word in words for at in range(len(word) - 2)}
