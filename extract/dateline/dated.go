package dateline

import "strings"

// nowhere stands in a monitoring service's line where a place belongs.
var nowhere = []string{"clandestine", "no city", "place not given", "unspecified location", "undisclosed location", "internet"}

// dated reads a line that its form alone proves: a place or what stands in its stead, a
// day with its year or "no date", a source in brackets, a long dash. "Clandestine,
// 8 Jan 90 (Radio Venceremos) --", "Ciudad Vieja (Guatemala), 3 Mar 90 (Canal 5 TV) --".
func (p *scanner) dated() (r reading, ok bool) {
	back := *p
	defer func() {
		if !ok {
			*p = back
		}
	}()
	i := strings.IndexByte(p.s, ',')
	if i < 3 || i > 48 || strings.ContainsAny(p.s[:i], ".:;\"") || strings.Count(p.s[:i], " ") > 4 || !startsUpper(p.s[:i]) {
		return r, false
	}
	place, country, _ := strings.Cut(p.s[:i], "(")
	place, country = strings.TrimSpace(place), strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(country), ")"))
	p.pos = i + 1
	p.spaces()
	if p.take("no date") {
		r.noDate = true
	} else if d, n := readDay(p.rest()); n > 0 && d.year > 0 {
		r.day = d
		p.pos += n
	} else {
		return r, false
	}
	if !p.parenAgency(&r) {
		return r, false
	}
	if r.rawEnd = p.pos; !p.dashes() {
		return r, false
	}
	r.closer, r.end, r.sure = "--", p.pos, true
	stead := false
	for _, n := range nowhere {
		stead = stead || strings.EqualFold(n, place)
	}
	if !stead {
		r.places = []string{place}
	}
	if country != "" {
		r.regions = []string{country}
	}
	return r, true
}
