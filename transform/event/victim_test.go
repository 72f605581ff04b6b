package event_test

import "testing"

// TestVictims holds that whoever is struck and then dies is counted once, among the dead,
// and that the others stay wounded.
func TestVictims(t *testing.T) {
	for _, c := range []struct {
		text            string
		killed, wounded int64
	}{
		{"A man was shot in Lagos on Monday. He was taken to hospital, where he later died.", 1, 0},
		{"A guard was shot at a bank in Quito on Monday. The guard was pronounced dead.", 1, 0},
		{"A man was killed and a woman was shot in Nairobi on Monday.", 1, 1},
		{"Gunmen opened fire on a bus near Cali on Monday. The driver was killed. A second man was injured.", 1, 1},
		{"Mr. Ode was killed and Mr. Eze was wounded when gunmen attacked a convoy near Kano on Monday.", 1, 1},
	} {
		checkToll(t, c.text, c.killed, c.wounded)
	}
}

// TestTally holds that victims told one by one, and the survivors of a count, are told as a number.
func TestTally(t *testing.T) {
	for _, c := range []struct {
		text    string
		killed  int64
		wounded int64
	}{
		{"A 20-year-old man was shot in Lima on Monday. A 31-year-old woman was also shot.", 0, 2},
		{"Five people were shot in Lima on Monday, one fatally.", 1, 4},
	} {
		checkToll(t, c.text, c.killed, c.wounded)
	}
}

// checkToll holds the largest counts of a text's acts of force to what is wanted.
func checkToll(t *testing.T, text string, wantKilled, wantWounded int64) {
	t.Helper()
	var killed, wounded int64
	rows := force(t, text)
	for _, r := range rows {
		if r.KilledHigh != nil {
			killed = max(killed, *r.KilledHigh)
		}
		if r.WoundedHigh != nil {
			wounded = max(wounded, *r.WoundedHigh)
		}
	}
	if killed != wantKilled || wounded != wantWounded {
		t.Errorf("%s: %d killed, %d wounded, want %d, %d%s", text, killed, wounded, wantKilled, wantWounded, show(rows))
	}
}
