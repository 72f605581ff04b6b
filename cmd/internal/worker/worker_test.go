package worker

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/ipc"

	"dateline/cmd/internal/batch"
	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
	"dateline/transform/pipeline"
)

const fixtures = "../../../fixtures/articles"

var (
	text    = arrow.Field{Name: ColumnText, Type: arrow.BinaryTypes.String, Nullable: true}
	name    = arrow.Field{Name: ColumnName, Type: arrow.BinaryTypes.LargeString, Nullable: true}
	content = arrow.Field{Name: ColumnContent, Type: arrow.BinaryTypes.Binary, Nullable: true}
	path    = arrow.Field{Name: ColumnPath, Type: arrow.BinaryTypes.String, Nullable: true}
)

func options(t *testing.T) Options {
	t.Helper()
	p, err := pipeline.New()
	if err != nil {
		t.Fatal(err)
	}
	return Options{Pipeline: p, Limits: extract.DefaultLimits, Workers: 2, Extract: extract.Options{Published: time.Date(2020, 2, 11, 0, 0, 0, 0, time.UTC)}}
}

// collector takes what a run makes.
type collector struct{ output }

func (c *collector) Add(r *load.Rows) (bool, error) { c.rows = append(c.rows, r); return true, nil }
func (c *collector) Reject(r load.RejectRow) error  { c.rejects = append(c.rejects, r); return nil }
func (c *collector) Due() bool                      { return false }
func (c *collector) Checkpoint(any) error           { return nil }

