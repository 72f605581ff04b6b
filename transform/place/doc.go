// Package place finds toponyms and resolves them.
package place
