package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLine is how far into a paragraph a dateline may reach, in bytes.
const maxLine = 220

// reading is one way to read the head of a paragraph as a dateline.
type reading struct {
	places  []string // as printed, first one first
	regions []string // what stands behind the place: country, state
	day     day
	agency  string // as printed, empty if none
	closer  string // the mark that ends the line; empty if there is none
	end     int    // byte offset behind the closer and its spaces
	rawEnd  int    // byte offset behind the last part, before the closer
	lead    bool   // the agency stands first: "(ANSA) - ROMA, 01 LUG -"
	slashed bool   // the agency stands between slashes: /TASS/, /ritzau/
	paren   bool   // the agency stands in parentheses
	noDate  bool   // "no date" where a date belongs
	sure    bool   // the form alone proves it
}

// scanner walks the head of a paragraph.
type scanner struct {
	s   string
	pos int
}

func (p *scanner) rest() string { return p.s[p.pos:] }

func (p *scanner) spaces() bool {
	from := p.pos
	for p.pos < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.rest())
		if !unicode.IsSpace(r) {
			break
		}
		p.pos += n
	}
	return p.pos > from
}

func (p *scanner) take(prefix string) bool {
	if strings.HasPrefix(p.rest(), prefix) {
		p.pos += len(prefix)
		return true
	}
	return false
}

// read reads the head of one paragraph; ok is false when its shape is that of no dateline.
func read(line string) (r reading, ok bool) {
	if len(line) > maxLine {
		line = strings.ToValidUTF8(line[:maxLine], "")
	}
	if r, ok = eastAsian(line); ok {
		return r, true
	}
	p := &scanner{s: line}
	if r, ok = p.barred(); ok {
		return r, true
	}
	if r.agency, ok = p.parenthesis(); ok {
		return p.lead(r)
	}
	if r, ok := p.agencyFirst(); ok {
		return r, true
	}
	back := *p
	if r, ok = p.placeFirst(); ok && r.accept(line) {
		return r, true
	}
	*p = back
	if d, sure := p.dated(); sure {
		return d, true
	}
	return r, ok
}

// lead reads "(ANSA) - ROME, JUL 11 -" and "(Bloomberg) --" behind the agency.
func (p *scanner) lead(r reading) (reading, bool) {
	r.lead, r.paren, r.rawEnd = true, true, p.pos
	if !p.close(&r) {
		return r, false
	}
	back := *p
	if next, ok := p.placeFirst(); ok && next.agency == "" && next.closer != "" && next.closer != ":" && (next.day.known() || isUpperPhrase(next.places)) {
		next.agency, next.lead, next.paren = r.agency, true, true
		return next, true
	}
	*p = back
	return r, true
}

// agencyFirst reads "AFP, QAMINAS, Syria", which must be the whole paragraph.
func (p *scanner) agencyFirst() (r reading, ok bool) {
	back := *p
	defer func() {
		if !ok {
			*p = back
		}
	}()
	i := strings.IndexAny(p.s, ",/")
	if i <= 0 || i > 40 || strings.Contains(p.s, "\n") {
		return r, false
	}
	name := strings.TrimSpace(p.s[:i])
	if _, known := agencyNamed(name); !known {
		return r, false
	}
	p.pos = i + 1
	p.spaces()
	if !p.placeList(&r) {
		return r, false
	}
	p.regionsAndDay(&r)
	r.agency, r.lead, r.rawEnd = name, true, p.pos
	if p.close(&r); p.pos < len(p.s) {
		return r, false
	}
	return r, true
}

