package event

// contest reports whether sentence s tells a game or a vote: it has a score ("beat Chile
// 2-1", "crushed the bill 340-82") and counts no victims; or all the story is of games.
func (b *builder) contest(s int) bool {
	if b.games == 0 {
		b.games = b.countGames()
	}
	if b.games > 2 {
		return true
	}
	scored := false
	for k := range b.doc.Numbers {
		if n := &b.doc.Numbers[k]; n.Sentence == s {
			if n.Category != "" {
				return false
			}
			scored = scored || n.Type == "score"
		}
	}
	return scored
}

// countGames is how many scores the story has; -1 where it counts victims or has none.
func (b *builder) countGames() int {
	games := 0
	for k := range b.doc.Numbers {
		switch n := &b.doc.Numbers[k]; {
		case n.Category == "killed", n.Category == "wounded":
			return -1
		case n.Type == "score":
			games++
		}
	}
	if games == 0 {
		return -1
	}
	return games
}
