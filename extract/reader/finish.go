package reader

import (
	"path"
	"time"

	"dateline/extract"
	"dateline/extract/dateline"
	"dateline/extract/language"
)

// finish fills what every format has in common: dateline, sign-off, publication time with
// its basis, language, identity. What the format has set stays.
func finish(a *extract.Article, rec *extract.Record, opt extract.Options) {
	if a.ExternalID == "" {
		a.ExternalID = rec.ExternalID
	}
	if a.URL == "" {
		a.URL = rec.URL
	}
	dateline.Apply(a)
	a.Reporters, a.Reported = credited(a.SignOff)
	publish(a, rec, opt)
	if a.Language == "" {
		a.Language = opt.Language
	}
	if a.Language == "" {
		a.Language = language.Detect(a.Text)
	}
	a.ID = extract.ArticleID(a.Agency, a.Headline, a.Text)
}

// publish finds the publication time: what the input says of itself (metadata, a full
// date in the dateline, one in the URL), else the caller's flag, else the file's name.
// Once known it supplies the year of a dateline's day.
func publish(a *extract.Article, rec *extract.Record, opt extract.Options) {
	try := func(t time.Time, basis extract.Basis) {
		if !a.HasPublished() && !t.IsZero() {
			a.PublishedAt, a.PublishedDay, a.PublishedBasis = t, basis != extract.BasisFlag, basis
		}
	}
	if a.HasPublished() && a.PublishedBasis == "" {
		a.PublishedBasis = extract.BasisMetadata
	}
	try(a.Dateline.Date, extract.BasisDateline)
	try(dayIn(a.URL), extract.BasisURL)
	try(opt.Published, extract.BasisFlag)
	try(dayIn(path.Base(rec.Name)), extract.BasisFilename)
	if !a.HasPublished() {
		a.PublishedBasis = extract.BasisNone
	} else if a.Dateline.Raw != "" && a.Dateline.Date.IsZero() {
		a.Dateline.Date = dateline.Day(a.Dateline.Raw, a.PublishedAt)
	}
}

// dayIn finds a day written out with its year in a URL or a file name: 2020/02/10,
// 2020-02-10, 20200210. Zero if there is none between 1950 and 2100.
func dayIn(s string) time.Time {
	for i := 0; i+6 <= len(s); i++ {
		if digit(s, i) && !digit(s, i-1) {
			if t := dayAt(s[i:]); !t.IsZero() {
				return t
			}
		}
	}
	return time.Time{}
}

// dayAt reads a day at the head of s. Without separators month and day have two digits.
func dayAt(s string) time.Time {
	year, n := number(s, 4)
	if n != 4 || year < 1950 || year >= 2100 || len(s) == 4 {
		return time.Time{}
	}
	sep := s[4]
	separated := sep == '/' || sep == '-' || sep == '_' || sep == '.'
	if separated {
		s = s[5:]
	} else {
		s = s[4:]
	}
	month, n := number(s, 2)
	if n == 0 || !separated && n != 2 {
		return time.Time{}
	}
	s = s[n:]
	if separated {
		if s == "" || s[0] != sep {
			return time.Time{}
		}
		s = s[1:]
	}
	day, n := number(s, 2)
	if n == 0 || digit(s, n) || !separated && n != 2 {
		return time.Time{}
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || int(t.Month()) != month {
		return time.Time{}
	}
	return t
}

// number reads at most width digits and returns how many there were.
func number(s string, width int) (v, n int) {
	for n < width && digit(s, n) {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, n
}

func digit(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
