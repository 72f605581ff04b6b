package inspect

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/load"
)

// tip is what a mention was read as, in one line for people and screen readers.
func tip(m *load.MentionRow) string {
	parts := []string{m.Kind}
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	switch m.Kind {
	case "date":
		parts[0] = m.DateType
		add(m.DateValue)
		if days := days(m); days != m.DateValue {
			add(days)
		}
		add(m.DateBasis)
	case "number":
		add(quantity(m))
		add(m.NumberUnit)
		add(m.NumberNoun)
		add(m.NumberCategory)
	case "place":
		add(m.PlaceName)
		add(m.PlaceFeature)
		add(strings.Trim(m.PlaceAdmin1+", "+m.PlaceCountry, ", "))
		if m.PlaceLat != nil && m.PlaceLon != nil {
			add(fmt.Sprintf("%.3f, %.3f", *m.PlaceLat, *m.PlaceLon))
		} else {
			add("no coordinates")
		}
	case "actor":
		add(m.ActorName)
		add(m.ActorKind)
		add(m.ActorCode)
		add(m.ActorRole)
	}
	add(fmt.Sprintf("confidence %.2f", m.Confidence))
	return strings.Join(parts, " · ")
}

// days are the days of a date mention.
func days(m *load.MentionRow) string {
	switch {
	case m.DateStart == nil && m.DateEnd == nil:
		return ""
	case m.DateEnd == nil:
		return "since " + m.DateStart.String()
	case m.DateStart == nil:
		return "until " + m.DateEnd.String()
	case *m.DateStart == *m.DateEnd:
		return m.DateStart.String()
	}
	return m.DateStart.String() + " to " + m.DateEnd.String()
}

// quantity is a number's value with its bound: "about 700000", "range 10 to 20".
func quantity(m *load.MentionRow) string {
	s := strings.ReplaceAll(m.NumberBound, "_", " ")
	if s == "exact" {
		s = ""
	}
	switch {
	case m.NumberLow != nil && m.NumberHigh != nil && *m.NumberLow != *m.NumberHigh:
		s += " " + number(*m.NumberLow) + " to " + number(*m.NumberHigh)
	case m.NumberValue != nil:
		s += " " + number(*m.NumberValue)
	case m.NumberLow != nil && s != "":
		s += " " + number(*m.NumberLow)
	case m.NumberLow != nil:
		s = number(*m.NumberLow) + " or more"
	case m.NumberHigh != nil && s != "":
		s += " " + number(*m.NumberHigh)
	case m.NumberHigh != nil:
		s = "up to " + number(*m.NumberHigh)
	}
	return strings.TrimSpace(s)
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
