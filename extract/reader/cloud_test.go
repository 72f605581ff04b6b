//go:build cloud

package reader

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/extract"
	"dateline/extract/bucket"
)

// fill makes a bucket in memory.
func fill(t *testing.T, name string, objects map[string]string) {
	t.Helper()
	loc, err := bucket.Parse("mem://" + name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := bucket.Open(t.Context(), loc)
	if err != nil {
		t.Fatal(err)
	}
	for key, content := range objects {
		if err := b.Put(t.Context(), key, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestObjectsAreListed(t *testing.T) {
	fill(t, "list", map[string]string{
		"in/b.txt": "B", "in/a.txt": "A", "in/deep/c.txt": "C", "in/.hidden": "H", "in/.dir/d.txt": "D", "in/empty/": "",
		"in2/e.txt": "E", "in/odd[1].txt": "O",
	})
	for arg, want := range map[string]string{
		"mem://list/in":                "a.txt b.txt deep/c.txt odd[1].txt",
		"mem://list/in/":               "a.txt b.txt deep/c.txt odd[1].txt",
		"mem://list/in/a.txt":          "a.txt",
		"mem://list/in/*.txt":          "a.txt b.txt odd[1].txt",
		"mem://list/in/[ab].txt":       "a.txt b.txt",
		"mem://list/in/odd[1].txt":     "odd[1].txt",
		"mem://list/in/b*?timeout=30s": "b.txt",
	} {
		inputs, err := List(t.Context(), []string{arg}, nil)
		if err != nil {
			t.Errorf("%s: %v", arg, err)
			continue
		}
		var got []string
		for _, in := range inputs {
			got = append(got, strings.TrimPrefix(in.URI, "mem://list/in/"))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", arg, got, want)
		}
	}
	for _, arg := range []string{"mem://list/i", "mem://list/none/", "mem://list/in/*.none", "mem://list/in/[.txt"} {
		var usage *UsageError
		if _, err := List(t.Context(), []string{arg}, nil); !errors.As(err, &usage) {
			t.Errorf("%s: %v, want a UsageError", arg, err)
		}
	}
}

// An archive is read at will, beyond one block, and an object's digest is that of its bytes.
func TestArchiveInABucket(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range 3 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("%d.txt", i), Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, fmt.Sprintf("Story %d.\n\n", i))
		for range 300_000 {
			io.WriteString(w, string(rune('a'+r.IntN(26)))+" ")
		}
	}
	z.Close()
	fill(t, "zip", map[string]string{"in.zip": b.String()})
	inputs, err := List(t.Context(), []string{"mem://zip/in.zip"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if s, err := inputs[0].Stat(); err != nil || s.Size != int64(b.Len()) || !s.Regular || s.Modified == 0 {
		t.Errorf("%+v, %v", s, err)
	}
	var got []string
	rd := Reader{Limits: extract.DefaultLimits}
	digest, err := rd.Read(inputs[0], func(rec *extract.Record) error {
		if rec.Err != nil {
			t.Errorf("%v", rec.Err)
		}
		got = append(got, rec.Source.URI+" "+string(rec.Data[:8]))
		return nil
	})
	want := []string{"mem://zip/in.zip!/0.txt Story 0.", "mem://zip/in.zip!/1.txt Story 1.", "mem://zip/in.zip!/2.txt Story 2."}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v", got, err)
	}
	if sum, err := inputs[0].Digest(); err != nil || sum != digest.SHA256 || digest.Bytes != int64(b.Len()) {
		t.Errorf("digests %s and %s, %v", sum, digest.SHA256, err)
	}
}
