package console

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"time"

	"dateline/cmd/internal/batch"
)

// How often progress is shown: drawn on a terminal, logged elsewhere.
const (
	drawEvery = 100 * time.Millisecond
	logEvery  = 30 * time.Second
)

// ProgressOptions say how a run's progress is shown.
type ProgressOptions struct {
	Screen io.Writer    // a terminal to draw on; nil: none
	Log    *slog.Logger // where there is no screen
	Inputs int
	Bytes  int64 // of all inputs; 0: not known
	Now    func() time.Time
}

// Progress tells how far a run has come.
type Progress struct {
	opt           ProgressOptions
	started, last time.Time
	before        int64 // bytes that a run taken up had read
	begun, drawn  bool
}

// NewProgress begins to measure.
func NewProgress(opt ProgressOptions) *Progress {
	now := opt.Now()
	return &Progress{opt: opt, started: now, last: now}
}

// Screen is w where it is a terminal on which a line can be drawn again: not TERM=dumb.
func Screen(w io.Writer) io.Writer {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return nil
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 || os.Getenv("TERM") == "" {
		return nil
	}
	return w
}

// Update shows the state of the run where it is time to.
func (p *Progress) Update(r *batch.Result) {
	if !p.begun {
		p.begun, p.before = true, r.Counts.InputBytes
	}
	every := logEvery
	if p.opt.Screen != nil {
		every = drawEvery
	}
	now := p.opt.Now()
	if now.Sub(p.last) < every {
		return
	}
	p.last = now
	n, elapsed := r.Counts, now.Sub(p.started)
	rate := float64(n.Articles) / elapsed.Seconds()
	done := p.done(r)
	left, known := p.left(done, elapsed)
	if p.opt.Screen == nil {
		attrs := []any{"inputs", n.Inputs, "of", p.opt.Inputs, "articles", n.Articles, "megabytes", done / 1e6, "rejects", n.Rejects, "articles_per_second", int64(rate)}
		if known {
			attrs = append(attrs, "seconds_left", int64(left.Seconds()))
		}
		p.opt.Log.Info("progress", attrs...)
		return
	}
	line := fmt.Sprintf("%d/%d inputs, %d articles, %d MB, %.0f/s, %d rejects", n.Inputs, p.opt.Inputs, n.Articles, done/1e6, rate, n.Rejects)
	if known {
		line += fmt.Sprintf(", %s left", left.Round(time.Second))
	}
	fmt.Fprintf(p.opt.Screen, "\r\x1b[K%s", line)
	p.drawn = true
}

// done is how many bytes were read: inputs that ended, and what is known of the current one.
func (p *Progress) done(r *batch.Result) int64 {
	done := r.Counts.InputBytes + r.Position
	if p.opt.Bytes > 0 {
		done = min(done, p.opt.Bytes)
	}
	return done
}

// left estimates the time to the end from the bytes.
func (p *Progress) left(done int64, elapsed time.Duration) (time.Duration, bool) {
	read := done - p.before
	if p.opt.Bytes == 0 || read <= 0 || elapsed < 2*time.Second {
		return 0, false
	}
	return time.Duration(float64(elapsed) * float64(p.opt.Bytes-done) / float64(read)), true
}

// Clear takes the line away, so that a log line can stand there.
func (p *Progress) Clear() {
	if p.drawn {
		fmt.Fprint(p.opt.Screen, "\r\x1b[K")
		p.drawn = false
	}
}
