"""How many queries an answer of ours takes, made anew: a number that must not grow with rows."""

import json
import os
import subprocess
import sys

from tests.bench.cases import Case

COUNT = """
import json, sys
import django
django.setup()
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

counts = []
for address in json.loads(sys.argv[1]):
    with CaptureQueriesContext(connections["public"]) as captured:
        list(Client(headers={"host": "localhost"}).get(address))
    counts.append(len(captured))
print(json.dumps(counts))
"""


def queries(cases: list[Case], environment: dict[str, str]) -> dict[str, int]:
    addresses = json.dumps([case.addresses["ours"][0] for case in cases])
    counted = subprocess.run(
        [sys.executable, "-c", COUNT, addresses],
        env=os.environ | environment | {"DJANGO_SETTINGS_MODULE": "tests.bench.anew"},
        check=True,
        stdout=subprocess.PIPE,
    )
    return dict(zip((case.name for case in cases), json.loads(counted.stdout), strict=True))
