// Package own keeps what a user adds to an embedded table until the table is built.
package own

import (
	"fmt"
	"slices"
	"sync"
)

// Entries are a user's additions to one table. The zero value is empty and open.
type Entries[T any] struct {
	mu      sync.Mutex
	entries []T
	taken   bool
}

// Add keeps entries for the table, which of names it in the error. check, where there is one,
// sees all entries with the new ones behind; if it fails none of the new ones is kept.
// Add fails when the table is built already.
func (e *Entries[T]) Add(of string, check func(all []T) error, entries ...T) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.taken {
		return fmt.Errorf("%s is in use already", of)
	}
	all := append(slices.Clone(e.entries), entries...)
	if check != nil {
		if err := check(all); err != nil {
			return err
		}
	}
	e.entries = all
	return nil
}

// Take returns the entries for the table that is built now, and lets none come after it.
func (e *Entries[T]) Take() []T {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.taken = true
	return e.entries
}
