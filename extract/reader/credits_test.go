package reader

import (
	"slices"
	"testing"
)

func TestCredited(t *testing.T) {
	for _, c := range []struct {
		in                string
		reporters, places []string
	}{
		{"(Reporting by Ann Lee; Editing by Di Fox)", []string{"Ann Lee"}, nil},
		{"(Reporting by Ann Lee in Osh and Bo Kim in Khujand; Writing by Cy Poe; Editing by Di Fox and Ed Gil)", []string{"Ann Lee", "Bo Kim"}, []string{"Osh", "Khujand"}},
		{"(Reporting by Ann Lee, Bo Kim and Cy de la Poe in Mexico City; Additional reporting by Di Fox; Editing by Ed Gil)", []string{"Ann Lee", "Bo Kim", "Cy de la Poe", "Di Fox"}, []string{"Mexico City"}},
		{"Associated Press writers Ann Lee in Osh and Bo Kim in Khujand contributed to this report.", []string{"Ann Lee", "Bo Kim"}, []string{"Osh", "Khujand"}},
		{"(Writing by Cy Poe; Editing by Di Fox)\n\nOur Standards: The Trust Principles.", nil, nil},
		{"Ann Lee contributed to this report from Osh.", []string{"Ann Lee"}, nil},
		{"", nil, nil},
		{"(Reporting by ; Editing by)", nil, nil},
	} {
		reporters, places := credited(c.in)
		if !slices.Equal(reporters, c.reporters) || !slices.Equal(places, c.places) {
			t.Errorf("%s: got %q in %q", c.in, reporters, places)
		}
	}
}
