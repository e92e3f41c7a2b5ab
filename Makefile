# What this project's machines and people type. `make help` says what each word does.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PYTHON ?= python3
PORT ?= 8000
ROOMS := publishing sources people support releases tracker

bin := .venv/bin
python := $(bin)/python
with_database := $(python) -m tracker.postgres run
catalogues := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))

# The demo's and the tests' own settings. What is set outside stays.
export SECRET_KEY ?= $(shell cat var/secret_key 2>/dev/null || echo for-checks-only)

.PHONY: help
help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

.PHONY: demo
demo: .venv/ready $(catalogues) var/secret_key var/static/staticfiles.json  ## the product, on http://127.0.0.1:$PORT (8000)
	@HTTPS=off SECOND_FACTOR=off STATIC_ROOT=var/static $(with_database) -- $(MAKE) --no-print-directory serve

.PHONY: serve
serve:
	@$(python) manage.py migrate --verbosity 0
	@$(python) manage.py load_reference
	@$(python) manage.py staff_accounts
	@echo "The site:   http://127.0.0.1:$(PORT)/"
	@echo "The staff:  http://127.0.0.1:$(PORT)/admin/  (a demo: the password alone opens it)"
	@echo "The API:    http://127.0.0.1:$(PORT)/api/v1/"
	@exec env -u OWNER_DATABASE_URL -u BOOTSTRAP_DATABASE_URL \
		$(bin)/gunicorn tracker.wsgi --config python:tracker.gunicorn --bind 127.0.0.1:$(PORT)

.PHONY: test
test: .venv/ready $(catalogues)  ## the whole test suite, from nothing; ARGS="-k embargo" for a part, sooner
	@$(python) -m pytest -n 2 $(or $(ARGS),--create-db)

#: How often each test that draws lots draws, where there is time; a test names its own.
AT_LENGTH := EXAMPLES=5000 KILLS=20 LISTS=50 LOGINS=1000 MUTANTS=all PAIRS=2000 SHEETS=200 SPOILT=3000 \
	TAMPERINGS=1000 WORLDS=100

.PHONY: thorough
thorough: .venv/ready $(catalogues)  ## the tests that draw lots, each many times: takes hours
	@$(AT_LENGTH) $(python) -m pytest -n 2 $$(grep -rlE '"(EXAMPLES|KILLS|LISTS|LOGINS|MUTANTS|PAIRS|SHEETS|SPOILT|TAMPERINGS|WORLDS)"' tests)

checks := format lint contracts names types dependencies templates deployment
.PHONY: check $(checks)
check: $(checks)  ## format, lint, names, types, contracts, migrations, templates
$(checks): .venv/ready $(catalogues)

format:
	$(bin)/ruff format --check --quiet

lint:
	$(bin)/ruff check --quiet

contracts:
	$(bin)/lint-imports --no-logo

names:
	$(python) -m tests.repository.naming

types:
	DATABASE_URL=postgresql:///types $(bin)/mypy $(ROOMS)

dependencies:
	$(bin)/deptry --no-ansi .

templates:
	$(bin)/djlint --quiet --lint templates

deployment:
	$(with_database) --ephemeral -- $(MAKE) --no-print-directory django-checks

.PHONY: django-checks
django-checks:
	$(python) manage.py migrate --verbosity 0
	$(python) manage.py makemigrations --check --dry-run
	SECRET_KEY=$$($(python) -c 'import secrets; print(secrets.token_urlsafe(50))') \
		$(python) -W error manage.py check --deploy --fail-level WARNING

.PHONY: fix
fix: .venv/ready  ## repairs what format and lint can repair
	$(bin)/ruff check --fix
	$(bin)/ruff format

.PHONY: bench
bench: .venv/ready $(catalogues)  ## all figures, kept in var/bench.json; BENCH=quick PART="names search"
	@mkdir -p var
	@HTTPS=off SECOND_FACTOR=off $(python) -m tracker.postgres --folder var/bench run -- $(python) -m tests.bench

.PHONY: release
release: .venv/ready $(catalogues)  ## keep the database of this version, for the test of the next upgrade
	@$(with_database) --ephemeral -- $(python) -m tests.upgrade.release_dump

.PHONY: dictionary
dictionary: .venv/ready  ## docs/data-dictionary.md, from the classes and the models
	@DATABASE_URL=postgresql:///unused $(python) manage.py data_dictionary

.PHONY: lock
lock: .venv/ready  ## compiles the requirement files anew from pyproject.toml
	for extra in run dev; do \
		$(bin)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-config --no-header --no-emit-index-url --upgrade \
			$$(test $$extra = run || echo --extra $$extra) \
			--output-file requirements/$$extra.txt pyproject.toml; \
	done

.venv/ready: requirements/dev.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv --clear .venv
	$(python) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
		--requirement requirements/dev.txt
	@touch $@

var/static/staticfiles.json: .venv/ready $(shell find static $(ROOMS:%=%/static) -type f 2> /dev/null)
	@STATIC_ROOT=var/static DATABASE_URL=postgresql:///unused $(python) manage.py collectstatic \
		--noinput --clear --verbosity 0 --ignore redoc

var/secret_key: | .venv/ready
	@mkdir -p var
	@(umask 077; $(python) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@)

locale/%/LC_MESSAGES/django.mo locale/%/LC_MESSAGES/djangojs.mo: locale/%/LC_MESSAGES/django.po \
		locale/%/LC_MESSAGES/djangojs.po locale/labels.yaml tracker/catalogues.py | .venv/ready
	@$(python) -m tracker.catalogues $*
