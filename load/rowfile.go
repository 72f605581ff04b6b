package load

import (
	"io"

	"github.com/parquet-go/parquet-go"

	"dateline/load/store"
)

// readBatch is how many rows a rowReader holds.
const readBatch = 64

// rowReader reads a file of rows in order, a batch at a time: memory does not grow with
// the file.
type rowReader[T Row] struct {
	f     store.File
	r     *parquet.GenericReader[T]
	batch []T
	at, n int
	end   bool
}

func openRows[T Row](st store.Store, name string) (*rowReader[T], error) {
	f, err := st.Open(name)
	if err != nil {
		return nil, err
	}
	p, err := parquet.OpenFile(f, f.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		f.Close()
		return nil, err
	}
	return &rowReader[T]{f: f, r: parquet.NewGenericReader[T](p), batch: make([]T, readBatch)}, nil
}

// next is the next row, valid until the batch is read over; io.EOF at the end.
func (r *rowReader[T]) next() (*T, error) {
	for r.at == r.n {
		if r.end {
			return nil, io.EOF
		}
		clear(r.batch) // or the new rows would share the old ones' pointers
		n, err := r.r.Read(r.batch)
		if err != nil && err != io.EOF {
			return nil, err
		}
		r.at, r.n, r.end = 0, n, err == io.EOF
	}
	r.at++
	return &r.batch[r.at-1], nil
}

func (r *rowReader[T]) close() error {
	r.r.Close()
	return r.f.Close()
}
