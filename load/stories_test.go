package load

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/extract"
)

// words makes n words that no other seed makes.
func words(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 7))
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("w%x", r.Uint32())
	}
	return out
}

func TestLikenessEstimatesSharedGrams(t *testing.T) {
	base := words(1, 400)
	for _, c := range []struct {
		changed   int // words at the end
		low, high float64
	}{{0, 1, 1}, {20, 0.8, 1}, {100, 0.45, 0.8}, {200, 0.2, 0.5}, {400, -0.02, 0.1}} {
		other := append(append([]string{}, base[:400-c.changed]...), words(2, c.changed)...)
		a, okA := sign(strings.Join(base, " "))
		b, okB := sign(strings.Join(other, " "))
		if got := likeness(&a, &b); !okA || !okB || got < c.low || got > c.high {
			t.Errorf("%d of 400 words changed: likeness %.2f, want %v to %v", c.changed, got, c.low, c.high)
		}
	}
	a, _ := sign("The President’s men met in Paris on Monday, officials said, and " + strings.Join(base, " "))
	b, _ := sign("THE PRESIDENT'S MEN MET IN PARIS -- ON MONDAY -- OFFICIALS SAID; AND\n" + strings.Join(base, "\n\n"))
	if likeness(&a, &b) < 0.95 {
		t.Error("letter case and marks must not matter")
	}
	if _, ok := sign("Too short to tell."); ok {
		t.Error("a short text has no signature")
	}
}

// told makes the rows of an article.
func told(n int, text, agency, status string, day Day, hour int) *Rows {
	at := Micros((int64(day)*24 + int64(hour)) * 3600 * 1e6)
	return &Rows{
		Article: ArticleRow{ArticleID: extract.ArticleID(agency, fmt.Sprint(n), text), Text: text, Agency: agency, Status: status, PublishedDate: &day, PublishedAt: &at, SourceURI: fmt.Sprint(n), PublishedBasis: "metadata"},
		Events:  []EventRow{{EventID: fmt.Sprint(n)}},
	}
}

func TestStories(t *testing.T) {
	s := newStories(0)
	a := strings.Join(words(1, 200), " ")
	b := strings.Join(append(words(1, 180), words(5, 30)...), " ")
	c := strings.Join(words(3, 200), " ")
	first := told(1, a, "AFP", "", 100, 8)
	copied := told(2, b, "The Example", "", 101, 9)
	other := told(3, c, "AFP", "", 100, 10)
	late := told(4, a+" again", "AFP", "", 101+DefaultStoryWindow+1, 8)
	corrected := told(5, b+" corrected", "AFP", "correction", 101, 12)
	for _, r := range []*Rows{first, copied, other, late, corrected} {
		s.assign(r)
	}
	story := first.Article.ArticleID
	if first.Article.StoryID != story || copied.Article.StoryID != story || corrected.Article.StoryID != story || corrected.Events[0].StoryID != story {
		t.Error("copies and versions share the story of the first")
	}
	if other.Article.StoryID == story || late.Article.StoryID == story {
		t.Error("another text, or the same one outside the window, is another story")
	}
	if got := s.superseded["published_date="+Day(100).String()][story]; got != "" && got != corrected.Article.ArticleID {
		t.Errorf("superseded by %s", got)
	}
}

func TestCorrectionSupersedesTheOlderVersion(t *testing.T) {
	text := strings.Join(words(1, 200), " ")
	for _, swap := range []bool{false, true} {
		s := newStories(0)
		old, fixed := told(1, text, "AP", "", 100, 8), told(2, text+" corrects figure", "AP", "correction", 100, 11)
		if swap {
			s.assign(fixed)
			s.assign(old)
		} else {
			s.assign(old)
			s.assign(fixed)
		}
		part := "published_date=" + Day(100).String()
		if got := s.superseded[part][old.Article.ArticleID]; got != fixed.Article.ArticleID || len(s.superseded[part]) != 1 {
			t.Errorf("swapped %v: %v", swap, s.superseded)
		}
	}
}

func TestKillIsFoundByItsID(t *testing.T) {
	s := newStories(0)
	old, kill := told(1, strings.Join(words(1, 100), " "), "dpa", "", 100, 8), told(2, "", "dpa", "kill", 100, 9)
	old.Article.ExternalID, kill.Article.ExternalID = "urn:dpa:7", "urn:dpa:7"
	s.assign(old)
	s.assign(kill)
	if kill.Article.StoryID != old.Article.StoryID || len(s.superseded) != 1 {
		t.Errorf("story %s, superseded %v", kill.Article.StoryID, s.superseded)
	}
}

func TestStoriesAreBounded(t *testing.T) {
	s := newStories(0)
	for i := range maxStories + 500 {
		s.insert(&storyEntry{ID: uint64(i + 1)})
	}
	if len(s.entries) != maxStories || s.keys.used != maxStories {
		t.Errorf("%d entries, %d keys, want %d", len(s.entries), s.keys.used, maxStories)
	}
	if s.find(&storyEntry{ID: 1}) != nil {
		t.Error("the oldest must be forgotten")
	}
}

// TestSupersededAcrossRuns: the mark reaches a file of an earlier run, and a story goes on
// in a later one.
func TestSupersededAcrossRuns(t *testing.T) {
	dir := t.TempDir()
	text := strings.Join(words(9, 150), " ")
	old, fixed := told(1, text, "AP", "", 18302, 8), told(2, text+" corrects", "AP", "correction", 18303, 9)
	for i, r := range []*Rows{old, fixed} {
		w := begin(t, dir, Options{RunID: fmt.Sprint("r", i)})
		add(t, w, r)
		if _, err := w.Commit(func(*Manifest) {}); err != nil {
			t.Fatal(err)
		}
	}
	for _, a := range readAllRows[ArticleRow](t, dir, TableArticles) {
		want := ""
		if a.ArticleID == old.Article.ArticleID {
			want = fixed.Article.ArticleID
		}
		if a.StoryID != old.Article.ArticleID || a.SupersededBy != want {
			t.Errorf("%s: story %s, superseded by %q, want %q", a.SourceURI, a.StoryID, a.SupersededBy, want)
		}
	}
}

func BenchmarkSign(b *testing.B) {
	text := strings.Join(words(1, 500), " ")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		sign(text)
	}
}
