package load

import (
	"bytes"
	"fmt"
	"io"
	"math/bits"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"github.com/parquet-go/parquet-go"
)

func pointers[T any](rows []T) []*T {
	out := make([]*T, len(rows))
	for i := range rows {
		out[i] = &rows[i]
	}
	return out
}

// TestNULLsStayNULL writes random patterns of known and unknown values and reads them back.
func TestNULLsStayNULL(t *testing.T) {
	type nullable struct {
		EventMode  *string `parquet:"event_mode,optional"`
		SourceName *string `parquet:"source_name,optional"`
	}
	r := rand.New(rand.NewPCG(1, 2))
	for n := 1; n < 300; n += 1 + n/8 {
		rows := make([]EventRow, n)
		for i := range rows {
			rows[i].EventID = "id"
			if r.IntN(n) < 3 {
				rows[i].EventMode = "seize"
			}
			if r.IntN(3) > 0 {
				rows[i].SourceName = "Turkey"
			}
		}
		var b bytes.Buffer
		if err := writeParquet(&b, pointers(rows), nil); err != nil {
			t.Fatal(err)
		}
		got, err := parquet.Read[nullable](bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		for i := range got {
			if (got[i].EventMode == nil) != (rows[i].EventMode == "") || (got[i].SourceName == nil) != (rows[i].SourceName == "") {
				t.Fatalf("%d rows: row %d changed on its way", n, i)
			}
		}
	}
}

// TestBatches: a file is the same whether its rows are written in twos, with room for whole
// pages, or in batches with the room that they are known to need.
func TestBatches(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	tables := newTables()
	for _, n := range []int{0, 1, 5, 40, 200, 900, 3000, 9000} {
		articles, mentions := make([]ArticleRow, n), make([]MentionRow, n)
		for i := range n {
			a, m := &articles[i], &mentions[i]
			a.ArticleID, a.SourceURI, m.ArticleID = fmt.Sprint(i), "uri", fmt.Sprint(i)
			if n > 1000 { // more than a dictionary holds, and than a page
				a.SourceURI = fmt.Sprintf("%0400d", r.Int64())
			}
			for range r.IntN(30) {
				a.Text += fmt.Sprint("word", r.IntN(1000), " ")
				a.Bylines = append(a.Bylines, fmt.Sprint(r.IntN(1000)))
			}
			if r.IntN(3) == 0 {
				m.ActorCode, a.Headline, a.PublishedDate = "TUR", "Peace", ptr(Day(r.IntN(9)))
			}
			m.Text = a.Text
		}
		sameFile(t, articles, tables.articles.sorting)
		sameFile(t, mentions, tables.mentions.sorting)
	}
}

func sameFile[T Row](t *testing.T, rows []T, sorting []parquet.SortingColumn) {
	t.Helper()
	var whole, small bytes.Buffer
	w := newRowWriter[T](&whole, sorting, defaultGroup)
	for few := range slices.Chunk(slices.Clone(rows), safeRows) {
		for i := range few {
			w.mend.mend(unsafe.Pointer(&few[i]), w.known, 1)
		}
		if _, err := w.pw.Write(few); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.close(); err != nil {
		t.Fatal(err)
	}
	if err := writeParquet(&small, pointers(rows), sorting); err != nil {
		t.Fatal(err)
	}
	if len(rows) < 1000 && !bytes.Equal(whole.Bytes(), small.Bytes()) { // of more, pages end elsewhere
		t.Errorf("%d rows: %d bytes, in twos %d", len(rows), small.Len(), whole.Len())
	}
	want, err := parquet.Read[T](bytes.NewReader(whole.Bytes()), int64(whole.Len()))
	if err != nil {
		t.Fatal(err)
	}
	got, err := parquet.Read[T](bytes.NewReader(small.Bytes()), int64(small.Len()))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%d rows: %v, other rows than in twos", len(rows), err)
	}
}

// TestBatchesOfAnyPattern writes rows whose strings are there in all patterns, sparse, dense
// and in runs, in batches and in twos.
func TestBatchesOfAnyPattern(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for n := 1; n < 260; n += 1 + n/20 {
		rows := make([]EventRow, n)
		for _, field := range stringFieldsOf(reflect.TypeFor[EventRow]()).strings {
			start, run, share := r.IntN(n), r.IntN(n), r.IntN(4)
			for i := range rows {
				has := r.IntN(4) < share
				if share == 0 { // one run
					has = i >= start && i < start+run
				}
				if has {
					*(*string)(unsafe.Add(unsafe.Pointer(&rows[i]), field)) = fmt.Sprint("v", r.IntN(9))
				}
			}
		}
		sameFile(t, rows, nil)
	}
}

// TestMisread compares what misread says with what parquet-go does.
func TestMisread(t *testing.T) {
	type row struct {
		S string `parquet:"s,optional"`
	}
	bad := 0
	for n := 3; n <= 12; n++ {
		for pattern := range uint64(1) << n {
			rows := make([]row, n)
			for i := range rows {
				if pattern>>i&1 == 1 {
					rows[i].S = "x"
				}
			}
			var b bytes.Buffer
			w := parquet.NewGenericWriter[row](&b)
			if _, err := w.Write(rows); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			f, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
			if err != nil {
				t.Fatal(err)
			}
			index, err := f.RowGroups()[0].ColumnChunks()[0].ColumnIndex()
			if err != nil {
				t.Fatal(err)
			}
			wrong := index.NullCount(0) != int64(n-bits.OnesCount64(pattern))
			if wrong != misread([]uint64{pattern}, n) {
				t.Fatalf("%d rows, %b: misread %v", n, pattern, wrong)
			}
			if wrong {
				bad++
			}
		}
	}
	if bad == 0 {
		t.Error("parquet-go does not misread any more: batch.go is not needed")
	}
}

// TestOptionalColumns: what next looks at are all the columns that can be misread.
func TestOptionalColumns(t *testing.T) {
	for _, row := range []reflect.Type{reflect.TypeFor[ArticleRow](), reflect.TypeFor[MentionRow](), reflect.TypeFor[EventRow]()} {
		for i := range row.NumField() {
			f := row.Field(i)
			kind := f.Type.Kind()
			if strings.Contains(f.Tag.Get("parquet"), ",optional") && kind != reflect.String && kind != reflect.Pointer && (kind != reflect.Slice || f.Type.Elem().Kind() == reflect.Uint8) {
				t.Errorf("%s.%s is an optional %s", row.Name(), f.Name, f.Type)
			}
		}
	}
}

// TestWriterIsUsedAgain: a writer that has written other files writes the same bytes as a
// new one, whichever columns had values in those.
func TestWriterIsUsedAgain(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	tables := newTables()
	used := 0
	for _, n := range []int{5, 0, 3000, 1, 40, 9000, 200, 3, 0, 77, 2, 2, 500, 1, 1} {
		mentions, events := make([]MentionRow, n), make([]EventRow, n)
		share := r.Float64()
		for i := range n {
			m, e := &mentions[i], &events[i]
			m.ArticleID, e.ArticleID, e.EventID = fmt.Sprint(i), fmt.Sprint(i), fmt.Sprint("e", i)
			if n > 1000 { // more than a dictionary holds, and than a page
				m.Text = fmt.Sprintf("%0400d", r.Int64())
			}
			for _, s := range []*string{&m.ActorCode, &m.ActorName, &e.SourceCode, &e.TargetCode, &e.EventMode} {
				if r.Float64() < share {
					*s = fmt.Sprint("code", r.IntN(30))
				}
			}
			if r.Float64() < share {
				m.PublishedDate, e.SourceOthers = ptr(Day(r.IntN(9))), []string{"a", "b"}
			}
		}
		before := tables.events.writer
		sameAgain(t, &tables.mentions, mentions)
		sameAgain(t, &tables.events, events)
		if before != nil && before == tables.events.writer {
			used++
		}
	}
	if used == 0 {
		t.Error("no writer was used again")
	}
}

func sameAgain[T Row](t *testing.T, table *table[T], rows []T) {
	t.Helper()
	var fresh, again bytes.Buffer
	if err := newRowWriter[T](&fresh, table.sorting, defaultGroup).file(pointers(rows)); err != nil {
		t.Fatal(err)
	}
	if err := table.write(&again, pointers(rows)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(fresh.Bytes(), again.Bytes()) {
		t.Errorf("%d rows: %d bytes, from a new writer %d", len(rows), again.Len(), fresh.Len())
	}
}

// TestBloomFilters asks the filters of a file for all values that are there, with and
// without a dictionary, and for some that are not.
func TestBloomFilters(t *testing.T) {
	const n = 50_000
	rows := benchMentions(n)
	for i := range rows {
		rows[i].ArticleID = shortID("a", fmt.Sprint(i)) + shortID("b", fmt.Sprint(i)) // more than a dictionary holds
	}
	var b bytes.Buffer
	if err := writeParquet(&b, pointers(rows), newTables().mentions.sorting); err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	chunk := func(name string) parquet.ColumnChunk {
		leaf, ok := f.Schema().Lookup(name)
		if !ok {
			t.Fatalf("no column %s", name)
		}
		return f.RowGroups()[0].ColumnChunks()[leaf.ColumnIndex]
	}
	for name, value := range map[string]func(*MentionRow) string{
		"article_id": func(m *MentionRow) string { return m.ArticleID }, "actor_code": func(m *MentionRow) string { return m.ActorCode },
	} {
		filter := chunk(name).BloomFilter()
		if filter == nil {
			t.Fatalf("%s has no filter", name)
		}
		wrong := 0
		for i := range rows {
			if v := value(&rows[i]); v != "" {
				if ok, err := filter.Check(parquet.ValueOf(v)); err != nil || !ok {
					t.Fatalf("%s: %q is said to be missing (%v)", name, v, err)
				}
			}
			if ok, _ := filter.Check(parquet.ValueOf(fmt.Sprint("none ", i))); ok {
				wrong++
			}
		}
		if wrong > n/20 {
			t.Errorf("%s: %d of %d values that are not there seem to be", name, wrong, n)
		}
	}
	if chunk("text").BloomFilter() != nil {
		t.Error("text has a filter")
	}
}

// benchMentions are n rows as a run makes them: thirty to an article, of all four kinds,
// the articles in no order.
func benchMentions(n int) []MentionRow {
	rows := make([]MentionRow, n)
	day := Day(18302)
	for i := range rows {
		article := fmt.Sprintf("%016x%016x", mix(uint64(i/30)), mix(uint64(i/30+1)))
		r := MentionRow{
			MentionID: shortID(article, fmt.Sprint(i)), ArticleID: article, PublishedDate: &day, Start: int32(i%30) * 97,
			Sentence: int32(i % 30), Confidence: 0.5 + float64(i%40)/80, Rule: fmt.Sprintf("rule-%d", i%17),
		}
		switch i % 4 {
		case 0:
			r.Kind, r.Text, r.DateType, r.DateValue, r.DateStart, r.DateEnd, r.DatePrecision, r.DateBasis = "date", "Monday", "date", "2020-02-10", &day, &day, "day", "weekday"
		case 1:
			r.Kind, r.Text, r.NumberValue, r.NumberLow, r.NumberBound, r.NumberNoun, r.NumberType = "number", fmt.Sprint(i%997), ptr(float64(i%997)), ptr(float64(i%997)), "exact", "soldier", "count"
		case 2:
			r.Kind, r.Text, r.PlaceName, r.PlaceGeonameID, r.PlaceFeature = "place", fmt.Sprintf("Town %d", i%501), fmt.Sprintf("Town %d", i%501), ptr(int64(i%501)), "city"
			r.PlaceCountry, r.PlaceLat, r.PlaceLon = "SYR", ptr(float64(i%501)/3), ptr(float64(i%501)/7)
		default:
			r.Kind, r.Text, r.ActorName, r.ActorKind, r.ActorCountry, r.ActorSector, r.ActorCode, r.ActorID = "actor", fmt.Sprintf("Minister %d", i%701), fmt.Sprintf("Minister %d", i%701), "person", "TUR", "GOV", "TURGOV", shortID(article, "x")
		}
		r.End = r.Start + int32(len(r.Text))
		rows[i] = r
	}
	return rows
}

// cpuTime is what the process has used: the machine may be busy with other things.
func cpuTime() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		panic(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// BenchmarkWriteMentions counts rows sorted and written per second of one core.
func BenchmarkWriteMentions(b *testing.B) {
	rows := benchMentions(60_000)
	t := newTables().mentions
	began := cpuTime()
	for b.Loop() {
		sorted := pointers(rows)
		t.sort(sorted)
		if err := writeParquet(io.Discard, sorted, t.sorting); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(rows)*b.N)/(cpuTime()-began).Seconds(), "rows/cpu-s")
}

func TestEmptyStringsAreNULL(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir, Options{RunID: "r"})
	r := testRows(0)
	r.Events[0].EventMode = "mode"[4:] // empty, but not the zero string
	add(t, w, r)
	if _, err := w.Commit(func(*Manifest) {}); err != nil {
		t.Fatal(err)
	}
	type nullable struct {
		EventMode *string `parquet:"event_mode,optional"`
	}
	rows, err := parquet.ReadFile[nullable](filepath.Join(dir, "events/published_date=2020-02-10/r-0000.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	if rows[0].EventMode != nil {
		t.Errorf("event_mode is %q, want NULL", *rows[0].EventMode)
	}
}
