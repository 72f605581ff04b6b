package load

import (
	"encoding/binary"
	"os"
	"testing"
)

// TestKeySet: what was added is there, in memory and in the file it grows into.
func TestKeySet(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var s keySet
	key := func(i int) (k setKey) {
		binary.LittleEndian.PutUint64(k[:], mix(uint64(i)))
		return k
	}
	const n = 10 * setInMemory
	for i := range n {
		if fresh, err := s.add(key(i)); err != nil || !fresh {
			t.Fatalf("key %d: fresh %v, %v", i, fresh, err)
		}
		if fresh, err := s.add(key(i / 2)); err != nil || fresh {
			t.Fatalf("key %d is there: fresh %v, %v", i/2, fresh, err)
		}
	}
	if s.file == nil || s.few != nil || s.n != n {
		t.Errorf("%d keys, %d of them in memory", s.n, len(s.few))
	}
	if err := s.close(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// TestKeySetWithoutRoom: a file that cannot be made is an error that says where.
func TestKeySetWithoutRoom(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()+"/none")
	var s keySet
	for i := range setInMemory {
		var k setKey
		binary.LittleEndian.PutUint64(k[:], mix(uint64(i)))
		if _, err := s.add(k); err != nil {
			return
		}
	}
	t.Error("no error")
}
