package html

import (
	"strings"
	"time"

	"golang.org/x/net/html"

	"dateline/extract"
)

// published is the publication time: JSON-LD, then meta, then what the page shows. A day in
// the byline that is neither that of the metadata nor that of the last change is the one
// that counts: the metadata has the day on which the page came into another system.
//
//	<meta property="article:published_time" content="2024-08-07T12:01:51Z">
//	<p>Ann Lee · Dec 30, 2013</p>
func (m *metadata) published(p *page, head int) moment {
	t := m.told()
	shown, firm := p.printed(head, m.us())
	if !t.known() || firm && m.disowned(t, shown) {
		return m.shown(p, shown)
	}
	if _, offset := t.t.Zone(); t.zoned && !t.day && offset == 0 {
		t.t = local(t.t, shown)
	}
	return t
}

// us reports whether the page writes the month before the day: English, but for the
// countries that do not.
func (m *metadata) us() bool {
	l := strings.ToLower(m.language())
	if !strings.HasPrefix(l, "en") {
		return false
	}
	_, region, _ := strings.Cut(l, "-")
	return region == "" || region == "us" || region == "ca" || region == "ph"
}

// maxZone is the zone that is farthest from UTC.
const maxZone = 14 * time.Hour

// local gives an instant in UTC the zone that the page's readers live in: that in which it
// has the day and time which are printed, or the nearest one where it has that day.
func local(t time.Time, shown moment) time.Time {
	if !shown.known() {
		return t
	}
	if d := shown.t.Sub(t.Truncate(time.Minute)); !shown.day && d.Abs() <= maxZone && d%(15*time.Minute) == 0 {
		return t.In(time.FixedZone("", int(d.Seconds())))
	}
	day := shown.t.Truncate(24 * time.Hour)
	if t.Truncate(24*time.Hour).Equal(day) || t.Sub(day).Abs() > 40*time.Hour {
		return t
	}
	for h := time.Hour; h <= maxZone; h += time.Hour {
		for _, offset := range []time.Duration{-h, h} {
			if there := t.Add(offset); offset >= -12*time.Hour && there.Truncate(24*time.Hour).Equal(day) {
				return t.In(time.FixedZone("", int(offset.Seconds())))
			}
		}
	}
	return t
}

// shown is the time that the page shows: a day printed beside the headline, with the time
// of an element that agrees with it; else the first <time> or itemprop datePublished that
// belongs to no other story.
func (m *metadata) shown(p *page, day moment) moment {
	for _, n := range m.times {
		if strings.Contains(attr(n, "itemprop"), "odified") || strings.Contains(attr(n, "class"), "updated") && !strings.Contains(attr(n, "class"), "published") {
			continue
		}
		if p.around(n)&(others|inComment|inNav|inFooter) != 0 {
			continue
		}
		text := printed(extract.CleanLine(textOf(n, 200)), m.us())
		for _, key := range []string{"datetime", "content"} {
			if t := readTime(attr(n, key), m.us()); t.known() && (!day.known() || sameDay(t, day) || text.known() && sameDay(text, day)) {
				return t
			}
		}
		if text.known() && !day.known() {
			return text.dayOnly()
		}
	}
	if !day.known() {
		day = p.stamped(m.us())
	}
	return day.dayOnly()
}

// disowned reports whether the day that the page shows speaks against the metadata's time of
// publication. One that is later may be that of a change of which nothing else tells.
func (m *metadata) disowned(t, shown moment) bool {
	if adjoining(t, shown) {
		return false
	}
	if changed := m.modified(); changed.known() {
		return !adjoining(changed, shown)
	}
	return shown.t.Before(t.t)
}

// adjoining reports whether two times are less than two days apart, as one instant may be in
// different zones, or not both known.
func adjoining(t, shown moment) bool {
	return !t.known() || !shown.known() || t.t.Sub(shown.t).Abs() < 48*time.Hour
}

// sameDay reports whether an element's time may be what is printed: its day is, or, where
// it is in UTC, that of a neighbouring zone.
func sameDay(t, shown moment) bool {
	y, mon, d := t.t.Date()
	apart := time.Date(y, mon, d, 0, 0, 0, 0, time.UTC).Sub(shown.t.Truncate(24 * time.Hour)).Abs()
	if _, offset := t.t.Zone(); offset == 0 && !t.day {
		return apart <= 24*time.Hour
	}
	return apart == 0
}

