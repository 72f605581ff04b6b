package load

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// setKey is an element of a keySet: a hash.
type setKey [16]byte

const (
	setInMemory  = 16 << 10 // keys; more of them lie in a file
	setPageKeys  = 64
	setPageBytes = setPageKeys * len(setKey{})
)

// keySet is a set in memory that does not grow with it: beyond some thousand keys it is a
// hash table in a temporary file, of pages that a key's first bits choose. The zero value
// is an empty set. It must be closed.
type keySet struct {
	few  map[setKey]struct{}
	file *os.File
	bits int // the file has 1<<bits pages
	n    int // keys in the file
	page [setPageBytes]byte
}

// add adds a key and reports whether it is new.
func (s *keySet) add(k setKey) (fresh bool, err error) {
	if k == (setKey{}) {
		k[0] = 1 // a free place is all zeros
	}
	if s.file != nil {
		return s.addToFile(k)
	}
	if _, there := s.few[k]; there {
		return false, nil
	}
	if s.few == nil {
		s.few = map[setKey]struct{}{}
	}
	s.few[k] = struct{}{}
	if len(s.few) < setInMemory {
		return true, nil
	}
	return true, s.spill()
}

// spill moves the keys from memory to a file.
func (s *keySet) spill() (err error) {
	if s.file, err = os.CreateTemp("", "dateline-ids-"); err != nil {
		return err
	}
	os.Remove(s.file.Name()) // no one else opens it; where that fails close removes it
	s.bits = 9
	if err := s.file.Truncate(int64(setPageBytes) << s.bits); err != nil {
		return s.broken(err)
	}
	for k := range s.few {
		if _, err := s.addToFile(k); err != nil {
			return err
		}
	}
	s.few = nil
	return nil
}

// pageOf is the number of a key's page.
func (s *keySet) pageOf(k setKey) int64 { return int64(binary.BigEndian.Uint64(k[:]) >> (64 - s.bits)) }

func (s *keySet) addToFile(k setKey) (fresh bool, err error) {
	for {
		at := s.pageOf(k) * int64(setPageBytes)
		if _, err := s.file.ReadAt(s.page[:], at); err != nil {
			return false, s.broken(err)
		}
		i, there := findKey(s.page[:], k)
		if there {
			return false, nil
		}
		if i < setPageKeys && 2*s.n < setPageKeys<<s.bits {
			s.n++
			if _, err := s.file.WriteAt(k[:], at+int64(i*len(k))); err != nil {
				return false, s.broken(err)
			}
			return true, nil
		}
		if err := s.double(); err != nil {
			return false, err
		}
	}
}

// findKey finds a key in a page, or the first free place; setPageKeys where there is none.
func findKey(page []byte, k setKey) (place int, there bool) {
	for i := range setPageKeys {
		switch setKey(page[i*len(k):]) {
		case k:
			return i, true
		case setKey{}:
			return i, false
		}
	}
	return setPageKeys, false
}

// double doubles the file: a page's keys go to two that stand where it stood, and the last
// page is the first to go.
func (s *keySet) double() error {
	s.bits++
	var two [2][setPageBytes]byte
	for i := int64(1)<<(s.bits-1) - 1; i >= 0; i-- {
		if _, err := s.file.ReadAt(s.page[:], i*int64(setPageBytes)); err != nil {
			return s.broken(err)
		}
		var n [2]int
		for j := range two {
			clear(two[j][:])
		}
		for at := 0; at < setPageBytes; at += len(setKey{}) {
			k := setKey(s.page[at:])
			if k == (setKey{}) {
				break
			}
			side := s.pageOf(k) & 1
			n[side] += copy(two[side][n[side]:], k[:])
		}
		for j := range two {
			if _, err := s.file.WriteAt(two[j][:], (2*i+int64(j))*int64(setPageBytes)); err != nil {
				return s.broken(err)
			}
		}
	}
	return nil
}

func (s *keySet) broken(err error) error {
	return fmt.Errorf("article ids in a temporary file: %w (TMPDIR says where it lies)", err)
}

// close frees the file.
func (s *keySet) close() error {
	s.few = nil
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if rerr := os.Remove(s.file.Name()); !errors.Is(rerr, fs.ErrNotExist) {
		err = errors.Join(err, rerr)
	}
	s.file = nil
	return err
}
