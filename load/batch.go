package load

import (
	"math/bits"
	"reflect"
	"unsafe"
)

// Rows are written in batches, for each of which parquet-go does work for every column. It
// takes values of an optional string column for others where, in one batch, as many values
// stand behind as many rows and nothing but NULLs follows them, see parquet.go: such a batch
// is written in two.
const (
	batchRows  = 64 // bits of a word
	batchBytes = 64 << 10
	safeRows   = 2 // are never misread
)

// next mends the rows that are written next: as many as make a batch, and no more than the
// row group has room for. It notes which strings they have.
func (w *rowWriter[T]) next(rows []T) []T {
	most := min(len(rows), batchRows, w.group.rows-w.rows)
	if reflect.TypeFor[T]() == reflect.TypeFor[RejectRow]() {
		most = min(most, safeRows) // has an optional column that is no string
	}
	clear(w.known)
	n, size := 0, int64(0)
	for n < most && size < batchBytes && (n == 0 || w.held+size < w.group.bytes) {
		size += w.mend.mend(unsafe.Pointer(&rows[n]), w.known, 1<<n)
		n++
	}
	w.held += size
	return rows[:n]
}

// put writes a batch, of which known tells the strings.
func (w *rowWriter[T]) put(rows []T, known []uint64) error {
	if len(rows) <= safeRows || !misread(known, len(rows)) {
		_, err := w.pw.Write(rows)
		return err
	}
	half := len(rows) / 2
	first, rest := make([]uint64, len(known)), make([]uint64, len(known))
	for i, b := range known {
		first[i], rest[i] = b&(1<<half-1), b>>half
	}
	if err := w.put(rows[:half], first); err != nil {
		return err
	}
	return w.put(rows[half:], rest)
}

// misread reports whether parquet-go would misread one of the columns of n rows: its last
// run of values is as long as what stands before it, and is not at the end.
func misread(known []uint64, n int) bool {
	for _, b := range known {
		end := bits.Len64(b) // of the last run
		if end == 0 || end == n {
			continue
		}
		run := bits.LeadingZeros64(^(b << (64 - end)))
		if 2*run == end {
			return true
		}
	}
	return false
}
