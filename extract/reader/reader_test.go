package reader

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"dateline/extract"
)

func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func noWarn(t *testing.T) func(string, error) {
	return func(path string, err error) { t.Errorf("unexpected warning: %s: %v", path, err) }
}

func TestList(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.txt", "sub/c.txt", ".hidden", ".git/x"} {
		write(t, dir, name, "x")
	}
	if err := os.Symlink(dir, filepath.Join(dir, "sub", "loop")); err != nil {
		t.Fatal(err)
	}
	list := func(args ...string) []string {
		got, err := List(t.Context(), args, noWarn(t))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, in := range got {
			rel, err := filepath.Rel(dir, in.Path)
			if in.Path == "" || err != nil {
				rel = in.URI
			}
			names = append(names, filepath.ToSlash(rel))
		}
		return names
	}
	if got, want := list(dir), []string{"a.txt", "b.txt", "sub/c.txt"}; !slices.Equal(got, want) {
		t.Errorf("directory with a loop: %v, want %v", got, want)
	}
	if got, want := list(filepath.Join(dir, "*.txt"), "-"), []string{"a.txt", "b.txt", "stdin"}; !slices.Equal(got, want) {
		t.Errorf("glob and stdin: %v, want %v", got, want)
	}
	for _, arg := range []string{filepath.Join(dir, "none.txt"), filepath.Join(dir, "*.xml"), "[a-"} {
		_, err := List(t.Context(), []string{arg}, noWarn(t))
		var usage *UsageError
		if !errors.As(err, &usage) || usage.Arg != arg {
			t.Errorf("%s: got %v, want a UsageError that names it", arg, err)
		}
	}
}

// readAll reads one input and returns its records.
func readAll(t *testing.T, r Reader, in Input) ([]*extract.Record, Digest) {
	t.Helper()
	var out []*extract.Record
	d, err := r.Read(in, func(rec *extract.Record) error { out = append(out, rec); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return out, d
}

func compressed(t testing.TB, kind, s string) string {
	t.Helper()
	var b bytes.Buffer
	if kind == "gzip" {
		w := gzip.NewWriter(&b)
		w.Write([]byte(s))
		w.Close()
	} else {
		w, err := zstd.NewWriter(&b)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(s))
		w.Close()
	}
	return b.String()
}

const twoLines = `{"id":"1","text":"One story."}` + "\n" + `{"id":"2","text":"Another story."}` + "\n"

func TestReadUndoesCompression(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"plain.jsonl": twoLines, "x.jsonl.gz": compressed(t, "gzip", twoLines), "misnamed.txt": compressed(t, "zstd", twoLines),
	} {
		path := write(t, dir, name, content)
		recs, digest := readAll(t, Reader{Limits: extract.DefaultLimits}, Input{URI: path, Path: path})
		if len(recs) != 2 || recs[0].Err != nil || recs[1].Source.Offset != int64(strings.Index(twoLines, "\n")+1) {
			t.Errorf("%s: %d records", name, len(recs))
		}
		if digest.Bytes != int64(len(content)) || len(digest.SHA256) != 64 {
			t.Errorf("%s: digest %+v, want %d bytes", name, digest, len(content))
		}
		a, rej := Parse(recs[1], extract.Options{})
		if rej != nil || a[0].ExternalID != "2" || a[0].Text != "Another story." {
			t.Errorf("%s: %v", name, rej)
		}
	}
}

func TestReadStdin(t *testing.T) {
	recs, _ := readAll(t, Reader{Limits: extract.DefaultLimits, Stdin: strings.NewReader("A story.\n")}, Input{URI: "stdin"})
	if len(recs) != 1 || string(recs[0].Data) != "A story.\n" || recs[0].Source.URI != "stdin" {
		t.Errorf("%+v", recs)
	}
}

