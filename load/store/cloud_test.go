//go:build cloud

package store

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

func memory(t *testing.T, name string) *objects {
	t.Helper()
	s, err := Open(t.Context(), "mem://"+name+"/a/prefix?lease=1s")
	if err != nil {
		t.Fatal(err)
	}
	return s.(*objects)
}

func TestObjects(t *testing.T) { contract(t, memory(t, "contract")) }

func hold(t *testing.T, s *objects) *lease {
	t.Helper()
	l, err := s.Lock()
	if err != nil {
		t.Fatal(err)
	}
	return l.(*lease)
}

func TestLeaseKeepsTwoWritersApart(t *testing.T) {
	s := memory(t, "two")
	first := hold(t, s)
	time.Sleep(1500 * time.Millisecond) // over the lease: it was renewed
	_, err := s.Lock()
	var locked *LockedError
	if !errors.As(err, &locked) || !strings.Contains(locked.Holder, "process ") || locked.Dir != "mem://two/a/prefix" {
		t.Fatalf("got %v, want a LockedError that names the holder", err)
	}
	if err := first.Release(); err != nil {
		t.Fatal(err)
	}
	second := hold(t, s)
	if second.Stale() != "" || second.seq != first.seq+1 {
		t.Errorf("a released lease was taken over as stale: %q, number %d", second.Stale(), second.seq)
	}
	second.Release()
}

// lapse ends a lease as if its process had been killed.
func lapse(l *lease) { l.ended.Do(func() { close(l.stop) }); <-l.done }

func TestStaleLeaseIsTakenOver(t *testing.T) {
	s := memory(t, "stale")
	for name, change := range map[string]func(*leaseNote){
		"a process of this machine that is gone": func(n *leaseNote) { n.PID, n.Start = 1<<22+1, "1" },
		"a number that is another process's now": func(n *leaseNote) { n.Start = "1" },
	} {
		old := hold(t, s)
		lapse(old)
		change(&old.note)
		put(t, s, leaseName(old.seq), string(old.text()))
		next := hold(t, s)
		if !strings.Contains(next.Stale(), "gone") {
			t.Errorf("%s: stale %q", name, next.Stale())
		}
		if err := old.Check(); !errors.As(err, new(*LockedError)) {
			t.Errorf("%s: the old holder's check gives %v", name, err)
		}
		next.Release()
	}
	old := hold(t, s)
	lapse(old)
	old.note.Machine, old.note.Host = "elsewhere", "elsewhere"
	put(t, s, leaseName(old.seq), string(old.text()))
	if _, err := s.Lock(); err == nil {
		t.Fatal("a fresh lease of another machine was taken over")
	}
	time.Sleep(old.note.Lease + clockStep + 200*time.Millisecond)
	next := hold(t, s)
	if !strings.Contains(next.Stale(), "not renewed") || !strings.Contains(next.Stale(), "elsewhere") {
		t.Errorf("stale %q", next.Stale())
	}
	next.Release()
}

func TestOneOfManyWritersGetsTheLease(t *testing.T) {
	s := memory(t, "many")
	got := make(chan *lease, 16)
	for range cap(got) {
		go func() {
			l, err := s.Lock()
			if err != nil {
				got <- nil
				return
			}
			got <- l.(*lease)
		}()
	}
	var held []*lease
	for range cap(got) {
		if l := <-got; l != nil {
			held = append(held, l)
		}
	}
	if len(held) != 1 {
		t.Fatalf("%d writers hold the lease, want 1", len(held))
	}
	held[0].Release()
}

func TestLapsedLeaseIsLost(t *testing.T) {
	s := memory(t, "lapsed")
	l := hold(t, s)
	lapse(l)
	l.renewed = time.Now().Add(-2 * time.Second)
	if err := l.Check(); !errors.Is(err, errLapsed) {
		t.Errorf("got %v", err)
	}
}

func TestUnlockedStoreNeedsNoConditions(t *testing.T) {
	s, err := Open(t.Context(), "mem://unlocked/x?lock=none")
	if err != nil {
		t.Fatal(err)
	}
	contract(t, s)
	first, err := s.Lock()
	if err != nil {
		t.Fatal(err)
	}
	second, err := s.Lock()
	if err != nil {
		t.Fatalf("a second writer is kept out: %v", err)
	}
	first.Release()
	second.Release()
}

// What is done after a run was told to end: undoing, telling, freeing.
func TestObjectsAfterTheEnd(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s, err := Open(ctx, "mem://ended/x")
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.Lock()
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, "a/x", "1")
	cancel()
	if list, err := s.List("a"); err != nil || len(list) != 1 {
		t.Errorf("%v, %v", list, err)
	}
	put(t, s, "_reports/r.json", "{}")
	if err := errors.Join(s.Remove("a/x"), l.Check(), l.Release(), l.Release()); err != nil {
		t.Error(err)
	}
}
