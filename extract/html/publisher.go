package html

import (
	"strings"
	"sync"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// publisher is where a widely read publisher keeps its stories: the elements that hold the
// paragraphs, and elements within them that are none of the story.
type publisher struct {
	hosts string // host names without "www.", apart by spaces
	body  string // CSS selector
	drop  string // CSS selector; may be empty
}

// publishers are tried by host before the scorers. A template that finds too little is
// ignored, so a new layout costs quality and never the story.
var publishers = []publisher{
	{"apnews.com", ".RichTextStoryBody, .Article .RichTextBody", ".PageListEnhancementGeneric, .HTMLModuleEnhancement, .FreestarAd"},
	{"reuters.com", `[data-testid^="paragraph-"], [class*="article-body__content"] p`, `[data-testid="promo-box"]`},
	{"france24.com rfi.fr mc-doualiya.com", ".t-content__body", ".m-em-quote, .o-self-promo"},
	{"bbc.com bbc.co.uk", `[data-component="text-block"], [data-component="subheadline-block"], [data-component="unordered-list-block"]`, ""},
	{"cnn.com edition.cnn.com", ".article__content > .paragraph, .article__content > .subheader, .zn-body__paragraph", ".related-content"},
	{"theguardian.com", `#maincontent p, #maincontent h2, #maincontent li, .content__article-body p`, "aside, figure, gu-island"},
	{"nytimes.com", `section[name="articleBody"] p, section[name="articleBody"] h2`, ""},
	{"washingtonpost.com", `[data-qa="article-body"] p, [data-qa="article-body"] h3, .article-body p`, `[data-qa="interstitial-link"], [data-qa="subscribe-promo"]`},
	{"aljazeera.com", ".wysiwyg--all-content", ".more-on, .article-newsletter, .container--ads"},
	{"dw.com", ".rich-text", ".vjs-wrapper, .embed"},
	{"npr.org", "#storytext", ".bucketwrap, .credit-caption"},
	{"voanews.com voaafrique.com", ".wsw", ".wsw__embed, .media-pholder"},
	{"scmp.com", `[data-qa="ContentBody"], [class*="ArticleBody"]`, ""},
	{"taipeitimes.com", ".archives", ".imgboxa, .archives_keywords"},
	{"barrons.com", ".article__body, .articleBody", ".media-object"},
	{"news.un.org", ".paragraph--type--one-column-text", ""},
	{"spiegel.de", `[data-area="body"] p, [data-article-el="body"] p`, ""},
	{"lemonde.fr", ".article__paragraph, .article__sub-title", ""},
	{"elpais.com", ".a_c", ".a_m"},
	{"themoscowtimes.com", ".article__content .article__block--html", ""},
	{"kyivindependent.com", ".c-content", ".c-promo"},
	{"haaretz.com timesofisrael.com", ".the-content, [class*=\"article-body\"]", ""},
	{"arabnews.com", ".entry-content, .field-name-body", ".related-articles"},
	{"dailysabah.com", ".article_body", ".related"},
	{"straitstimes.com", ".paragraph-base, .clearfix.text-formatted", ""},
	{"channelnewsasia.com", ".text-long", ""},
	{"rferl.org azattyq.org svoboda.org currenttime.tv", ".wsw", ".wsw__embed, .media-pholder, .also-read"},
	{"abcnews.go.com", `[data-testid="prism-article-body"]`, `[data-testid="prism-inline-related"], .RelatedLinks`},
	{"cbsnews.com", ".content__body", ".component--type-recirculation, .embed"},
	{"nbcnews.com", ".article-body__content", ".recommended-intersection-ref, .inline-video"},
	{"news.sky.com", ".sdc-article-body", ".sdc-article-strapline, .sdc-article-related-stories"},
	{"politico.com politico.eu", ".story-text, .article__content", ".story-related, .newsletter-signup"},
	{"thehindu.com", ".articlebodycontent", ".related-topics, .also-read"},
	{"dawn.com", ".story__content", ".read-more-block"},
	{"tass.com tass.ru", ".text-block", ""},
	{"aa.com.tr", ".detay-icerik", ".detay-yazar"},
	{"xinhuanet.com news.cn", "#detail, #detailContent, .main-article", ".pageVideo"},
	{"jpost.com", ".article-inner-content", ".related-articles"},
	{"euronews.com", ".c-article-content", ".widget--type-related"},
	{"ansa.it", ".news-txt, .post-single-text", ""},
	{"yna.co.kr", ".story-news", ".related-zone"},
	{"yahoo.com", ".caas-body", ".caas-readmore, .twitter-tweet-wrapper"},
}

// compiled is a template ready for use.
type compiled struct{ body, drop goquery.Matcher }

// templates are the publishers' by host.
var templates = sync.OnceValue(func() map[string]compiled {
	out := map[string]compiled{}
	for _, p := range publishers {
		c := compiled{body: cascadia.MustCompile(p.body)}
		if p.drop != "" {
			c.drop = cascadia.MustCompile(p.drop)
		}
		for h := range strings.FieldsSeq(p.hosts) {
			out[h] = c
		}
	}
	return out
})

// host is the host name of a URL without its first label when that is "www".
func host(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#:"); i >= 0 {
		rest = rest[:i]
	}
	return strings.TrimPrefix(strings.ToLower(rest), "www.")
}

// templated lists the blocks that the publisher's template takes; nil without a template.
func (p *page) templated(doc *goquery.Document, url string) (keep []int) {
	h := host(url)
	t, ok := templates()[h]
	for !ok && strings.Count(h, ".") > 1 { // news.example.com
		_, h, _ = strings.Cut(h, ".")
		t, ok = templates()[h]
	}
	if !ok {
		return nil
	}
	in := map[*html.Node]bool{}
	for _, n := range doc.FindMatcher(t.body).Nodes {
		in[n] = true
	}
	if t.drop != nil && len(in) > 0 {
		for _, n := range doc.FindMatcher(t.drop).Nodes {
			in[n] = false
		}
	}
	inside := make([]bool, len(p.elems))
	for i := range p.elems {
		e := &p.elems[i]
		if v, said := in[e.node]; said {
			inside[i] = v
		} else if e.parent >= 0 {
			inside[i] = inside[e.parent]
		}
	}
	for i := range p.blocks {
		if inside[p.blocks[i].elem] && p.keeps(i) {
			keep = append(keep, i)
		}
	}
	return keep
}
