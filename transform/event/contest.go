package event

// contest reports whether sentence s tells a game or a vote: it has a score ("beat Chile
// 2-1", "crushed the bill 340-82") and counts no victims.
func (b *builder) contest(s int) bool {
	scored := false
	for k := range b.doc.Numbers {
		if n := &b.doc.Numbers[k]; n.Sentence == s {
			if n.Category != "" {
				return false
			}
			scored = scored || n.Type == "score" || n.Type == "vote"
		}
	}
	return scored
}
