package ner

import (
	"strings"
	"testing"
)

func TestJoin(t *testing.T) {
	for text, want := range map[string]string{
		"the Northport/B-LOC Hockey Club lost":         "the/O Northport/B-ORG Hockey/I-ORG Club/I-ORG lost/O",
		"at University of Northport/B-LOC":             "at/O University/B-ORG of/I-ORG Northport/I-ORG",
		"University of New/B-LOC York/I-LOC City Hall": "University/O of/O New/B-LOC York/I-LOC City/O Hall/O",
		"New/B-LOC York/I-LOC Yacht Club":              "New/B-ORG York/I-ORG Yacht/I-ORG Club/I-ORG",
		"the Northport/B-LOC club":                     "the/O Northport/B-LOC club/O",
		"Northport/B-LOC Smith/B-PER Club":             "Northport/B-LOC Smith/B-PER Club/O",
		"in Northport/B-LOC Club":                      "in/O Northport/B-ORG Club/I-ORG",
		"Bank/B-ORG of/I-ORG Northport/I-ORG":          "Bank/B-ORG of/I-ORG Northport/I-ORG",
	} {
		var words []string
		var labels []uint8
		for _, f := range strings.Fields(text) {
			w, name, _ := strings.Cut(f, "/")
			c := uint8(0)
			for k, l := range Labels {
				if l == name {
					c = uint8(k)
				}
			}
			words, labels = append(words, w), append(labels, c)
		}
		d := doc(strings.Join(words, " "))
		var x Extractor
		x.Prepare(d)
		x.join(labels)
		for i, c := range labels {
			words[i] += "/" + Labels[c]
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