// files are the fixtures, good and bad.
func files(t *testing.T) []reader.Input {
	t.Helper()
	in, err := reader.List(t.Context(), []string{fixtures, filepath.Join(fixtures, "../bad")}, func(path string, err error) { t.Error(path, err) })
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func work(t *testing.T, in []byte, opt Options) output {
	t.Helper()
	var out bytes.Buffer
	if err := Run(t.Context(), bytes.NewReader(in), &out, opt); err != nil {
		t.Fatal(err)
	}
	return decode(t, out.Bytes())
}

// TestAsRun holds a worker against the batch run, on every fixture, by bytes and by paths.
func TestAsRun(t *testing.T) {
	opt, inputs := options(t), files(t)
	want := &collector{}
	if _, err := batch.Run(t.Context(), batch.Options{Inputs: inputs, Reader: reader.Reader{Limits: opt.Limits}, Extract: opt.Extract, Pipeline: opt.Pipeline, Sink: want}); err != nil {
		t.Fatal(err)
	}
	var bytesRows, pathRows [][]any
	for _, in := range inputs {
		b, err := os.ReadFile(in.Path)
		if err != nil {
			t.Fatal(err)
		}
		bytesRows = append(bytesRows, []any{b, in.URI})
		pathRows = append(pathRows, []any{in.Path})
	}
	for how, in := range map[string][]byte{
		"content": stream(t, []arrow.Field{content, name}, 7, bytesRows...),
		"path":    stream(t, []arrow.Field{path}, 1000, pathRows...),
	} {
		got := work(t, in, opt)
		if len(got.rows) != len(want.rows) || len(got.rejects) != len(want.rejects) || len(got.rows) < 50 || len(got.rejects) < 5 {
			t.Fatalf("%s: %d articles and %d rejects, want %d and %d", how, len(got.rows), len(got.rejects), len(want.rows), len(want.rejects))
		}
		for i := range want.rows {
			if w := asWritten(want.rows[i]); !reflect.DeepEqual(w, got.rows[i]) {
				t.Errorf("%s: %s differs:\n%+v\n%+v", how, want.rows[i].Article.SourceURI, w, got.rows[i])
			}
		}
		for i, w := range want.rejects {
			w.Message = mended(w.Message)
			if !reflect.DeepEqual(w, got.rejects[i]) {
				t.Errorf("%s: reject of %s differs:\n%+v\n%+v", how, w.SourceURI, w, got.rejects[i])
			}
		}
	}
}

// asWritten is a row as files hold it: an empty list is NULL.
func asWritten(r *load.Rows) *load.Rows {
	out := &load.Rows{Article: r.Article, Mentions: append([]load.MentionRow{}, r.Mentions...), Events: append([]load.EventRow{}, r.Events...)}
	empty := func(v reflect.Value) {
		for i := range v.NumField() {
			if f := v.Field(i); f.Kind() == reflect.Slice && f.Len() == 0 {
				f.SetZero()
			}
		}
	}
	empty(reflect.ValueOf(&out.Article).Elem())
	for i := range out.Events {
		empty(reflect.ValueOf(&out.Events[i]).Elem())
	}
	return out
}

// TestColumns holds the columns of the jsonl source against the lines of a file.
func TestColumns(t *testing.T) {
	lines := `{"id":"x1","url":"https://example.org/a?b&c","headline":"Dockers \"end\" strike","text":"TURIN, March 4 - Dockers ended a strike on Monday.\n\nTwo were hurt.","published_at":"2024-03-04T10:00:00Z","agency":"AFP","language":"en","bylines":["Jane Doe","A. N. Other"]}
{"text":"Only a text, <b>no</b> more.","published_at":"2024-03-05"}
{"id":"x3"}
`
	fields := []arrow.Field{
		{Name: "unknown", Type: arrow.PrimitiveTypes.Int64, Nullable: true}, {Name: "id", Type: arrow.BinaryTypes.StringView, Nullable: true},
		{Name: "url", Type: arrow.BinaryTypes.String, Nullable: true}, {Name: "headline", Type: arrow.BinaryTypes.String, Nullable: true}, text,
		{Name: "published_at", Type: timestamp, Nullable: true}, {Name: "agency", Type: arrow.BinaryTypes.String, Nullable: true},
		{Name: "language", Type: arrow.BinaryTypes.String, Nullable: true}, {Name: "bylines", Type: arrow.ListOf(arrow.BinaryTypes.String), Nullable: true},
		name, {Name: ColumnOffset, Type: arrow.PrimitiveTypes.Int64, Nullable: true},
	}
	second := strings.Index(lines, "\n") + 1
	third := second + strings.Index(lines[second:], "\n") + 1
	at := int(time.Date(2024, 3, 4, 10, 0, 0, 0, time.UTC).UnixMicro())
	got := work(t, stream(t, fields, 2,
		[]any{7, "x1", "https://example.org/a?b&c", `Dockers "end" strike`, "TURIN, March 4 - Dockers ended a strike on Monday.\n\nTwo were hurt.", at, "AFP", "en", []string{"Jane Doe", "A. N. Other"}, "day.jsonl", 0},
		[]any{nil, nil, nil, nil, "Only a text, <b>no</b> more.", int(time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC).UnixMicro()), nil, nil, nil, "day.jsonl", second},
		[]any{nil, "x3", nil, nil, nil, nil, nil, nil, nil, "day.jsonl", third},
	), options(t))
	want := work(t, stream(t, []arrow.Field{content, name}, 1, []any{[]byte(lines), "day.jsonl"}), options(t))
	if len(want.rows) != 2 || len(want.rejects) != 1 || len(got.rows) != 2 || !reflect.DeepEqual(want.rows[0], got.rows[0]) || !reflect.DeepEqual(want.rejects, got.rejects) {
		t.Errorf("from columns:\n%+v\nfrom lines:\n%+v", got, want)
	}
	a := got.rows[1].Article
	if a.PublishedAt == nil || a.PublishedDate.String() != "2024-03-05" || a.SourceOffset != int64(second) || a.SourceURI != "day.jsonl" {
		t.Errorf("got %+v", a)
	}
}

// TestDays holds each of Arrow's ways to say a time against the jsonl source's.
func TestDays(t *testing.T) {
	for _, c := range []struct {
		t    arrow.DataType
		v    int64
		want string
	}{
		{arrow.FixedWidthTypes.Date32, 18303, "2020-02-11"},
		{arrow.FixedWidthTypes.Date64, 18303 * 86400000, "2020-02-11"},
		{&arrow.TimestampType{Unit: arrow.Second}, 1581379200 + 3600, "2020-02-11T01:00:00"},
		{&arrow.TimestampType{Unit: arrow.Millisecond, TimeZone: "Asia/Tokyo"}, 1581379200500, "2020-02-11T00:00:00.5Z"},
	} {
		b := array.NewBuilder(memoryOf, c.t)
		switch b := b.(type) {
		case *array.Date32Builder:
			b.Append(arrow.Date32(c.v))
		case *array.Date64Builder:
			b.Append(arrow.Date64(c.v))
		case *array.TimestampBuilder:
			b.Append(arrow.Timestamp(c.v))
		}
		col := b.NewArray()
		batch := array.NewRecordBatch(arrow.NewSchema([]arrow.Field{{Name: "published_at", Type: c.t}}, nil), []arrow.Array{col}, 1)
		if got, ok := (row{batch, 0}).when(0); !ok || got != c.want {
			t.Errorf("%s: got %q, want %q", c.t, got, c.want)
		}
	}
}

