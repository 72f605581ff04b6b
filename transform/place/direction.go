package place

import (
	"math"
	"strconv"
	"strings"

	"dateline/transform"
	"dateline/transform/place/gazetteer"
)

// bearing is a direction met before a name, as parts towards north and east.
type bearing [2]float64

// locate gives the location of a resolved name and its mention: the place
// itself, a part of it ("northwest Syria"), or a point off it ("300 km east of Moscow").
func (w *work) locate(d *transform.Document, s *span, id gazetteer.ID) (l transform.Location, start, end int) {
	l = w.location(id)
	if s.dir != "" {
		if b := w.boxOf(id); b.Known() {
			from, to := min(s.dirStart, s.start), max(s.dirEnd, s.end)
			l.Name = strings.Join(strings.Fields(d.Text[from:to]), " ")
			part(&l, b, directions[s.dir])
			return l, from, to
		}
		return l, s.start, s.end
	}
	if km, towards, first, ok := offset(d, s.first); ok && w.g.Feature(id) != gazetteer.CountryF {
		l.Name = strings.Join(strings.Fields(d.Text[d.Tokens[first].Start:s.end]), " ")
		shift(&l, km, towards)
		return l, d.Tokens[first].Start, s.end
	}
	return l, s.start, s.end
}

// boxOf is the extent of a country, area or region; cities have none: "north London" is
// London.
func (w *work) boxOf(id gazetteer.ID) gazetteer.Box {
	if f := w.g.Feature(id); f == gazetteer.Region || f == gazetteer.Continent {
		lat, lon := w.g.Point(id)
		dy := w.g.Radius(id) / 111
		dx := dy / math.Max(0.2, math.Cos(lat*math.Pi/180))
		return gazetteer.Box{South: lat - dy, North: lat + dy, West: lon - dx, East: lon + dx}
	}
	return w.g.Extent(id)
}

// part moves a location to one side of its box: the middle of that half or quarter. For
// "central" the point stays and the radius shrinks.
func part(l *transform.Location, b gazetteer.Box, to bearing) {
	if to != (bearing{}) {
		l.Lat = (b.South+b.North)/2 + to[0]*(b.North-b.South)/4
		l.Lon = (b.West+b.East)/2 + to[1]*(b.East-b.West)/4
	}
	l.RadiusKm = math.Round(gazetteer.Distance(b.South, b.West, b.North, b.East) / 4)
	l.GeonameID, l.Feature = 0, "region"
}

// shift moves a location some kilometres; without a distance, a stone's throw.
func shift(l *transform.Location, km float64, to bearing) {
	n := math.Hypot(to[0], to[1])
	if n == 0 {
		return
	}
	l.RadiusKm = math.Round(math.Max(5, 0.15*km))
	if km == 0 {
		km, l.RadiusKm = 20, 30
	}
	l.Lat = math.Max(-89, math.Min(89, l.Lat+km*to[0]/n/111.2))
	l.Lon += km * to[1] / n / (111.2 * math.Cos(l.Lat*math.Pi/180))
	l.GeonameID, l.Feature = 0, "region"
}

// offset reads "30 kilometers (19 miles) north of" before token i: the distance (0 if
// none is given), the direction, and the first token.
func offset(d *transform.Document, i int) (km float64, to bearing, first int, ok bool) {
	sent := d.Sentences[d.Tokens[i].Sentence].First
	if i-2 < sent || word(d, i-1) != "of" {
		return 0, to, 0, false
	}
	first = i - 2
	dir := strings.ToLower(word(d, first))
	if first-2 >= sent && word(d, first-1) == "-" {
		if c := strings.ToLower(word(d, first-2)) + "-" + dir; directions[c] != to {
			dir, first = c, first-2
		}
	}
	to = directions[dir]
	if to == (bearing{}) || strings.HasSuffix(dir, "ern") {
		return 0, to, 0, false
	}
	j := first - 1
	if j >= sent && word(d, j) == ")" { // the same in other units
		for j > sent && word(d, j) != "(" && j > first-6 {
			j--
		}
		j--
	}
	if j-1 >= sent {
		if unit, known := units[strings.ToLower(word(d, j))]; known {
			if n, err := strconv.ParseFloat(strings.ReplaceAll(word(d, j-1), ",", ""), 64); err == nil && n > 0 && n < 5000 {
				return n * unit, to, j - 1, true
			}
		}
	}
	return 0, to, first, true
}

// units of distance in km.
var units = map[string]float64{
	"km": 1, "kms": 1, "kilometer": 1, "kilometers": 1, "kilometre": 1, "kilometres": 1, "mile": 1.609, "miles": 1.609, "mi": 1.609, "nautical": 1.852,
}

// whereNouns are what a demonym before them makes a location of: "a Syrian town", "the
// Turkish border".
var whereNouns = set(`town city village capital province region border coast coastline soil territory waters airspace port countryside district mainland
island side frontier shore desert highlands heartland shores towns cities villages`)

// adjectives appends the demonyms of states that tell where: those before a noun of place.
func (w *work) adjectives(d *transform.Document) {
	for i := range d.Tokens {
		if t := word(d, i); !capital(t) || !whereNouns[word(d, i+1)] && !(whereNouns[word(d, i+2)] && !capital(word(d, i+1)) && word(d, i+1) != "'s") {
			continue
		}
		m, ok := gazetteer.DemonymNamed(word(d, i))
		if !ok || m.Country == "" || m.Kind != "state" || m.Forms&gazetteer.Adjective == 0 || w.covered(d, i) {
			continue
		}
		l := w.location(w.g.CountryPlace(m.Country))
		d.Places = append(d.Places, transform.Place{
			Mention:  transform.Mention{Span: transform.Span{Start: d.Tokens[i].Start, End: d.Tokens[i].End}, Sentence: d.Tokens[i].Sentence, Confidence: 0.8, Rule: "adjective"},
			Location: l, Adjective: true,
		})
	}
}

// covered reports whether a place was appended over token i.
func (w *work) covered(d *transform.Document, i int) bool {
	for k := range d.Places {
		if d.Places[k].Start <= d.Tokens[i].Start && d.Tokens[i].Start < d.Places[k].End {
			return true
		}
	}
	return false
}
