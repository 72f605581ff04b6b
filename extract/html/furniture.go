package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/dateline"
)

// kind is a type of furniture: what stands within or around many stories and is part of
// none.
type kind uint8

const (
	story   kind = iota
	promo        // newsletters, subscriptions, apps, "Follow us"
	related      // links to other stories
	credit       // captions and photo credits
	embed        // posts of social networks, players
	stamp        // the time of publication, reading time
	legal        // copyright, disclosures
	note         // notes to or of editors, corrections, "A version of this story appeared"
	bio          // who the author is
	unknown      // not looked at yet
	ending       // what only stands at the end: sources, references, contacts
)

// phrase is a rule: a block of at most words words that begins with, or has, the text is
// of the kind. Texts are lower case with straight quotes.
type phrase struct {
	kind  kind
	text  string
	words int
}

// heads begin furniture anywhere on a page.
var heads = []phrase{
	{promo, "advertis", 3}, {promo, "sponsored", 6}, {promo, "sign up ", 40}, {promo, "sign up:", 20}, {promo, "subscribe to ", 40}, {promo, "subscribe now", 20},
	{promo, "subscribe:", 20}, {promo, "follow us on ", 25}, {promo, "follow the ", 12}, {promo, "join our ", 30}, {promo, "get the latest ", 40}, {promo, "get our ", 25},
	{promo, "download our ", 25}, {promo, "download the ", 15}, {promo, "click here ", 30}, {promo, "get alerts on ", 40}, {promo, "don't miss: want", 60},
	{promo, "story continues", 6}, {promo, "article continues", 8}, {promo, "continue reading", 10}, {promo, "scroll to continue", 8}, {promo, "swipe to scroll", 6},
	{promo, "already a subscriber", 12}, {promo, "support our ", 30}, {promo, "special offer for ", 60}, {promo, "share this ", 10}, {promo, "this is a developing story", 0},
	{promo, "skip to ", 6}, {promo, "skip advertisement", 4}, {promo, "loading", 2}, {promo, "please enable javascript", 20}, {promo, "newsletter sign", 10}, {promo, "buy tickets", 5},
	{promo, "get more news", 20}, {promo, "stay up to date", 25}, {promo, "we want to hear from you", 30}, {promo, "have a tip?", 40}, {promo, "got a tip?", 40},
	{related, "read more", 30}, {related, "read also", 30}, {related, "also read", 30}, {related, "read:", 30}, {related, "read next", 30}, {related, "see also", 30},
	{related, "more:", 30}, {related, "more on this", 10}, {related, "more from ", 12}, {related, "more coverage", 4}, {related, "also:", 25}, {related, "related:", 30},
	{related, "related stories", 10}, {related, "related articles", 10}, {related, "related content", 10}, {related, "related video", 10}, {related, "related topics", 6},
	{related, "related coverage", 6}, {related, "related news", 6}, {related, "related", 1}, {related, "[related", 40}, {related, "you may like", 5}, {related, "you might like", 6},
	{related, "you may also like", 8}, {related, "you might also like", 8}, {related, "you might be interested in", 8}, {related, "recommended", 4}, {related, "keep reading", 5},
	{related, "most read", 4}, {related, "most popular", 4}, {related, "trending", 3}, {related, "top stories", 4}, {related, "latest stories", 4}, {related, "don't miss", 8},
	{related, "editor's pick", 4}, {related, "editors' pick", 4}, {related, "must read", 4}, {related, "up next", 4}, {related, "what to read next", 8}, {related, "watch:", 30},
	{related, "watch this:", 30}, {related, "watch now", 6}, {related, "watch the video", 12}, {related, "listen:", 30}, {related, "listen to the podcast", 6}, {related, "in pictures:", 20},
	{related, "required reading", 30}, {related, "go deeper", 12}, {related, "next, read", 12}, {related, "read this next", 12}, {related, "other news", 3}, {related, "not a subscriber", 40}, {related, "our recommendations", 6}, {related, "learn more:", 20}, {related, "read full story", 6}, {related, "popular stories", 4},
	{credit, "photo:", 30}, {credit, "photos:", 30}, {credit, "(photo", 20}, {credit, "photo by ", 50}, {credit, "photograph by ", 20}, {credit, "photograph: ", 20}, {credit, "image:", 30},
	{credit, "image credit", 25}, {credit, "image source", 25}, {credit, "photo credit", 25}, {credit, "credit:", 20}, {credit, "getty images", 6}, {credit, "video by ", 12},
	{credit, "illustration by ", 15}, {credit, "illustration: ", 15}, {credit, "submitted photo", 60}, {credit, "courtesy of ", 8}, {credit, "source images by ", 30},
	{embed, "view this post on", 8}, {embed, "view on instagram", 5}, {embed, "a post shared by", 25}, {embed, "waiting for your permission to load", 15}, {embed, "this content is not available", 15},
	{embed, "view on youtube", 5}, {embed, "external link to", 4}, {embed, "to display this content", 30}, {embed, "your browser does not support", 15}, {embed, "play video", 4},
	{stamp, "published:", 14}, {stamp, "published on ", 14}, {stamp, "updated:", 14}, {stamp, "last updated", 14}, {stamp, "posted:", 14}, {stamp, "first published", 14}, {stamp, "posted on ", 14},
	{legal, "©", 60}, {legal, "copyright ", 60}, {legal, "(c) ", 30}, {legal, "all rights reserved", 30}, {legal, "if you buy something ", 60}, {legal, "if you purchase ", 110}, {legal, "by using this site", 80}, {legal, "when you purchase ", 50},
	{legal, "all products featured ", 60}, {legal, "we may earn ", 50}, {legal, "this site is protected by recaptcha", 30},
	{note, "editor's note", 100}, {note, "editors' note", 100}, {note, "this article appeared in", 40}, {note, "reuse this content", 5}, {note, "discover stories from this section", 15},
	{embed, "enjoy more audio", 12}, {embed, "your browser does not", 20}, {embed, "listen to this article", 12}, {embed, "listen to article", 6}, {embed, "this is a carousel", 20},
	{note, "comments are closed", 5}, {note, "leave a comment", 6}, {note, "leave a reply", 6}, {note, "post a comment", 6}, {note, "no comments", 4},
	{bio, "about the author", 6}, {bio, "about the writer", 6}, {bio, "written by ", 8}, {bio, "edited by ", 8}, {bio, "reviewed by ", 8}, {bio, "fact checked by ", 8}, {bio, "contact the author", 10},
	{legal, "tags:", 40}, {legal, "tagged:", 40}, {legal, "filed under", 30}, {legal, "topics:", 30}, {legal, "posted in ", 20}, {legal, "categories:", 20}, {legal, "category:", 10},
}

