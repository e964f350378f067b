# What each target does: make help
.DEFAULT_GOAL := help
SHELL := /bin/sh
export PORT ?= 5005
export ACTIONS_PORT ?= 5055
export HOST ?= 127.0.0.1
export RASA_TELEMETRY_ENABLED := false
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export TF_CPP_MIN_LOG_LEVEL := 2
export PYTHON310 ?=
export Q ?=

PYTHON := .venv/bin/python
STEP := @sh setup/step.sh
ENVIRONMENT := .venv/installed
ENCODER := build/encoder/model.onnx
STORE := build/policy_store.db
MODEL := models/assistant.tar.gz

TOPICS := $(wildcard data/policies/*.yml data/principles/*.yml data/concepts/*.yml)
STORE_CODE := $(wildcard assistant/store/*.py)
TRAINED_FROM := $(TOPICS) $(wildcard data/nlu/*.yml) data/rules.yml data/wording.yml config.yml domain.yml \
	$(wildcard assistant/understanding/*.py) assistant/dialogue/unavailable_policy.py

.PHONY: help run shell train test check-content evaluate explain coverage store encoder environment lock schema lint clean

help: ## lists the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(ENCODER) $(STORE) $(MODEL) ## makes what is missing, then starts the assistant (PORT, ACTIONS_PORT, HOST)
	@$(PYTHON) -m assistant.run

shell: $(ENCODER) $(STORE) $(MODEL) ## a conversation in the Rasa shell
	@$(PYTHON) -m assistant.run --shell

train: $(MODEL) ## trains, if anything it learns from has changed, and says what the model scored
	@$(PYTHON) -m assistant.understanding.scores $(MODEL)

test: $(ENCODER) $(STORE) $(MODEL) ## every test that needs no browser
	@$(PYTHON) -m pytest $(TESTS)

check-content: $(ENVIRONMENT) ## says, file and line, what is wrong with the topic files
	@$(PYTHON) -m assistant.store.check

evaluate: $(ENCODER) $(STORE) $(MODEL) ## scores QUESTIONS=file.jsonl (default: the dev questions) [URL=...] [BASELINE=1]
	@$(PYTHON) -m assistant.evaluation $(QUESTIONS) $(if $(URL),--url $(URL)) $(if $(BASELINE),--baseline)

explain: $(ENCODER) $(STORE) $(MODEL) ## says why Q="a question" is answered as it is
	@$(PYTHON) -W ignore -m assistant.explain "$$Q"

coverage: $(ENVIRONMENT) ## writes docs/coverage.md from the topic files
	@$(PYTHON) -m assistant.store.coverage

store: $(STORE) ## builds the policy store from the topic files
encoder: $(ENCODER) ## fetches the sentence encoder
environment: $(ENVIRONMENT) ## makes .venv with the locked dependencies

lock: ## renews requirements.txt and requirements-test.txt (needs uv)
	uv pip compile -q --python-version 3.10 --generate-hashes --custom-compile-command "make lock" requirements.in -o requirements.txt
	uv pip compile -q --python-version 3.10 --generate-hashes --custom-compile-command "make lock" requirements-test.in -o requirements-test.txt

schema: $(ENVIRONMENT) ## writes docs/topic.schema.json from the code
	@$(PYTHON) -m assistant.store.schema

lint: $(ENVIRONMENT) ## checks the code's style
	@$(PYTHON) -m ruff check .

clean: ## removes what was built (not .venv)
	rm -rf build models/*.tar.gz reports .rasa

$(ENVIRONMENT): requirements.txt requirements-test.txt .python-version setup/environment.sh
	@python=$$(sh setup/find_python.sh) && sh setup/step.sh "Installing the locked dependencies into .venv" sh setup/environment.sh "$$python"
	@touch $@

$(ENCODER): setup/encoder.py setup/encoder_graph.py | $(ENVIRONMENT)
	$(STEP) "Fetching the sentence encoder (80 MB)" $(PYTHON) -m setup.encoder

$(STORE): $(TOPICS) $(STORE_CODE) | $(ENVIRONMENT)
	$(STEP) "Building the policy store" $(PYTHON) -m assistant.store.database

$(MODEL): $(TRAINED_FROM) $(ENCODER) | $(ENVIRONMENT)
	$(STEP) "Training the model" $(PYTHON) -m rasa train --fixed-model-name assistant --out models
	@touch $@
