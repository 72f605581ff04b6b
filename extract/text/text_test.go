package text

import (
	"errors"
	"strings"
	"testing"

	"dateline/extract"
)

func read(t *testing.T, s string) *extract.Article {
	t.Helper()
	as, err := parse(&extract.Record{Data: []byte(s)}, extract.Options{})
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return as[0]
}

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		name, in, headline, text string
		status                   extract.Status
	}{
		{name: "dateline first", in: "TUNIS (AP) — Dockers ended a strike.\n\nThey sang.", text: "TUNIS (AP) — Dockers ended a strike.\n\nThey sang."},
		{name: "dateline alone", in: "AFP, TUNIS\n\nDockers ended a strike.", text: "AFP, TUNIS\n\nDockers ended a strike."},
		{name: "headline", in: "Dockers end strike in Tunis\n\nTUNIS (AP) — Dockers ended a strike.", headline: "Dockers end strike in Tunis", text: "TUNIS (AP) — Dockers ended a strike."},
		{name: "headline and byline", in: "Dockers end strike in Tunis\nBy Jane Doe\n\nDockers ended a strike.", headline: "Dockers end strike in Tunis", text: "By Jane Doe\n\nDockers ended a strike."},
		{name: "urgent", in: "URGENT\n\nDockers end strike - union\n\nTUNIS (AP) — Dockers ended a strike.", headline: "Dockers end strike - union", text: "TUNIS (AP) — Dockers ended a strike.", status: extract.StatusUrgent},
		{name: "a press office's lines", in: "Source: Dockers, Inc.\nPRESS RELEASE 12\nDockers End Strike in Tunis\n\nTUNIS, March 4 /PRNewswire/ --\n\nDockers ended a strike.", headline: "Dockers End Strike in Tunis", text: "TUNIS, March 4 /PRNewswire/ --\n\nDockers ended a strike."},
		{name: "a sentence is no headline", in: "Dockers ended a strike.\n\nThey sang.", text: "Dockers ended a strike.\n\nThey sang."},
		{name: "one paragraph", in: "Dockers end strike in Tunis", text: "Dockers end strike in Tunis"},
		{name: "byte order mark, CRLF", in: "\xef\xbb\xbfDockers ended a strike.\r\n\r\nThey sang.\r\n", text: "Dockers ended a strike.\n\nThey sang."},
		{name: "hard-wrapped", in: "Dockers ended a strike that had kept the harbour shut for\ntwo weeks, a spokesman for the union told reporters on the\nquay.\n\nThey sang.", text: "Dockers ended a strike that had kept the harbour shut for two weeks, a spokesman for the union told reporters on the quay.\n\nThey sang."},
	} {
		a := read(t, tt.in)
		if a.Headline != tt.headline || a.Text != tt.text || a.Status != tt.status {
			t.Errorf("%s:\n got %q %q %q\nwant %q %q %q", tt.name, a.Headline, a.Status, a.Text, tt.headline, tt.status, tt.text)
		}
	}
}

func TestRejects(t *testing.T) {
	for in, want := range map[string]extract.Code{" \n\n\t": extract.CodeEmpty, "caf\xe9 au lait": extract.CodeBadEncoding} {
		_, err := parse(&extract.Record{Data: []byte(in)}, extract.Options{})
		var r *extract.Reject
		if !errors.As(err, &r) || r.Code != want {
			t.Errorf("%q: got %v, want %s", in, err, want)
		}
	}
}

func TestSniff(t *testing.T) {
	if sniff([]byte("Dockers ended a strike."), nil) == 0 {
		t.Error("text is not text")
	}
	if sniff([]byte("\x7fELF\x01\x00"), nil) != 0 {
		t.Error("a program is text")
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("URGENT\n\nDockers end strike\n\nTUNIS (AP) — Dockers ended a strike."))
	f.Add([]byte("\xef\xbb\xbf\r\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		as, err := parse(&extract.Record{Data: b}, extract.Options{})
		if (err == nil) != (len(as) == 1) {
			t.Fatalf("%d articles, error %v", len(as), err)
		}
		if err == nil && strings.TrimSpace(as[0].Text) == "" {
			t.Fatal("an article without a text")
		}
	})
}
