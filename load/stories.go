package load

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"slices"

	"dateline/extract"
	"dateline/load/store"
)

// DefaultStoryWindow is how many days apart versions of one story may be published.
const DefaultStoryWindow = 7

// maxStories bounds how many articles the index remembers; the oldest go first. An
// article takes about 260 bytes.
const maxStories = 60_000

// fewStories are remembered in as little space as they take; the index of a longer run
// has all of its space at once, so that a run's memory does not depend on how long it is.
const fewStories = 4_000

// storyEntry is what the index keeps of an article, and what a run's .stories file holds.
type storyEntry struct {
	Article, Story [16]byte
	Day            int32 // math.MinInt32 unknown
	At             int64 // publication, microseconds; 0 unknown
	Agency, ID     uint64
	Revises        bool // a correction, update or kill
	Signed         bool
	Sig            signature
}

// stories groups versions and near-duplicates of one story: articles that share most of
// their word 4-grams, or an id of one agency, within the window. The first one met names
// the story.
type stories struct {
	window     int32
	entries    []storyEntry // a ring of maxStories
	next       int          // place of the next entry, modulo maxStories
	keys       keyTable
	fresh      []storyEntry                 // of this run, not saved yet
	saved      int                          // entries of this run that are
	chunks     int                          // files that they are in
	superseded map[string]map[string]string // partition: older article id: newer one
}

func newStories(window int) *stories {
	if window == 0 {
		window = DefaultStoryWindow
	}
	return &stories{window: int32(window), superseded: map[string]map[string]string{}}
}

// openStories loads the signatures of the latest runs.
func openStories(place store.Store, s *State, window int) (*stories, error) {
	st := newStories(window)
	var load [][]storyEntry
	n := 0
	for _, m := range slices.Backward(s.Runs) {
		if n >= maxStories {
			break
		}
		entries, err := readStories(place, runFile(m.RunID, storiesExt))
		if err != nil {
			return nil, err
		}
		load = append(load, entries)
		n += len(entries)
	}
	for _, entries := range slices.Backward(load) {
		for i := range entries {
			st.insert(&entries[i])
		}
	}
	return st, nil
}

// Stories groups the articles of one call where no dataset is written: inspect.
type Stories struct{ index *stories }

// NewStories makes an empty index with the default window.
func NewStories() Stories { return Stories{newStories(0)} }

// Assign sets the story of an article and its events.
func (s Stories) Assign(r *Rows) {
	s.index.assign(r)
	s.index.fresh = nil
}

// assign sets the story of an article and its events.
func (s *stories) assign(r *Rows) {
	a := &r.Article
	e := entryOf(a)
	e.Sig, e.Signed = sign(a.Text)
	s.group(&e)
	a.StoryID = hex.EncodeToString(e.Story[:])
	for i := range r.Events {
		r.Events[i].StoryID = a.StoryID
	}
	s.fresh = append(s.fresh, e)
}

// group finds the entry's story, notes what it supersedes, and remembers it.
func (s *stories) group(e *storyEntry) {
	if old := s.find(e); old != nil {
		e.Story = old.Story
		s.supersede(old, e)
	}
	s.insert(e)
}

func entryOf(a *ArticleRow) storyEntry {
	e := storyEntry{Day: math.MinInt32, Agency: hashString(a.Agency), Revises: revises(a.Status)}
	if id, err := hex.DecodeString(a.ArticleID); err == nil {
		copy(e.Article[:], id)
	}
	e.Story = e.Article
	if a.PublishedDate != nil {
		e.Day = int32(*a.PublishedDate)
	}
	if a.PublishedAt != nil {
		e.At = int64(*a.PublishedAt)
	}
	if a.ExternalID != "" && a.Agency != "" {
		e.ID = hashString(a.Agency + "\x00" + a.ExternalID)
	}
	return e
}

