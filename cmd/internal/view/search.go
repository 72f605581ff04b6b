package view

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/load"
	"dateline/load/store"
)

// pageEvents is how many events a page shows.
const pageEvents = 25

// Query says which events are wanted. Empty fields want nothing.
type Query struct {
	Words    string // all of them, in the sentence
	Type     string // PLOVER
	Actor    string // part of a name, or the beginning of a code, of either side
	Place    string // part of a name, or a country code
	From, To string // the event's days overlap these, YYYY-MM-DD
	Status   string
	Killed   string // at least so many
	At       string // where to go on: file@row
}

// parseQuery reads a query from a form. The error is what the page says of it.
func parseQuery(v url.Values) (Query, error) {
	get := func(k string) string { return strings.TrimSpace(v.Get(k)) }
	q := Query{get("words"), get("type"), get("actor"), get("place"), get("from"), get("to"), get("status"), get("killed"), v.Get("at")}
	for _, d := range []string{q.From, q.To} {
		if _, err := time.Parse(time.DateOnly, d); d != "" && err != nil {
			return q, fmt.Errorf("%q is no day: want YYYY-MM-DD", d)
		}
	}
	if q.From != "" && q.To != "" && q.To < q.From {
		return q, fmt.Errorf("%s is before %s", q.To, q.From)
	}
	if n, err := strconv.ParseInt(q.Killed, 10, 64); q.Killed != "" && (err != nil || n < 0) {
		return q, fmt.Errorf("%q is no number of people", q.Killed)
	}
	return q, nil
}

// encode is the query as it stands behind the ? of an address, from another place on.
func (q Query) encode(at string) string {
	v := url.Values{}
	for k, s := range map[string]string{
		"words": q.Words, "type": q.Type, "actor": q.Actor, "place": q.Place, "from": q.From, "to": q.To, "status": q.Status, "killed": q.Killed, "at": at,
	} {
		if s != "" {
			v.Set(k, s)
		}
	}
	return v.Encode()
}

// key is what of an event decides whether it fits.
type key struct {
	SentenceText string    `parquet:"sentence_text"`
	EventType    string    `parquet:"event_type,optional"`
	SourceName   string    `parquet:"source_name,optional"`
	SourceCode   string    `parquet:"source_code,optional"`
	TargetName   string    `parquet:"target_name,optional"`
	TargetCode   string    `parquet:"target_code,optional"`
	PlaceName    string    `parquet:"place_name,optional"`
	PlaceCountry string    `parquet:"place_country,optional"`
	Status       string    `parquet:"status"`
	DateStart    *load.Day `parquet:"date_start,optional,date"`
	DateEnd      *load.Day `parquet:"date_end,optional,date"`
	KilledLow    *int64    `parquet:"killed_low,optional"`
	KilledHigh   *int64    `parquet:"killed_high,optional"`
}

// test is a query made ready.
type test struct {
	words                []string
	actor, place         string
	code, country        string
	typ, status          string
	from, to             string
	killed               int64
	hasKilled, wantsDays bool
}

func (q Query) test() test {
	t := test{
		words: strings.Fields(strings.ToLower(q.Words)), actor: strings.ToLower(q.Actor), place: strings.ToLower(q.Place),
		typ: q.Type, status: q.Status, from: q.From, to: q.To, wantsDays: q.From != "" || q.To != "",
	}
	if q.Actor == strings.ToUpper(q.Actor) {
		t.code = q.Actor
	}
	if len(q.Place) == 3 && q.Place == strings.ToUpper(q.Place) {
		t.country = q.Place
	}
	if q.Killed != "" {
		t.killed, _ = strconv.ParseInt(q.Killed, 10, 64)
		t.hasKilled = true
	}
	return t
}

func (t *test) fits(k *key) bool {
	switch {
	case t.typ == "statement" && k.EventType != "", t.typ != "" && t.typ != "statement" && k.EventType != t.typ:
		return false
	case t.status != "" && k.Status != t.status:
		return false
	case t.hasKilled && !atLeast(k.KilledLow, k.KilledHigh, t.killed):
		return false
	case t.actor != "" && !t.isActor(k.SourceName, k.SourceCode) && !t.isActor(k.TargetName, k.TargetCode):
		return false
	case t.place != "" && !strings.Contains(strings.ToLower(k.PlaceName), t.place) && (t.country == "" || k.PlaceCountry != t.country):
		return false
	case t.wantsDays && !t.inDays(k):
		return false
	case len(t.words) == 0:
		return true
	}
	text := strings.ToLower(k.SentenceText)
	return !slices.ContainsFunc(t.words, func(w string) bool { return !strings.Contains(text, w) })
}

