package huge

import (
	"testing"
	"unsafe"
)

func TestMake(t *testing.T) {
	for _, n := range []int{0, 1, 1000, page / 8, page/8 + 1, 3*page/8 - 1} {
		s := Make[uint64](n)
		if len(s) != n || cap(s) < n {
			t.Fatalf("%d values, want %d", len(s), n)
		}
		for i := range s {
			if s[i] != 0 {
				t.Fatalf("value %d of %d is not zero", i, n)
			}
			s[i] = uint64(i)
		}
		if n*8 >= page && uintptr(unsafe.Pointer(&s[0]))%page != 0 {
			t.Errorf("%d values do not begin with a large page", n)
		}
	}
	if s := Make[[24]byte](page); len(s) != page {
		t.Errorf("%d values of an odd size, want %d", len(s), page)
	}
}
