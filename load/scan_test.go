package load

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"dateline/load/store"
)

func TestScan(t *testing.T) {
	st, err := store.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	var rows []RejectRow
	for i := range 1000 {
		r := RejectRow{SourceURI: fmt.Sprintf("u%04d", i), SourceOffset: int64(i), Stage: "read", Code: "c", Message: "m"}
		if i%3 == 0 {
			r.Hint = "h"
		}
		rows = append(rows, r)
	}
	var b bytes.Buffer
	if err := writeParquet(&b, pointers(rows), nil); err != nil {
		t.Fatal(err)
	}
	if err := st.Put("r", b.Bytes()); err != nil {
		t.Fatal(err)
	}
	type some struct {
		SourceURI string `parquet:"source_uri"`
		Hint      string `parquet:"hint,optional"`
	}
	for _, from := range []int64{0, 1, 255, 256, 999, 1000, 5000} {
		want := from
		err := Scan(st, "r", from, func(n int64, r *some) bool {
			if n != want || r.SourceURI != rows[n].SourceURI || r.Hint != rows[n].Hint {
				t.Fatalf("from %d: row %d is %+v, want row %d", from, n, r, want)
			}
			want++
			return n < 900
		})
		if last := max(from, min(901, 1000)); err != nil || want != max(last, min(from+1, 1000)) && from <= 1000 {
			t.Errorf("from %d: ended before row %d, %v", from, want, err)
		}
	}
	numbers := []int64{0, 5, 6, 7, 300, 999}
	got, err := ReadNumbers[RejectRow](st, "r", numbers)
	if err != nil || len(got) != len(numbers) || !slices.EqualFunc(got, numbers, func(r RejectRow, n int64) bool { return r.SourceOffset == n && r.Hint == rows[n].Hint }) {
		t.Errorf("%v %+v", err, got)
	}
	if _, err := ReadNumbers[RejectRow](st, "r", []int64{1000}); err == nil {
		t.Error("row 1000 of 1000 was read")
	}
	if err := Scan(st, "none", 0, func(int64, *some) bool { return true }); err == nil {
		t.Error("a file that is not there was read")
	}
}