// dayOnly drops a time of day whose zone nobody knows.
func (m moment) dayOnly() moment {
	if m.known() && !m.zoned {
		m.t, m.day = m.t.Truncate(24*time.Hour), true
	}
	return m
}

// around is what is known of the block-level element that holds n.
func (p *page) around(n *html.Node) flag {
	if p.byNode == nil {
		p.byNode = make(map[*html.Node]int32, len(p.elems))
		for i := range p.elems {
			p.byNode[p.elems[i].node] = int32(i)
		}
	}
	for ; n != nil; n = n.Parent {
		if i, ok := p.byNode[n]; ok {
			return p.elems[i].all
		}
	}
	return 0
}

// stampLabels stand before the day of publication, updateLabels before that of an update.
var (
	stampLabels  = []string{"published", "posted", "publié", "publicado", "veröffentlicht", "pubblicato", "date:", "on "}
	updateLabels = []string{"updated", "last updated", "update:", "modified", "last modified", "last reviewed", "reviewed", "mis à jour", "actualizado", "aktualisiert", "aggiornato"}
)

// printed is the day, and the time of day if there is one, that stands in print beside the
// headline: in a byline or behind a label sooner than elsewhere, near sooner than far, that
// of an update last. It is firm in a byline, behind a label, or where it stands alone.
func (p *page) printed(head int, us bool) (best moment, firm bool) {
	if head < 0 {
		return best, false
	}
	rank := 0
	for d := 1; d < 16; d++ {
		for _, i := range []int{head + d, head - d} {
			if i < 0 || i >= len(p.blocks) || i < head-4 {
				continue
			}
			b := &p.blocks[i]
			if b.words > 30 || b.flags&(others|inComment|inNav|inCaption) != 0 || !strings.ContainsAny(b.text, "0123456789") {
				continue
			}
			s := p.spaced(i)
			low := strings.ToLower(s)
			r := 2
			switch {
			case hasPrefixOf(low, updateLabels):
				r = 1
			case b.flags&inByline != 0, hasPrefixOf(low, stampLabels):
				r = 3
			case b.words > 12 && ends(b.text): // a sentence with a day in it
				continue
			}
			if r <= rank {
				continue
			}
			if t := printed(s, us); t.known() {
				best, rank, firm = t, r, r == 3 || r == 2 && b.words <= maxStamp
			}
		}
	}
	return best, firm
}

// maxStamp is how many words a day has that stands alone, weekday, time and zone included.
const maxStamp = 8

// stamped is the day of the only short block of the page that says it is that of
// publication or update, wherever it stands.
func (p *page) stamped(us bool) (found moment) {
	for i := range p.blocks {
		b := &p.blocks[i]
		low := strings.ToLower(b.text)
		if b.words > 12 || b.flags&(others|inComment|inNav) != 0 || !hasPrefixOf(low, stampLabels) && !hasPrefixOf(low, updateLabels) {
			continue
		}
		t := printed(p.spaced(i), us).dayOnly()
		switch {
		case !t.known() || found.known() && t.t.Equal(found.t):
		case found.known():
			return moment{}
		default:
			found = t
		}
	}
	return found
}

func hasPrefixOf(s string, heads []string) bool {
	for _, h := range heads {
		if strings.HasPrefix(s, h) {
			return true
		}
	}
	return false
}

// spaced is the text of block i with a space at each border of an element, where it is all
// of its element: <span>Ann Lee</span><span>Dec 5, 2023</span>.
func (p *page) spaced(i int) string {
	e := &p.elems[p.blocks[i].elem]
	if e.last-e.first != 1 {
		return p.blocks[i].text
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil && b.Len() < 400; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				b.WriteString(c.Data)
			case c.Type == html.ElementNode && !skipped(c.DataAtom):
				b.WriteByte(' ')
				walk(c)
				b.WriteByte(' ')
			}
		}
	}
	walk(e.node)
	return extract.CleanLine(b.String())
}
