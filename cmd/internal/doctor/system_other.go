//go:build !linux

package doctor

// Not known here.
func availableMemory() uint64 { return 0 }
func fileLimit() uint64       { return 0 }
func freeDisk(string) uint64  { return 0 }
