package load

import (
	"errors"
	"io"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"

	"dateline/load/store"
)

// scanRows is how many rows are decoded at once.
const scanRows = 256

// Scan hands the rows of a file to each, from number from on, until it returns false. Of T
// only the columns it has are read. The row is each's only until it returns.
func Scan[T any](st store.Store, name string, from int64, each func(n int64, row *T) (more bool)) error {
	return withReader(st, name, func(r *parquet.GenericReader[T]) error {
		if from >= r.NumRows() {
			return nil
		}
		if err := r.SeekToRow(from); err != nil {
			return err
		}
		buf := make([]T, scanRows)
		for at := from; ; {
			clear(buf)
			n, err := r.Read(buf)
			for i := range n {
				if !each(at, &buf[i]) {
					return nil
				}
				at++
			}
			if errors.Is(err, io.EOF) || n == 0 && err == nil {
				return nil
			}
			if err != nil {
				return err
			}
		}
	})
}

// ReadNumbers reads the rows of a file with these numbers, which are in order.
func ReadNumbers[T Row](st store.Store, name string, numbers []int64) ([]T, error) {
	if len(numbers) == 0 {
		return nil, nil
	}
	out := make([]T, len(numbers))
	err := withReader(st, name, func(r *parquet.GenericReader[T]) error {
		for i, n := range numbers {
			if i == 0 || n != numbers[i-1]+1 {
				if err := r.SeekToRow(n); err != nil {
					return err
				}
			}
			if read, err := r.Read(out[i : i+1]); read == 0 {
				return errors.Join(err, io.ErrUnexpectedEOF)
			}
		}
		return nil
	})
	return out, err
}

func withReader[T any](st store.Store, name string, do func(*parquet.GenericReader[T]) error) error {
	f, err := st.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	file, err := parquet.OpenFile(f, f.Size(), parquet.SkipBloomFilters(true))
	if err != nil {
		return err
	}
	r := parquet.NewGenericReader[T](file)
	defer r.Close()
	return do(r)
}

// PartitionDay is the day of a partition; nil for the one without.
func PartitionDay(part string) *Day {
	_, s, _ := strings.Cut(part, "=")
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return nil
	}
	d := DayOf(t)
	return &d
}