// placeFirst reads a line that begins with its place or with its day.
func (p *scanner) placeFirst() (r reading, ok bool) {
	if d, n := readDay(p.rest()); n > 0 {
		r.day = d
		p.pos += n
	} else if !p.placeList(&r) {
		return r, false
	} else {
		p.regionsAndDay(&r)
	}
	r.rawEnd = p.pos
	back := *p
	if p.dashes() && p.parenAgency(&r) { // ST. LOUIS--(BUSINESS WIRE)--
		r.rawEnd = p.pos
	} else {
		*p = back
		p.spaces()
		if p.parenAgency(&r) || p.slashAgency(&r) || p.bareAgency(&r) {
			r.rawEnd = p.pos
		} else {
			*p = back
		}
	}
	p.close(&r)
	if d, n := readDay(p.rest()); n > 0 && !r.day.known() && r.agency == "" && r.closer != "" { // CAIRO - 11 February 2020:
		back, was := *p, r
		p.pos += n
		if r.day, r.rawEnd = d, p.pos; !p.close(&r) {
			*p, r = back, was
		}
	}
	if r.agency == "" && r.day.known() && strings.Trim(r.closer, "-–—") == "" {
		back := *p
		if p.bareAgency(&r) && p.take(". ") { // MOSCOW, Jan 21 - RIA Novosti.
			r.rawEnd, r.end, r.closer = p.pos-len(". "), p.pos, "-"
		} else {
			*p, r.agency = back, ""
		}
	}
	return r, true
}

// placeList reads "BEIRUT/THE HAGUE", "NEW YORK and WASHINGTON".
func (p *scanner) placeList(r *reading) bool {
	for {
		from := p.pos
		if !p.place() {
			p.pos = from
			return len(r.places) > 0
		}
		name := strings.TrimSpace(p.s[from:p.pos])
		if n := len(r.places); n > 0 && riverOf(r.places[n-1], name) {
			r.places[n-1] += "/" + name
		} else {
			r.places = append(r.places, name)
		}
		if len(r.places) > 4 {
			return false
		}
		back := p.pos
		if p.take(" / ") || p.take("/") || isUpper(name) && (p.take(" and ") || p.take(" et ") || p.take(" und ")) {
			if p.agencyAt() {
				p.pos = back
				return true
			}
			continue
		}
		return true
	}
}

// agencyAt reports whether what follows a slash is an agency between slashes.
func (p *scanner) agencyAt() bool {
	i := strings.IndexByte(p.rest(), '/')
	if i <= 0 || i > 40 {
		return false
	}
	_, known := agencyNamed(p.rest()[:i])
	return known
}

// regionsAndDay reads what stands between the place and the agency.
func (p *scanner) regionsAndDay(r *reading) {
	if back := p.pos; p.spaces() && p.take("(") { // مراكش (المغرب) (أ ف ب)
		i := strings.IndexByte(p.rest(), ')')
		after := strings.TrimLeft(p.rest()[max(i, 0):], ") ")
		if _, known := agencyNamed(p.rest()[:max(i, 0)]); i > 0 && i < 40 && !known && (strings.HasPrefix(after, "(") || strings.HasPrefix(after, ",")) {
			r.regions = append(r.regions, strings.TrimSpace(p.rest()[:i]))
			p.pos += i + 1
		} else {
			p.pos = back
		}
	} else {
		p.pos = back
	}
	for len(r.regions) < 4 {
		back := p.pos
		comma := p.take(",") || p.take("،") || p.take(".,")
		if comma && strings.HasPrefix(strings.TrimLeft(p.rest(), " "), "(") { // DAMASCUS, (SANA) -
			return
		}
		if !comma && p.take(".") && !p.spaces() { // MOSCOW, January 21. /TASS/
			p.pos = back
			return
		}
		p.spaces()
		if strings.HasPrefix(p.rest(), "no date") {
			p.pos += len("no date")
			r.noDate = true
			return
		}
		if d, n := readDay(p.rest()); n > 0 {
			r.day = d
			p.pos += n
			return
		}
		from := p.pos
		if !comma || !p.place() {
			p.pos = back
			return
		}
		name := strings.TrimSpace(p.s[from:p.pos])
		if _, known := agencyForm(strings.ToLower(name)); known && isUpper(name) && len(r.regions) == 0 && !isRegion(name) { // Damascus, SANA -
			p.pos = back
			return
		}
		r.regions = append(r.regions, name)
	}
}

