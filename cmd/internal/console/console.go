// Package console is what people see of a run.
//
// The rules: data and the summary go to stdout, everything else to stderr; messages are
// lower case with the prefix "dateline:", a hint stands on a second line; progress is
// drawn on a terminal only.
package console

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"time"

	"dateline/cmd/internal/batch"
)

// NewLogger makes the run's log: format text or json.
func NewLogger(w io.Writer, format string, quiet bool) (*slog.Logger, error) {
	opt := &slog.HandlerOptions{Level: slog.LevelInfo}
	if quiet {
		opt.Level = slog.LevelError
	}
	switch format {
	case "text":
		return slog.New(slog.NewTextHandler(w, opt)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, opt)), nil
	}
	return nil, fmt.Errorf("--log-format %q: want text or json", format)
}

// Progress draws one line on a terminal, and is silent elsewhere.
type Progress struct {
	w       io.Writer
	inputs  int
	started time.Time
	last    time.Time
	drawn   bool
}

// NewProgress makes a progress line for a run over so many inputs.
func NewProgress(w io.Writer, quiet bool, inputs int) *Progress {
	p := &Progress{inputs: inputs, started: time.Now()}
	if f, ok := w.(*os.File); ok && !quiet && os.Getenv("TERM") != "dumb" {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.w = w
		}
	}
	return p
}

// Update draws the line, at most ten times a second.
func (p *Progress) Update(r *batch.Result) {
	if p.w == nil || time.Since(p.last) < 100*time.Millisecond {
		return
	}
	p.last, p.drawn = time.Now(), true
	rate := float64(r.Counts.Articles) / time.Since(p.started).Seconds()
	fmt.Fprintf(p.w, "\r\x1b[K%d/%d inputs  %d articles  %d events  %d rejects  %.0f articles/s",
		r.Counts.Inputs, p.inputs, r.Counts.Articles, r.Counts.Events, r.Counts.Rejects, rate)
}

// Clear takes the line away, so that a log line can stand there.
func (p *Progress) Clear() {
	if p.drawn {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.drawn = false
	}
}
