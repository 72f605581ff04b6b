package reader

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"

	"dateline/extract/bucket"
)

// Input is one thing to read: a file, an object, or standard input.
type Input struct {
	URI    string // as it will stand in source_uri
	Path   string // of a file; else ""
	object *object
}

// Stat is what is known of an input without reading it.
type Stat struct {
	Size     int64
	Modified int64  // nanoseconds since 1970
	ETag     string // of an object
	Regular  bool   // its size is what will be read: no pipe, no device
}

// Stdin reports whether the input is standard input.
func (in Input) Stdin() bool { return in.Path == "" && in.object == nil }

// Stat looks at a file; of standard input nothing is known. Of an object it says what the
// listing said.
func (in Input) Stat() (Stat, error) {
	if o := in.object; o != nil {
		return Stat{o.attrs.Size, o.attrs.Modified.UnixNano(), o.attrs.ETag, true}, nil
	}
	info, err := os.Stat(in.Path)
	if err != nil {
		return Stat{}, err
	}
	return Stat{Size: info.Size(), Modified: info.ModTime().UnixNano(), Regular: info.Mode().IsRegular()}, nil
}

// Digest is the SHA-256 of the input's bytes as stored, in hex. It reads all of them.
func (in Input) Digest() (string, error) {
	r, closer, err := new(Reader).open(in)
	if err != nil {
		return "", err
	}
	defer closer.Close()
	h := sha256.New()
	_, err = io.Copy(h, r)
	return hex.EncodeToString(h.Sum(nil)), err
}

// Root is the head of the URIs of what an argument stands for: a path, or a URL without
// its options.
func Root(arg string) string {
	if l, err := bucket.Parse(arg); err == nil {
		return l.URI(l.Key)
	}
	if path, ok, err := bucket.FilePath(arg); ok && err == nil {
		return path
	}
	return arg
}
