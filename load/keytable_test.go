package load

import (
	"math/rand/v2"
	"testing"
)

// TestKeyTable compares the index's table with a map, while entries come and go.
func TestKeyTable(t *testing.T) {
	const room = 300
	r := rand.New(rand.NewPCG(1, 1))
	var entries []storyEntry
	var table keyTable
	type name struct {
		key uint64
		k   int
	}
	want := map[name]int{}
	for n := range 5000 {
		e := storyEntry{Signed: r.IntN(8) > 0, ID: uint64(r.IntN(40)) << 40}
		for i := range e.Sig {
			e.Sig[i] = uint8(r.IntN(3)) // so that many have bands in common
		}
		i := n % room
		if len(entries) < room {
			entries = append(entries, e)
		} else {
			for k := range entryKeys {
				if key, ok := entries[i].key(k); ok && want[name{key, k}] == i {
					delete(want, name{key, k})
				}
			}
			table.remove(entries, i)
			entries[i] = e
		}
		table.add(entries, i)
		for k := range entryKeys {
			if key, ok := e.key(k); ok {
				want[name{key, k}] = i
			}
		}
		if table.used != len(want) {
			t.Fatalf("%d entries: %d keys, want %d", n, table.used, len(want))
		}
		for k := range entryKeys {
			probe := &entries[r.IntN(len(entries))]
			key, ok := probe.key(k)
			at, there := want[name{key, k}]
			if got, found := table.find(entries, probe, k); found != (ok && there) || found && got != at {
				t.Fatalf("%d entries: key %d: %d %v, want %d %v", n, k, got, found, at, there)
			}
		}
	}
}