// TestBadRows wants a reject for every row that cannot be read, and the others unharmed.
func TestBadRows(t *testing.T) {
	good := "TURIN, Italy, March 4 - Police killed three gunmen on Monday."
	opt := options(t)
	opt.Limits.RecordBytes = 200
	got := work(t, stream(t, []arrow.Field{text, name}, 2, []any{good, "a"}, []any{nil, "b"}, []any{strings.Repeat("x", 300), "c"}, []any{"a\xffb " + good, "d\xff"}, []any{good, nil}), opt)
	if len(got.rows) != 3 || got.rows[2].Article.SourceURI != unnamed || got.rows[1].Article.SourceURI != "d\uFFFD" || len(got.rows[0].Events) == 0 {
		t.Errorf("got %+v", got.rows)
	}
	codes := ""
	for _, r := range got.rejects {
		codes += r.SourceURI + " " + r.Code + ", "
	}
	if codes != "b not_an_article, c too_large, " {
		t.Errorf("got %s", codes)
	}
	got = work(t, stream(t, []arrow.Field{path}, 2, []any{nil}, []any{"/nowhere/at/all"}, []any{fixtures + "/afp-qaminas.txt"}), options(t))
	if len(got.rows) != 1 || len(got.rejects) != 2 || got.rejects[0].Code != "unreadable" || got.rejects[1].Code != "unreadable" {
		t.Errorf("got %+v", got)
	}
}

// TestNoStream wants an error that says what is wrong, and a stream without an end.
func TestNoStream(t *testing.T) {
	whole := stream(t, []arrow.Field{text}, 1, []any{"One."}, []any{"Two."}, []any{"Three."})
	for want, in := range map[string][]byte{
		"empty":              nil,
		"begins with":        []byte("PAR1 is not a stream"),
		"not an Arrow":       append([]byte("\xff\xff\xff\xff\x20\x00\x00\x00"), bytes.Repeat([]byte("x"), 100)...),
		"breaks off":         whole[:len(whole)-60],
		`no column "content`: stream(t, []arrow.Field{{Name: "body", Type: arrow.BinaryTypes.String}}, 1, []any{"x"}),
		"is int64, want":     stream(t, []arrow.Field{{Name: ColumnText, Type: arrow.PrimitiveTypes.Int64}}, 1, []any{1}),
	} {
		var out bytes.Buffer
		err := Run(t.Context(), bytes.NewReader(in), &out, options(t))
		var schema *SchemaError
		if err == nil || !strings.Contains(err.Error(), want) || errors.As(err, &schema) == (want == "breaks off") {
			t.Errorf("%s: got %v", want, err)
		}
		if bytes.HasSuffix(out.Bytes(), []byte("\xff\xff\xff\xff\x00\x00\x00\x00")) {
			t.Errorf("%s: the output looks whole", want)
		}
	}
}

// TestOneTable holds a table alone against the nested stream.
func TestOneTable(t *testing.T) {
	in := stream(t, []arrow.Field{path}, 10, []any{fixtures + "/afp-qaminas.txt"}, []any{fixtures + "/export.jsonl"}, []any{"/nowhere"})
	nested := work(t, in, options(t))
	want := map[string]int{load.TableArticles: len(nested.rows), load.TableRejects: len(nested.rejects)}
	for _, r := range nested.rows {
		want[load.TableMentions] += len(r.Mentions)
		want[load.TableEvents] += len(r.Events)
	}
	for table, n := range want {
		opt := options(t)
		opt.Table = table
		var out bytes.Buffer
		if err := Run(t.Context(), bytes.NewReader(in), &out, opt); err != nil {
			t.Fatal(err)
		}
		r, err := ipc.NewReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		got := 0
		for r.Next() {
			got += int(r.RecordBatch().NumRows())
		}
		if got != n || n == 0 {
			t.Errorf("%s: %d rows, want %d", table, got, n)
		}
	}
	if err := WriteSchema(io.Discard, "nonsense"); err == nil {
		t.Error("a table that is none is taken")
	}
}

