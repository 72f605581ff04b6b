//go:build unix

package account

import (
	"runtime"
	"syscall"
)

// PeakMemory is the most memory that the process had at once, in bytes; 0: not known.
func PeakMemory() int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(u.Maxrss) // counts bytes where others count KiB
	}
	return int64(u.Maxrss) << 10
}
