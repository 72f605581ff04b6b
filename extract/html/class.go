package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// flag is what is known about an element and holds for all within it.
type flag uint32

const (
	inNav      flag = 1 << iota // navigation, menus, breadcrumbs
	inAside                     // sidebars, pull quotes, boxes beside the story
	inFooter                    // page or article footer
	inHeader                    // page header
	inForm                      // forms, sign-ups, buttons
	inFigure                    // figures and media
	inCaption                   // captions and credits
	inRelated                   // links to other stories
	inComment                   // readers' comments
	inAd                        // advertising, sponsors
	inShare                     // sharing, tools, ratings
	inPromo                     // newsletter, subscription, paywall
	inByline                    // author, date, "bio"
	inHidden                    // not shown
	inBody                      // an element that says it is the story's body
	inArticle                   // within <article> or <main>
	inQuote                     // blockquote
	inList                      // ul, ol
	inTable                     // table
	inSocial                    // embedded tweets and the like
	inHeading                   // h1 … h6
	inPre                       // preformatted
	inTags                      // topics, tags, categories
	inNumbered                  // ol
	inDeck                      // standfirst, subtitle
	inTeaser                    // a teaser, of this story or another
)

// furniture is what keeps a block out of a story unless a template says otherwise.
const furniture = inNav | inFooter | inForm | inCaption | inRelated | inComment | inAd | inShare | inPromo | inHidden | inTags | inSocial | inTeaser

// others is what stands around other stories.
const others = inRelated | inTeaser

// tokens of class names, ids, roles and data attributes, and what they say. A token is a
// part between "-", "_", space and a change from small to capital letter.
var tokens = map[string]flag{
	"nav": inNav, "navbar": inNav, "navigation": inNav, "menu": inNav, "breadcrumb": inNav, "breadcrumbs": inNav, "topbar": inNav, "toc": inNav,
	"pagination": inNav, "pager": inNav, "skip": inNav, "sitemap": inNav, "subnav": inNav, "masthead": inNav, "megamenu": inNav,
	"sidebar": inAside, "aside": inAside, "rail": inAside, "pullquote": inAside, "factbox": inAside, "infobox": inAside,
	"footer": inFooter, "colophon": inFooter, "copyright": inFooter, "disclaimer": inFooter, "footnote": 0,
	"form": inForm, "modal": inForm, "popup": inForm, "overlay": inForm, "dialog": inForm, "login": inForm, "signin": inForm, "cookie": inForm,
	"cookies": inForm, "consent": inForm, "gdpr": inForm, "captcha": inForm, "error": inForm, "errors": inForm, "survey": inForm, "poll": inForm,
	"caption": inCaption, "captions": inCaption, "figcaption": inCaption, "credit": inCaption, "credits": inCaption, "photocredit": inCaption,
	"imagecaption": inCaption, "cutline": inCaption,
	"related": inRelated, "recommended": inRelated, "recommendation": inRelated, "recommendations": inRelated, "recirc": inRelated,
	"recirculation": inRelated, "trending": inRelated, "popular": inRelated, "readmore": inRelated, "outbrain": inRelated, "taboola": inRelated,
	"teaser": inTeaser, "teasers": inRelated, "latest": inRelated, "morefrom": inRelated, "upnext": inRelated, "suggested": inRelated,
	"mostread": inRelated, "testimonial": inRelated, "testimonials": inRelated, "jp": 0, "yarpp": inRelated, "zergnet": inRelated, "promo": inRelated, "promos": inRelated,
	"comment": inComment, "comments": inComment, "disqus": inComment, "respond": inComment, "discussion": inComment, "livefyre": inComment,
	"commentlist": inComment, "coral": inComment,
	"ad": inAd, "ads": inAd, "advert": inAd, "advertisement": inAd, "advertising": inAd, "sponsor": inAd, "sponsored": inAd, "adslot": inAd,
	"dfp": inAd, "adunit": inAd, "banner": inAd, "affiliate": 0, "partner": 0, "leaderboard": inAd,
	"share": inShare, "sharing": inShare, "sharebar": inShare, "sharedaddy": inShare, "addthis": inShare, "toolbar": inShare, "tools": inShare,
	"social": inShare, "follow": inShare, "print": 0, "rating": inShare, "ratings": inShare, "bookmark": inShare, "addtoany": inShare,
	"newsletter": inPromo, "newsletters": inPromo, "subscribe": inPromo, "subscription": inPromo, "signup": inPromo, "paywall": 0, "donate": inPromo,
	"donation": inPromo, "cta": inPromo, "optin": inPromo, "mailchimp": inPromo, "mailing": inPromo, "membership": inPromo,
	"byline": inByline, "author": inByline, "authors": inByline, "bio": inByline, "dateline": 0, "timestamp": inByline, "pubdate": inByline,
	"contributor": inByline, "contributors": inByline, "authorbox": inByline,
	"articlebody": inBody, "storybody": inBody, "storytext": inBody, "articletext": inBody,
	"dek": inDeck, "subdeck": inDeck, "subtitulo": inDeck, "chapo": inDeck, "vorspann": inDeck, "deck": inDeck, "standfirst": inDeck, "subtitle": inDeck, "subhead": inDeck, "subheadline": inDeck, "subheading": inDeck,
	"strapline": inDeck, "tagline": inDeck, "subhed": inDeck, "summary": inDeck, "excerpt": inDeck, "lede": inDeck, "intro": inDeck, "description": inDeck,
	"tags": inTags, "taglist": inTags, "topics": inTags, "hashtags": inTags,
	"gallery": inFigure, "slideshow": inFigure, "carousel": inRelated, "video": 0, "player": inFigure, "lightbox": inForm,
}

