package reader

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"dateline/extract"
)

// Magic numbers. A zstd file may begin with a skippable frame that holds a dictionary, as
// .warc.zst files do.
var (
	gzipMagic = []byte{0x1f, 0x8b}
	zstdMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}
	dictMagic = []byte{0x5d, 0x2a, 0x4d, 0x18}
)

// maxDictionary bounds a zstd dictionary; maxWindow what a frame may ask for.
const (
	maxDictionary = 8 << 20
	maxWindow     = 256 << 20
)

// decompress undoes gzip and zstd, told by their magic numbers. ok is false where there
// was nothing to undo.
func decompress(r *bufio.Reader) (plain io.Reader, done func(), ok bool, err error) {
	magic, _ := r.Peek(4)
	switch {
	case bytes.HasPrefix(magic, gzipMagic):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, nil, false, err
		}
		z.Multistream(false)
		return &members{z: z, r: r}, func() { z.Close() }, true, nil
	case bytes.Equal(magic, dictMagic):
		dict, err := dictionary(r)
		if err != nil {
			return nil, nil, false, err
		}
		return zstdReader(r, zstd.WithDecoderDicts(dict))
	case bytes.Equal(magic, zstdMagic):
		return zstdReader(r)
	}
	return r, func() {}, false, nil
}

func zstdReader(r io.Reader, opts ...zstd.DOption) (io.Reader, func(), bool, error) {
	z, err := zstd.NewReader(r, append(opts, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))...)
	if err != nil {
		return nil, nil, false, err
	}
	return z, z.Close, true, nil
}

// dictionary reads the skippable frame with a dictionary, which may be compressed itself.
func dictionary(r *bufio.Reader) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	n := binary.LittleEndian.Uint32(head[4:])
	if n > maxDictionary {
		return nil, fmt.Errorf("a zstd dictionary of %d bytes, over the limit of %d", n, maxDictionary)
	}
	dict := make([]byte, n)
	if _, err := io.ReadFull(r, dict); err != nil {
		return nil, err
	}
	if bytes.HasPrefix(dict, zstdMagic) {
		z, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxDictionary))
		if err != nil {
			return nil, err
		}
		defer z.Close()
		return z.DecodeAll(dict, nil)
	}
	return dict, nil
}

// members reads concatenated gzip members. Behind a corrupt one it finds the next: the
// error is reported once, as *extract.CorruptError, and reading goes on.
type members struct {
	z *gzip.Reader
	r *bufio.Reader
}

func (m *members) Read(p []byte) (int, error) {
	for {
		n, err := m.z.Read(p)
		if n > 0 || err == nil {
			return n, nil // an error comes again at the next call
		}
		if !errors.Is(err, io.EOF) {
			return 0, m.recover(err)
		}
		if _, err := m.r.Peek(1); err != nil {
			return 0, err
		}
		if err := m.z.Reset(m.r); err != nil {
			return 0, m.recover(err)
		}
		m.z.Multistream(false)
	}
}

// recover looks for the next member; where there is none the stream's own error holds.
func (m *members) recover(cause error) error {
	for {
		head, err := m.r.Peek(3)
		if err != nil {
			return cause
		}
		if bytes.HasPrefix(head, gzipMagic) && head[2] == 8 && m.z.Reset(m.r) == nil {
			m.z.Multistream(false)
			return &extract.CorruptError{Err: cause}
		}
		if _, err := m.r.Discard(1); err != nil {
			return cause
		}
	}
}
