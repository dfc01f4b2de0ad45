# Two commands do everything from a clean checkout: `make run` and `make test`.
VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin

.PHONY: run test lint requirements clean

run: $(VENV)/.run
	$(BIN)/notemine run corpus/notes --into build/demo

test: $(VENV)/.test
	$(BIN)/python -m pytest

lint: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The closure of pyproject.toml without torch, umap and hdbscan (see CONTRIBUTING.md); needs uv.
requirements:
	uv pip compile pyproject.toml --universal --python-version 3.11 --no-header --no-annotate \
	  --no-emit-index-url --override requirements-overrides.txt --upgrade -o requirements.txt
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --no-header --no-annotate \
	  --no-emit-index-url --override requirements-overrides.txt -c requirements.txt -o requirements-dev.txt

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(VENV)/.test: requirements-dev.txt $(VENV)/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV) build dist
