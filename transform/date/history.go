package date

// history reports whether the story is telling of another year than publication's: the
// whole text does, or the match's own sentence named one before.
func (p *pass) history(m *match) bool {
	if p.told.first.IsZero() || p.pub.Year()-p.told.first.Year() <= 1 {
		return false
	}
	return p.narrative() || p.toldSent == p.sentence && p.tense(m) <= 0
}

// narrative reports whether the text tells history: it names years long gone and hardly
// anything near publication.
func (p *pass) narrative() bool {
	return p.old >= 3 && p.old > 4*p.news && !p.told.first.IsZero()
}

// toldYear is the year of a month in the told history: close to where the telling is,
// rather later than earlier.
func (p *pass) toldYear(m int) int {
	y := p.told.first.Year()
	if p.told.grain > season {
		return y
	}
	switch d := m - int(p.told.first.Month()); {
	case d < -7:
		return y + 1
	case d > 9:
		return y - 1
	}
	return y
}

// yearAhead is the year that a later part of the same expression names: in August and
// September 1914, from 5 March to 8 April 1920.
func (p *pass) yearAhead(m *match) (int, bool) {
	i := m.end
	if !p.is(i, "-") && !p.is(i, "and") && !p.is(i, "to") && !p.is(i, "or") && !p.is(i, "through") && !p.is(i, "until") {
		return 0, false
	}
	month := false
	for k := i + 1; k < len(p.atoms) && k <= i+5; k++ {
		switch a := &p.atoms[k]; {
		case a.set.has(cMonth) && a.upper:
			month = true
		case a.set.has(cYear) && a.word == nil:
			return int(a.n), month
		case a.set.has(cNum) || a.set.has(cOrd) || a.word == p.g.punct[','] || p.is(k, "of"):
		default:
			return 0, false
		}
	}
	return 0, false
}
