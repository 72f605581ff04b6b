package event

// contest reports whether sentence s tells a game or a vote: it has a score ("beat Chile
// 2-1", "crushed the bill 340-82") and counts no victims; or all the story is of games.
func (b *builder) contest(s int) bool {
	if b.games == nil {
		b.readGames()
	}
	return b.onlyGames || b.games[s]
}

// readGames finds the sentences with a score that count nobody, and whether the story has
// three scores and no dead or wounded.
func (b *builder) readGames() {
	b.games = make([]bool, len(b.doc.Sentences))
	scores, victims := 0, false
	for k := range b.doc.Numbers {
		if n := &b.doc.Numbers[k]; n.Type == "score" {
			scores++
			b.mark(n.Sentence, true)
		}
	}
	for k := range b.doc.Numbers {
		if n := &b.doc.Numbers[k]; n.Category != "" {
			victims = victims || n.Category == "killed" || n.Category == "wounded"
			b.mark(n.Sentence, false)
		}
	}
	b.onlyGames = scores > 2 && !victims
}

// mark notes of sentence s whether it tells a game; a number may stand in none.
func (b *builder) mark(s int, game bool) {
	if s >= 0 && s < len(b.games) {
		b.games[s] = game
	}
}
