"""How guessable our names are: `python -m tests.repository.naming`, which `make check` runs.

A function says verb and object, so at most a share of all function names is a single word. A
class or an alias stands in one module only: one word has one meaning.
"""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("publishing", "sources", "people", "support", "releases", "tracker")

#: The share of single words among function names; lowered whenever the share falls.
CEILING = 0.09
#: Names that Django looks for in each module or class.
OF_DJANGO = {"Command", "Media", "Meta"}


def read_modules() -> Iterator[tuple[Path, ast.Module]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(ROOT), ast.parse(path.read_text())


def find_functions(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if is_function and not node.name.startswith("__"):
            yield node.name


def find_types(module: ast.Module) -> Iterator[str]:
    """Classes, wherever they stand, and the aliases of the module."""
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef):
            yield node.name
    for statement in module.body:
        if name := _aliased_name(statement):
            yield name


def _aliased_name(statement: ast.stmt) -> str:
    """`Name = …` in CamelCase: a type, a TypeVar or a form of a type, never a constant."""
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        name = statement.targets[0].id
    elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        name = statement.target.id
    else:
        return ""
    return name if name[0].isupper() and not name.isupper() else ""


def is_single_word(name: str) -> bool:
    return "_" not in name.strip("_")


def measure_share(functions: list[str]) -> float:
    return sum(map(is_single_word, functions)) / len(functions)


def find_shared(modules: list[tuple[Path, ast.Module]]) -> dict[str, list[str]]:
    """Names of types that stand in two modules, with the modules."""
    places = defaultdict(list)
    for path, module in modules:
        for name in {*find_types(module)} - OF_DJANGO:
            places[name].append(str(path))
    return {name: found for name, found in sorted(places.items()) if len(found) > 1}


def find_faults(modules: list[tuple[Path, ast.Module]]) -> Iterator[str]:
    share = measure_share([name for _, module in modules for name in find_functions(module)])
    if share > CEILING:
        yield f"{share:.1%} of the function names are single words; at most {CEILING:.1%} may be."
    shared = find_shared(modules)
    for name in sorted(shared):
        yield f"{name} has two places: {', '.join(shared[name])}"


def main() -> int:
    faults = [*find_faults([*read_modules()])]
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
