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
	Words int32  // how many tokens it covers
	Exact string // an acronym, to be found as printed; empty for other names
	Short bool   // a surname alone: holds only while its bearer is in office, or is the only one
	next  int32
}

// Book finds actors by their names. It is immutable.
type Book struct {
	entries []Entry
	names   []Name
	index   Index
}

//go:embed book.tsv
var bookTSV string

// Load is the embedded book with the user's actors over it (see Merge), read once.
var Load = sync.OnceValue(loadMerged)

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
	names, words := 0, 0
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
		names += strings.Count(f[0], "|") + 1
		words += countWords(f[0])
	}
	b.names = make([]Name, 0, names)
	b.index = NewIndex(words)
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

// countWords is at least the number of words of names.
func countWords(s string) int {
	n := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ' ', '-', '/', '|', '\'', '\n':
			n++
		}
	}
	return n + strings.Count(s, "’")
}

func day(s string) Day {
	n, _ := strconv.Atoi(s)
	return Day(n)
}

// add enters one name.
func (b *Book) add(e *Entry, name string) {
	n := Name{Entry: e, next: -1}
	if strings.HasPrefix(name, "~") {
		name, n.Short = name[1:], true
	}
	if IsAcronym(name) {
		n.Exact = name
	}
	at, words := b.index.Add(name)
	if at == nil {
		return
	}
	n.Words, n.next = int32(words), *at
	b.names = append(b.names, n)
	*at = int32(len(b.names) - 1)
}

// Match is a name found at the beginning of a run of tokens.
type Match struct {
	Tokens int // how many tokens it covers, skipped ones within included
	first  int32
	book   *Book
}

// Longest finds the longest name that begins with keys[0]. It does not allocate.
func (b *Book) Longest(keys []Key) (m Match, ok bool) {
	v, n := b.index.Longest(keys)
	return Match{Tokens: n, first: v, book: b}, n > 0
}

// Several reports whether more than one entry goes by the name.
func (m Match) Several() bool { return m.first >= 0 && m.book.names[m.first].next >= 0 }

// All yields the entries that go by the name.
func (m Match) All(yield func(*Name) bool) {
	for i := m.first; i >= 0; i = m.book.names[i].next {
		if !yield(&m.book.names[i]) {
			return
		}
	}
}
