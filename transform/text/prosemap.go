package text

// ProseTokens maps the engine's tokens to prose's: the result holds, for each of prose's
// tokens, the index of its first token of ours, and at its end the number of tokens.
//
// The engine's tokens are Universal Dependencies'. Prose cuts at white space, then takes
// $ ( " [ off the front, , ) " ] ! ; . ? : ' off the back, and cuts before 'll 's 're 'm
// and n't; all else stays whole. So hyphens, slashes, units, percent signs, "can|not" and
// 've and 'd are cut in ours and not in prose's:
//
//	ours   the two|-|year|-|old 5|km deal would|'ve failed|.
//	prose  the two-year-old     5km  deal would've     failed|.
//
// What prose cuts and we do not, links and numbers with a mark at their end, is rare and
// left as ours.
func (a *Analysis) ProseTokens(s string) []int {
	var out []int
	for i := 0; i < len(a.Tokens); {
		j := i + 1
		for j < len(a.Tokens) && a.Tokens[j].Start == a.Tokens[j-1].End {
			j++
		}
		out = a.proseChunk(out, s, i, j)
		i = j
	}
	return append(out, len(a.Tokens))
}

// proseChunk appends where prose's tokens begin among the tokens i to j, which no white
// space parts.
func (a *Analysis) proseChunk(out []int, s string, i, j int) []int {
	form := func(k int) string { return s[a.Tokens[k].Start:a.Tokens[k].End] }
	for ; i+1 < j && oneOf(form(i), "$", "(", "\"", "[", "“", "”"); i++ {
		out = append(out, i)
	}
	back := j
	for back-1 > i && oneOf(form(back-1), ",", ")", "\"", "”", "“", "]", "!", ";", ".", "?", ":", "'", "’", "‘") {
		back--
	}
	for k := i; k < back; k++ {
		if k == i || oneOf(form(k), "'s", "'ll", "'re", "'m", "n't", "’s", "’ll", "’re", "’m", "n’t") {
			out = append(out, k)
		}
	}
	for ; back < j; back++ {
		out = append(out, back)
	}
	return out
}

func oneOf(s string, list ...string) bool {
	for _, t := range list {
		if s == t {
			return true
		}
	}
	return false
}
