package text

// Token is one word or mark in Universal Dependencies' tokenisation: hyphenated and
// slashed words are split, clitics are split, numbers and dates stay whole.
type Token struct {
	Start, End int    // byte offsets into the document's text, half open
	Tag        string // Penn Treebank tag; HYPH for a hyphen inside a word
	Lemma      string // dictionary form, lower case except for names
	Entity     string // BIO label: "B-PER", "I-ORG", … ; "" outside. PER, ORG, LOC, MISC
	Head       int    // index of the head in Document.Tokens; -1 for the root of a sentence
	Rel        string // UD relation to the head, with subtype: "nsubj", "nsubj:pass", "obl" …
	Sentence   int    // index into the document's sentences
}

// Sentence is a run of tokens.
type Sentence struct {
	Start, End  int // byte offsets, from the first token's start to the last one's end
	First, Last int // token range, half open
	Headline    bool
}

// Analysis is what the engine says about a text.
type Analysis struct {
	Sentences []Sentence
	Tokens    []Token

	kin []kin // see tree.go
}
