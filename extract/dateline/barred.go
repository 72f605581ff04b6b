package dateline

import "strings"

// barred reads the line of AFP's web texts, which is a paragraph of its own:
// "Paris, France | AFP | Friday 10/07/2020 - 10:13 UTC+2 | 513 words". Its days are
// written day first.
func (p *scanner) barred() (r reading, ok bool) {
	if !strings.Contains(p.s, " | ") || strings.Contains(p.s, "\n") {
		return r, false
	}
	back := *p
	fields := strings.Split(p.s, "|")
	for i, f := range fields {
		f = strings.TrimSpace(f)
		if _, known := agencyNamed(f); known && r.agency == "" {
			r.agency = f
		} else if d := daySlashed(f); d.known() && i > 0 {
			r.day = d
		}
	}
	if r.agency == "" || !p.placeList(&r) {
		*p = back
		return r, false
	}
	p.regionsAndDay(&r)
	if p.spaces(); !p.take("|") {
		*p = back
		return reading{}, false
	}
	r.closer, r.paren, r.rawEnd, r.end = "|", true, len(p.s), len(p.s)
	return r, true
}

// daySlashed reads the day in "Friday 10/07/2020 - 10:13 UTC+2".
func daySlashed(s string) day {
	p := &scanner{s: s}
	p.weekday()
	p.spaces()
	d, n := readDay(p.rest())
	if n == 0 {
		return day{}
	}
	return d
}
