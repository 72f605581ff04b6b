package event

import "dateline/transform"

// modeType is the PLOVER type of modes that only one type has and that CAMEO counts under
// another: who resigns retreats, whatever was demanded.
var modeType = map[string]string{"resign": "RETREAT"}

// threatMode is the mode of a threat by what is threatened, where CAMEO's code for the
// threat is too broad to tell.
func threatMode(content string) string {
	if len(content) < 3 {
		return ""
	}
	switch {
	case content[:3] == "173":
		return "arrest"
	case content[:3] == "174", content[:3] == "166", content == "161":
		return "expel"
	case content == "192":
		return "territory"
	}
	return ""
}

// setMode gives an event the mode of its pattern or of what it threatens.
func setMode(e *transform.Event, c *coding) {
	if c.op == "THREATEN" && c.content != nil {
		if m := threatMode(c.content.code); m != "" {
			e.Mode = m
		}
	}
	if e.CAMEO != c.code {
		return
	}
	if c.rule.mode != "" {
		e.Mode = c.rule.mode
	}
	if t := modeType[e.Mode]; t != "" {
		e.Type = t
	}
	if c.rule.contexts != nil {
		e.Contexts = c.rule.contexts
	}
}

// consultModes tells talks of many from talks of two, and talks of two in a third country
// from those at home.
func (b *builder) consultModes() {
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		if e.Type != "CONSULT" || e.Mode != "" {
			continue
		}
		countries := map[string]bool{}
		for _, side := range [][]int{e.Sources, e.Targets} {
			for _, a := range side {
				if c := b.doc.Actors[a].Country; len(c) == 3 {
					countries[c] = true
				}
			}
		}
		switch {
		case len(countries) > 2:
			e.Mode = "multilateral"
		case len(countries) == 2 && e.Place != nil && e.PlaceMention >= 0 && e.Place.Country != "" && !countries[e.Place.Country]:
			e.Mode = "third-party"
		}
	}
}
