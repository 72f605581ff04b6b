package store

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"
)

// leaseHead begins the names of leases; a number follows. The lease with the highest
// number holds. It is made where there was none, so one of two writers gets it; only its
// holder writes it again. Numbers never come back, so a writer that slept through the end
// of its lease finds a higher one and stops.
const leaseHead = lockName + "-"

// leaseNote is what a lease says. Who waits tells its age by the store's own clock.
type leaseNote struct {
	Host     string        `json:"host"`
	PID      int           `json:"pid"`
	Machine  string        `json:"machine,omitempty"`
	Start    string        `json:"start,omitempty"`
	Nonce    string        `json:"nonce"`
	Since    string        `json:"since"`
	Expires  string        `json:"expires"` // by the holder's clock, to be read by people
	Lease    time.Duration `json:"lease"`   // nanoseconds without a renewal after which it is stale
	Released bool          `json:"released,omitempty"`
}

func (n *leaseNote) String() string {
	return fmt.Sprintf("process %d on %s since %s (lease until %s)", n.PID, n.Host, n.Since, n.Expires)
}

// lease is a held one.
type lease struct {
	s     *objects
	seq   int
	stale string

	mu      sync.Mutex
	note    leaseNote
	renewed time.Time
	lost    error
	ended   sync.Once
	stop    chan struct{}
	done    chan struct{}
}

// attemptsToLease bounds how often another writer may be quicker.
const attemptsToLease = 8

func (s *objects) Lock() (Lock, error) {
	l := &lease{s: s, stop: make(chan struct{}), done: make(chan struct{})}
	host, _ := os.Hostname()
	pid := os.Getpid()
	l.note = leaseNote{Host: host, PID: pid, Machine: machine(), Start: startOf(pid), Nonce: rand.Text(), Since: now(), Lease: s.loc.Options.Lease}
	for range attemptsToLease {
		ok, err := l.acquire()
		if err != nil {
			return nil, err
		}
		if ok {
			go l.renew()
			return l, nil
		}
	}
	return nil, &LockedError{Dir: s.String(), Holder: "several processes that begin at once"}
}

// acquire makes the next lease when the last one is free. It is false where another writer
// was quicker.
func (l *lease) acquire() (bool, error) {
	seq, old, err := l.s.highest()
	if err != nil {
		return false, err
	}
	if seq > 0 && !l.s.loc.Options.Unlocked {
		if err := l.free(seq, old); err != nil {
			return false, err
		}
	}
	l.seq = seq + 1
	begun := time.Now()
	err = l.s.Create(leaseName(l.seq), l.text())
	if errors.Is(err, fs.ErrExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	l.renewed = begun
	if err := l.exclusive(); err != nil {
		return false, err
	}
	if top, _, err := l.s.highest(); err != nil || top != l.seq {
		return false, errors.Join(err, l.s.Remove(leaseName(l.seq)))
	}
	for _, n := range l.s.below(l.seq) {
		if err := l.s.Remove(n); err != nil {
			return false, err
		}
	}
	return true, nil
}

// exclusive checks that the store refuses to make what is there: some ignore the condition.
func (l *lease) exclusive() error {
	if l.s.loc.Options.Unlocked {
		return nil
	}
	err := l.s.Create(leaseName(l.seq), []byte("{}"))
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err == nil {
		return errors.Join(&NoConditionsError{l.s.String()}, l.s.Remove(leaseName(l.seq)))
	}
	return err
}

// NoConditionsError is a store that cannot keep two writers apart.
type NoConditionsError struct{ Dir string }

func (e *NoConditionsError) Error() string {
	return e.Dir + ": the store ignores If-None-Match, so two writers cannot be kept apart"
}

// Hint says what to do.
func (e *NoConditionsError) Hint() string {
	return "when you see to it that there is one writer only, say so: ?lock=none"
}

// free fails with *LockedError when a lease is held, and notes whose it was when it is
// stale.
func (l *lease) free(seq int, n *leaseNote) error {
	if n == nil || n.Released {
		return nil
	}
	if n.Machine != "" && n.Machine == l.note.Machine && gone(n.PID, n.Start) {
		l.stale = fmt.Sprintf("%s; that process is gone", n)
		return nil
	}
	age, err := l.s.age(leaseName(seq))
	if errors.Is(err, fs.ErrNotExist) {
		return nil // gone meanwhile: look again
	}
	if err != nil {
		return err
	}
	if age <= n.Lease+clockStep {
		return &LockedError{Dir: l.s.String(), Holder: n.String()}
	}
	l.stale = fmt.Sprintf("%s; not renewed for %s", n, age)
	return nil
}

// clockStep is how coarse stores tell times.
const clockStep = 2 * time.Second

// age is how long ago an object was written, by the store's clock: that of a new object.
func (s *objects) age(name string) (time.Duration, error) {
	clock := lockName + "clock-" + rand.Text()
	if err := s.Put(clock, []byte("now")); err != nil {
		return 0, err
	}
	defer s.Remove(clock)
	a, err := s.b.Attrs(s.still(), s.prefix+clock)
	if err != nil {
		return 0, err
	}
	b, err := s.b.Attrs(s.still(), s.prefix+name)
	return a.Modified.Sub(b.Modified), err
}

func leaseName(seq int) string { return leaseHead + fmt.Sprintf("%08d", seq) }

// leases lists the numbers there are.
func (s *objects) leases() (seqs []int, err error) {
	list, err := s.b.List(s.always(), s.prefix+leaseHead, "")
	for _, a := range list {
		if n, err := strconv.Atoi(strings.TrimPrefix(path.Base(a.Key), path.Base(leaseHead))); err == nil {
			seqs = append(seqs, n)
		}
	}
	return seqs, err
}

// highest is the last lease, or 0. Its note is nil where it is gone again or torn.
func (s *objects) highest() (int, *leaseNote, error) {
	seqs, err := s.leases()
	top := 0
	for _, n := range seqs {
		top = max(top, n)
	}
	if err != nil || top == 0 {
		return 0, nil, err
	}
	b, err := s.b.Get(s.always(), s.prefix+leaseName(top))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, nil, err
	}
	n := new(leaseNote)
	if json.Unmarshal(b, n) != nil {
		n = nil
	}
	return top, n, nil
}

