package main

import (
	"dateline/transform/text/tag"
	"dateline/transform/text/word"
)

// engineTags gives the tags of the engine's own tagger, which is what the parser will
// see. It has learnt from the gold trees, so that on them it errs too seldom.
func engineTags(forms []string) []string {
	words := make([]word.Word, len(forms))
	for i, f := range forms {
		words[i].Make(f)
	}
	voice := tag.Prose().Tag(nil, words)
	classes := tag.Default().Classes()
	out := make([]string, len(forms))
	for i, t := range tag.Default().Tag(nil, words, voice) {
		out[i] = classes[t]
	}
	return out
}
