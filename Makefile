# Everything a fresh machine with Python 3.11+ needs: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LIGHTHOUSE := $(VENV)/lighthouse/node_modules/.bin/lighthouse

.PHONY: site test explore serve check schema bench search-eval lint browser gallery screenshots lighthouse contact clean

# Relative addresses: build/ can be opened as a file, and lies well under any path of any host.
site: $(VENV)/site.stamp
	$(BIN)/sitegen build --base-url .

serve: $(VENV)/site.stamp
	$(BIN)/sitegen serve

check: $(VENV)/site.stamp
	$(BIN)/sitegen check

schema: $(VENV)/site.stamp
	$(BIN)/sitegen schema

test: $(VENV)/test.stamp browser lint
	$(BIN)/python -m pytest -n auto --dist worksteal

# Property tests with new examples every time; what fails is kept in .hypothesis and tried again.
explore: $(VENV)/test.stamp browser
	$(BIN)/python -m pytest -n auto --dist worksteal --hypothesis-profile explore

lint: $(VENV)/test.stamp
	$(BIN)/ruff check sitegen tests
	$(BIN)/mypy
	$(BIN)/lint-imports

# The rivals have an environment of their own, so that their libraries never meet ours.
bench: $(VENV)/test.stamp $(VENV)/bench.stamp
	PATH="$(CURDIR)/$(VENV)/bench/bin:$$PATH" $(BIN)/python -m tests.benchmark

# Graded queries asked in Chromium, with Pagefind over the same pages beside it.
search-eval: $(VENV)/test.stamp browser
	$(BIN)/python -m pip install --quiet --group search-eval
	$(BIN)/python -m tests.search_eval
	$(BIN)/python -m tests.search_eval --scale 1000 10000 50000

screenshots: $(VENV)/test.stamp browser
	$(BIN)/python -m tests.browser.screenshots

# Four sheets with a page of every kind: phone and desktop, light and dark.
contact: $(VENV)/test.stamp browser
	$(BIN)/python -m tests.browser.screenshots --contact dist/contact-sheets

# Needs npm; Lighthouse goes into the virtual environment's folder, nothing else of it into the repository.
lighthouse: $(VENV)/test.stamp $(LIGHTHOUSE) browser
	$(BIN)/python -m tests.browser.lighthouse --tool $(LIGHTHOUSE)

$(LIGHTHOUSE):
	npm install --prefix $(VENV)/lighthouse --no-audit --no-fund lighthouse@12

# Every example of every component, for developers: gallery/index.html. Never part of the site.
gallery: $(VENV)/test.stamp
	$(BIN)/python -m tests.components.gallery

# The browser of the distribution: the tests drive /usr/bin/chromium, or the one that CHROMIUM names.
browser:
	@sh .ci/browser

$(VENV)/site.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp
	$(BIN)/python -m pip install --quiet --group test
	touch $@

$(VENV)/bench.stamp: $(VENV)/site.stamp
	$(PYTHON) -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	$(VENV)/bench/bin/python -m pip install --quiet --group bench
	touch $@

clean:
	rm -rf $(VENV)
