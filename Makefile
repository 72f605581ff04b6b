.PHONY: build test lint
build:
	CGO_ENABLED=0 go build -trimpath -o dateline ./cmd/dateline
test:
	go test ./...
lint:
	go vet ./...

# The parser's model, from the treebanks. Same files, same bytes.
.PHONY: models models-parse
models: models-parse
models-parse:
	go run ./transform/text/parse/train -out transform/text/parse/model.bin.gz ../shared/train/ud/*.conllu