// wholes are class names and ids that speak as a whole; those of publishing systems join
// them.
var wholes = withSystems(map[string]flag{
	"twitter-tweet": inSocial, "instagram-media": inSocial, "tiktok-embed": inSocial, "bluesky-embed": inSocial, "reddit-embed-bq": inSocial, "fb-post": inSocial,
	"twitter-video": inSocial, "mastodon-embed": inSocial, "text-post-media": inSocial,
	"read-more": inRelated, "see-also": inRelated, "up-next": inRelated, "most-read": inRelated, "more-from": inRelated, "you-may-like": inRelated,
	"jump-link": inNav, "hidden": inHidden, "is-hidden": inHidden, "visuallyhidden": inHidden, "invisible": inHidden, "offscreen": inHidden, "screen-reader-text": inHidden, "sr-only": inHidden, "visually-hidden": inHidden, "print-only": inHidden, "d-none": inHidden,
	"pull-quote": inAside, "sub-title": inDeck, "sub-headline": inDeck, "sub-heading": inDeck, "lead-in": inDeck, "sign-up": inPromo, "call-to-action": inPromo, "about-the-author": inByline, "author-bio": inByline,
})

// classes remembers what each class string of one page says.
type classes map[string]flag

// of is what an element's attributes say.
func (c classes) of(n *html.Node) flag {
	var f flag
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class", "id", "data-component", "data-testid", "data-qa", "data-module", "data-type":
			f |= c.value(a.Val)
		case "role":
			switch a.Val {
			case "navigation", "menu", "menubar", "search":
				f |= inNav
			case "complementary":
				f |= inAside
			case "contentinfo":
				f |= inFooter
			case "banner":
				f |= inHeader
			case "dialog", "alertdialog":
				f |= inForm
			}
		case "hidden":
			f |= inHidden
		case "aria-hidden":
			if a.Val == "true" {
				f |= inHidden
			}
		case "style":
			if s := strings.ReplaceAll(a.Val, " ", ""); strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				f |= inHidden
			}
		case "itemprop":
			switch a.Val {
			case "articleBody":
				f |= inBody
			case "author":
				f |= inByline
			case "caption":
				f |= inCaption
			case "description", "alternativeHeadline":
				f |= inDeck
			}
		}
	}
	return f
}

func (c classes) value(s string) flag {
	if len(s) > 400 || s == "" {
		return 0
	}
	if f, ok := c[s]; ok {
		return f
	}
	var f flag
	for w := range strings.FieldsSeq(s) {
		f |= word(w)
	}
	c[s] = f
	return f
}

// word is what one class name says. Layout prefixes speak of other elements:
// "has-sidebar", "with-ads", "no-comments".
func word(w string) flag {
	lower := small(w)
	for _, p := range []string{"has-", "with-", "no-", "without-", "is-", "not-", "col-", "hide-", "js-", "wp-", "post-type", "tag-", "category-", "page-", "type-"} {
		if strings.HasPrefix(lower, p) && p != "is-" && p != "js-" && p != "wp-" {
			return 0
		}
	}
	f := wholes[lower]
	start := 0
	for i := 0; i <= len(w); i++ {
		if i < len(w) && w[i] != '-' && w[i] != '_' && w[i] != ':' && w[i] != '.' && w[i] != '/' && !(i > start && upper(w[i]) && !upper(w[i-1])) {
			continue
		}
		if i > start && !(lower[start:i] == "form" && strings.HasSuffix(strings.TrimRight(lower[:start], "-_"), "long")) {
			f |= tokens[lower[start:i]]
		}
		start = i
		if i < len(w) && !upper(w[i]) {
			start++
		}
	}
	return f | tokens[lower]
}

// small lowers the letters A to Z: names of classes are ASCII, and every byte keeps its
// place.
func small(s string) string {
	b := []byte(s)
	for i, c := range b {
		if upper(c) {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

func upper(c byte) bool { return c >= 'A' && c <= 'Z' }

// ofTag is what the element's name says.
func ofTag(a atom.Atom) flag {
	switch a {
	case atom.Nav, atom.Menu:
		return inNav
	case atom.Aside:
		return inAside
	case atom.Footer:
		return inFooter
	case atom.Header:
		return inHeader
	case atom.Form, atom.Button, atom.Select, atom.Textarea, atom.Label, atom.Fieldset, atom.Dialog, atom.Option:
		return inForm
	case atom.Figure, atom.Picture:
		return inFigure
	case atom.Figcaption, atom.Caption:
		return inCaption
	case atom.Article, atom.Main:
		return inArticle
	case atom.Blockquote:
		return inQuote
	case atom.Ul:
		return inList
	case atom.Ol:
		return inList | inNumbered
	case atom.Table:
		return inTable
	case atom.Pre:
		return inPre
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return inHeading
	}
	return 0
}
