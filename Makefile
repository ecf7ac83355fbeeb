# Two commands do everything on a fresh machine: `make run` and `make test`. Each sets up what it needs first.
PYTHON := .venv/bin/python
READY := .venv/.ready
READY_FOR_TESTS := .venv/.ready-for-tests

.PHONY: run test lint types imports unit bench schema lock crash hands clean

run: $(READY)
	@$(PYTHON) -m workbench example

test: $(READY_FOR_TESTS) lint types imports unit

$(READY): requirements.lock scripts/setup.sh
	@sh scripts/setup.sh

$(READY_FOR_TESTS): requirements.lock scripts/setup.sh
	@sh scripts/setup.sh tests

lint: $(READY)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m vulture

types: $(READY)
	$(PYTHON) -m mypy

imports: $(READY)
	.venv/bin/lint-imports

unit: $(READY_FOR_TESTS)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n 2 --dist worksteal

bench: $(READY)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m benchmarks

crash: $(READY_FOR_TESTS)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.crash

hands: $(READY_FOR_TESTS)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.hands

schema: $(READY)
	PYTHONPATH=. $(PYTHON) scripts/make_schema.py

lock:
	uv pip compile --universal --generate-hashes --extra dev --python-version 3.11 --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links -q -o requirements.lock pyproject.toml

clean:
	rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache .hypothesis
