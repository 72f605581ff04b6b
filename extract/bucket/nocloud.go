//go:build !cloud

package bucket

import "context"

// Built reports whether this program knows the object stores.
const Built = false

func dial(_ context.Context, l Location) (driver, error) {
	return nil, &URLError{
		l.URI(l.Key), "this program was built without object stores",
		"use the one that 'make build-cloud' builds (go build -tags cloud ./cmd/dateline)",
	}
}
