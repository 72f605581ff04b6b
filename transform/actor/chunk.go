package actor

import (
	"strings"

	"dateline/transform/place/gazetteer"
)

// chunk is a base noun phrase: no complement, no apposition. Possessors are chunks of
// their own: "Erdogan's top press aide" is two.
type chunk struct {
	first, last int    // tokens, half open, determiner excluded
	start       int    // first token, determiner included
	det         string // "the", "a", "its" …, in lower case; empty without
	possessive  bool   // 's follows
	possessor   int    // the chunk before, whose possessive this is; -1 none
	taken       bool   // read as part of another phrase
	title       coded  // what an apposition or a title before it says, if titled
	titled      bool
	role        string // of the title, as printed
}

// sentence finds the actors of a sentence.
func (p *pass) sentence(s int) {
	sent := &p.Sentences[s]
	p.scan(sent.First, sent.Last)
	var chunks []chunk
	for i := sent.First; i < sent.Last; {
		if p.dated[i] && (p.at[i] < 0 || p.inDateline(i)) {
			i++
			continue
		}
		c, next := p.chunkAt(i, sent.Last)
		if c.last > c.first {
			c.possessor = -1
			if n := len(chunks); n > 0 && chunks[n-1].possessive && chunks[n-1].last+1 == c.first {
				c.possessor = n - 1
			}
			chunks = append(chunks, c)
		}
		i = max(next, i+1)
	}
	from := len(p.found)
	p.phrases(chunks)
	p.fromContext(from)
}

func (p *pass) inDateline(i int) bool {
	l := &p.Article.Dateline
	return l.Start <= p.Tokens[i].Start && p.Tokens[i].End <= l.End
}

// chunkAt reads a chunk at token i and says where to go on.
func (p *pass) chunkAt(i, last int) (c chunk, next int) {
	start := i
	for i < last && p.isDeterminer(i) {
		c.det = strings.ToLower(p.word(i))
		i++
	}
	c.start, c.first, c.last = start, i, i
	if i < last && p.Tokens[i].Tag == "PRP" && p.at[i] < 0 {
		c.last = i + 1
		return c, i + 1
	}
	for i < last {
		if k := p.at[i]; k >= 0 {
			c.last = p.items[k].last
			i = c.last
			continue
		}
		t := &p.Tokens[i]
		switch {
		case p.dated[i]:
			return p.trim(c, start), max(i, start+1)
		case i > c.first && p.Tokens[i-1].Tag == "HYPH":
			i++ // "Iran-backed", whatever its tag
		case strings.HasPrefix(t.Tag, "NN"):
			i++
			c.last = i
		case strings.HasPrefix(t.Tag, "JJ"), t.Tag == "CD", t.Tag == "HYPH", t.Tag == "VBN" && (i > c.first && c.last != i || i == c.first && p.participle(i, start)), t.Tag == "ADD", t.Tag == "AFX",
			t.Tag == "VBG" && (i > c.first && c.last != i || i == c.first && p.Tokens[i].Rel == "amod"), p.word(i) == "-", t.Tag == "RB" && i == c.first && i+1 < last && p.Tokens[i+1].Tag != "RB":
			i++
		case t.Tag == "POS" && c.last == i:
			c.possessive = true
			return c, i + 1
		case p.joinsModifiers(i, c.first, last):
			i++
		default:
			return p.trim(c, start), max(i, start+1)
		}
	}
	return p.trim(c, start), i
}

// participle reports whether the participle at token i can begin a phrase: after a
// determiner, a preposition or nothing, not after an auxiliary.
func (p *pass) participle(i, start int) bool {
	if rel := p.Tokens[i].Rel; rel != "" && rel != "amod" && rel != "compound" {
		return false
	}
	if i > start || i == 0 || p.Tokens[i-1].Sentence != p.Tokens[i].Sentence {
		return true
	}
	switch p.Tokens[i-1].Tag {
	case "IN", "CC", ",", ":":
		return i+1 < len(p.Tokens) && (strings.HasPrefix(p.Tokens[i+1].Tag, "NN") || strings.HasPrefix(p.Tokens[i+1].Tag, "JJ"))
	}
	return false
}

// trim drops a determiner that has no phrase.
func (p *pass) trim(c chunk, start int) chunk {
	if c.last <= c.first {
		return chunk{first: start, last: start}
	}
	return c
}

func (p *pass) isDeterminer(i int) bool {
	switch p.Tokens[i].Tag {
	case "DT", "PDT", "PRP$", "WP$":
		return p.at[i] < 0
	}
	return false
}

// joinsModifiers reports whether the "and" or comma at token i stands between modifiers of
// one head: "Syrian and Turkish forces", "US, British and French troops".
func (p *pass) joinsModifiers(i, first, last int) bool {
	w := p.word(i)
	if w != "and" && w != "or" && w != "," && w != "&" || i == first || i+1 >= last {
		return false
	}
	left := p.at[i-1]
	j := i + 1
	if w == "," && p.word(j) == "and" && j+1 < last {
		j++
	}
	right := p.at[j]
	if left < 0 || right < 0 || !p.modifies(&p.items[left]) || !p.modifies(&p.items[right]) {
		return false
	}
	end := p.items[right].last
	for end < last {
		t := &p.Tokens[end]
		if k := p.at[end]; k >= 0 && p.items[k].kind == roleItem || strings.HasPrefix(t.Tag, "NN") && p.at[end] < 0 {
			return true
		}
		if end+1 < last && p.joinsModifiers(end, first, last) {
			return true
		}
		if k := p.at[end]; k < 0 && !strings.HasPrefix(t.Tag, "JJ") && t.Tag != "HYPH" {
			return false
		}
		end++
	}
	return false
}

// modifies reports whether an item may be one of several modifiers: a demonym used as an
// adjective, or an acronym ("US and British forces").
func (p *pass) modifies(it *item) bool {
	switch it.kind {
	case nationItem:
		return it.nation.kind == demonym && it.nation.forms&gazetteer.Adjective != 0 || it.nation.exact != ""
	case nameItem:
		return it.last-it.first == 1 && strings.ToUpper(p.word(it.first)) == p.word(it.first)
	}
	return false
}
