package batch

import (
	"time"

	"dateline/extract"
)

// Window is a stretch of publication times, half open: Since is in it, Until is not. A zero
// end is open.
type Window struct{ Since, Until time.Time }

// Has reports whether the article was published in the window. One without a publication
// time is in no window but the one that is open at both ends. Where only the day is known,
// it counts as that day's midnight, UTC.
func (w Window) Has(a *extract.Article) bool {
	if w.Since.IsZero() && w.Until.IsZero() {
		return true
	}
	t := a.PublishedAt
	if t.IsZero() {
		return false
	}
	if a.PublishedDay {
		y, m, d := t.Date()
		t = time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	return !t.Before(w.Since) && (w.Until.IsZero() || t.Before(w.Until))
}
