package book

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Kind is what sort of actor an entry is.
type Kind byte

// The kinds, as the book's second column has them.
const (
	Person       Kind = 'p'
	Organisation Kind = 'o'
	State        Kind = 's'
	Group        Kind = 'g'
)

// String is the kind as actor_kind has it.
func (k Kind) String() string {
	switch k {
	case Person:
		return "person"
	case Organisation:
		return "organisation"
	case State:
		return "state"
	case Group:
		return "group"
	}
	return ""
}

// Day is a calendar day as yyyymmdd; 0 is an open side.
type Day int32

// DayOf is the day of t; 0 for the zero time.
func DayOf(t time.Time) Day {
	if t.IsZero() {
		return 0
	}
	y, m, d := t.Date()
	return Day(y*10000 + int(m)*100 + d)
}

// Row is what an actor is during a stretch of time.
type Row struct {
	From, To Day    // both inclusive
	Country  string // alpha-3 or IGO, NGO, IMG, MNC
	Sector   string // PLOVER
	Spec     string // what the CAMEO code has after the sector
	Role     string // office
}

// Entry is an actor of the book.
type Entry struct {
	Name string // canonical
	Kind Kind
	Rows []Row // in order of From
}

// At is the row in force on a day. Without a day it is the last row. On a day outside of
// all rows it is the nearest row, and in is false.
func (e *Entry) At(d Day) (r *Row, in bool) {
	last := &e.Rows[len(e.Rows)-1]
	if d == 0 {
		return last, true
	}
	for i := len(e.Rows) - 1; i >= 0; i-- {
		r := &e.Rows[i]
		if r.From <= d {
			return r, r.To == 0 || d <= r.To
		}
	}
	return &e.Rows[0], false
}

// Name is a name an entry goes by.
type Name struct {
	Entry *Entry
	Words int32 // how many tokens it covers
	Exact string // an acronym, to be found as printed; empty for other names
	Short bool   // a surname alone: holds only while its bearer is in office, or is the only one
	next  int32
}

// Book finds actors by their names. It is immutable.
type Book struct {
	entries []Entry
	names   []Name
	slots   []slot // open addressing; a power of two
}

type slot struct {
	hash uint64
	name int32 // first of a chain; -1: only the beginning of longer names
}

//go:embed book.tsv
var bookTSV string

// Load is the embedded book, read once.
var Load = sync.OnceValue(func() *Book { return parse(bookTSV) })

// parse reads the book's lines: names, kind, country, sector, spec, from, to, role.
func parse(tsv string) *Book {
	b := &Book{}
	lines := strings.Count(tsv, "\n")
	b.entries = make([]Entry, 0, lines)
	rows := make([]Row, 0, lines)
	type pending struct {
		entry int32
		names string
	}
	var todo []pending
	total := 0
	for line := range strings.Lines(tsv) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		var f [8]string
		for i := range f {
			f[i], line, _ = strings.Cut(line, "\t")
		}
		rows = append(rows, Row{Country: f[2], Sector: f[3], Spec: f[4], From: day(f[5]), To: day(f[6]), Role: f[7]})
		if f[0] == "" { // a further row of the entry above
			e := &b.entries[len(b.entries)-1]
			e.Rows = rows[len(rows)-len(e.Rows)-1:]
			continue
		}
		name, _, _ := strings.Cut(f[0], "|")
		b.entries = append(b.entries, Entry{Name: name, Kind: Kind(f[1][0]), Rows: rows[len(rows)-1:]})
		todo = append(todo, pending{int32(len(b.entries) - 1), f[0]})
		total += strings.Count(f[0], "|") + 1
	}
	b.names = make([]Name, 0, total)
	size := 1
	for size < total*5 {
		size <<= 1
	}
	b.slots = make([]slot, size)
	for _, p := range todo {
		rest := p.names
		for more := true; more; {
			var n string
			n, rest, more = strings.Cut(rest, "|")
			b.add(&b.entries[p.entry], n)
		}
	}
	return b
}

func day(s string) Day {
	n, _ := strconv.Atoi(s)
	return Day(n)
}

// add enters one name: its own slot, and one for each of its beginnings.
func (b *Book) add(e *Entry, name string) {
	n := Name{Entry: e, next: -1}
	if strings.HasPrefix(name, "~") {
		name, n.Short = name[1:], true
	}
	if isAcronym(name) {
		n.Exact = name
	}
	var h uint64
	words := int32(0)
	var at *slot
	for w := range Words(name) {
		k := KeyOf(w)
		if k <= Break {
			continue
		}
		h = join(h, k)
		words++
		at = b.slot(h)
		if at.hash == 0 {
			*at = slot{hash: h, name: -1}
		}
	}
	if at == nil {
		return
	}
	n.Words, n.next = words, at.name
	b.names = append(b.names, n)
	at.name = int32(len(b.names) - 1)
}

// slot is where h is, or where it would go.
func (b *Book) slot(h uint64) *slot {
	mask := uint64(len(b.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if s := &b.slots[i]; s.hash == h || s.hash == 0 {
			return s
		}
	}
}

// Words cuts a name as the tokeniser does: at spaces, hyphens and slashes, and before 's.
func Words(name string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for f := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '-' || r == '/' }) {
			stem, clitic := f, ""
			for _, s := range []string{"'s", "’s"} {
				if strings.HasSuffix(f, s) && len(f) > len(s) {
					stem, clitic = strings.TrimSuffix(f, s), "s"
				}
			}
			if !yield(stem) || clitic != "" && !yield(clitic) {
				return
			}
		}
	}
}

// isAcronym reports whether a name has capitals and no small letter: it must then be
// printed so ("US", "who" is not "WHO").
func isAcronym(s string) bool {
	upper := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z' || c >= 0x80:
			return false
		case c >= 'A' && c <= 'Z':
			upper = true
		}
	}
	return upper
}

// Match is a name found at the beginning of a run of tokens.
type Match struct {
	Tokens int // how many tokens it covers, skipped ones within included
	first  int32
	book   *Book
}

// Longest finds the longest name that begins with keys[0]. It does not allocate.
func (b *Book) Longest(keys []Key) (m Match, ok bool) {
	var h uint64
	for i, k := range keys {
		if k == Break || i == 0 && k == Skip {
			break
		}
		if k == Skip {
			continue
		}
		h = join(h, k)
		s := b.slot(h)
		if s.hash == 0 {
			break
		}
		if s.name >= 0 {
			m, ok = Match{Tokens: i + 1, first: s.name, book: b}, true
		}
	}
	return m, ok
}

// Find finds a name that is exactly these tokens.
func (b *Book) Find(keys []Key) (Match, bool) {
	m, ok := b.Longest(keys)
	return m, ok && m.Tokens == len(keys)
}

// All yields the entries that go by the name.
func (m Match) All(yield func(*Name) bool) {
	for i := m.first; i >= 0; i = m.book.names[i].next {
		if !yield(&m.book.names[i]) {
			return
		}
	}
}