func hashString(s string) (h uint64) {
	h = 14695981039346656037
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

func revises(status string) bool {
	switch extract.Status(status) {
	case extract.StatusCorrection, extract.StatusUpdate, extract.StatusKill, extract.StatusLead:
		return true
	}
	return false
}

// find is the latest article of the story that e belongs to, or nil.
func (s *stories) find(e *storyEntry) *storyEntry {
	var best *storyEntry
	bestLike := 0.0
	for k := range entryKeys {
		i, ok := s.keys.find(s.entries, e, k)
		if !ok {
			continue
		}
		old := &s.entries[i]
		if !s.near(old, e) {
			continue
		}
		like := 0.0
		if old.Signed && e.Signed {
			like = likeness(&old.Sig, &e.Sig)
		}
		if old.ID != 0 && old.ID == e.ID {
			like += 1
		}
		if like > bestLike {
			best, bestLike = old, like
		}
	}
	if bestLike < alike {
		return nil
	}
	return best
}

// near reports whether two articles are within the window; an unknown day is near all.
func (s *stories) near(a, b *storyEntry) bool {
	if a.Day == math.MinInt32 || b.Day == math.MinInt32 {
		return true
	}
	d := a.Day - b.Day
	return d <= s.window && -d <= s.window
}

// supersede marks the older of two versions by one agency when the newer one says that
// it corrects, updates or kills.
func (s *stories) supersede(old, e *storyEntry) {
	newer, older := e, old
	if old.At > e.At {
		newer, older = old, e
	}
	if !newer.Revises || newer.Agency != older.Agency || newer.Article == older.Article {
		return
	}
	part := partitionOf("published_date", nil)
	if older.Day != math.MinInt32 {
		part = partitionOf("published_date", ptr(Day(older.Day)))
	}
	if s.superseded[part] == nil {
		s.superseded[part] = map[string]string{}
	}
	s.superseded[part][hex.EncodeToString(older.Article[:])] = hex.EncodeToString(newer.Article[:])
}

// insert adds an entry, and forgets the oldest when the index is full.
func (s *stories) insert(e *storyEntry) {
	i := s.next % maxStories
	switch {
	case len(s.entries) == maxStories:
		s.keys.remove(s.entries, i)
		s.entries[i] = *e
	case len(s.entries) == fewStories:
		s.entries = append(make([]storyEntry, 0, maxStories), s.entries...)
		s.keys.resize(s.entries, maxStories)
		fallthrough
	default:
		s.entries = append(s.entries, *e)
	}
	s.next++
	s.keys.add(s.entries, i)
}

// storiesChunk is where the entries of a run lie that one checkpoint saves.
func storiesChunk(runID string, i int) string {
	return stagedName(runID, fmt.Sprintf("stories-%06d", i))
}

// save stages the entries of this run that are not saved yet.
func (s *stories) save(st store.Store, runID string) error {
	if len(s.fresh) == 0 {
		return nil
	}
	err := st.Stage(storiesChunk(runID, s.chunks), func(w io.Writer) error { return binary.Write(w, binary.LittleEndian, s.fresh) })
	if err != nil {
		return err
	}
	s.chunks++
	s.saved += len(s.fresh)
	s.fresh = nil
	return nil
}

// publish writes the entries of this run, as many of the latest as the index remembers. No
// one asks for them before the run's manifest is there.
func (s *stories) publish(st store.Store, runID string) error {
	n := min(s.saved+len(s.fresh), len(s.entries))
	if n == 0 {
		return nil
	}
	mine := make([]storyEntry, 0, n)
	for i := s.next - n; i < s.next; i++ {
		mine = append(mine, s.entries[i%maxStories])
	}
	return st.Stage(runFile(runID, storiesExt), func(w io.Writer) error { return binary.Write(w, binary.LittleEndian, mine) })
}

// readStories reads a run's entries; a run without any has no file.
func readStories(st store.Store, name string) ([]storyEntry, error) {
	b, err := store.ReadAll(st, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	size := binary.Size(storyEntry{})
	if len(b)%size != 0 {
		return nil, fmt.Errorf("%s: %w", name, io.ErrUnexpectedEOF)
	}
	out := make([]storyEntry, len(b)/size)
	_, err = binary.Decode(b, binary.LittleEndian, out)
	return out, err
}
