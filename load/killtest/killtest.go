// Package killtest kills processes that write a dataset, at instants that cover all of
// their work: half of the kills come at any time of the run, half right behind a file's
// appearance, which most do while a run commits.
//
// In the environment, KILLS says how often, KILLS_SEED draws the same instants again, and
// KILLS_CHAIN begins with that chain of them.
package killtest

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// maxChain is how often a run is killed at most before it is left to end.
const maxChain = 8

// Kills kills runs of one command that all do the same work.
type Kills struct {
	t     testing.TB
	want  int
	seed  uint64
	chain uint64
	r     *rand.Rand
	takes time.Duration // a whole run
	files []appearance
	done  int // processes that were killed before they ended
	timed int // of these, at a time and not at a file
}

// appearance is a file that a run makes, and how long it is until the next one.
type appearance struct {
	name string
	gap  time.Duration
}

// New runs cmd, which writes to dir, to its end, and notes what it does when. Unless the
// environment says otherwise it is about so many kills.
func New(t testing.TB, kills int, cmd *exec.Cmd, dir string) *Kills {
	t.Helper()
	k := &Kills{t: t, want: kills, seed: rand.Uint64() % 1e9}
	for name, set := range map[string]func(uint64){
		"KILLS": func(n uint64) { k.want = int(n) }, "KILLS_SEED": func(n uint64) { k.seed = n }, "KILLS_CHAIN": func(n uint64) { k.chain = n },
	} {
		if n, err := strconv.ParseUint(os.Getenv(name), 10, 64); err == nil {
			set(n)
		}
	}
	k.watch(cmd, dir)
	t.Logf("%d kills, KILLS_SEED=%d: a whole run takes %v and makes %d files", k.want, k.seed, k.takes, len(k.files))
	return k
}

// watch runs a command and notes which files appear below dir.
func (k *Kills) watch(cmd *exec.Cmd, dir string) {
	k.t.Helper()
	seen := names(dir)
	began := time.Now()
	ended := k.start(cmd)
	latest := began
	for over := false; !over; {
		select {
		case <-ended:
			over = true
		case <-time.After(time.Millisecond):
		}
		for name := range names(dir) {
			if seen[name] {
				continue
			}
			seen[name] = true
			now := time.Now()
			if n := len(k.files); n > 0 {
				k.files[n-1].gap = now.Sub(latest)
			}
			latest = now
			k.files = append(k.files, appearance{name: name})
		}
	}
	k.takes = time.Since(began)
	if n := len(k.files); n > 0 {
		k.files[n-1].gap = time.Since(latest)
	}
	if !cmd.ProcessState.Success() {
		k.t.Fatalf("%s: %v", cmd, cmd.ProcessState)
	}
}

// names are the files below a directory.
func names(dir string) map[string]bool {
	out := map[string]bool{}
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() { // what is being moved is met elsewhere
			rel, _ := filepath.Rel(dir, path)
			out[rel] = true
		}
		return nil
	})
	return out
}

// start starts a process; the channel is closed when it has ended.
func (k *Kills) start(cmd *exec.Cmd) <-chan struct{} {
	k.t.Helper()
	if err := cmd.Start(); err != nil {
		k.t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		cmd.Wait()
		close(ended)
	}()
	return ended
}

// Next begins another chain of kills and says how many they are; 0 when there were enough.
func (k *Kills) Next() int {
	if k.done >= k.want {
		k.t.Logf("%d kills, %d of them at a time, %d at a file", k.done, k.timed, k.done-k.timed)
		return 0
	}
	k.r = rand.New(rand.NewPCG(k.seed, k.chain))
	k.chain++
	return min(1+k.r.IntN(maxChain), k.want-k.done)
}

// Chain says which chain this is, and how to repeat it.
func (k *Kills) Chain() string {
	return "KILLS_SEED=" + strconv.FormatUint(k.seed, 10) + " KILLS_CHAIN=" + strconv.FormatUint(k.chain-1, 10) + ", " + strconv.Itoa(k.done) + " kills"
}

// Kill starts a process that does all of the work, or what others have left of it in dir,
// and kills it. It reports false where the process had ended by itself.
func (k *Kills) Kill(cmd *exec.Cmd, dir string) bool {
	k.t.Helper()
	wait, timed := k.instant(dir)
	ended := k.start(cmd)
	wait(ended)
	cmd.Process.Kill()
	<-ended
	if cmd.ProcessState.Exited() {
		if !cmd.ProcessState.Success() {
			k.t.Fatalf("%s: %s: %v", k.Chain(), cmd, cmd.ProcessState)
		}
		return false
	}
	k.done++
	if timed {
		k.timed++
	}
	return true
}

// instant draws when to kill.
func (k *Kills) instant(dir string) (wait func(ended <-chan struct{}), timed bool) {
	at, file, share := time.Duration(k.r.Int64N(int64(k.takes))), k.files[k.r.IntN(len(k.files))], k.r.Float64()
	path := filepath.Join(dir, file.name)
	_, err := os.Lstat(path)
	if timed = k.r.IntN(2) == 0 || err == nil; timed { // it is there already
		return func(ended <-chan struct{}) { pause(at, ended) }, true
	}
	return func(ended <-chan struct{}) {
		for !pause(100*time.Microsecond, ended) {
			if _, err := os.Lstat(path); err == nil {
				break
			}
		}
		pause(time.Duration(share*float64(file.gap)), ended)
	}, false
}

// pause waits, but not for a process that has ended, and reports whether it has.
func pause(d time.Duration, ended <-chan struct{}) bool {
	select {
	case <-ended:
		return true
	case <-time.After(d):
		return false
	}
}
