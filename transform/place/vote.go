package place

import (
	"math"

	"dateline/transform/place/gazetteer"
)

// vote counts what countries and areas the groups speak for, by probability.
func (w *work) vote() {
	clear(w.countryVotes)
	clear(w.adminVotes)
	w.votes = 0
	for i := range w.groups {
		g := &w.groups[i]
		n := g.votes()
		w.votes += n
		for k := range g.readings {
			r := &g.readings[k]
			if r.p < least {
				continue
			}
			if r.country != nil {
				w.countryVotes[r.country] += n * r.p
			}
			if r.admin1 != gazetteer.None {
				w.adminVotes[r.admin1] += n * r.p
			}
		}
	}
	for i := range w.groups {
		w.groups[i].names(w)
	}
	for c, n := range w.demonyms {
		w.countryVotes[c] += n
		w.votes += n
	}
}

// names notes the country or first-level area that a group surely is.
func (g *group) names(w *work) {
	if len(g.readings) == 0 || g.weight < 0.5 {
		return
	}
	r := &g.readings[g.best]
	if r.p < 0.5 {
		return
	}
	if r.x[cCountry] == 1 {
		w.namedCountry[r.country] = true
	}
	if r.x[cAdmin1] == 1 {
		w.namedAdmin[r.admin1] = true
	}
}

// least is the probability below which a reading has no vote.
const least = 0.02

// own is the probability that the group itself gave to the readings of a kind: what it
// must not count as support from others.
func (g *group) own(same func(*reading) bool) float64 {
	sum := 0.0
	for k := range g.readings {
		if r := &g.readings[k]; r.p >= least && same(r) {
			sum += r.p
		}
	}
	return sum
}

// votes is the say of a group: its mentions that are places, with less for each more.
func (g *group) votes() float64 { return math.Sqrt(g.weight) }

// contextual fills the features of group i that come from the other groups.
func (w *work) contextual(i int) {
	g := &w.groups[i]
	n := g.votes()
	rest := w.votes - n
	for k := range g.readings {
		r := &g.readings[k]
		if rest > 0.05 {
			if r.country != nil {
				r.x[cShareCountry] = clamp((w.countryVotes[r.country] - n*g.own(func(o *reading) bool { return o.country == r.country })) / rest)
			}
			if r.admin1 != gazetteer.None {
				r.x[cShareAdmin] = clamp((w.adminVotes[r.admin1] - n*g.own(func(o *reading) bool { return o.admin1 == r.admin1 })) / rest)
			}
		}
		if rest > 0.7 {
			r.x[cAlone] = flag(r.country != nil && r.x[cShareCountry] < 0.03)
			r.x[cAloneAdmin] = flag(r.admin1 != gazetteer.None && r.x[cShareAdmin] < 0.03)
			elsewhere := w.elsewhere(r.country, rest)
			r.x[cForeign] = r.x[cCountry] * elsewhere
			r.x[cForeignCity] = max(r.x[cCapital], r.x[cBig]) * elsewhere
		}
		if r.country != nil && r.x[cCountry] == 0 {
			r.x[cNamedCountry] = flag(w.namedCountry[r.country])
		}
		if r.admin1 != gazetteer.None && r.x[cAdmin1] == 0 {
			r.x[cNamedAdmin] = flag(w.namedAdmin[r.admin1])
		}
		w.nearness(i, r)
		r.x[cLikeNeighbours] = w.likeness(g, r)
		if l := w.line; l != nil {
			r.x[cLineCountry] = flag(r.country != nil && r.country == l.country)
			r.x[cLineAdmin] = flag(r.admin1 != gazetteer.None && r.admin1 == l.admin1)
			r.x[cLineNear] = near(r.lat, r.lon, l.lat, l.lon)
		}
	}
}

// likeness is the share of the neighbours in lists that are of a reading's kind: in
// "Oregon, Washington and Idaho" all are states.
func (w *work) likeness(g *group, r *reading) float64 {
	if len(g.neighbours) == 0 {
		return 0
	}
	same := 0.0
	for _, k := range g.neighbours {
		if o := &w.groups[w.spans[k].group]; len(o.readings) > 0 && o.readings[o.best].level() == r.level() {
			same++
		}
	}
	return same / float64(len(g.neighbours))
}

// elsewhere is the share of the votes that the strongest other country has.
func (w *work) elsewhere(c *gazetteer.Country, rest float64) float64 {
	best := 0.0
	for o, n := range w.countryVotes {
		if o != c {
			best = max(best, n)
		}
	}
	return clamp(best / rest)
}

// nearness is how close a reading is to the chosen readings of the other groups.
func (w *work) nearness(i int, r *reading) {
	best, sum, n, close := 0.0, 0.0, 0.0, 0.0
	for j := range w.groups {
		o := &w.groups[j]
		if j == i || len(o.readings) == 0 || o.weight < 0.2 {
			continue
		}
		c := &o.readings[o.best]
		if c.x[cCountry] == 1 || c.x[cContinent] == 1 || c.id == r.id {
			continue
		}
		v := near(r.lat, r.lon, c.lat, c.lon) * c.p * min(1, o.weight)
		best = max(best, v)
		sum += v
		close += v * v * v
		n += min(1, o.weight)
	}
	r.x[cNear] = best
	r.x[cVeryNear] = math.Log1p(close)
	if n > 0 {
		r.x[cNearMean] = sum / n
	}
}

// near falls from 1 at no distance to e⁻¹ at 100 km, on a flat map: exact enough, and
// fast.
func near(lat1, lon1, lat2, lon2 float64) float64 {
	dy := (lat1 - lat2) * 111
	if dy > 600 || dy < -600 {
		return 0
	}
	dx := (lon1 - lon2) * 111 * math.Cos(lat1*math.Pi/180)
	d2 := dx*dx + dy*dy
	if d2 > 600*600 {
		return 0
	}
	return math.Exp(-math.Sqrt(d2) / 100)
}

func clamp(x float64) float64 { return min(1, max(0, x)) }
