.PHONY: build test lint
build:
	CGO_ENABLED=0 go build -trimpath -o dateline ./cmd/dateline
test:
	go test ./...
lint:
	go vet ./...
