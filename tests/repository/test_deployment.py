"""The files that put the product on a server: read, since no engine runs them here."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
SERVED = ("public", "staff")
EXAMPLE = (ROOT / ".env.example").read_text()


def variables(pattern: str, text: str) -> set[str]:
    return set(re.findall(pattern, text, re.MULTILINE))


def test_every_file_that_a_container_gets_is_there():
    for service in SERVICES.values():
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert source in COMPOSE["volumes"] or (ROOT / source).is_file()


def test_every_variable_of_compose_is_in_the_example():
    used = variables(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text())
    assert used <= variables(r"^([A-Z_]+)=", EXAMPLE)


def test_every_variable_of_the_settings_is_in_the_example():
    settings = (ROOT / "tracker/settings.py").read_text()
    used = variables(r"""(?:env(?:\.\w+)?|required|door)\(\s*"([A-Z_]+)\"""", settings)
    assert {"SECRET_KEY", "DATABASE_URL", "OWNER_DATABASE_URL"} <= used
    assert used <= variables(r"^([A-Z_]+)=", EXAMPLE)


def test_nothing_but_the_web_server_is_reached_from_outside():
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"web"}
    assert COMPOSE["networks"]["inside"] == {"internal": True}


def test_only_the_step_that_prepares_may_change_tables():
    owners = {
        name
        for name, service in SERVICES.items()
        if "OWNER_DATABASE_URL" in service.get("environment", {})
    }
    assert owners == {"prepare"}
    assert not any("POSTGRES_PASSWORD" in SERVICES[name]["environment"] for name in SERVED)


def test_C15_each_surface_has_its_own_process_key_and_logins():  # noqa: N802
    public, staff = (SERVICES[name]["environment"] for name in SERVED)
    assert [public["SURFACE"], staff["SURFACE"]] == list(SERVED)
    assert public["SECRET_KEY"] != staff["SECRET_KEY"]
    assert not {"APP_PASSWORD", "OWNER_PASSWORD"} & variables(r"\$\{([A-Z_]+)", str(public))
    assert "OWNER_PASSWORD" not in str(staff)
    assert public["ALLOWED_HOSTS"].split(",")[0] != staff["ALLOWED_HOSTS"].split(",")[0]


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_is_bounded_and_gains_nothing(name):
    service = SERVICES[name]
    assert service["read_only"]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert {"mem_limit", "pids_limit"} <= service.keys()
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "web" else [])


def test_D5_no_log_is_kept_where_a_reader_could_be_in_it():  # noqa: N802
    drivers = {name: service["logging"]["driver"] for name, service in SERVICES.items()}
    assert {name for name, driver in drivers.items() if driver == "none"} == {"web", "database"}
    bounded = [service["logging"] for service in SERVICES.values()]
    assert all("max-size" in each["options"] for each in bounded if each["driver"] != "none")


def test_a_site_that_nobody_can_be_told_of_does_not_start():
    said = start_public(ABOUT_CONTACT="editors@site.example")
    assert said.returncode != 0
    assert "set SECURITY_CONTACT" in said.stderr


def test_a_site_with_its_contacts_starts():
    contacts = {
        "ABOUT_CONTACT": "editors@site.example",
        "SECURITY_CONTACT": "mailto:x@site.example",
    }
    assert start_public(**contacts).returncode == 0


def test_no_name_is_bound_for_years_unless_an_operator_says_so():
    settings = "import tracker.settings as s; print(s.SECURE_HSTS_PRELOAD)"
    said = [start_public(settings, **each).stdout for each in ({}, {"HSTS_PRELOAD": "on"})]
    assert said == ["False\n", "True\n"]


def start_public(code: str = "import tracker.wsgi", **more: str) -> subprocess.CompletedProcess:
    environment = {"SECRET_KEY": "x", "SURFACE": "public", "PUBLIC_DATABASE_URL": "postgresql:///x"}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment | more,
        capture_output=True,
        text=True,
    )


def test_the_image_holds_every_room_and_no_secret():
    kept = variables(r"^!(\S+)$", (ROOT / ".dockerignore").read_text())
    rooms = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert rooms | {"manage.py", "requirements", "static", "templates", "locale"} <= kept
    assert all((ROOT / name).exists() for name in kept)
    assert not kept & {".env", ".git", "var", "tests"}


@pytest.mark.parametrize("missing", ["SECRET_KEY", "DATABASE_URL"])
def test_without_a_variable_it_does_not_start_and_names_it(missing):
    needed = {"SECRET_KEY": "x", "DATABASE_URL": "postgresql:///x"}
    said = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **needed, missing: ""},
        capture_output=True,
        text=True,
    )
    assert said.returncode != 0
    assert missing in said.stderr


@pytest.mark.parametrize("name", ["run", "dev"])
def test_every_locked_package_has_a_hash_and_no_address(name):
    text = (ROOT / f"requirements/{name}.txt").read_text()
    packages = re.split(r"^(?=\S)", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE), flags=re.M)
    assert len(packages) > 20
    assert all("--hash=sha256:" in package for package in packages if package.strip())
    assert not re.search(r"https?:|file:|--index|--find", text)
