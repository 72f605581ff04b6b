package event_test

import (
	"fmt"
	"slices"
	"testing"

	"dateline/load"
)

// TestTellingsOfForce holds what an act of force takes from elsewhere in its story: who
// did it, when, by what means; and what it is not: done by who suffered it, or done at all.
func TestTellingsOfForce(t *testing.T) {
	for _, c := range []struct{ text, trigger, want string }{
		{"Members of Shining Path killed three farmers on Sunday.", "killed", "source Shining Path"},
		{"The ELN attacked a bridge in Colombia on Sunday. Two guards were killed by the guerrillas.", "killed", "source National Liberation Army"},
		{"Fighters of the Amal militia killed three soldiers, Hezbollah said on Sunday.", "killed", "source Fighters of the Amal militia"},
		{"A bomb exploded at a bank on Sunday. The army said that the ELN was responsible for the attack.", "exploded", "source National Liberation Army"},
		{"The judge's murder shocked the town.", "murder", "source "},
		{"Four were wounded by a car bomb on Sunday.", "wounded", "mode explosives"},
		{"Four were wounded by gunmen on Sunday.", "wounded", "mode "},
		{"Twelve rebels were trained to kill judges.", "kill", "status planned"},
		{"Gunmen killed a judge on Sunday. Lawyers went on strike on Monday to protest the murder of the judge.", "killed", "day 2020-02-09"},
	} {
		rows := code(t, c.text)
		i := slices.IndexFunc(rows, func(r load.EventRow) bool { return r.Trigger == c.trigger })
		if i < 0 {
			t.Errorf("%s: no event %q in%s", c.text, c.trigger, show(rows))
			continue
		}
		r := &rows[i]
		day := ""
		if r.DateStart != nil {
			day = r.DateStart.String()
		}
		got := []string{"source " + r.SourceName, "mode " + r.EventMode, "status " + r.Status, "day " + day}
		if !slices.Contains(got, c.want) {
			t.Errorf("%s: want %s, got %s", c.text, c.want, fmt.Sprint(got))
		}
	}
}