// tails begin what is furniture only at the end of a story.
var tails = []phrase{
	{note, "contributing:", 60}, {note, "materials provided by ", 40}, {note, "a version of this ", 50}, {note, "this story was originally ", 60}, {note, "this article was originally ", 60},
	{note, "this article originally ", 60}, {note, "this story originally ", 60}, {note, "this post originally ", 60}, {note, "this story first ", 60}, {note, "this article first ", 60},
	{note, "a previous ver", 120}, {note, "an earlier version of ", 120}, {note, "disclaimer:", 120}, {note, "tagged in", 30}, {note, "our journalism needs ", 40},
	{ending, "you can email ", 60}, {note, "correction", 120}, {note, "clarification", 120}, {note, "updated to ", 60}, {note, "update:", 60},
	{note, "this story has been ", 60}, {note, "this article has been ", 60}, {note, "this post has been ", 60}, {note, "this report has been ", 60}, {note, "originally published ", 30},
	{note, "this article was featured ", 40}, {note, "this interview has been ", 30}, {note, "this conversation has been ", 30}, {note, "this article appears in ", 50}, {note, "reprinted ", 80},
	{note, "cross-posted ", 20}, {note, "this episode was produced ", 80}, {note, "this story was produced ", 80}, {note, "the opinions expressed ", 60}, {note, "the views expressed ", 60},
	{ending, "more information:", 120}, {ending, "references", 4}, {ending, "reference:", 80}, {ending, "source:", 20}, {ending, "sources:", 40}, {ending, "footnotes", 2}, {ending, "notes:", 4},
	{ending, "for more information", 60}, {ending, "to learn more", 60}, {ending, "learn more about ", 40}, {ending, "for more ", 40}, {ending, "ap sports:", 20}, {ending, "ap ", 12},
	{ending, "more ap ", 20}, {ending, "follow ", 50}, {ending, "email ", 30}, {ending, "contact ", 40}, {ending, "contact:", 40}, {ending, "media contact", 40}, {ending, "get in touch", 40},
	{ending, "reach ", 20}, {ending, "the associated press receives support", 90}, {ending, "the associated press' ", 90}, {ending, "follow ap's ", 40}, {ending, "are you looking forward to", 20},
	{ending, "do you ", 25}, {ending, "let us know ", 30}, {ending, "what do you think", 30}, {ending, "tell us ", 30}, {ending, "listen to ", 25}, {ending, "watch ", 15}, {ending, "see more ", 12},
	{ending, "join the conversation", 12}, {ending, "the author or authors do not ", 50}, {ending, "in case you missed it", 8}, {ending, "also available on ", 8}, {ending, "curious about ", 25},
	{ending, "need help?", 60}, {ending, "thank you for reading", 20}, {ending, "thanks for reading", 20}, {ending, "follow me on ", 40}, {ending, "if you or someone you know", 0},
}

