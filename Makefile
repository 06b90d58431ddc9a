SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test lint format audit fuzz soak bench languages screenshots pbx lock deb flatpak appimage windows release installers-test clean \
  venv-run venv-test packages-build packages-demo packages-test packages-windows
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

PY := .venv/bin/python
XVFB := xvfb-run --auto-servernum --server-args='-screen 0 1280x1024x24'
COMPILE := .venv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 \
  --generate-hashes --no-annotate --no-header --quiet
PLATFORMS := linux win32 darwin
# Given to the program or to pytest: make test ARGS='-k history -x'
ARGS ?=
SECONDS ?= 360

help: ## Show this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

demo: packages-demo venv-run ## Try the program with a made-up PBX (ARGS=--headless without a display)
	@$(PY) -m traydial demo $(ARGS)

# two at a time, for most of them wait for phones: see tests/conftest.py (ARGS='-n 0 -s' for one)
test: packages-test venv-test ## Run all tests, those against a real Asterisk too (ARGS='-k name')
	$(PY) -m tests.pbx.provision 22 16
	$(PY) -m tests.wine.provision
	$(PY) -m pytest -n 2 --dist loadgroup $(ARGS)

lint: venv-test ## Run every check that needs no start of the program
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	for platform in $(PLATFORMS); do $(PY) -m mypy --platform $$platform; done
	.venv/bin/lint-imports --no-logo
	git ls-files -z '*.sh' .ci/run | xargs -0 -n1 bash -n

format: venv-test ## Format the code and repair what ruff can
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

audit: venv-test ## Look for known holes in what is locked; needs the internet, and fails without it
	.venv/bin/uv venv --quiet --allow-existing .cache/audit
	.venv/bin/uv pip install --quiet --python .cache/audit --require-hashes -r resources/locks/audit.txt
	for lock in run test windows; do \
	  .cache/audit/bin/pip-audit --strict --disable-pip --requirement resources/locks/$$lock.txt; done

fuzz: venv-test ## Give anything at all to what reads others' bytes (SECONDS=3600 for each target)
	.venv/bin/uv pip install --quiet --python $(PY) --require-hashes -r resources/locks/fuzz.txt
	$(PY) -m tests.fuzz $(SECONDS) $(ARGS)

soak: packages-test venv-test ## Break the link 500 times while people call (TRAYDIAL_SEED=1 for others)
	$(PY) -m tests.pbx.provision 22 16
	TRAYDIAL_FAULTS=500 $(PY) -m pytest -s tests/live/test_faults.py $(ARGS)

bench: packages-test venv-test ## Measure the times that the program promises
	@$(PY) -m tests.bench $(ARGS)

languages: venv-test ## Gather all texts for the translators, and make what the program reads
	$(PY) -m installers.languages
	$(PY) -m installers.windows.policy_files

screenshots: packages-test venv-test ## Draw the screenshots of the guides anew
	@$(XVFB) $(PY) -m tests.screenshots $(ARGS)

pbx: packages-test venv-test ## Start a real Asterisk to play with
	@$(PY) -m tests.pbx.play $(ARGS)

lock: venv-test ## Resolve the dependencies anew (ARGS=--upgrade for the newest)
	$(COMPILE) $(ARGS) --output-file resources/locks/run.txt
	$(COMPILE) $(ARGS) --all-extras --group test --constraints resources/locks/run.txt --output-file resources/locks/test.txt
	$(COMPILE) $(ARGS) --all-extras --group build --constraints resources/locks/test.txt --output-file resources/locks/build.txt
	for group in audit freeze fuzz; do $(subst pyproject.toml,--group pyproject.toml:$$group,$(COMPILE)) $(ARGS) \
	  --output-file resources/locks/$$group.txt; done
	$(subst --universal,--python-platform windows,$(COMPILE)) $(ARGS) --group windows --constraints resources/locks/test.txt \
	  --output-file resources/locks/windows.txt

deb: packages-build ## Build dist/traydial_VERSION_ARCH.deb
	bash installers/linux/build-deb.sh

flatpak: packages-build ## Gather the Flatpak's sources, and build it where its runtime is (untested: see its README)
	PYTHON=.cache/build/venv/bin/python bash installers/linux/flatpak/build.sh

appimage: deb ## Build the AppImage's image, and the AppImage where RUNTIME names its runtime
	bash installers/linux/appimage/build.sh

windows: packages-windows venv-test ## Build set-up and MSI for Windows, within Wine, into dist/windows
	$(PY) -m installers.windows.build

release: deb windows ## Gather wheel and packages with checksums and a list of parts (CycloneDX) in dist
	.cache/build/venv/bin/python -m build --no-isolation --wheel --outdir dist . >/dev/null
	.cache/build/venv/bin/python -m installers.release

installers-test: packages-test venv-test deb windows ## Install, use, upgrade and remove what is built, in a clean system
	$(PY) -m pytest installers/tests $(ARGS)

clean: ## Remove .venv and everything that tools have left
	rm -rf .venv .venv.lock .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	find desktop tests installers -name __pycache__ -type d -prune -exec rm -rf {} +

packages-build packages-demo packages-test packages-windows: packages-%:
	@bash installers/dev/system-packages.sh $*

venv-run venv-test: venv-%:
	@bash installers/dev/venv.sh $*
