# Two commands do everything on a fresh machine: `make run` and `make test`. Each sets up what it needs first.
PYTHON := .venv/bin/python
READY := .venv/.ready
READY_FOR_TESTS := .venv/.ready-for-tests

.PHONY: run test lint types imports unit quick thorough bench schema lock crash hostile hands mutants coverage clean

run: $(READY)
	@$(PYTHON) -m workbench example

test: $(READY_FOR_TESTS) lint types imports unit

$(READY): requirements.lock scripts/setup.sh
	@sh scripts/setup.sh

$(READY_FOR_TESTS): requirements.lock requirements-dev.lock scripts/setup.sh
	@sh scripts/setup.sh tests

lint: $(READY_FOR_TESTS)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m vulture

types: $(READY_FOR_TESTS)
	$(PYTHON) -m mypy

imports: $(READY_FOR_TESTS)
	.venv/bin/lint-imports

unit: $(READY_FOR_TESTS)
	QT_QPA_PLATFORM=offscreen $(PYTHON) scripts/run_tests.py -n 3 --dist worksteal

quick: $(READY_FOR_TESTS)
	$(PYTHON) scripts/quick_tests.py

thorough: $(READY_FOR_TESTS)
	THOROUGH=1 QT_QPA_PLATFORM=offscreen $(PYTHON) scripts/run_tests.py -n 2 --dist worksteal

bench: $(READY)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m benchmarks

crash: $(READY_FOR_TESTS)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.crash

hostile: $(READY_FOR_TESTS)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.hostile

hands: $(READY_FOR_TESTS)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.hands

coverage: $(READY_FOR_TESTS)
	QT_QPA_PLATFORM=offscreen $(PYTHON) scripts/run_tests.py -n 2 --dist worksteal --cov --cov-report=term:skip-covered

mutants: $(READY_FOR_TESTS)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.mutants

schema: $(READY)
	PYTHONPATH=. $(PYTHON) scripts/make_schema.py

# Two locks: what running needs, and what tests and lint need besides, at versions that fit the first.
COMPILE := uv pip compile --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url \
	--no-emit-find-links -q pyproject.toml
lock:
	$(COMPILE) -o requirements.lock
	$(COMPILE) --extra dev -c requirements.lock -o requirements-dev.lock \
	  $$(sed -n 's/^\([a-z0-9-]*\)==.*/--no-emit-package \1/p' requirements.lock | sort -u)

clean:
	rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