// below are the names of leases before one; what cannot be listed is left to the next.
func (s *objects) below(seq int) (names []string) {
	seqs, _ := s.leases()
	for _, n := range seqs {
		if n < seq {
			names = append(names, leaseName(n))
		}
	}
	return names
}

func (l *lease) text() []byte {
	l.note.Expires = time.Now().Add(l.note.Lease).UTC().Format(time.RFC3339)
	b, _ := json.Marshal(&l.note)
	return append(b, '\n')
}

// renew writes the lease anew, three times while it lasts, until it is released or lost.
func (l *lease) renew() {
	defer close(l.done)
	t := time.NewTicker(l.note.Lease / 3)
	defer t.Stop()
	for {
		select {
		case <-l.stop:
			return
		case <-t.C:
		}
		l.Check()
		l.mu.Lock()
		begun, text, lost := time.Now(), l.text(), l.lost
		l.mu.Unlock()
		if lost != nil {
			return
		}
		if err := l.s.b.Put(l.s.always(), l.s.prefix+leaseName(l.seq), text); err == nil {
			l.mu.Lock()
			l.renewed = begun
			l.mu.Unlock()
		}
	}
}

// Check asks whether there is a higher lease, and whether this one was renewed in time.
func (l *lease) Check() error {
	if l.s.loc.Options.Unlocked {
		return nil
	}
	top, holder, err := l.s.highest()
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.lost != nil:
	case err == nil && top > l.seq && holder != nil:
		l.lost = &LockedError{Dir: l.s.String(), Holder: holder.String()}
	case err == nil && top > l.seq:
		l.lost = &LockedError{Dir: l.s.String(), Holder: "another process"}
	case time.Since(l.renewed) > l.note.Lease:
		l.lost = fmt.Errorf("%s: the lease ran out, for it could not be renewed in %s (%w)", l.s, l.note.Lease, errors.Join(errLapsed, err))
	default:
		return err
	}
	return l.lost
}

var errLapsed = errors.New("another writer may have begun")

func (l *lease) Stale() string { return l.stale }

// Release ends the renewals and frees the lease, unless it was lost or freed before.
func (l *lease) Release() error {
	l.ended.Do(func() { close(l.stop) })
	<-l.done
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.lost != nil || l.note.Released {
		return nil
	}
	l.note.Released = true
	return l.s.b.Put(l.s.always(), l.s.prefix+leaseName(l.seq), l.text())
}
