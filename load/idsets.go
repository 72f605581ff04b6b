package load

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"

	"dateline/load/store"
)

// idSets are the article ids of partitions, read when a partition is first written to.
type idSets struct {
	store  store.Store
	loaded map[string]bool // partitions
	set    keySet
}

// load reads the ids of a partition. Those that are to be dropped are as good as gone.
func (s *idSets) load(part string, state *State, drop map[string]bool) error {
	if s.loaded[part] {
		return nil
	}
	s.loaded[part] = true
	for _, f := range state.files(TableArticles, part) {
		if err := s.read(part, f.Path, drop); err != nil {
			return err
		}
	}
	return nil
}

// read adds the ids of a file but those of drop.
func (s *idSets) read(part, name string, drop map[string]bool) error {
	var failed error
	err := readKeys(s.store, name, func(k *rowKey) {
		if drop[k.ArticleID] || failed != nil {
			return
		}
		_, failed = s.add(part, k.ArticleID)
	})
	if failed != nil {
		return failed
	}
	return err
}

// add adds an id, and reports whether it is new to its partition.
func (s *idSets) add(part, id string) (fresh bool, err error) {
	return s.set.add(idKey(part, id))
}

// idKey is an id in a partition, in few bytes that are spread evenly.
func idKey(part, id string) (k setKey) {
	packed, err := hex.DecodeString(id)
	if err != nil || len(packed) != len(k) {
		sum := sha256.Sum256([]byte(id)) // not one of ours
		packed = sum[:len(k)]
	}
	h := hashString(part)
	first := mix(binary.LittleEndian.Uint64(packed) ^ h)
	binary.LittleEndian.PutUint64(k[:], first)
	binary.LittleEndian.PutUint64(k[8:], mix(binary.LittleEndian.Uint64(packed[8:])^h^first))
	return k
}
