package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// eastAsian reads datelines that put no spaces between their parts:
//
//	新华社北京2月11日电 …      （路透东京2月11日电）…
//	【ワシントン＝共同】…      【パリ時事】…
//	(서울=연합뉴스) 홍길동 기자 = …
func eastAsian(line string) (reading, bool) {
	switch first, _ := utf8.DecodeRuneInString(line); {
	case first == '【':
		return japanese(line)
	case first == '(' && strings.Contains(line, "="):
		return korean(line)
	case first == '(' || first == '（' || unicode.Is(unicode.Han, first):
		return chinese(line)
	}
	return reading{}, false
}

// chinese reads agency, place and day up to the word for a dispatch, in brackets or not.
func chinese(line string) (r reading, ok bool) {
	p := &scanner{s: line}
	bracket := p.take("（") || p.take("(")
	n := agencyPrefix(p.rest())
	if n == 0 {
		return r, false
	}
	r.agency = p.rest()[:n]
	p.pos += n
	digit := strings.IndexAny(p.rest(), "0123456789")
	if digit < 0 || digit > 45 {
		return r, false
	}
	place := p.rest()[:digit]
	if strings.ContainsFunc(place, func(c rune) bool { return !unicode.Is(unicode.Han, c) && c != '·' }) || strings.ContainsAny(place, "记記") {
		place = "" // a reporter's name runs into it
	}
	p.pos += digit
	if r.day, ok = p.hanDay(); !ok {
		return r, false
	}
	if !p.take("电") && !p.take("電") && !p.take("讯") && !p.take("訊") {
		return r, false
	}
	r.rawEnd = p.pos
	if bracket {
		if !p.take("）") && !p.take(")") {
			return r, false
		}
		r.rawEnd = p.pos
	} else if p.take("（") { // （记者张三）
		i := strings.Index(p.rest(), "）")
		if i < 0 {
			return r, false
		}
		p.pos += i + len("）")
	}
	p.spaces()
	if place != "" {
		r.places = []string{place}
	}
	r.closer, r.paren, r.end = "电", true, p.pos
	return r, true
}

// hanDay reads "2020年2月11日", "2月11日" and "11日", of which the last is no known day.
func (p *scanner) hanDay() (d day, ok bool) {
	for range 3 {
		n, width := p.number()
		switch {
		case width == 0:
			return d, false
		case p.take("年"):
			d.year = n
		case p.take("月") && n <= 12:
			d.month = n
		case p.take("日") && n <= 31:
			d.day = n
			return d, true
		default:
			return d, false
		}
	}
	return d, false
}

// japanese reads place and agency in lenticular brackets.
func japanese(line string) (r reading, ok bool) {
	i := strings.Index(line, "】")
	if i < 0 {
		return r, false
	}
	inside := line[len("【"):i]
	place, agency, found := strings.Cut(inside, "＝")
	if !found {
		place, agency, found = strings.Cut(inside, "・")
	}
	if !found {
		for at := range inside {
			if _, known := agencyForm(strings.ToLower(inside[at:])); known && at > 0 {
				place, agency, found = inside[:at], inside[at:], true
				break
			}
		}
	}
	if _, known := agencyNamed(agency); !found || !known || place == "" {
		return r, false
	}
	r.rawEnd = i + len("】")
	p := &scanner{s: line, pos: r.rawEnd}
	p.spaces()
	r.places, r.agency, r.closer, r.paren, r.end = []string{strings.TrimSpace(place)}, agency, "】", true, p.pos
	return r, true
}

// korean reads place and agency in brackets, and the reporter that may follow.
func korean(line string) (r reading, ok bool) {
	i := strings.IndexByte(line, ')')
	if i < 0 {
		return r, false
	}
	place, agency, _ := strings.Cut(line[1:i], "=")
	if _, known := agencyNamed(agency); !known || place == "" {
		return r, false
	}
	p := &scanner{s: line, pos: i + 1}
	r.rawEnd = p.pos
	if j := strings.Index(p.rest(), "= "); j > 0 && j < 60 && (strings.Contains(p.rest()[:j], "기자") || strings.Contains(p.rest()[:j], "특파원")) {
		p.pos += j + 1
	}
	p.spaces()
	r.places, r.agency, r.closer, r.paren, r.end = []string{strings.TrimSpace(place)}, agency, ")", true, p.pos
	return r, true
}

// agencyPrefix is the length of the longest agency that s begins with; 0 if there is none.
func agencyPrefix(s string) int {
	best := 0
	for i := range agencies {
		for _, f := range agencies[i].forms {
			if f[0] >= utf8.RuneSelf && len(f) > best && strings.HasPrefix(s, f) {
				best = len(f)
			}
		}
	}
	return best
}