// TestBounded wants a worker to stop reading when no one reads what it writes.
func TestBounded(t *testing.T) {
	var rows [][]any
	for range 20_000 {
		rows = append(rows, []any{strings.Repeat("word ", 40)})
	}
	whole := stream(t, []arrow.Field{text}, 100, rows...)
	in := &counting{r: bytes.NewReader(whole)}
	ctx, cancel := context.WithCancel(t.Context())
	out, w := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- Run(ctx, in, w, options(t)) }()
	if _, err := io.ReadFull(out, make([]byte, 1000)); err != nil {
		t.Fatal(err)
	}
	for last := int64(-1); last != in.n.Load(); time.Sleep(200 * time.Millisecond) {
		last = in.n.Load()
	}
	if n := in.n.Load(); n > int64(len(whole))/2 {
		t.Errorf("%d of %d bytes are read though no one takes the output", n, len(whole))
	}
	cancel()
	out.CloseWithError(io.ErrClosedPipe)
	if err := <-done; err == nil {
		t.Error("no error after the reader of the output went away")
	}
}

// TestStories holds stories told by their keys against those told from the articles.
func TestStories(t *testing.T) {
	base := "TURIN, Italy, March 4 - Police killed three gunmen near the station on Monday, the mayor said, and eleven people were taken to hospital with wounds from the fire that followed."
	var rows []*load.Rows
	want := load.NewStories()
	for i, s := range []struct{ text, agency, status string }{
		{base, "AFP", ""}, {base + " He gave no names.", "AFP", "correction"}, {"Another story altogether, and a short one.", "AFP", ""},
		{base + " More to follow.", "AP", ""}, {base + " He gave no names. All lived.", "AFP", "update"},
	} {
		day, at := load.Day(18000), load.Micros(1e15+int64(i)*1e9)
		a := load.ArticleRow{ArticleID: extract.ArticleID(s.agency, "", s.text), Agency: s.agency, Status: s.status, Text: s.text, PublishedAt: &at}
		if i != 2 {
			a.PublishedDate = &day
		}
		rows = append(rows, &load.Rows{Article: a})
	}
	var in bytes.Buffer
	w := ipc.NewWriter(&in, ipc.WithSchema(keySchema))
	b := array.NewRecordBuilder(memoryOf, keySchema)
	for i, r := range rows {
		appendKey(b, int64(100+i), r)
		want.Assign(r)
	}
	if err := errors.Join(w.Write(b.NewRecordBatch()), w.Close()); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Stories(t.Context(), &in, &out, 0); err != nil {
		t.Fatal(err)
	}
	r, err := ipc.NewReader(&out)
	if err != nil || !r.Next() {
		t.Fatal(err)
	}
	got := r.RecordBatch()
	for i, w := range rows {
		if id, story := got.Column(0).(*array.Int64).Value(i), got.Column(3).(*array.String).Value(i); id != int64(100+i) || story != w.Article.StoryID {
			t.Errorf("row %d is %d of story %s, want %s", i, id, story, w.Article.StoryID)
		}
	}
	if rows[1].Article.StoryID != rows[0].Article.ArticleID || rows[2].Article.StoryID != rows[2].Article.ArticleID {
		t.Error("the stories are not what the texts say")
	}
	newer := map[string]string{}
	for i := len(rows); i < int(got.NumRows()); i++ {
		if !got.Column(0).IsNull(i) || !got.Column(3).IsNull(i) || got.Column(1).IsNull(i) {
			t.Errorf("row %d is no mark", i)
		}
		newer[got.Column(2).(*array.String).Value(i)] = got.Column(4).(*array.String).Value(i)
	}
	if newer[rows[0].Article.ArticleID] == "" || newer[rows[3].Article.ArticleID] != "" {
		t.Errorf("superseded: %v", newer)
	}
}