// parenthesis reads "(AFP)" and returns what is inside.
func (p *scanner) parenthesis() (string, bool) {
	if !strings.HasPrefix(p.rest(), "(") {
		return "", false
	}
	i := strings.IndexByte(p.rest(), ')')
	if i < 2 || i > 48 {
		return "", false
	}
	name := strings.TrimSpace(p.rest()[1:i])
	p.pos += i + 1
	return name, name != ""
}

func (p *scanner) parenAgency(r *reading) bool {
	back := *p
	p.spaces()
	name, ok := p.parenthesis()
	if !ok {
		*p = back
		return false
	}
	r.agency, r.paren = name, true
	return true
}

// slashAgency reads "/TASS/.", "/ritzau/:", "/PRNewswire/ --".
func (p *scanner) slashAgency(r *reading) bool {
	back := *p
	p.take(". ")
	if !p.take("/") {
		*p = back
		return false
	}
	i := strings.IndexByte(p.rest(), '/')
	for depth := 0; i > 0 && depth < 2; depth++ { // /PRNewswire-FirstCall/, /PRNewswire/Business Wire/
		if j := strings.IndexByte(p.rest()[i+1:], '/'); j > 0 && j < 20 {
			if _, known := agencyNamed(p.rest()[i+1 : i+1+j]); known {
				i += 1 + j
				continue
			}
		}
		break
	}
	if i < 2 || i > 48 {
		*p = back
		return false
	}
	r.agency, r.slashed = strings.TrimSpace(p.rest()[:i]), true
	p.pos += i + 1
	return true
}

// bareAgency reads an agency without brackets, which must be a known one: "SEOUL, Nov 26 AFP -".
func (p *scanner) bareAgency(r *reading) bool {
	from := p.pos
	p.take(", ")
	best := 0
	at := p.pos
	for n := 0; n < 3 && p.pos < len(p.s); n++ {
		if !p.word() {
			break
		}
		if _, known := agencyNamed(p.s[at:p.pos]); known {
			best = p.pos
		}
		if !p.take(" ") {
			break
		}
	}
	if best == 0 {
		p.pos = from
		return false
	}
	p.pos = best
	r.agency = p.s[at:best]
	return true
}

// dashes reads "--" or a long dash; spaces around are skipped.
func (p *scanner) dashes() bool {
	back := p.pos
	p.spaces()
	for _, d := range []string{"---", "--", "—", "–", "―"} {
		if p.take(d) {
			p.spaces()
			return true
		}
	}
	p.pos = back
	return false
}

// close reads the mark that ends the line.
func (p *scanner) close(r *reading) bool {
	p.spaces()
	for _, d := range []string{"|", ".---", ".--", ".—", ".–", ". —", ". –", ". --", ".-", ". -", "---", "--", "—", "–", "―", "-", "_", ":", "=", "."} {
		if p.take(d) {
			r.closer = strings.TrimSpace(d)
			break
		}
	}
	p.spaces()
	r.end = p.pos
	return r.closer != ""
}

// word reads one word: letters with inner apostrophes, hyphens and abbreviation points.
func (p *scanner) word() bool {
	from := p.pos
	for p.pos < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.rest())
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && (p.pos == from || !inner(r, p.s[from:p.pos], p.s[p.pos+n:])) {
			break
		}
		p.pos += n
	}
	return p.pos > from
}

// inner reports whether the mark r belongs to the word before it.
func inner(r rune, before, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	switch r {
	case '\'', '’', '‘', 'ʼ', '`', '-', '‑', '‐':
		return unicode.IsLetter(next)
	case '.':
		return unicode.IsLetter(next) || isAbbreviation(before)
	}
	return false
}
