// Package huge makes tables that are read at random. On pages of 4 KB nearly every such read
// also waits for the page's address; on pages of 2 MB it does not. A system that has no
// large pages to give (Linux gives them where transparent_hugepage is "madvise" or "always")
// gives small ones: nothing but the speed depends on it.
//
//	huge.go        Make
//	huge_linux.go  asks the system; huge_other.go does not
package huge

import "unsafe"

const page = 2 << 20

// Make makes n zero values, on large pages if they fill one.
func Make[T any](n int) []T {
	var t T
	size := int(unsafe.Sizeof(t))
	if size == 0 || page%size != 0 || n*size < page {
		return make([]T, n)
	}
	s := make([]T, n+page/size)
	at := uintptr(unsafe.Pointer(unsafe.SliceData(s)))
	if at%uintptr(size) != 0 {
		return s[:n:n]
	}
	first := int(-at%page) / size
	s = s[first : first+n : first+n]
	advise(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), n*size/page*page))
	return s
}
