package reader

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"

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

// maxDictionary bounds a zstd dictionary. A frame may ask for a window of usualWindow
// bytes, as all readers of zstd grant it; for more, up to maxWindow, it needs stored bytes
// to show for it, one for aheadRatio of the window.
const (
	maxDictionary = 8 << 20
	usualWindow   = 8 << 20
	maxWindow     = 256 << 20
	aheadRatio    = 4
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

func zstdReader(r *bufio.Reader, opts ...zstd.DOption) (io.Reader, func(), bool, error) {
	src, limit, err := granted(r)
	if err != nil {
		return nil, nil, false, err
	}
	z, err := zstd.NewReader(src, append(opts, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(limit))...)
	if err != nil {
		return nil, nil, false, err
	}
	return z, z.Close, true, nil
}

// granted is the stream and the window that its frames may have: the decoder takes the
// whole window at once, so that ten bytes could ask for maxWindow. A short file whose header
// asks for more than its bytes can fill, as `zstd --long` writes it from a pipe, gets a
// header that asks for less.
func granted(r *bufio.Reader) (io.Reader, uint64, error) {
	head, _ := r.Peek(maxFrameHeader)
	asked, described := window(head)
	if asked <= usualWindow {
		return r, usualWindow, nil
	}
	var ahead bytes.Buffer
	if _, err := io.CopyN(&ahead, r, int64(min(asked, maxWindow)/aheadRatio)); err != nil && !errors.Is(err, io.EOF) {
		return nil, 0, err
	}
	limit := max(usualWindow, uint64(ahead.Len())*aheadRatio)
	if asked > limit && described {
		log := bits.Len64(limit) - 1
		ahead.Bytes()[windowAt] = byte(log-minWindowLog) << 3
	}
	return io.MultiReader(&ahead, r), min(limit+aheadRatio, maxWindow), nil
}

// Where a zstd frame says its window, RFC 8878, 3.1.1.1.
const (
	maxFrameHeader = 18
	descriptorAt   = 4
	windowAt       = 5
	minWindowLog   = 10
)

// window is the window that a frame's header asks for, and whether it has a field of its
// own; else it is the size of the content. 0 if the header is cut off.
func window(head []byte) (size uint64, described bool) {
	if len(head) <= windowAt {
		return 0, false
	}
	d := head[descriptorAt]
	if d&0x20 == 0 {
		base := uint64(1) << (minWindowLog + head[windowAt]>>3)
		return base + base/8*uint64(head[windowAt]&7), true
	}
	at, width := windowAt+[4]int{0, 1, 2, 4}[d&3], 1<<(d>>6)
	if len(head) < at+width {
		return 0, false
	}
	for i := width - 1; i >= 0; i-- {
		size = size<<8 | uint64(head[at+i])
	}
	return size, false
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
