package load

// entryKeys is how many keys an entry is found by: the bands of its signature, and its id.
const entryKeys = bands + 1

// key is one of the keys of an entry; ok is false where it does not have that one.
func (e *storyEntry) key(k int) (key uint64, ok bool) {
	if k < bands {
		return e.Sig.bandKey(k), e.Signed
	}
	return e.ID, e.ID != 0
}

// keyTable finds the latest entry with a key, in four bytes a place: which entry it is,
// which of its keys, and some bits of that. The key itself is the entry's to tell. Places
// behind each other are probed in turn.
type keyTable struct {
	places []uint32 // their number is a power of two
	used   int
}

// A place from its lowest bits up: the key's number, the entry's number and one, bits of
// the key. An empty place is 0.
const (
	placeKeyBits   = 5
	placeEntryBits = 16
	placeTagShift  = placeKeyBits + placeEntryBits
)

// place is what stands for a key of an entry.
func place(key uint64, entry, k int) uint32 {
	return uint32(key>>(64-(32-placeTagShift)))<<placeTagShift | uint32(entry+1)<<placeKeyBits | uint32(k)
}

// entryOfPlace is which entry a place means, and which of its keys.
func entryOfPlace(p uint32) (entry, k int) {
	return int(p>>placeKeyBits&(1<<placeEntryBits-1)) - 1, int(p & (1<<placeKeyBits - 1))
}

// lookup is where a key stands, or the empty place where it would.
func (t *keyTable) lookup(entries []storyEntry, key uint64, k int) (at int, there bool) {
	mask := len(t.places) - 1
	want := place(key, 0, k) &^ (1<<placeTagShift - 1)
	for at = int(key) & mask; t.places[at] != 0; at = (at + 1) & mask {
		if p := t.places[at]; p&^(1<<placeTagShift-1) == want {
			if entry, pk := entryOfPlace(p); pk == k {
				if other, _ := entries[entry].key(k); other == key {
					return at, true
				}
			}
		}
	}
	return at, false
}

// find is the latest entry that has e's key k.
func (t *keyTable) find(entries []storyEntry, e *storyEntry, k int) (entry int, ok bool) {
	key, ok := e.key(k)
	if !ok || t.used == 0 {
		return 0, false
	}
	at, ok := t.lookup(entries, key, k)
	if !ok {
		return 0, false
	}
	entry, _ = entryOfPlace(t.places[at])
	return entry, true
}

// add makes an entry the latest one with its keys.
func (t *keyTable) add(entries []storyEntry, entry int) {
	if 2*(t.used+entryKeys) > len(t.places) {
		t.resize(entries, 2*(entry+1))
	}
	for k := range entryKeys {
		key, ok := entries[entry].key(k)
		if !ok {
			continue
		}
		at, there := t.lookup(entries, key, k)
		if !there {
			t.used++
		}
		t.places[at] = place(key, entry, k)
	}
}

// remove takes out what stands for an entry, which is still there.
func (t *keyTable) remove(entries []storyEntry, entry int) {
	for k := range entryKeys {
		key, ok := entries[entry].key(k)
		if !ok {
			continue
		}
		at, there := t.lookup(entries, key, k)
		if there && t.places[at] == place(key, entry, k) {
			t.clear(entries, at)
		}
	}
}

// clear empties a place, and moves those behind it up that would not be found any more.
func (t *keyTable) clear(entries []storyEntry, at int) {
	mask := len(t.places) - 1
	t.used--
	for next := at; ; {
		next = (next + 1) & mask
		p := t.places[next]
		if p == 0 {
			t.places[at] = 0
			return
		}
		entry, k := entryOfPlace(p)
		key, _ := entries[entry].key(k)
		if home := int(key) & mask; (next-home)&mask >= (next-at)&mask {
			t.places[at] = p
			at = next
		}
	}
}

// resize makes room for so many entries.
func (t *keyTable) resize(entries []storyEntry, n int) {
	size := 1 << 10
	for size < 2*n*entryKeys {
		size *= 2
	}
	old := t.places
	t.places = make([]uint32, size)
	mask := size - 1
	for _, p := range old {
		if p == 0 {
			continue
		}
		entry, k := entryOfPlace(p)
		key, _ := entries[entry].key(k)
		at := int(key) & mask
		for t.places[at] != 0 {
			at = (at + 1) & mask
		}
		t.places[at] = p
	}
}
