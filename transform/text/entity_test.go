package text

import (
	"strings"
	"testing"
)

// Our own sentences; entities stand in brackets with their types.
var entityCases = []string{
	"[Maria Lopez]{PER}, the president of [Chile]{LOC}, met [John Smith]{PER} in [Berlin]{LOC} on Monday.",
	"Troops from [France]{LOC} shelled the town near [Baghdad]{LOC}, the [United Nations]{ORG} said.",
	"[David Miller]{PER} arrived. On Friday [Miller]{PER} left for [Moscow]{LOC}.",
	"The [Israeli]{MISC} army entered [Gaza City]{LOC}, killing five [Palestinians]{MISC}.",
	"SOCCER - [BRAZIL]{LOC} BEAT [ITALY]{LOC} IN FRIENDLY",
	"Officials of the [World Health Organization]{ORG} flew to [Geneva]{LOC}.",
	"It rained all day and nobody came.",
}

func TestEntities(t *testing.T) {
	for _, c := range entityCases {
		text, want := unbracket(c)
		if got := strings.Join(entitiesOf(text), "; "); got != strings.Join(want, "; ") {
			t.Errorf("%s\n got %s\nwant %s", text, got, strings.Join(want, "; "))
		}
	}
}

func entitiesOf(text string) []string {
	var out []string
	a := Analyze(text)
	for i := 0; i < len(a.Tokens); i++ {
		kind, ok := strings.CutPrefix(a.Tokens[i].Entity, "B-")
		if !ok {
			continue
		}
		j := i
		for j+1 < len(a.Tokens) && a.Tokens[j+1].Entity == "I-"+kind {
			j++
		}
		out = append(out, text[a.Tokens[i].Start:a.Tokens[j].End]+"/"+kind)
	}
	return out
}

// unbracket takes the marks out of a case: its text and its entities.
func unbracket(c string) (text string, entities []string) {
	for {
		before, rest, ok := strings.Cut(c, "[")
		text += before
		if !ok {
			return text, entities
		}
		name, rest, _ := strings.Cut(rest, "]{")
		kind, rest, _ := strings.Cut(rest, "}")
		text += name
		entities = append(entities, name+"/"+kind)
		c = rest
	}
}

func TestHeadline(t *testing.T) {
	for s, want := range map[string]bool{
		"Troops shell northern town\n\nTroops shelled a town on Monday.":   true,
		"Troops shelled a town on Monday.\n\nThey left on Tuesday.":        false,
		"Troops shell northern town":                                       false,
		"He said: \"We go.\"\n\nThey left.":                                false,
		"Acme buys Widget Inc.\n\nThe deal is worth 5 million dollars.":    true,
		"Shares fall. Dollar up\n\nShares fell on Monday in Paris, again.": false,
	} {
		if got := Analyze(s).Sentences[0].Headline; got != want {
			t.Errorf("%q: headline %v", s, got)
		}
	}
}