func TestReadBadInput(t *testing.T) {
	gz := compressed(t, "gzip", strings.Repeat(twoLines, 2000))
	limits := extract.DefaultLimits
	limits.RecordBytes = 100
	bomb := extract.DefaultLimits
	bomb.TotalBytes = 1 << 20
	for name, c := range map[string]struct {
		content string
		limits  extract.Limits
		code    extract.Code
		good    bool // records before or after the reject
	}{
		"empty":     {"", extract.DefaultLimits, extract.CodeEmpty, false},
		"blank":     {" \n\t\n", extract.DefaultLimits, extract.CodeEmpty, false},
		"binary":    {"\x00\x01\x02\xffELF", extract.DefaultLimits, extract.CodeUnknownFormat, false},
		"truncated": {gz[:len(gz)/2], extract.DefaultLimits, extract.CodeTruncated, true},
		"too large": {strings.Repeat("word ", 50), limits, extract.CodeTooLarge, false},
		"long line": {`{"text":"` + strings.Repeat("x", 300) + "\"}\n" + twoLines, limits, extract.CodeTooLarge, true},
		"bomb":      {compressed(t, "gzip", strings.Repeat(" ", 4<<20)), bomb, extract.CodeTooLarge, false},
		"bad json":  {"{\"text\":\n" + twoLines, extract.DefaultLimits, extract.CodeMalformed, true},
		"bad magic": {"\x1f\x8bnot gzip at all", extract.DefaultLimits, extract.CodeMalformed, false},
	} {
		path := write(t, t.TempDir(), "in", c.content)
		recs, _ := readAll(t, Reader{Limits: c.limits}, Input{URI: path, Path: path})
		var rejects []*extract.Reject
		good := 0
		for _, rec := range recs {
			articles, rej := Parse(rec, extract.Options{})
			good += len(articles)
			if rej != nil {
				rejects = append(rejects, rej)
			}
		}
		if len(rejects) != 1 || rejects[0].Code != c.code {
			t.Errorf("%s: rejects %v, want one %s", name, rejects, c.code)
			continue
		}
		if (good > 0) != c.good {
			t.Errorf("%s: %d good articles beside the reject", name, good)
		}
		if !strings.Contains(rejects[0].Error(), path) || len(rejects[0].Bytes) > extract.RejectBytes {
			t.Errorf("%s: %v", name, rejects[0])
		}
	}
}

func TestReadUnreadable(t *testing.T) {
	dir := t.TempDir()
	recs, _ := readAll(t, Reader{Limits: extract.DefaultLimits}, Input{URI: "gone", Path: filepath.Join(dir, "gone")})
	if len(recs) != 1 || recs[0].Err == nil || recs[0].Err.Code != extract.CodeUnreadable || recs[0].Err.Hint == "" {
		t.Errorf("%+v", recs)
	}
}

func TestReadPassesOnTheCallersError(t *testing.T) {
	path := write(t, t.TempDir(), "in.jsonl", twoLines)
	stop := errors.New("stop")
	n := 0
	_, err := (&Reader{Limits: extract.DefaultLimits}).Read(Input{URI: path, Path: path}, func(*extract.Record) error { n++; return stop })
	if !errors.Is(err, stop) || n != 1 {
		t.Errorf("got %v after %d records, want stop after the first", err, n)
	}
}

func TestParsePanicBecomesAReject(t *testing.T) {
	rec := &extract.Record{Source: extract.Source{URI: "x"}, Data: []byte("boom")}
	boom := &extract.Format{Name: "boom", Sniff: func([]byte, *extract.Record) int { return 100 },
		Parse: func(*extract.Record, extract.Options) ([]*extract.Article, error) { panic("boom") }}
	saved := Formats
	Formats = []*extract.Format{boom}
	defer func() { Formats = saved }()
	_, rej := Parse(rec, extract.Options{})
	if rej == nil || rej.Code != extract.CodeInternal || !strings.Contains(rej.Message, "boom") {
		t.Errorf("%v", rej)
	}
}
