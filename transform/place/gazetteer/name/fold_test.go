package name

import "testing"

func TestFold(t *testing.T) {
	for _, group := range [][]string{
		{"al-Bab", "Al Bāb", "El Bab", "al bab"},
		{"As-Suwayda'", "As Suwaydā’", "al-Suwayda"},
		{"Ar Raqqah", "ar-Raqqa", "al-Raqqa"},
		{"Ash Shaykh Maskin", "al-Shaykh Maskin"},
		{"Dayr az Zawr", "Deir al-Zawr"},
		{"Beit Hanoun", "Bayt Hanoun"},
		{"Tall Abyad", "Tell Abyad", "Tal Abyaḑ", "Tel Abyad"},
		{"St. Louis", "Saint Louis", "St Louis"},
		{"Mt. Vernon", "Mount Vernon"},
		{"Port-au-Prince", "Port au Prince"},
		{"Łódź", "Lodz"},
		{"São Paulo", "Sao Paulo", "Sa\u0303o Paulo"},
		{"U.S.", "US"},
		{"N'Djamena", "N’Djamena", "Ndjamena"},
		{"Hamah", "HAMAH", "Hamah "},
	} {
		want := string(Fold(nil, group[0]))
		for _, s := range group[1:] {
			if got := string(Fold(nil, s)); got != want {
				t.Errorf("Fold(%q) = %q, Fold(%q) = %q", s, got, group[0], want)
			}
		}
	}
	for s, want := range map[string]string{
		"": "", "'": "", " - ": "", "Utah": "utah", "An Nabk": "al nabk", "An Giang": "an giang", "As": "as",
		"Al": "al", "El Paso": "al paso", "Washington, D.C.": "washington dc", "Київ": "київ",
	} {
		if got := string(Fold(nil, s)); got != want {
			t.Errorf("Fold(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestLoose(t *testing.T) {
	for _, group := range [][]string{
		{"Khan Shaykhun", "Khan Sheikhoun", "Khan Sheikhun"},
		{"Qaminas", "Kaminas"},
		{"Ma'arat al-Nu'man", "Maarrat an Nu`man", "Maaret al-Numan"},
		{"Al Hudaydah", "Hudaida", "Al-Hudeydah"},
		{"Suweida", "Sweida", "As-Suwayda"},
	} {
		key := func(s string) string { return string(Loose(nil, Fold(nil, s))) }
		for _, s := range group[1:2] {
			if key(s) != key(group[0]) {
				t.Errorf("Loose(%q) = %q, Loose(%q) = %q", s, key(s), group[0], key(group[0]))
			}
		}
	}
	if got := Loose(nil, []byte("al ab")); len(got) != 0 {
		t.Errorf("short key: %q", got)
	}
}

func TestFoldDoesNotAllocate(t *testing.T) {
	var buf, loose [Max + 8]byte
	Fold(buf[:0], "Ḩamāh")
	if n := testing.AllocsPerRun(100, func() {
		k := Fold(buf[:0], "Ma‘arrat an Nu‘mān al-Ḩamāh")
		Hash(Loose(loose[:0], k))
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Ash-Shaykh", "as s", "a as as", "St.", "\xff\xfe", "Łódź 12", "al al al"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k := Fold(nil, s)
		if len(k) > Max+8 {
			t.Errorf("key of %d bytes", len(k))
		}
		Hash(Loose(nil, k))
	})
}
