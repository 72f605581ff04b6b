package event_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/load"
)

// force are the rows of a text that tell of force.
func force(t *testing.T, text string) []load.EventRow {
	t.Helper()
	return slices.DeleteFunc(code(t, text), func(r load.EventRow) bool { return r.EventType != "ASSAULT" })
}

func TestPlaceOfAnEvent(t *testing.T) {
	for _, c := range []struct{ text, trigger, want string }{
		{"Rebels attacked an army post near the town of Goma on Monday.", "attacked", "Goma"},
		{"A bomb exploded in the Colombo suburb of Welikanda on Monday, killing two people.", "exploded", "Welikanda"},
		{"Gunmen killed two policemen in the Qamrat district of Baghdad on Monday.", "killed", "Qamrat"},
		{"Gunmen killed two policemen in Baghdad's Qamrat district on Monday.", "killed", "Qamrat"},
		{"In Kampala, gunmen killed two policemen on Monday after they had left Nairobi.", "killed", "Kampala"},
		{"A bomb exploded near the al-Zahir Park in Baghdad.", "exploded", "Baghdad"},
		{"Rebels captured the town of Goma on Monday.", "captured", "Goma"},
		{"French soldiers were killed in an ambush in Mali on Monday.", "ambush", "Mali"},
		{"France accused Iran of lying.", "accused", ""},
		{"Troops arrested two men in Kitarra, 40 kilometers west of Kampala, on Monday.", "arrested", "Kitarra"},
		{"A bomb exploded in the Zahrin neighborhood of the port city of Aden on Monday, killing two people.", "exploded", "Zahrin"},
		{"Thousands marched in Nairobi on Monday in support of a strike in Uganda.", "marched", "Nairobi"},
		{"Gunmen shot a judge outside a hotel in Kampala on Monday.", "shot", "Kampala"},
		{"NIAMEY, Niger (AFP) - Officials met in Washington. Hundreds of people marched in the capital on Monday.", "marched", "Niamey"},
		{"Gunmen shot the judge outside his Kampala office on Monday.", "shot", "Kampala"},
		{"Lagos police arrested six students on Monday.", "arrested", "Lagos"},
		{"A Lagos man was shot by two gunmen on Monday.", "shot", "Lagos"},
		{"Soldiers were patrolling the streets of Kampala and nobody was hurt.", "patrolling", "Kampala"},
		{"Gunmen shot Jordan, 34, in Kampala on Monday.", "shot", "Kampala"},
		{"Gunmen shot a judge on Monday as he drove from Kampala to his farm.", "shot", ""},
		{"Rebels captured the bridge, which links Kampala to the south.", "captured", ""},
		{"France condemned Monday's bombing in Kampala.", "condemned", ""},
		{"Rebels claimed responsibility for the attack in Kampala.", "claimed", ""},
		{"Kenya accused Uganda of killing two men in Goma.", "accused", ""},
		{"Somali rebels threatened to attack Uganda over its support for the government in Mogadishu.", "threatened", ""},
		{"Gunmen kidnapped two nurses from a camp near Goma on Monday.", "kidnapped", "Goma"},
		{"The rebels were captured near Goma on Monday and flown to a hospital in Kinshasa.", "captured", "Goma"},
		{"The minister, who was visiting Kampala, met nobody.", "visiting", "Kampala"},
		{"Gunmen attacked two villages west of Goma on Monday.", "attacked", "west of Goma"},
		{"The judge was shot by gunmen as he left a Kampala mosque.", "shot", "Kampala"},
		{"Uganda demanded on Monday that the rebels withdraw from Goma.", "demanded", ""},
		{"In Uganda, police in Kampala arrested two men on Monday.", "arrested", "Kampala"},
		{"KAMPALA, Uganda - A man was shot on Monday on Bandali Street, police said.", "shot", "Kampala"},
	} {
		rows := code(t, c.text)
		i := slices.IndexFunc(rows, func(r load.EventRow) bool { return r.Trigger == c.trigger })
		if i < 0 {
			t.Errorf("%s: no event %q in%s", c.text, c.trigger, show(rows))
			continue
		}
		if got := rows[i].PlaceName; got != c.want {
			t.Errorf("%s: place %q, want %q", c.text, got, c.want)
		}
	}
}

// TestPlaceOfAnUnknownName holds that a name the gazetteer does not know has the country
// and the point of what it lies in, and no identity of its own.
func TestPlaceOfAnUnknownName(t *testing.T) {
	rows := force(t, "Gunmen killed two policemen in the Qamrat district of Baghdad on Monday.")
	if len(rows) != 1 {
		t.Fatalf("want one event, got%s", show(rows))
	}
	r := rows[0]
	if r.PlaceName != "Qamrat" || r.PlaceCountry != "IRQ" || r.PlaceGeonameID != nil || r.PlaceLat == nil {
		t.Errorf("place %q in %q, geonameid %v, latitude %v", r.PlaceName, r.PlaceCountry, r.PlaceGeonameID, r.PlaceLat)
	}
}

func TestOneEventManyMentions(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"act and outcome", "Rebels shelled the town of Goma on Monday, killing eight people.", 1},
		{"outcome by the act", "Eight people were killed in a bomb attack in Goma on Monday.", 1},
		{"pointing back", "Gunmen attacked a convoy near Goma on Monday. The convoy was carrying food. The attack lasted an hour.", 1},
		{"set apart", "Gunmen attacked a convoy near Goma on Monday. Another attack near Bukavu on Tuesday killed two drivers.", 2},
		{"other days", "Gunmen killed three farmers near Goma on Monday. Gunmen killed five teachers near Bukavu on Sunday.", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			if rows := force(t, c.text); len(rows) != c.want {
				t.Errorf("want %d events, got%s", c.want, show(rows))
			}
		})
	}
}

func TestOneEventKeepsTheRichest(t *testing.T) {
	rows := force(t, "Rebels shelled the town of Goma on Monday, killing eight people and wounding 20.")
	if len(rows) != 1 {
		t.Fatalf("want one event, got%s", show(rows))
	}
	r := rows[0]
	if !strings.HasPrefix(r.CameoCode, "19") || r.KilledLow == nil || *r.KilledLow != 8 || r.WoundedLow == nil || *r.WoundedLow != 20 || r.PlaceName != "Goma" {
		t.Errorf("not all in one row: %+v", r)
	}
}

// TestLooseToll ties the victims of a sentence without an event to the act told before.
func TestLooseToll(t *testing.T) {
	rows := force(t, "Gunmen opened fire on a bar in Memphis on Monday. Four people are in hospital in critical condition.")
	if !slices.ContainsFunc(rows, func(r load.EventRow) bool { return r.WoundedLow != nil && *r.WoundedLow == 4 }) {
		t.Errorf("no event has the four wounded:%s", show(rows))
	}
}

// TestBlame names the doers that another sentence tells, as a claim.
func TestBlame(t *testing.T) {
	for _, c := range []struct{ text, source string }{
		{"A bomb exploded at a bank in Lima on Monday, killing three people. The Shining Path claimed responsibility for the attack.", "Shining Path"},
		{"Gunmen killed the mayor of Cali on Sunday. Police blamed the National Liberation Army for the murder.", "National Liberation Army (ELN)"},
		{"A car bomb exploded in Bogota on Sunday. The bombing was attributed to the National Liberation Army.", "National Liberation Army (ELN)"},
	} {
		rows := force(t, c.text)
		if len(rows) != 1 || rows[0].SourceName != c.source || rows[0].Verification != "claimed" {
			t.Errorf("%s: want one claimed event by %s, got%s", c.text, c.source, show(rows))
		}
	}
}