// holds are phrases that give a block away wherever they stand in it.
var holds = []phrase{
	{promo, "sign up for our", 60}, {promo, "sign up to our", 60}, {promo, "subscribe to our", 60}, {promo, "our newsletter", 45}, {promo, "our free newsletter", 60}, {promo, "free newsletter", 60},
	{promo, "to your inbox", 60}, {promo, "in your inbox", 40}, {promo, "sign up here", 60}, {promo, "click here to ", 25}, {promo, "weekly newsletter", 40},
	{promo, "newsletters and ", 40}, {promo, "subscribe here", 40}, {promo, "download the app", 30}, {promo, "newsletter for ", 30}, {promo, "request an invite", 50},
	{promo, "your contribution ", 120}, {promo, "as little as $", 40}, {promo, "support our newsroom", 120}, {promo, "support our journalism", 120}, {promo, "needs high-quality journalism", 150},
	{promo, "keep news free", 120}, {promo, "keep our news free", 120}, {promo, "keep our stories free", 120}, {promo, "become a member", 60}, {promo, "make a donation", 60}, {promo, "donate today", 60},
	{embed, "<a href=", 400}, {embed, "lorem ipsum", 200}, {embed, "pic.twitter.com/", 150}, {embed, "https://t.co/", 150}, {embed, "(@", 14},
	{credit, "/getty images", 80}, {credit, "/ getty images", 80}, {credit, "getty images)", 80}, {credit, "via getty images", 80}, {credit, "/ap photo", 60}, {credit, "(ap photo", 100},
	{credit, "/afp via", 60}, {credit, "/shutterstock", 60}, {credit, "(image credit:", 80}, {credit, "(credit:", 80}, {credit, "photo courtesy of", 40}, {credit, " credit: ", 50}, {credit, "photo: ", 25},
	{legal, "earn a commission", 60}, {legal, "earn a small commission", 60}, {legal, "earn an affiliate", 60}, {legal, "buy through links", 60}, {legal, "contains affiliate links", 60}, {legal, "include affiliate links", 60},
	{bio, "can be reached at ", 50}, {bio, "may be reached at ", 50}, {bio, "can be reached on ", 50}, {note, "a version of this story appear", 40}, {note, "a version of this article appear", 40}, {bio, "can be contacted at ", 50},
}

