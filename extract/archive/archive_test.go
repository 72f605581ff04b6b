package archive

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"io"
	"slices"
	"testing"

	"dateline/extract"
)

var names = []string{"a.txt", "dir/b.txt", ".hidden", "__MACOSX/c.txt", "../../etc/passwd"}

func tarOf(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, n := range names {
		if err := w.WriteHeader(&tar.Header{Name: n, Size: int64(len(n)), Mode: 0o600, Format: tar.FormatUSTAR}); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, n)
	}
	if err := w.WriteHeader(&tar.Header{Name: "link", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink, Format: tar.FormatUSTAR}); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return b.Bytes()
}

func zipOf(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, n := range names {
		f, err := w.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, n)
	}
	w.Close()
	return b.Bytes()
}

func visitAll(t *testing.T, c *extract.Container, s *extract.Stream) (uris, contents []string, rejects []*extract.Reject, err error) {
	t.Helper()
	err = c.Members(s, extract.Source{URI: "day.arc"}, extract.DefaultLimits, func(src extract.Source, r io.Reader) error {
		b, err := io.ReadAll(r)
		uris, contents = append(uris, src.URI), append(contents, string(b))
		return err
	}, func(rec *extract.Record) error { rejects = append(rejects, rec.Err); return nil })
	return uris, contents, rejects, err
}

func TestMembers(t *testing.T) {
	wantURIs := []string{"day.arc!/a.txt", "day.arc!/dir/b.txt", "day.arc!/../../etc/passwd"}
	wantContents := []string{"a.txt", "dir/b.txt", "../../etc/passwd"}
	tb, zb := tarOf(t), zipOf(t)
	for name, c := range map[string]struct {
		container *extract.Container
		stream    *extract.Stream
	}{
		"tar":             {Tar, &extract.Stream{Reader: bufio.NewReader(bytes.NewReader(tb))}},
		"zip in sequence": {Zip, &extract.Stream{Reader: bufio.NewReader(bytes.NewReader(zb))}},
		"zip at will":     {Zip, &extract.Stream{Reader: bufio.NewReader(bytes.NewReader(zb)), At: bytes.NewReader(zb), Size: int64(len(zb))}},
	} {
		uris, contents, rejects, err := visitAll(t, c.container, c.stream)
		if err != nil || len(rejects) > 0 {
			t.Fatalf("%s: %v %v", name, err, rejects)
		}
		if !slices.Equal(uris, wantURIs) || !slices.Equal(contents, wantContents) {
			t.Errorf("%s: %q %q", name, uris, contents)
		}
	}
}

func TestSniff(t *testing.T) {
	if !Tar.Sniff(tarOf(t), "") || !Zip.Sniff(zipOf(t), "") || Tar.Sniff([]byte("A story."), "x.tar") || Zip.Sniff([]byte("PK is here"), "x.zip") {
		t.Error("archives are told by their bytes")
	}
}

func TestBrokenArchives(t *testing.T) {
	zb, tb := zipOf(t), tarOf(t)
	if _, _, _, err := visitAll(t, Zip, &extract.Stream{Reader: bufio.NewReader(bytes.NewReader(zb[:len(zb)-30]))}); err == nil {
		t.Error("a zip without its directory must be an error")
	}
	if _, _, _, err := visitAll(t, Tar, &extract.Stream{Reader: bufio.NewReader(bytes.NewReader(tb[:514]))}); err == nil {
		t.Error("a tar that ends early must be an error")
	}
}
