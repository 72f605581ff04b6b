package store

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// machine names this boot of this machine and its process ids' name space, so that the
// same number means the same process; "" where the system does not tell.
func machine() string {
	boot, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	ns, nerr := os.Readlink("/proc/self/ns/pid")
	if err != nil || nerr != nil {
		return ""
	}
	return strings.TrimSpace(string(boot)) + " " + ns
}

// startOf is when a process began, in ticks since boot; "" where that is not known.
func startOf(pid int) string {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return ""
	}
	// The name in parentheses may hold anything; the 20th field behind it is the start.
	fields := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
	if len(fields) < 20 || fields[0] == "Z" {
		return ""
	}
	return fields[19]
}

// gone reports whether a process of this machine has ended. Its number may be another's by
// now.
func gone(pid int, start string) bool {
	if p, err := os.FindProcess(pid); err != nil || errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone) {
		return true
	}
	return start != "" && startOf(pid) != start
}
