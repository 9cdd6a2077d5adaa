# Everything you can do here is a word after `make`. `make help` lists them; the list is made of the comments below.

SWIFT ?= swift
PREFIX ?= /usr/local
REPORT ?= report.html
PYTHON = .build/python/bin/python
SCHEMAS = $(PYTHON) -m check_jsonschema --builtin-schema
BROWSER_PYTHON = .build/browser-python/bin/python

# The day of the last commit, so that the same source gives the same page.
MAN_DATE = $(patsubst %,--date %,$(shell git log -1 --format=%cs 2>/dev/null))

RELEASE = -c release -Xswiftc -cross-module-optimization
DEBUG_PROGRAM = .build/debug/belofte
# Optimised, and with all checks that a debug build has but asserts: the tests load the rules hundreds of times.
BUILD_TESTS = $(SWIFT) build --build-tests -Xswiftc -O
PROGRAM = .build/release/belofte

ifeq ($(shell uname -s),Darwin)
KEGS = $(foreach formula,libxml2 libarchive,$(shell brew --prefix $(formula) 2>/dev/null)/lib/pkgconfig:)
export PKG_CONFIG_PATH := $(subst : ,:,$(KEGS))$(PKG_CONFIG_PATH)
else
STATIC = --static-swift-stdlib
endif

# A warning is an error in what we build to test, and stays a warning for somebody who builds with a later Swift.
test check: export BELOFTE_STRICT = 1

.DEFAULT_GOAL = help
.PHONY: help setup build test check report-check fuzz docs format score bench audit man install

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install what is missing on this machine (Debian with apt-get, macOS with brew)
	@.ci/setup.sh

build: setup ## Build the program for use: .build/release/belofte (TRAITS=--disable-default-traits: without the ledger, sooner)
	$(SWIFT) build $(RELEASE) $(TRAITS) --product belofte

test: setup ## Run all tests, and every example of every rule
	$(BUILD_TESTS)
	$(SWIFT) test --skip-build
	$(DEBUG_PROGRAM) rules test

check: setup $(PYTHON) ## Check layout, warnings, the laws between modules, the rules and their catalogue, every output format
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	$(BUILD_TESTS)
	python3 .ci/laws.py
	$(DEBUG_PROGRAM) rules check
	$(DEBUG_PROGRAM) rules docs --output docs/rules --check
	$(PYTHON) Tests/check_sarif.py $(DEBUG_PROGRAM) Tests/Corpus/sites/kabelwerf/site
	$(PYTHON) Tests/check_records.py $(DEBUG_PROGRAM)
	$(PYTHON) Tests/check_outputs.py $(DEBUG_PROGRAM)
	python3 Tests/check_readme.py $(DEBUG_PROGRAM) README.md docs/*.md docs/ci/*.md
	$(PYTHON) Tests/check_config.py $(DEBUG_PROGRAM)
	$(PYTHON) Tests/check_hooks.py $(DEBUG_PROGRAM)
	$(SCHEMAS) vendor.github-actions action.yml
	$(SCHEMAS) vendor.github-workflows Samples/ci/site/.github/workflows/belofte.yml
	$(SCHEMAS) vendor.gitlab-ci --data-transform gitlab-ci templates/belofte.gitlab-ci.yml Samples/ci/site/.gitlab-ci.yml

report-check: build $(BROWSER_PYTHON) ## Open the HTML reports of the samples in a real browser: axe, Nu, keys, filters, print
	$(BROWSER_PYTHON) Tests/report-check/check.py $(PROGRAM) Samples

fuzz: setup ## Feed every reader of foreign bytes with broken input, a minute each
	.ci/fuzz.sh 60

docs: build ## Write the catalogue of rules anew: docs/rules
	$(PROGRAM) rules docs --output docs/rules

format: ## Lay out the Swift code as `make check` wants it
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

score: build ## Score the program on the labelled corpus, against floors that only rise
	python3 Tests/score.py all Tests/Corpus --belofte $(PROGRAM) --floors Tests/score-floors.json

bench: build ## Measure speed against a bare parse in C, and false alarms, on the documentation of Debian
	python3 Tests/bench/bench.py --belofte $(PROGRAM)
	python3 Tests/bench/changed.py --belofte $(PROGRAM)

audit: build ## Audit the two invented organisations of Samples/ and write an HTML report
	@$(PROGRAM) audit Samples/www.* --report html=$(REPORT) --fail-on never
	@echo "The report is at file://$(abspath $(REPORT))"

man: build ## Write the manual page: .build/man/belofte.1
	$(SWIFT) build $(RELEASE) --product generate-manual
	@install -d .build/man
	.build/release/generate-manual $(PROGRAM) --section 1 $(MAN_DATE) --output-directory .build/man

install: setup ## Install the program, its rules, its manual page and completions for shells under PREFIX (/usr/local)
	$(SWIFT) build $(RELEASE) $(STATIC) --product belofte
	$(SWIFT) build $(RELEASE) $(STATIC) --product generate-manual
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/belofte"
	install -s -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/belofte"
	rm -rf "$(DESTDIR)$(PREFIX)/share/belofte/Rules"
	cp -R Rules "$(DESTDIR)$(PREFIX)/share/belofte/Rules"
	install -d $(foreach folder,man/man1 bash-completion/completions zsh/site-functions fish/vendor_completions.d,"$(DESTDIR)$(PREFIX)/share/$(folder)")
	.build/release/generate-manual $(PROGRAM) --section 1 $(MAN_DATE) --output-directory "$(DESTDIR)$(PREFIX)/share/man/man1"
	$(PROGRAM) --generate-completion-script bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/belofte"
	$(PROGRAM) --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_belofte"
	$(PROGRAM) --generate-completion-script fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/belofte.fish"

# The readers of our outputs that nobody here wrote, in a place of their own.
$(PYTHON): Tests/requirements.txt
	@python3 -m venv .build/python
	@.build/python/bin/pip install --quiet --requirement Tests/requirements.txt
	@touch $(PYTHON)

# What drives the browser and checks the markup. The browser itself comes from the system: .ci/setup.sh --browser.
$(BROWSER_PYTHON): Tests/report-check/requirements.txt
	@python3 -m venv .build/browser-python
	@.build/browser-python/bin/pip install --quiet --requirement Tests/report-check/requirements.txt
	@touch $(BROWSER_PYTHON)
