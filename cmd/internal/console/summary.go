package console

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"dateline/cmd/internal/batch"
	"dateline/load"
)

// EventSample keeps the first events on their way to a sink, for the summary.
type EventSample struct {
	batch.Sink
	Max    int
	Events []load.EventRow
}

// Add passes the rows on, and keeps events of articles that are new.
func (s *EventSample) Add(r *load.Rows) (bool, error) {
	added, err := s.Sink.Add(r)
	if added && err == nil {
		s.Events = append(s.Events, r.Events[:min(len(r.Events), s.Max-len(s.Events))]...)
	}
	return added, err
}

// Run is what the summary tells of.
type Run struct {
	Out      string
	DryRun   bool
	Manifest *load.Manifest
	Result   *batch.Result
	Events   []load.EventRow
}

// Summary writes a run's summary for people.
func Summary(w io.Writer, r Run) {
	n := r.Result.Counts
	where := r.Out
	if r.DryRun {
		where = "nothing written (dry run)"
	}
	seconds := r.Result.Elapsed.Seconds()
	fmt.Fprintf(w, "run %s: %s\n", r.Manifest.RunID, where)
	fmt.Fprintf(w, "  %d inputs, %s in %s (%.0f articles/s)\n", n.Inputs, size(n.InputBytes), r.Result.Elapsed.Round(time.Millisecond), float64(n.Articles)/max(seconds, 1e-9))
	fmt.Fprintf(w, "  %d records: %d read, %d rejected, %d skipped\n", n.Records, n.Read, n.Rejected, n.Skipped)
	fmt.Fprintf(w, "  %d articles, %d events, %d mentions in %d files\n", n.Articles, n.Events, n.Mentions, len(r.Manifest.Files))
	if len(r.Result.RejectsByCode) > 0 {
		var codes []string
		for c, k := range r.Result.RejectsByCode {
			codes = append(codes, fmt.Sprintf("%s %d", c, k))
		}
		slices.Sort(codes)
		fmt.Fprintf(w, "  rejects: %s\n", strings.Join(codes, ", "))
	}
	if len(r.Events) > 0 {
		fmt.Fprintln(w)
		Events(w, r.Events)
	}
}

// Events writes events as a readable table.
func Events(w io.Writer, events []load.EventRow) {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "DATE\tEVENT\tCODE\tSOURCE\tTARGET\tPLACE\tTOLL\tSTATUS\tSAYS")
	for i := range events {
		e := &events[i]
		fmt.Fprintf(tw, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", Dates(e), clip(e.EventType, 10), e.CameoCode,
			clip(e.SourceName, 24), clip(e.TargetName, 24), clip(e.PlaceName, 16), Toll(e), e.Status, clip(e.AttributedTo, 20))
	}
	tw.Flush()
}

// Dates are the days of an event, "-" where they are not known.
func Dates(e *load.EventRow) string {
	switch {
	case e.DateStart == nil && e.DateEnd == nil:
		return "-"
	case e.DateEnd == nil:
		return "since " + e.DateStart.String()
	case e.DateStart == nil:
		return "until " + e.DateEnd.String()
	case *e.DateStart == *e.DateEnd:
		return e.DateStart.String()
	}
	return e.DateStart.String() + "/" + e.DateEnd.String()
}

// Toll lists the casualty ranges of an event.
func Toll(e *load.EventRow) string {
	var out []string
	for _, c := range []struct {
		low, high *int64
		name      string
	}{
		{e.KilledLow, e.KilledHigh, "killed"}, {e.WoundedLow, e.WoundedHigh, "wounded"},
		{e.MissingLow, e.MissingHigh, "missing"}, {e.DetainedLow, e.DetainedHigh, "detained"},
		{e.DisplacedLow, e.DisplacedHigh, "displaced"}, {e.KidnappedLow, e.KidnappedHigh, "kidnapped"},
		{e.ParticipantsLow, e.ParticipantsHigh, "people"},
	} {
		switch {
		case c.low != nil && c.high != nil && *c.low == *c.high:
			out = append(out, fmt.Sprintf("%d %s", *c.low, c.name))
		case c.low != nil && c.high != nil:
			out = append(out, fmt.Sprintf("%d-%d %s", *c.low, *c.high, c.name))
		case c.low != nil:
			out = append(out, fmt.Sprintf("%d+ %s", *c.low, c.name))
		case c.high != nil:
			out = append(out, fmt.Sprintf("up to %d %s", *c.high, c.name))
		}
	}
	return strings.Join(out, ", ")
}

// clip shortens s to n code points.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}

func size(n int64) string {
	const unit = 1024
	if n < unit {
		return fmt.Sprintf("%d B", n)
	}
	f, suffix := float64(n)/unit, "KiB"
	for _, next := range []string{"MiB", "GiB", "TiB"} {
		if f < unit {
			break
		}
		f, suffix = f/unit, next
	}
	return fmt.Sprintf("%.1f %s", f, suffix)
}
