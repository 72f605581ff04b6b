package date

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/text"
)

// published is when fixtures are read, unless they say otherwise: a Tuesday.
var published = time.Date(2020, 2, 11, 0, 0, 0, 0, time.UTC)

// annotate runs the annotator on a text; a zero time is an unknown one.
func annotate(t testing.TB, s string, at time.Time) *transform.Document {
	t.Helper()
	d := &transform.Document{Article: &extract.Article{Text: s, PublishedAt: at}, Text: s, Analysis: *text.Analyze(s)}
	if err := Annotator.Run(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// markup writes a document's dates into its text: on [Monday]{date 2020-02-10}.
func markup(d *transform.Document) string {
	var b strings.Builder
	pos := 0
	for _, m := range d.Dates {
		fmt.Fprintf(&b, "%s[%s]{%s}", d.Text[pos:m.Start], d.Text[m.Start:m.End], strings.TrimSpace(m.Type+" "+m.Value))
		pos = m.End
	}
	return b.String() + d.Text[pos:]
}

// bare removes the markup.
func bare(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "]{")
		if i < 0 {
			return strings.NewReplacer("[", "").Replace(b.String() + s)
		}
		b.WriteString(s[:i])
		s = s[i:]
		s = s[strings.Index(s, "}")+1:]
	}
}

// expect compares a marked-up text with what is found in it.
func expect(t *testing.T, want string, at time.Time) *transform.Document {
	t.Helper()
	d := annotate(t, bare(want), at)
	if got := markup(d); got != want {
		t.Errorf("published %s\ngot  %s\nwant %s", at.Format(time.DateOnly), got, want)
	}
	return d
}

// TestRules reads each rule's example, and sees that it is that rule that matched.
func TestRules(t *testing.T) {
	for _, r := range rules() {
		t.Run(r.name, func(t *testing.T) {
			d := expect(t, r.example, published)
			for _, m := range d.Dates {
				if m.Rule == r.name {
					return
				}
			}
			t.Errorf("rule %s did not match its example %s", r.name, r.example)
		})
	}
}
