# Two commands matter on a fresh machine: `make run` and `make test`. `make help` lists the others.

PYTHON_BIN := .venv/bin/python
RUNTIME := .venv/.runtime-installed
DEVELOPER := .venv/.developer-installed
PYTEST := PYTHONWARNDEFAULTENCODING=1 $(PYTHON_BIN) -m pytest
ENGINE := --cov --cov-config=packaging/coverage-engine.toml --cov-report=term
APP := dist/thinking-professionals/tp
SHIPPED := $(shell find thinking_professionals content resources packaging/frozen questions.yaml -type f -not -name '*.pyc' | sed 's/ /\\ /g')

.DEFAULT_GOAL := help
.PHONY: help run test e2e check bench soak docs-power docs-screens app wheel clean

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# A stamp is older than what it was made from: then, and only then, pip runs again.
$(RUNTIME): pyproject.toml constraints.txt packaging/environment.sh
	@packaging/environment.sh runtime
	@touch $@

$(DEVELOPER): $(RUNTIME)
	@packaging/environment.sh developer
	@touch $@

run: $(RUNTIME) ## Open the application, or work through an example where there is no screen
	@$(PYTHON_BIN) packaging/system.py run
	@$(PYTHON_BIN) -m thinking_professionals.cli.first_run

test: $(DEVELOPER) ## Run the whole test suite without a screen
	@$(PYTHON_BIN) packaging/system.py test
	@$(PYTEST) -q -n 2 $(ENGINE) $(ARGS)

e2e: $(DEVELOPER) $(APP) ## Run the slow tests: a virtual screen, the accessibility bridge, the wheel, the frozen application
	@$(PYTHON_BIN) packaging/system.py e2e
	@$(PYTEST) -q -c tests/e2e/pytest.ini --rootdir=. tests/e2e $(ARGS)

check: $(DEVELOPER) ## Lint, types, layers and content
	@.venv/bin/ruff check --quiet
	@.venv/bin/ruff format --quiet --check
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo
	@.venv/bin/tp check --plans content/examples --plans tests/cases --plans tests/plans

bench: $(DEVELOPER) ## Measure against the floors in bench/
	@$(PYTHON_BIN) packaging/system.py test
	@env -u PYTHONDONTWRITEBYTECODE QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES=default.warning=false $(PYTHON_BIN) -m bench

soak: $(DEVELOPER) ## Run the random and repeated tests at their full sizes
	@$(PYTHON_BIN) packaging/system.py test
	@TP_SIZES=soak $(PYTEST) -q $(ARGS)

docs-power: $(DEVELOPER) ## Write the table of methods in docs/power.md from the catalogue
	@$(PYTHON_BIN) packaging/power_table.py

docs-screens: $(DEVELOPER) ## Take pictures of every main page for the README
	@$(PYTHON_BIN) packaging/system.py test
	@QT_QPA_PLATFORM=offscreen $(PYTHON_BIN) packaging/screens.py

# The folder is made again when what it ships has changed, and waits for the tools that make it.
$(APP): $(SHIPPED) pyproject.toml constraints.txt | $(DEVELOPER)
	@$(PYTHON_BIN) packaging/system.py app
	@PYINSTALLER_CONFIG_DIR=build $(PYTHON_BIN) -m PyInstaller --noconfirm --log-level ERROR \
		--distpath dist --workpath build packaging/frozen/app.spec
	@touch $@

app: $(APP) ## Build the application to hand out, a folder in dist/ that needs no Python
	@du -sh $(dir $(APP))

wheel: $(DEVELOPER) ## Build the wheel into dist/
	@$(PYTHON_BIN) -m build --wheel --no-isolation --outdir dist .

clean: ## Remove what the other commands made
	@rm -rf .venv dist build out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov
