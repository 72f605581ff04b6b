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
		{"The ELN attacked a bridge in Colombia on Sunday. Two guards were killed by the guerrillas.", "killed", "source National Liberation Army (ELN)"},
		{"Fighters of the Amal militia killed three soldiers, Hezbollah said on Sunday.", "killed", "source Fighters of the Amal militia"},
		{"A bomb exploded at a bank on Sunday. The army said that the ELN was responsible for the attack.", "exploded", "source National Liberation Army (ELN)"},
		{"A judge was killed on Sunday. The police said the attack was the work of the ELN.", "killed", "source National Liberation Army (ELN)"},
		{"In an action attributed to the ELN, a bomb destroyed a school on Sunday.", "destroyed", "source National Liberation Army (ELN)"},
		{"Two priests were murdered on Sunday. The ELN was behind the murders, police said.", "murdered", "source National Liberation Army (ELN)"},
		{"A trader was kidnapped on Sunday. The kidnappers, who are said to be members of the ELN, want money.", "kidnapped", "source National Liberation Army (ELN)"},
		{"A judge was killed on Sunday. The army denied any part in the attack and blamed the ELN.", "killed", "source National Liberation Army (ELN)"},
		{"The farmer was kidnapped on Sunday by a gang of kidnappers, apparently ELN members.", "kidnapped", "source National Liberation Army (ELN)"},
		{"Buses were attacked on Sunday by hooded individuals thought to be ELN militants.", "attacked", "source National Liberation Army (ELN)"},
		{"Thirty men were abducted on Sunday by shining path. A \"shining path\" column fled.", "abducted", "source Shining Path"},
		{"A car bomb exploded in Cali on Sunday. The press blamed it on the ELN.", "exploded", "source National Liberation Army (ELN)"},
		{"Two priests were murdered on Sunday. Reports claim that the ELN carried out the crime.", "murdered", "source National Liberation Army (ELN)"},
		{"Two men were shot on Sunday. Police suspect that the ELN was involved in the shooting.", "shot", "source National Liberation Army (ELN)"},
		{"Thirty men were killed on Sunday in attacks by fighters of the ELN.", "attacks", "source National Liberation Army (ELN)"},
		{"Several kidnappings were carried out on Sunday in the south by members of the ELN.", "kidnappings", "source National Liberation Army (ELN)"},
		{"The trader, who was kidnapped in May, was released on Sunday by the ELN.", "kidnapped", "source National Liberation Army (ELN)"},
		{"A trader was murdered on Sunday. The judge spoke of the involvement of the ELN in the crime.", "murdered", "source National Liberation Army (ELN)"},
		{"The murder of the trader on Sunday was an act by the ELN.", "murder", "source National Liberation Army (ELN)"},
		{"The National Liberation Army (ELN) guerrilla movement, which abducted a farmer on Sunday, wants money.", "abducted", "source National Liberation Army (ELN)"},
		{"Seven members of the ELN were detained in connection with the murder of a trader.", "murder", "source National Liberation Army (ELN)"},
		{"The offensive of the ELN began on Sunday.", "offensive", "source National Liberation Army (ELN)"},
		{"Three traders were killed in Cali by a group of 20 men on horseback, according to witnesses.", "killed", "source group of 20 men"},
		{"Ten people were killed during an attack against mayor Ana Ruiz on Sunday.", "attack", "source "},
		{"The minister announced that in the morning gunmen came to the farm and killed a guard.", "killed", "source "},
		{"Fighters of the ELN kidnapped a farmer on Sunday. The driver was also kidnapped.", "kidnapped", "source National Liberation Army (ELN)"},
		{"The ELN attacked a farm near Cali on Sunday. Two guards were wounded in the attack.", "wounded", "source National Liberation Army (ELN)"},
		{"The ELN attacked a farm near Cali on Sunday. Another trader was murdered in Lima.", "murdered", "source "},
		{"LIMA, Feb 11 (AFP) - Rebels attacked a farm near Cali. The rebels attacked the farm on Sunday.", "attacked", "day 2020-02-09"},
		{"On Monday, Rwandan soldiers shot and killed two men and wounded 40 others at Kibeho.", "shot", "source Rwandan soldiers"},
		{"General Ali Diallo, who seized power in a coup in 2020, declared on Monday that taxes would fall.", "seized", "source Ali Diallo"},
		{"The Sudanese army said it had killed nine rebels.", "killed", "source Sudanese army"},
		{"Many people witnessed the shooting of a trader on Sunday.", "shooting", "source "},
		{"The party lamented the assassination of its leader by gunmen.", "assassination", "source gunmen"},
		{"Shops were damaged in a terrorist attack on Sunday.", "attack", "source "},
		{"The minister denied that the army is bombing the town of Goma.", "bombing", "status denied"},
		{"Their goal was to seize power by force.", "seize", "status planned"},
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

// TestCountsOfPeople holds what of the numbers beside an act of force are its people.
func TestCountsOfPeople(t *testing.T) {
	for _, c := range []struct {
		text, trigger, category string
		want                    int64
	}{
		{"Two bombs exploded on Sunday in Cali and killed three guards.", "exploded", "killed", 3},
		{"Soldiers killed two traders, Ana Ruiz and Jan Kos, on Sunday.", "killed", "killed", 2},
		{"Deputy Ana Ruiz and senator Jan Kos were kidnapped on Sunday.", "kidnapped", "kidnapped", 2},
	} {
		rows := code(t, c.text)
		i := slices.IndexFunc(rows, func(r load.EventRow) bool { return r.Trigger == c.trigger })
		if i < 0 {
			t.Errorf("%s: no event %q in%s", c.text, c.trigger, show(rows))
			continue
		}
		got := map[string]*int64{"killed": rows[i].KilledHigh, "kidnapped": rows[i].KidnappedHigh}[c.category]
		if got == nil || *got != c.want {
			t.Errorf("%s: want %d %s, got %s", c.text, c.want, c.category, fmt.Sprint(got))
		}
	}
}