// tailHolds are phrases that give a block away only at the end of a story.
var tailHolds = []phrase{
	{legal, "for informational purposes only", 120}, {legal, "does not constitute ", 120}, {legal, "not be considered medical advice", 120}, {legal, "do not provide tax, legal", 120},
	{legal, "editorial board consists of", 80}, {legal, " mission is to ", 90}, {legal, "journalistic mission", 90}, {legal, "only high-quality sources", 80}, {legal, "pre-moderated", 80}, {legal, "premoderated", 80},
	{note, "edited for length", 30}, {note, "have been edited for", 30}, {promo, "follow me on ", 60}, {promo, "follow us on ", 80}, {promo, "sign up for ", 60}, {promo, "subscribe wherever you get", 60},
	{promo, "wherever you get your podcasts", 60}, {ending, "has more about ", 30}, {ending, "has more on ", 30}, {bio, "award-winning ", 40}, {ending, "you might also like", 12},
}

// plain lowers s and makes its quotation marks straight.
func plain(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘', 'ʼ':
			return '\''
		case '“', '”':
			return '"'
		}
		return r
	}, s))
}

// kindOf tells the type of a block by its words; tail says that it is among the last of
// the story.
func kindOf(b *block, tail bool) kind {
	if k := shape(b); k != story {
		return k
	}
	if b.words > 160 {
		return story
	}
	s := plain(b.text)
	s = strings.TrimLeft(s, " *•|>-–—_►▶→[(")
	for i := range heads {
		if h := &heads[i]; b.words <= h.words && strings.HasPrefix(s, h.text) {
			return h.kind
		}
	}
	for i := range holds {
		if h := &holds[i]; b.words <= h.words && strings.Contains(s, h.text) {
			return h.kind
		}
	}
	if !tail {
		return story
	}
	for i := range tails {
		if h := &tails[i]; b.words <= h.words && strings.HasPrefix(s, h.text) {
			return h.kind
		}
	}
	for i := range tailHolds {
		if h := &tailHolds[i]; b.words <= h.words && strings.Contains(s, h.text) {
			return h.kind
		}
	}
	if isReference(b.text) {
		return ending
	}
	if strings.Contains(s, "et al") && (strings.Contains(s, "doi") || strings.Contains(s, "(20") || strings.Contains(s, ". 20")) && b.words < 80 {
		return ending // the paper that a story on science is about
	}
	return biography(b, s)
}

// isReference reports a numbered reference with its year: "[1] Smith, A report, 1968, p. 3",
// "2. Centers for Disease Control (2019). Oral health."
func isReference(s string) bool {
	bracket := strings.HasPrefix(s, "[")
	s = strings.TrimPrefix(s, "[")
	n := 0
	for n < len(s) && figure(s[n]) {
		n++
	}
	if n == 0 || n > 2 || n == len(s) || bracket != (s[n] == ']') || !bracket && s[n] != '.' {
		return false
	}
	if bracket {
		return true
	}
	for _, mark := range []string{"(19", "(20", "(n.d.)", "doi", "Retrieved", "Accessed", "http"} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return false
}

// shape tells furniture by its form: rules of dashes, times, the signature of a post.
func shape(b *block) kind {
	letters, digits := 0, 0
	for _, r := range b.text {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
		if letters > 40 {
			break
		}
	}
	switch {
	case b.words <= 12 && strings.HasPrefix(b.text, "— ") && strings.Contains(b.text, "(@"):
		return embed
	case b.words < 25 && strings.Count(b.text, " | ") > 1 && b.flags&inTable == 0:
		return related
	case letters == 0 && (digits == 0 || b.flags&(inTable|inList|inPre) == 0 && b.words <= 3):
		return stamp
	case b.words <= 12 && (b.flags&inList == 0 || b.words <= 4) && printed(b.text, true).known() && !dated(b):
		return stamp
	}
	return story
}

