package html

import (
	"strings"
)

// isFurniture reports whether the words of a block are those of furniture: they stand
// within many stories and belong to none.
func isFurniture(b *block) bool {
	s := strings.ToLower(b.text)
	if b.words <= 3 && !ends(s) && b.links*2 > len(b.text) {
		return true
	}
	for _, f := range furnitureHeads {
		if strings.HasPrefix(s, f.text) && b.words <= f.words {
			return true
		}
	}
	return false
}

// furnitureHeads begin furniture, lower case, with the most words that such a block has.
var furnitureHeads = []struct {
	text  string
	words int
}{
	{"advertisement", 8}, {"read more", 40}, {"read also", 40}, {"also read", 40}, {"see also", 40}, {"related:", 40}, {"related stories", 12}, {"related articles", 12},
	{"more:", 30}, {"more from", 12}, {"watch:", 30}, {"listen:", 30}, {"recommended", 6}, {"sign up for", 40}, {"subscribe to", 40}, {"subscribe now", 20},
	{"follow us on", 20}, {"follow ", 14}, {"share this", 10}, {"click here to", 30}, {"download the", 20}, {"join our", 30}, {"get the latest", 30},
	{"photo:", 30}, {"photo by", 30}, {"image:", 30}, {"image credit", 30}, {"credit:", 20}, {"getty images", 6}, {"loading", 3}, {"skip to", 8},
	{"story continues below", 8}, {"article continues", 10}, {"continue reading", 12}, {"scroll to continue", 10}, {"most read", 6}, {"trending", 4},
	{"copyright ©", 60}, {"© ", 60}, {"all rights reserved", 20}, {"our standards:", 20}, {"this article was originally published", 40},
	{"tags:", 40}, {"filed under", 30}, {"topics:", 30}, {"posted in", 20}, {"categories:", 20},
}
