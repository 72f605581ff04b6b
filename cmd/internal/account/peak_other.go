//go:build !unix

package account

// PeakMemory is not known here.
func PeakMemory() int64 { return 0 }