// dated reports whether a block with a day in it is a sentence of the story: "The new prices
// will be charged from January 1, 2026."
func dated(b *block) bool {
	if b.words < 7 || !ends(b.text) || hasPrefixOf(strings.ToLower(b.text), byWords) {
		return false
	}
	low := strings.ToLower(b.text)
	if hasPrefixOf(low, stampLabels[:len(stampLabels)-1]) || hasPrefixOf(low, updateLabels) {
		return false
	}
	small := 0
	for w := range strings.FieldsSeq(b.text) {
		if w[0] >= 'a' && w[0] <= 'z' && w != "at" && w != "on" && w != "by" && w != "a.m." && w != "p.m." {
			small++
		}
	}
	return small >= 3
}

// sections head lists of other stories, lower case.
var sections = []string{"latest news", "latest", "latest stories", "more news", "more stories", "more from", "related", "recommended", "most popular", "most read", "trending",
	"top stories", "you may also like", "you might also like", "more like this", "popular", "read next", "up next", "what to read next", "around the web", "from the web",
	"sponsored stories", "promoted stories", "editors' picks", "editor's picks", "featured", "don't miss", "other stories", "similar posts", "recent articles", "latest articles", "latest posts", "recent news", "more videos", "more articles", "more posts", "related videos", "nutrition facts", "nutrition facts (per serving)", "our sources", "recommended reading", "join our newsletter", "stay connected", "related posts", "recent posts",
	"share this", "leave a reply", "leave a comment", "comments", "discussion", "about the author", "about the authors", "post navigation", "join the conversation",
	"support our journalism", "newsletter", "subscribe", "tags", "topics", "authors"}

func isSection(s string) bool {
	s = strings.TrimRight(plain(s), ":.… ")
	for _, h := range sections {
		if s == h || h == "more from" && strings.HasPrefix(s, "more from ") || h == "related" && strings.HasPrefix(s, "related ") {
			return true
		}
	}
	return false
}

// isBiography reports a paragraph about one of the story's authors.
func isBiography(b *block, authors []string) bool {
	if b.words > 140 || b.flags&inHeading != 0 && b.words > 5 {
		return false
	}
	s := strings.TrimLeft(b.text, "•∎—–- *")
	for _, a := range authors {
		first, _, _ := strings.Cut(a, " ")
		if !strings.HasPrefix(s, a) && !(len(first) > 2 && strings.HasPrefix(s, first+" ")) {
			continue
		}
		rest := " " + strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, a), first)) + " "
		if len(strings.TrimSpace(rest)) < 2 {
			return true
		}
		for _, v := range append(biographies, " has ", " covered ", " reported ", ", ", " may be reached ", " can be ", " reports ", " worked ", " wrote ") {
			if i := strings.Index(rest, v); i >= 0 && i < 30 {
				return true
			}
		}
	}
	return false
}

// biographies are what an author is said to be, as a paragraph at the end of a story.
var biographies = []string{" is a ", " is an ", " is the ", " writes about ", " covers ", " was a ", " has been a ", " reports on ", " is senior ", " is deputy ", " joined "}

// trades follow in such a paragraph.
var trades = []string{"reporter", "correspondent", "editor", "writer", "columnist", "journalist", "analyst", "producer", "contributor", "author", "fellow", "professor", "critic",
	"freelance", "photographer", "director", "founder", "covers", "host", "blogger", "staff", "intern"}

// biography reports a paragraph that tells who the author is.
func biography(b *block, s string) kind {
	if b.words > 110 || !ends(b.text) {
		return story
	}
	for _, v := range biographies {
		i := strings.Index(s, v)
		if i < 4 || i > 60 {
			continue
		}
		if dateline.Names(b.text[:nameEnd(b.text, i)]) == nil {
			continue
		}
		after := s[i:min(len(s), i+160)]
		for _, t := range trades {
			if strings.Contains(after, t) {
				return bio
			}
		}
	}
	return story
}

// nameEnd is i, moved to the start of a rune of s: plain may have changed lengths.
func nameEnd(s string, i int) int {
	for i = min(i, len(s)); i > 0 && i < len(s) && !utf8.RuneStart(s[i]); {
		i--
	}
	return i
}
