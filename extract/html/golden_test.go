package html

import (
	"encoding/json"
	"errors"
	stdflag "flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/extract"
)

var update = stdflag.Bool("update", false, "rewrite the golden files and remove stale ones")

// golden is what is compared of an article.
type golden struct {
	Headline, Agency, Language, URL, Published, Modified string   `json:",omitempty"`
	DayOnly                                              bool     `json:",omitempty"`
	Bylines, Keywords                                    []string `json:",omitempty"`
	Dateline, SignOff                                    string   `json:",omitempty"`
	Paragraphs                                           []string
}

func goldenOf(a *extract.Article) golden {
	g := golden{Headline: a.Headline, Agency: a.Agency, Language: a.Language, URL: a.URL, Bylines: a.Bylines, Keywords: a.Keywords, DayOnly: a.PublishedDay,
		Dateline: a.Dateline.Raw, SignOff: a.SignOff, Paragraphs: strings.Split(a.Text, "\n\n")}
	if a.HasPublished() {
		g.Published = a.PublishedAt.Format(time.RFC3339)
	}
	if !a.ModifiedAt.IsZero() {
		g.Modified = a.ModifiedAt.Format(time.RFC3339)
	}
	return g
}

// Each page of testdata/pages has its article beside it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	want := map[string]bool{}
	for _, f := range files {
		name := strings.TrimSuffix(f, ".html") + ".json"
		want[name] = true
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			got := string(marshal(t, data))
			if *update {
				if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(b) {
				t.Errorf("got\n%s\nwant\n%s", got, b)
			}
		})
	}
	stale, _ := filepath.Glob("testdata/pages/*.json")
	for _, f := range stale {
		if want[f] {
			continue
		}
		if !*update {
			t.Errorf("%s belongs to no page", f)
		} else if err := os.Remove(f); err != nil {
			t.Error(err)
		}
	}
}

func marshal(t *testing.T, page []byte) []byte {
	t.Helper()
	as, err := parse(&extract.Record{Data: page}, extract.Options{})
	var v any
	var r *extract.Reject
	switch {
	case errors.As(err, &r):
		v = map[string]string{"reject": string(r.Code)}
	case err != nil:
		t.Fatal(err)
	default:
		v = goldenOf(as[0])
	}
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(b, '\n')
}
