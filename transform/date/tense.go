package date

// tense says where the clause of a match lies: -1 past, 0 unclear, +1 to come. It looks
// at the nearest verb group to the left in the clause, then to the right.
func (p *pass) tense(m *match) int {
	first, last := p.sentFirst, p.sentLast
	for i, n := m.start-1, 0; i >= first && n < 14; i, n = i-1, n+1 {
		if t := p.verbTense(i, first); t != 0 {
			return t
		}
		if p.is(i, ";") {
			break
		}
	}
	for i, n := m.end, 0; i < last && n < 10; i, n = i+1, n+1 {
		if t := p.verbTense(i, first); t != 0 {
			return t
		}
	}
	return 0
}

// verbTense is the tense of the verb group that ends at atom i, 0 if it is none.
func (p *pass) verbTense(i, first int) int {
	switch p.tag(i) {
	case "VBD":
		return -1
	case "MD":
		if p.is(i, "will") || p.is(i, "shall") || p.is(i, "may") || p.is(i, "could") || p.is(i, "should") || p.is(i, "must") || p.is(i, "can") || p.is(i, "might") {
			return 1
		}
		return 0
	case "VB":
		for k := i - 1; k >= first && k > i-4; k-- {
			switch t := p.tag(k); {
			case t == "MD":
				if p.is(k, "would") {
					return 1
				}
				return 1
			case t == "TO":
				return 1
			case t == "VBD":
				return -1
			}
		}
	case "VBN":
		for k := i - 1; k >= first && k > i-4; k-- {
			switch t := p.tag(k); {
			case t == "VBD":
				if p.is(i, "scheduled") || p.is(i, "expected") || p.is(i, "set") || p.is(i, "planned") || p.is(i, "slated") || p.is(i, "due") {
					return 1
				}
				return -1
			case t == "MD", p.is(k, "be"):
				return 1
			case t == "VBZ" || t == "VBP":
				if p.is(k, "has") || p.is(k, "have") {
					return -1
				}
				if p.is(i, "scheduled") || p.is(i, "expected") || p.is(i, "set") || p.is(i, "planned") || p.is(i, "slated") || p.is(i, "due") {
					return 1
				}
			}
		}
	}
	return 0
}
