package date

import (
	"fmt"
	"strings"
	"testing"

	"dateline/transform"
	"dateline/transform/text"
)

// atomsOf writes the atoms of a text: its characters, and N, Y, D, C, I or O with the value
// for a number, year, decade, clock time, whole date or ordinal in digits.
func atomsOf(s string) string {
	var out []string
	for _, a := range grammar().lex(s, nil) {
		t := s[a.start:a.end]
		if a.word == nil {
			for _, k := range []struct {
				c    class
				mark string
			}{{cYear, "Y"}, {cDecade, "D"}, {cClock, "C"}, {cISO, "I"}, {cOrd, "O"}, {cNum, "N"}} {
				if a.set.has(k.c) {
					t += fmt.Sprintf("/%s%d", k.mark, a.n)
					break
				}
			}
		}
		out = append(out, t)
	}
	return strings.Join(out, " ")
}

func TestLex(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"On Sept. 11, 2001, he", "On Sept. 11/N11 , 2001/Y2001 , he"},
		{"10:35 a.m. (0735 GMT)", "10:35/C635 a.m. ( 0735/N735 GMT )"},
		{"10 p.m", "10/N10 p.m"},
		{"5pm and 10.30am", "5/N5 pm and 10.30/C630 am"},
		{"third-quarter", "third - quarter"},
		{"mid-2014–15", "mid - 2014/Y2014 – 15/N15"},
		{"the 1990s and '80s", "the 1990s/D1990 and '80s/D1980"},
		{"the ’90s of ’98", "the ’90s/D1990 of ’98/Y1998"},
		{"2011-03-05", "2011-03-05/I20110305"},
		{"3/15/2011 or 15.3.2011", "3/15/2011/I20110315 or 15.3.2011/I20110315"},
		{"2011-13-05", "2011/Y2011 - 13/N13 - 05/N5"},
		{"1,000 and 1.25 and 2.5", "1,000/N1000 and 1.25 and 2.5/N2"},
		{"20th 1st", "20th/O20 1st/O1"},
		{"B52s and 747s", "B 52s and 747s"},
		{"Monday’s", "Monday ’s"},
		{"Straße 12", "Straße 12/N12"},
		{"99999999999999999999", "99999999999999999999/N1073741824"},
		{"3Q 1H", "3/N3 Q 1/N1 H"},
		{"a\n\nb", "a \n \n b"},
	} {
		if got := atomsOf(tc.in); got != tc.want {
			t.Errorf("%q\ngot  %s\nwant %s", tc.in, got, tc.want)
		}
	}
}

// TestAtomsKnowTheirTokens: each atom lies in the token it names.
func TestAtomsKnowTheirTokens(t *testing.T) {
	s := "The third-quarter loss, reported on Sept. 30 at 10:35 a.m., shocked “Wall Street’s” traders — again."
	a := text.Analyze(s)
	n := 0
	for _, at := range grammar().lex(s, a.Tokens) {
		if at.tok < 0 {
			continue
		}
		n++
		if tok := a.Tokens[at.tok]; int(at.start) < tok.Start || int(at.start) >= tok.End {
			t.Errorf("%q is said to be in %q", s[at.start:at.end], s[tok.Start:tok.End])
		}
	}
	if n < 15 {
		t.Errorf("only %d atoms have tokens", n)
	}
}

// scanAll runs a scanner at the start of a text and writes how far it came and what it read.
func scanAll(s string, scan func(*pass, int) (int, capture)) string {
	p := &pass{g: grammar(), doc: &transform.Document{Text: s}}
	p.atoms = p.g.lex(s, nil)
	end, c := scan(p, 0)
	if end == 0 {
		return "-"
	}
	q := c.q
	out := fmt.Sprintf("%s=%d", s[:p.atoms[end-1].end], c.value)
	if q.hi > 0 {
		out += fmt.Sprintf("..%d", q.hi)
	}
	if q.half {
		out += "+half"
	}
	if q.vague {
		out += "?"
	}
	return out
}

func TestScanners(t *testing.T) {
	quant, year, clock, dom := (*pass).scanQuant, (*pass).scanYear, (*pass).scanClock, (*pass).scanDom
	for _, tc := range []struct {
		scan func(*pass, int) (int, capture)
		in   string
		want string
	}{
		{quant, "twelve years", "twelve=12"},
		{quant, "twenty-four hours", "twenty-four=24"},
		{quant, "twenty four hours", "twenty four=24"},
		{quant, "two hundred and ten years", "two hundred and ten=210"},
		{quant, "a hundred years", "a hundred=100"},
		{quant, "three thousand five hundred", "three thousand five hundred=3500"},
		{quant, "a couple of years", "a couple of=2"},
		{quant, "a few days", "a few=0?"},
		{quant, "several weeks", "several=0?"},
		{quant, "half an hour", "half an=0+half"},
		{quant, "two and a half years", "two and a half=2+half"},
		{quant, "2 1/2 years", "2 1/2=2+half"},
		{quant, "2.5 years", "2.5=2+half"},
		{quant, "two to three weeks", "two to three=2..3"},
		{quant, "12-18 months", "12-18=12..18"},
		{quant, "five two", "five=5"},
		{quant, "1998 and", "-"},
		{quant, "the", "-"},
		{year, "1998", "1998=1998"},
		{year, "nineteen ninety-eight", "nineteen ninety-eight=1998"},
		{year, "twenty twenty", "twenty twenty=2020"},
		{year, "two thousand and three", "two thousand and three=2003"},
		{year, "two thousand", "two thousand=2000"},
		{year, "nineteen people", "-"},
		{clock, "10:35 a.m.", "10:35 a.m.=635"},
		{clock, "10:35 p.m. EST", "10:35 p.m. EST=1355"},
		{clock, "12 a.m.", "12 a.m.=0+half"},
		{clock, "12 p.m.", "12 p.m.=720+half"},
		{clock, "0337 GMT", "0337 GMT=217"},
		{clock, "17:00 local time", "17:00 local time=1020"},
		{clock, "five o'clock", "five o'clock=300+half"},
		{clock, "4 in the afternoon", "4 in the afternoon=960+half"},
		{clock, "noon", "noon=720"},
		{clock, "midnight", "midnight=1440"},
		{clock, "13 a.m.", "-"},
		{clock, "2500 GMT", "-"},
		{clock, "10 people", "-"},
		{dom, "5th of", "5th=5"},
		{dom, "31 March", "31=31"},
		{dom, "32 March", "-"},
		{dom, "twenty-first", "twenty-first=21"},
		{dom, "fifth", "fifth=5"},
	} {
		if got := scanAll(tc.in, tc.scan); got != tc.want {
			t.Errorf("%q: got %s, want %s", tc.in, got, tc.want)
		}
	}
}
