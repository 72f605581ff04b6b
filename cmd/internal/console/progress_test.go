package console

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"dateline/cmd/internal/batch"
)

// play shows a run that reads one megabyte and ten articles a second, for so many seconds.
func play(t *testing.T, opt ProgressOptions, seconds int) {
	t.Helper()
	now := time.Date(2020, 2, 11, 0, 0, 0, 0, time.UTC)
	opt.Now = func() time.Time { return now }
	p := NewProgress(opt)
	var r batch.Result
	for range seconds * 10 {
		now = now.Add(100 * time.Millisecond)
		r.Counts.Articles++
		r.Position += 100_000
		p.Update(&r)
	}
	p.Clear()
}

func TestProgressOnAScreen(t *testing.T) {
	var b bytes.Buffer
	play(t, ProgressOptions{Screen: &b, Inputs: 3, Bytes: 100e6}, 10)
	draws := strings.Split(b.String(), "\r\x1b[K")
	if len(draws) != 102 || draws[101] != "" {
		t.Fatalf("%d draws, the last %q", len(draws), draws[len(draws)-1])
	}
	if want := "0/3 inputs, 100 articles, 10 MB, 10/s, 0 rejects, 1m30s left"; draws[100] != want {
		t.Errorf("%q, want %q", draws[100], want)
	}
	for _, d := range draws {
		if len(d) > 79 {
			t.Errorf("%q does not fit a terminal's line", d)
		}
	}
}

func TestProgressInALog(t *testing.T) {
	for format, want := range map[string]string{
		"text": "msg=progress inputs=0 of=3 articles=300 megabytes=30 rejects=0 articles_per_second=10 seconds_left=70",
		"json": `"msg":"progress","inputs":0,"of":3,"articles":300,"megabytes":30,`,
	} {
		var b bytes.Buffer
		log, err := NewLogger(&b, format, false)
		if err != nil {
			t.Fatal(err)
		}
		play(t, ProgressOptions{Log: log, Inputs: 3, Bytes: 100e6}, 65)
		if n := strings.Count(b.String(), "\n"); n != 2 || !strings.Contains(b.String(), want) || strings.Contains(b.String(), "\x1b") {
			t.Errorf("%s: %d lines, want 2:\n%s", format, n, b.String())
		}
	}
	var b bytes.Buffer
	log, _ := NewLogger(&b, "text", true)
	play(t, ProgressOptions{Log: log}, 65)
	if b.Len() > 0 {
		t.Errorf("--quiet: %s", b.String())
	}
}

func TestScreen(t *testing.T) {
	if Screen(new(bytes.Buffer)) != nil {
		t.Error("a buffer is no terminal")
	}
}
