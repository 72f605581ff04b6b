package doctor

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"time"
)

// What a run should have at least, with room to spare: memory does not grow with the number
// of articles ('make bench' measures it), files and disk with the days of a dataset.
const (
	leastMemory = 512 << 20
	leastFiles  = 256
	leastDisk   = 1 << 30
)

func program(_ context.Context, opt Options) Result {
	return ok(fmt.Sprintf("%s, %s %s/%s", opt.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH))
}

// timeZone checks TZ: a name that is not known is UTC without a word. The zone is that of
// the log alone; the dates of articles have their own.
func timeZone(context.Context, Options) Result {
	name := os.Getenv("TZ")
	if name == "" {
		zone, _ := time.Now().Zone()
		return ok("the system's: " + zone)
	}
	if len(name) > 0 && name[0] == ':' {
		name = name[1:]
	}
	if _, err := time.LoadLocation(name); err != nil {
		return warn(fmt.Sprintf("TZ=%s is not known here: times of the log are UTC", os.Getenv("TZ")), "install the system's time zone data (package tzdata), or correct TZ")
	}
	return ok(name)
}

// clock wants a time behind the making of the program's data: run ids and reject partitions
// are named after it.
func clock(context.Context, Options) Result {
	now := time.Now().UTC()
	if now.Year() < 2025 {
		return fail("it is "+now.Format(time.RFC3339)+" here", "set the clock: runs are named after it")
	}
	return ok(now.Format(time.RFC3339))
}

func processors(context.Context, Options) Result {
	n := runtime.GOMAXPROCS(0)
	return ok(fmt.Sprintf("%d of %d used: as many workers", n, runtime.NumCPU()))
}

func memory(context.Context, Options) Result {
	free := availableMemory()
	switch {
	case free == 0:
		return Result{}
	case free < leastMemory:
		return warn(size(free)+" to be had", "a run wants "+size(leastMemory)+": raise the limit, or lower --workers and set GOMEMLIMIT")
	}
	return ok(size(free) + " to be had")
}

func openFiles(context.Context, Options) Result {
	limit := fileLimit()
	switch {
	case limit == 0:
		return Result{}
	case limit < leastFiles:
		return warn(fmt.Sprintf("at most %d", limit), fmt.Sprintf("raise the limit to %d: ulimit -n", leastFiles))
	}
	return ok(fmt.Sprintf("at most %d", limit))
}

func size(n uint64) string {
	if n >= 1<<30 {
		return fmt.Sprintf("%.1f GiB", float64(n)/(1<<30))
	}
	return fmt.Sprintf("%d MiB", n>>20)
}
