package bucket

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"
)

// flaky is a store of one object whose answers are scripted: each request takes the next
// fault, nil for none.
type flaky struct {
	faults  []error
	calls   int
	content string
	cut     int // bytes after which a body is cut, while faults last
	stall   bool
	changed time.Time
}

var (
	errBusy    = errors.New("503 slow down")
	errDenied  = errors.New("403 access denied")
	errMissing = errors.New("404 no such key")
	errThere   = errors.New("412 precondition failed")
)

func (f *flaky) next() error {
	f.calls++
	if len(f.faults) == 0 {
		return nil
	}
	err := f.faults[0]
	f.faults = f.faults[1:]
	return err
}

func (f *flaky) kind(err error) kind {
	switch {
	case errors.Is(err, errDenied):
		return permanent
	case errors.Is(err, errMissing):
		return notFound
	case errors.Is(err, errThere):
		return exists
	}
	return temporary
}

func (f *flaky) list(_ context.Context, _, _ string, each func(Attrs)) error {
	each(Attrs{Key: "a"})
	if err := f.next(); err != nil {
		return err
	}
	each(Attrs{Key: "b"})
	return nil
}

func (f *flaky) attrs(context.Context, string) (Attrs, error) {
	return Attrs{Key: "k", Size: int64(len(f.content)), Modified: f.changed}, nil
}

func (f *flaky) read(ctx context.Context, _ string, from int64) (io.ReadCloser, Attrs, error) {
	if err := f.next(); err != nil {
		return nil, Attrs{}, err
	}
	a := Attrs{Key: "k", Size: int64(len(f.content))}
	rest := f.content[from:]
	switch {
	case f.stall:
		f.stall = false
		return &stalled{ctx: context.WithoutCancel(ctx), ctxOf: ctx}, a, nil
	case f.cut > 0 && f.cut < len(rest):
		return io.NopCloser(strings.NewReader(rest[:f.cut])), a, nil
	}
	return io.NopCloser(strings.NewReader(rest)), a, nil
}

// stalled gives nothing until its request is broken off.
type stalled struct{ ctx, ctxOf context.Context }

func (s *stalled) Read([]byte) (int, error) {
	<-s.ctxOf.Done()
	return 0, s.ctxOf.Err()
}
func (s *stalled) Close() error { return nil }

func (f *flaky) write(_ context.Context, _ string, r io.Reader, _ bool) error {
	b, err := io.ReadAll(r)
	if ferr := f.next(); ferr != nil {
		return ferr
	}
	f.content = string(b)
	return err
}
func (f *flaky) copy(context.Context, string, string) error { return f.next() }
func (f *flaky) remove(context.Context, string) error       { return f.next() }

func open(f *flaky) *Bucket {
	return &Bucket{Location{Scheme: "s3", Bucket: "b", Options: Options{Timeout: 200 * time.Millisecond, Attempts: 3}}, f}
}

func TestRequestsAreTriedAgain(t *testing.T) {
	for _, c := range []struct {
		name   string
		faults []error
		calls  int
		want   error
	}{
		{"sound", nil, 1, nil},
		{"busy once", []error{errBusy}, 2, nil},
		{"busy too often", []error{errBusy, errBusy, errBusy, errBusy}, 3, errBusy},
		{"denied", []error{errDenied}, 1, errDenied},
		{"missing", []error{errMissing}, 1, fs.ErrNotExist},
	} {
		f := &flaky{faults: c.faults}
		err := open(f).Copy(t.Context(), "k", "l", 0)
		if !errors.Is(err, c.want) || f.calls != c.calls {
			t.Errorf("%s: %v after %d calls, want %v after %d", c.name, err, f.calls, c.want, c.calls)
		}
		if e := (*Error)(nil); c.want != nil && (!errors.As(err, &e) || e.Hint() == "" || !strings.Contains(err.Error(), "s3://b/k")) {
			t.Errorf("%s: %v has no hint or no place", c.name, err)
		}
	}
}

func TestUploadBeginsAtItsHeadAgain(t *testing.T) {
	f := &flaky{faults: []error{errBusy}}
	if err := open(f).Put(t.Context(), "k", []byte("all of it")); err != nil || f.content != "all of it" {
		t.Errorf("%q, %v", f.content, err)
	}
}

// An answer that got lost: the object is there, and it is ours.
func TestCreateKnowsItsOwnBytes(t *testing.T) {
	f := &flaky{content: "mine", faults: []error{errBusy, errThere}}
	if err := open(f).Create(t.Context(), "k", []byte("mine")); err != nil {
		t.Error(err)
	}
	f.faults = []error{errThere}
	if err := open(f).Create(t.Context(), "k", []byte("other")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v", err)
	}
}

func TestListingStartsAnew(t *testing.T) {
	list, err := open(&flaky{faults: []error{errBusy}}).List(t.Context(), "", "")
	if err != nil || len(list) != 2 {
		t.Errorf("%v, %v", list, err)
	}
}

func TestReadGoesOnWhereItBrokeOff(t *testing.T) {
	const text = "a story of some length that comes in pieces"
	for name, f := range map[string]*flaky{
		"cut":     {content: text, cut: 5},
		"stalled": {content: text, stall: true},
		"busy":    {content: text, faults: []error{errBusy}},
	} {
		b, err := open(f).Get(t.Context(), "k")
		if err != nil || string(b) != text {
			t.Errorf("%s: %q, %v", name, b, err)
		}
	}
	f := &flaky{content: text, cut: 5}
	r, err := open(f).Read(t.Context(), "k")
	if err != nil {
		t.Fatal(err)
	}
	io.ReadFull(r, make([]byte, 5))
	f.changed = time.Now()
	if _, err := io.ReadAll(r); !errors.Is(err, errChanged) {
		t.Errorf("an object replaced meanwhile: %v", err)
	}
	f = &flaky{content: text, faults: []error{nil, errDenied}, cut: 5}
	if _, err := open(f).Get(t.Context(), "k"); !errors.Is(err, errDenied) || f.calls != 2 {
		t.Errorf("denied in the middle: %v after %d calls", err, f.calls)
	}
}

func TestURLs(t *testing.T) {
	l, err := Parse("s3://wire/2020/02?region=eu-west-1&timeout=5s&attempts=2&lock=none")
	if err != nil || l.Bucket != "wire" || l.Prefix() != "2020/02/" || l.Query.Encode() != "region=eu-west-1" ||
		l.Options.Timeout != 5*time.Second || l.Options.Attempts != 2 || !l.Options.Unlocked || l.URI("x/y") != "s3://wire/x/y" {
		t.Errorf("%+v, %v", l, err)
	}
	for _, bad := range []string{"s3://", "s3:///key", "s3://b/k?timeout=soon", "gs://b?attempts=0", "az://b?lock=please", "s3://b?lease=1ms", "s3://b?%zz"} {
		var e *URLError
		if _, err := Parse(bad); !errors.As(err, &e) || e.Hint() == "" {
			t.Errorf("%s: %v", bad, err)
		}
	}
	for arg, want := range map[string]bool{"s3://b/k": true, "gs://b": true, "az://c/k": true, "/s3/b": false, "http://b/k": false, "file:///x": false} {
		if Is(arg) != want {
			t.Errorf("Is(%s) = %v", arg, !want)
		}
	}
	if p, ok, err := FilePath("file:///data/a%20b"); p != "/data/a b" || !ok || err != nil {
		t.Errorf("%q, %v, %v", p, ok, err)
	}
	if _, ok, err := FilePath("file://data"); !ok || err == nil {
		t.Error("a relative file URL is taken")
	}
}
