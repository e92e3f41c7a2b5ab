"""Names of people, in any script and spelling: pure functions over values.

derive_forms(name): how else the same name is written, each form with its rule.
derive_keys(name): what is stored beside a name, to find the name again.
compare_descriptions(asked, known): how well two descriptions of a person agree, and why.

Nothing here reads a database, and nothing decides: staff read a comparison with its reasons. Every
search, duplicate warning, intake, import and the API's `match` stand on these functions.
"""

from people.names.comparison import Comparison, compare_descriptions
from people.names.description import Description, Span
from people.names.forms import Form, derive_forms
from people.names.keys import NameKeys, derive_keys
from people.names.reasons import Reason, ReasonCode
from people.names.written import WrittenName

__all__ = [
    "Comparison",
    "Description",
    "Form",
    "NameKeys",
    "Reason",
    "ReasonCode",
    "Span",
    "WrittenName",
    "compare_descriptions",
    "derive_forms",
    "derive_keys",
]
