// Package archive reads the members of tar and zip archives. Member names are labels:
// nothing is ever written to them.
package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/extract"
)

// Tar is a tar archive, of any flavour.
var Tar = &extract.Container{
	Name: "tar",
	Doc:  "tar archives, compressed or not",
	Sniff: func(head []byte, _ string) bool {
		return len(head) > 262 && bytes.HasPrefix(head[257:], []byte("ustar"))
	},
	Members: readTar,
}

// Zip is a zip archive.
var Zip = &extract.Container{
	Name:    "zip",
	Doc:     "zip archives",
	Sniff:   func(head []byte, _ string) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) },
	Members: readZip,
}

// maxSpool is how large a zip archive may be that comes in sequence, from a pipe or from
// within another container: it is held in memory, for its directory is at its end.
const maxSpool = 256 << 20

// inside is the source of a member.
func inside(base extract.Source, name string) extract.Source {
	return extract.Source{URI: base.URI + "!/" + strings.TrimLeft(strings.ToValidUTF8(name, "\uFFFD"), "/")}
}

func readTar(s *extract.Stream, base extract.Source, _ extract.Limits, visit func(extract.Source, io.Reader) error, _ func(*extract.Record) error) error {
	counted := &counter{r: s}
	t := tar.NewReader(counted)
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("tar: %w", err)
		}
		if h.Typeflag != tar.TypeReg || hidden(h.Name) {
			continue
		}
		src := inside(base, h.Name)
		src.Offset = counted.n
		if err := visit(src, t); err != nil {
			return err
		}
	}
}

func readZip(s *extract.Stream, base extract.Source, _ extract.Limits, visit func(extract.Source, io.Reader) error, emit func(*extract.Record) error) error {
	at, size := s.At, s.Size
	if at == nil {
		data, err := io.ReadAll(io.LimitReader(s, maxSpool+1))
		if err != nil {
			return err
		}
		if len(data) > maxSpool {
			return emit(reject(base, extract.CodeTooLarge, "unpack it first, or give it as a file", fmt.Errorf("a zip archive of more than %d bytes that comes in sequence", maxSpool)))
		}
		at, size = bytes.NewReader(data), int64(len(data))
	}
	z, err := zip.NewReader(at, size)
	if err != nil {
		return fmt.Errorf("zip: %w", err)
	}
	for _, f := range z.File {
		if f.FileInfo().IsDir() || hidden(f.Name) {
			continue
		}
		if err := member(f, inside(base, f.Name), visit, emit); err != nil {
			return err
		}
	}
	return nil
}

func member(f *zip.File, src extract.Source, visit func(extract.Source, io.Reader) error, emit func(*extract.Record) error) error {
	if off, err := f.DataOffset(); err == nil {
		src.Offset = off
	}
	r, err := f.Open()
	if err != nil {
		return emit(reject(src, extract.CodeMalformed, "the other members are read", fmt.Errorf("zip: %w", err)))
	}
	defer r.Close()
	return visit(src, r)
}

func reject(src extract.Source, code extract.Code, hint string, err error) *extract.Record {
	rec := &extract.Record{Source: src, Name: src.URI}
	rec.Err = extract.Rejectf(rec, "read", code, hint, "%w", err)
	return rec
}

// hidden reports whether a member is a dot-file or lies below one, as macOS leaves behind.
func hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return true
		}
	}
	return false
}

// counter knows how many bytes were read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}
