package dictionary

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"dateline/cmd/internal/near"
	"dateline/transform/actor/book"
	"dateline/transform/event"
	"dateline/transform/place/gazetteer"
)

// Options name the files.
type Options struct{ Actors, Places, Patterns []string }

// mostErrors is how many mistakes of one file are told.
const mostErrors = 20

// mistake is one line that cannot be used.
type mistake struct {
	path    string
	line    int
	problem string
	meant   string // what was perhaps meant
}

func (m *mistake) Error() string {
	s := fmt.Sprintf("%s:%d: %s", m.path, m.line, m.problem)
	if m.meant != "" {
		s += ": did you mean " + m.meant + "?"
	}
	return s
}

// unknown is a value that is none of the known ones. where there is no near one and they
// are few, all are named.
func unknown(what, value string, known []string) (problem, meant string) {
	problem = fmt.Sprintf("%s %q is not known", what, value)
	if meant = near.Of(value, known); meant == "" && len(known) <= 40 {
		problem += ": want one of " + strings.Join(known, " ")
	}
	return problem, meant
}

// Load reads the files and merges what they hold. It must come before the first article.
// It returns a digest of the contents, "" where there are no files.
func Load(opt Options) (digest string, err error) {
	sum := sha256.New()
	var errs []error
	each := func(kind string, paths []string, merge func(path, text string) error) {
		for _, path := range paths {
			b, err := os.ReadFile(path)
			if err != nil {
				errs = append(errs, err)
				continue
			}
			fmt.Fprintf(sum, "%s %d\n%s", kind, len(b), b)
			if !utf8.Valid(b) {
				errs = append(errs, fmt.Errorf("%s: want UTF-8 text", path))
				continue
			}
			if err := merge(path, string(b)); err != nil {
				errs = append(errs, err)
			}
		}
	}
	each("actors", opt.Actors, func(path, text string) error {
		actors, err := readActors(path, text)
		if err != nil {
			return err
		}
		return book.Merge(actors)
	})
	each("places", opt.Places, func(path, text string) error {
		places, err := readPlaces(path, text)
		if err != nil {
			return err
		}
		return gazetteer.Merge(places)
	})
	each("patterns", opt.Patterns, func(path, text string) error {
		return patternErrors(path, event.Merge(filepath.Base(path), text))
	})
	if len(errs) > 0 {
		return "", errors.Join(errs...)
	}
	if len(opt.Actors)+len(opt.Places)+len(opt.Patterns) == 0 {
		return "", nil
	}
	return hex.EncodeToString(sum.Sum(nil)[:8]), nil
}

// patternErrors gives the lexicon's errors their file and what was perhaps meant.
func patternErrors(path string, err error) error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return err
	}
	var ms []*mistake
	for _, err := range joined.Unwrap() {
		p := (*event.PatternError)(nil)
		if !errors.As(err, &p) {
			return err
		}
		m := &mistake{path: path, line: p.Line, problem: p.Problem}
		if p.Word != "" {
			m.problem, m.meant = unknown(strings.SplitN(strings.TrimPrefix(p.Problem, "unknown "), " ", 2)[0], p.Word, p.Known)
		}
		ms = append(ms, m)
	}
	return all(ms)
}

// all joins a file's mistakes, the first of them where they are many.
func all(ms []*mistake) error {
	if len(ms) == 0 {
		return nil
	}
	var errs []error
	for _, m := range ms[:min(mostErrors, len(ms))] {
		errs = append(errs, m)
	}
	if more := len(ms) - mostErrors; more > 0 {
		errs = append(errs, fmt.Errorf("%s: and %d more mistakes", ms[0].path, more))
	}
	return errors.Join(errs...)
}