func (t *test) isActor(name, code string) bool {
	return strings.Contains(strings.ToLower(name), t.actor) || t.code != "" && strings.HasPrefix(code, t.code)
}

// inDays reports whether the event's days overlap those wanted; an open side is endless.
func (t *test) inDays(k *key) bool {
	if k.DateStart == nil && k.DateEnd == nil {
		return false
	}
	if t.to != "" && k.DateStart != nil && k.DateStart.String() > t.to {
		return false
	}
	return t.from == "" || k.DateEnd == nil || k.DateEnd.String() >= t.from
}

func atLeast(low, high *int64, n int64) bool {
	return high != nil && *high >= n || low != nil && *low >= n
}

// found is a page of events.
type found struct {
	Events  []event
	Next    string // where to go on; "" at the end
	Cut     bool   // broken off for its time, not for being full
	Files   int    // of events there are
	Through int    // of them looked through
}

// event is an event and the head of its article.
type event struct {
	load.EventRow
	Partition string
	Headline  string
	Agency    string
}

// errMoved is a place to go on that is no more.
var errMoved = errors.New("the dataset has changed since: begin again")

// search finds the next page of events that fit. Files are looked through from the latest
// day of publication on. It breaks off at the deadline, between rows.
func search(ctx context.Context, st store.Store, s *load.State, q Query, deadline time.Time) (*found, error) {
	files := eventFiles(s)
	out := &found{Files: len(files)}
	file, row, err := position(files, q.At)
	if err != nil {
		return out, err
	}
	t := q.test()
	for ; file < len(files); file, row = file+1, 0 {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		name := files[file].Path
		var fits []int64
		next := int64(-1)
		err := load.Scan(st, name, row, func(n int64, k *key) bool {
			if len(out.Events)+len(fits) == pageEvents {
				next = n
				return false
			}
			if n%scanChunk == 0 && time.Now().After(deadline) {
				next, out.Cut = n, true
				return false
			}
			if t.fits(k) {
				fits = append(fits, n)
			}
			return true
		})
		if err != nil {
			return out, err
		}
		if err := out.add(st, name, fits); err != nil {
			return out, err
		}
		if next >= 0 {
			out.Next, out.Through = fmt.Sprintf("%s@%d", name, next), file
			return out, nil
		}
	}
	out.Through = len(files)
	return out, nil
}

// scanChunk is after how many rows the clock is looked at.
const scanChunk = 1024

// add reads the rows that fit in whole.
func (f *found) add(st store.Store, name string, fits []int64) error {
	rows, err := load.ReadNumbers[load.EventRow](st, name, fits)
	for i := range rows {
		f.Events = append(f.Events, event{EventRow: rows[i], Partition: partition(name)})
	}
	return err
}

// eventFiles are the files with events, the latest day of publication first, those without
// one last.
func eventFiles(s *load.State) []load.ManifestFile {
	var out []load.ManifestFile
	for _, f := range s.Files {
		if f.Table == load.TableEvents && f.Rows > 0 {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b load.ManifestFile) int {
		return cmp.Or(cmp.Compare(rank(b.Path), rank(a.Path)), cmp.Compare(a.Path, b.Path))
	})
	return out
}

// rank orders partitions by their day; the one without comes before all days.
func rank(path string) string {
	if p := partition(path); !strings.HasSuffix(p, load.HiveDefaultPartition) {
		return p
	}
	return ""
}

// partition is the directory of a file below its table.
func partition(path string) string {
	parts := strings.Split(path, "/")
	return parts[len(parts)-2]
}

// position finds where to go on.
func position(files []load.ManifestFile, at string) (file int, row int64, err error) {
	if at == "" {
		return 0, 0, nil
	}
	name, n, ok := strings.Cut(at, "@")
	file = slices.IndexFunc(files, func(f load.ManifestFile) bool { return f.Path == name })
	row, perr := strconv.ParseInt(n, 10, 64)
	if !ok || file < 0 || perr != nil || row < 0 || row > files[file].Rows {
		return 0, 0, errMoved
	}
	return file, row, nil
}
