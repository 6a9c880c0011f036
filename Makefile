# Everything runs in .venv, which the first target that needs it sets up.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed
CODE := generator templates/runtime tests benchmarks
RUNTIME_TESTS := $(addprefix tests/,bodies credentials hostile_server http_client pagination parts redaction resilience \
	responses runtime streams testing_fake webhooks)

.PHONY: help generate test check coverage corpus diff format clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "clientwright needs Python 3.11 or newer")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(STAMP)

generate: $(STAMP) ## write generated/ from specs/
	@$(BIN)/clientwright generate

check: $(STAMP) ## lint, types and drift, without running the tests
	$(BIN)/ruff check $(CODE) generated
	$(BIN)/black --quiet --check $(CODE) generated
	$(BIN)/mypy $(CODE) generated
	$(BIN)/basedpyright --level error
	$(BIN)/clientwright check

test: check coverage ## everything: the checks, then the tests
	$(BIN)/python -m pytest -n auto $(addprefix --ignore=,$(RUNTIME_TESTS))

coverage: $(STAMP) ## the tests of the runtime, which must pass through 98 % of its branches
	@rm -rf .cache/coverage && mkdir -p .cache/coverage
	$(BIN)/python -m coverage run -m pytest -n auto $(RUNTIME_TESTS)
	@$(BIN)/python -m coverage combine --quiet
	@$(BIN)/python -m coverage report

corpus: $(STAMP) ## try all documents of ../shared/corpus, at length, and write docs/corpus.md
	@$(BIN)/python -m benchmarks.corpus

diff: $(STAMP) ## write the examples of docs/diff from the pairs of ../shared/corpus
	@$(BIN)/python -m benchmarks.diff

format: $(STAMP) ## let ruff and black mend what they can
	$(BIN)/ruff check --fix --quiet $(CODE) || true
	$(BIN)/black --quiet $(CODE)

clean: ## remove the environment and the caches
	rm -rf .venv .cache .mypy_cache .pytest_cache .ruff_cache
