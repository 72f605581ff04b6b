package reader

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"dateline/extract/bucket"
)

// object is an input in a bucket. The context is the listing's.
type object struct {
	ctx   context.Context
	b     *bucket.Bucket
	attrs bucket.Attrs
}

func (o *object) open() (*bucket.Reader, error) { return o.b.Read(o.ctx, o.attrs.Key) }

// objects lists what a URL stands for.
func (l *lister) objects(arg string) error {
	loc, err := bucket.Parse(arg)
	if err != nil {
		return err
	}
	b, err := bucket.Open(l.ctx, loc)
	if err != nil {
		return err
	}
	add := func(a bucket.Attrs) {
		l.out = append(l.out, Input{URI: loc.URI(a.Key), object: &object{l.ctx, b, a}})
	}
	if loc.Key != "" && !strings.HasSuffix(loc.Key, "/") { // an object's name may look like a pattern
		a, err := b.Attrs(l.ctx, loc.Key)
		if err == nil {
			add(a)
			return nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if i := strings.IndexAny(loc.Key, "*["); i >= 0 {
		return l.matching(arg, b, loc.Key, loc.Key[:i], add)
	}
	prefix := loc.Prefix()
	list, err := b.List(l.ctx, prefix, "")
	if err != nil {
		return err
	}
	n := len(l.out)
	for _, a := range list {
		if !hiddenKey(a.Key[len(prefix):]) {
			add(a)
		}
	}
	if len(l.out) == n && prefix != "" && len(list) == 0 {
		return &UsageError{arg, "no such object, and no object below it"}
	}
	return nil
}

// matching adds the objects whose keys match a pattern that begins with head.
func (l *lister) matching(arg string, b *bucket.Bucket, pattern, head string, add func(bucket.Attrs)) error {
	if _, err := path.Match(pattern, ""); err != nil {
		return &UsageError{arg, "not a valid pattern: " + err.Error()}
	}
	list, err := b.List(l.ctx, head, "")
	if err != nil {
		return err
	}
	n := len(l.out)
	for _, a := range list {
		if ok, _ := path.Match(pattern, a.Key); ok && !strings.HasSuffix(a.Key, "/") {
			add(a)
		}
	}
	if len(l.out) == n {
		return &UsageError{arg, "the pattern matches nothing"}
	}
	return nil
}

// hiddenKey reports whether a key below the one given is hidden, or only marks a
// "directory".
func hiddenKey(rest string) bool {
	return strings.HasSuffix(rest, "/") || strings.HasPrefix(rest, ".") || strings.Contains(rest, "/.")
}

// atBlock is how much of an object one request for reading at will asks for: an archive's
// directory is read in small pieces.
const atBlock = 1 << 20

// objectAt reads an object at will, a block at a time; the last block is kept.
type objectAt struct {
	o     *object
	block []byte
	from  int64
}

func (r *objectAt) ReadAt(p []byte, off int64) (n int, err error) {
	for n < len(p) {
		at := off + int64(n)
		if at >= r.o.attrs.Size {
			return n, io.EOF
		}
		if at < r.from || at >= r.from+int64(len(r.block)) {
			if err := r.fetch(at); err != nil {
				return n, err
			}
		}
		n += copy(p[n:], r.block[at-r.from:])
	}
	return n, nil
}

// fetch reads the block that holds a byte.
func (r *objectAt) fetch(at int64) error {
	from := at / atBlock * atBlock
	s, err := r.o.b.ReadFrom(r.o.ctx, r.o.attrs.Key, from)
	if err != nil {
		return err
	}
	defer s.Close()
	block := make([]byte, min(atBlock, r.o.attrs.Size-from))
	if _, err := io.ReadFull(s, block); err != nil {
		return err
	}
	r.block, r.from = block, from
	return nil
}
