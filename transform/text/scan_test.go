package text

import (
	"slices"
	"strings"
	"testing"
)

// Each case is a text with "|" between its tokens where no white space is, and " // "
// between its sentences.
var scanCases = []string{
	"Troops shelled the northern town on Monday|, killing at least 12 people|.",
	"The two|-|year|-|old talks|, he said|, did|n't fail|; they can|not wo|n’t|.",
	"She|'s sure it|’s theirs|; the boys|' mother|'s car|.",
	"It cost $|1,234.56 or 3.5|%|, up 5|km by 10|am on 2020-02-10 at 10:30|.",
	"Gen. Smith met Lt. Col. J. R. Jones in Washington|, D.C. on Feb. 3|. // He left|.",
	"The U.S. and the U.N. agreed|. // They met in the U.S. // The talks failed|.",
	"“|We go|,|” he said|. // “|You stay|.|” // They stayed|.",
	"\"|Why|?|\" Smith asked|. // \"|No|!|\" // He left|.",
	"He wrote to a.b-c@example.org|, see https://example.org/a?b=c|.",
	"Acme Inc. said No. 5 was the best|. // No|.",
	"AT&T and R&D|, and|/|or 9/11 and 24/7|.",
	"An anti-government al|-|Qaida ex-leader of 1,000|-|strong|, pro-Moscow force|.",
	"He waited|... and left|. // \"|Well|...|\" // Then came rain|.",
	"Shares rose in the 1990s and '90s|; 80's music|.",
	"the end of [|1|,|2|] (|he said|)|.",
	"Ranges 10|-|12 and 1996|-|97|, call 555-0199|.",
	"O'Reilly|'s d'Alembert at 5 o'clock|.",
	"It is Plan B. // A vote follows|.",
	"Springfield|, Ill.|, and St. Louis|, Mo.|, lie apart|.",
	"Wait|!!! // What|?! // Yes|.",
	"@minister tweeted #peace|.",
	"The Post|—|the paper|—|was 3|–|4 years old|.",
}

func TestScan(t *testing.T) {
	for _, c := range scanCases {
		text, want := unmark(c)
		a := Analyze(text)
		var got []string
		for i, s := range a.Sentences {
			if i > 0 {
				got = append(got, "//")
			}
			for _, k := range a.Tokens[s.First:s.Last] {
				got = append(got, text[k.Start:k.End])
			}
		}
		if g, w := strings.Join(got, " "), strings.Join(want, " "); g != w {
			t.Errorf("\n got %s\nwant %s", g, w)
		}
	}
}

// TestGlued: sentences joined without a space are two; names and addresses with a dot are not.
func TestGlued(t *testing.T) {
	text := "The man was shot, police said.The girl left.Node.js and example.com grew. He met U.S.Army men from Yahoo.Inc and paid $5.5 there."
	want := []string{"The man was shot, police said.", "The girl left.", "Node.js and example.com grew.", "He met U.S.Army men from Yahoo.Inc and paid $5.5 there."}
	var got []string
	for _, s := range Analyze(text).Sentences {
		got = append(got, text[s.Start:s.End])
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// unmark takes the marks out of a case: the text and its tokens.
func unmark(c string) (text string, tokens []string) {
	for i, s := range strings.Split(c, " // ") {
		if i > 0 {
			text += " "
			tokens = append(tokens, "//")
		}
		text += strings.ReplaceAll(s, "|", "")
		tokens = append(tokens, strings.FieldsFunc(s, func(r rune) bool { return r == '|' || r == ' ' })...)
	}
	return text, tokens
}

// A dateline is a sentence of its own; a slug before a headline in capitals is not.
func TestDateline(t *testing.T) {
	for text, want := range map[string]string{
		"SARDA, Feb 10 (AFP) - Rebels attacked a base. Two died.":              "SARDA, Feb 10 (AFP) -|Rebels attacked a base.|Two died.",
		"PORT SAID, Egypt — Two men died.":                                     "PORT SAID, Egypt —|Two men died.",
		"It rained.\n\nU.N. HEADQUARTERS (Reuters) -- A vote failed.":          "It rained.|U.N. HEADQUARTERS (Reuters) --|A vote failed.",
		"LIMA - \"We won,\" he said.":                                          "LIMA -|\"We won,\" he said.",
		"SOCCER - LIONS BEAT TIGERS.":                                          "SOCCER - LIONS BEAT TIGERS.",
		"U.S. - Iran talks failed.":                                            "U.S. - Iran talks failed.",
		"NATO - the alliance - met.":                                           "NATO - the alliance - met.",
		"Lima - Two men died.":                                                 "Lima - Two men died.",
		"Port Said, 3 Jan 90 (Mena) -- [Report] [by Ali] [TEXT] Two men died.": "Port Said, 3 Jan 90 (Mena) -- [Report] [by Ali] [TEXT]|Two men died.",
		"Port Said, 3 may 90 (Mena) -- Two men died.":                          "Port Said, 3 may 90 (Mena) --|Two men died.",
		"LIMA, Feb 10 (AFP) -- \"[They] won,\" he said.":                       "LIMA, Feb 10 (AFP) --|\"[They] won,\" he said.",
		"Smith (Ohio) -- a senator -- won on 3 May.":                           "Smith (Ohio) -- a senator -- won on 3 May.",
	} {
		var got []string
		for _, q := range Tokenize(text).Sentences {
			got = append(got, text[q.Start:q.End])
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%q, want %q", g, want)
		}
	}
}
