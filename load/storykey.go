package load

import (
	"encoding/hex"
	"fmt"
	"strings"
	"time"
)

// StoryKey is all of an article that decides which story it belongs to, so that stories can
// be told where the articles themselves are spread over machines.
type StoryKey struct {
	ArticleID, ExternalID, Agency, Status string

	PublishedDate *Day
	PublishedAt   *Micros
	Signature     []byte // see Signature; nil for a text too short
}

// Signature is what near-duplicates of a text are known by; nil where it is too short.
func Signature(text string) []byte {
	if sig, ok := sign(text); ok {
		return sig[:]
	}
	return nil
}

// StoryIndex tells stories by their keys, as Writer does by the articles: the same keys in
// the same order give the same stories.
type StoryIndex struct{ index *stories }

// NewStoryIndex makes an empty index; a window of 0 days is DefaultStoryWindow.
func NewStoryIndex(window int) *StoryIndex { return &StoryIndex{newStories(window)} }

// Assign is the story of the next article.
func (s *StoryIndex) Assign(k *StoryKey) (story string, err error) {
	e := entryOf(&ArticleRow{
		ArticleID: k.ArticleID, ExternalID: k.ExternalID, Agency: k.Agency, Status: k.Status,
		PublishedDate: k.PublishedDate, PublishedAt: k.PublishedAt,
	})
	if k.Signature != nil {
		if len(k.Signature) != len(e.Sig) {
			return "", fmt.Errorf("article %s: a signature of %d bytes, want %d", k.ArticleID, len(k.Signature), len(e.Sig))
		}
		e.Signed = true
		copy(e.Sig[:], k.Signature)
	}
	s.index.group(&e)
	return hex.EncodeToString(e.Story[:]), nil
}

// Superseded hands each article that a later version supersedes to fn: its day, its id and
// the later one's.
func (s *StoryIndex) Superseded(fn func(day *Day, older, newer string)) {
	for part, marks := range s.index.superseded {
		var day *Day
		if t, err := time.Parse(time.DateOnly, strings.TrimPrefix(part, "published_date=")); err == nil {
			day = ptr(DayOf(t))
		}
		for older, newer := range marks {
			fn(day, older, newer)
		}
	}
}
