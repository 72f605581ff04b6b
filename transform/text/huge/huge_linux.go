package huge

import "syscall"

// advise asks for large pages; an error means small ones.
func advise(b []byte) {
	const hugePage = 14 // MADV_HUGEPAGE
	_ = syscall.Madvise(b, hugePage)
}
