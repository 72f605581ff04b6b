package event_test

import "testing"

// TestNoCertainEvent holds that what goes on, what is done again and again and sums over
// years are no events of their own, and that acts told beside them stay.
func TestNoCertainEvent(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"Gunmen killed a judge in Cali on Sunday. The government's war on the cartels worries traders.", 1},
		{"Gunmen killed a judge in Cali on Sunday. Gangs attack policemen to frighten the people.", 1},
		{"Gunmen killed a judge in Cali on Sunday. More than 300 judges have been murdered since 1985.", 1},
		{"Gunmen killed a judge in Cali on Sunday. Rebels are shelling the town of Goma at this time.", 2},
		{"Gunmen killed a judge in Cali on Sunday. Rebels attacked a barracks in Goma on Monday.", 2},
	} {
		if rows := force(t, c.text); len(rows) != c.want {
			t.Errorf("%s: want %d acts of force, got%s", c.text, c.want, show(rows))
		}
	}
}
