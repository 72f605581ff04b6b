package html

import "strings"

// system is a publishing system: the class names and ids, lower case, that it gives to the
// story and to what it puts into it. Most of the world's news sites run on one of these.
type system struct {
	name string
	body string // classes of the element that holds the paragraphs
	drop string // classes of what stands among them and is none of the story
}

// systems hold for any host. They mark elements, the scorers decide: where a site uses a
// name for something else, its words do not carry the vote.
var systems = []system{
	{"common names", "article-body article__body articlebody story-body story__body article-content article__content article-text story-content story-text body-copy body-content content-body single-content article_body", ""},
	{"schema.org and AMP", "articlebody amp-article-body", "amp-ad amp-sticky-ad"},
	{"WordPress", "entry-content post-content entry__content post__content post-body wp-block-post-content td-post-content elementor-widget-theme-post-content", "wp-block-embed wp-block-latest-posts wp-block-query sharedaddy jp-relatedposts yarpp-related wp-caption-text code-block wp-block-social-links"},
	{"WordPress, Newspack", "", "newspack-popup newspack_global_ad wpnbha author-bio"},
	{"Drupal", "field-name-body field--name-body field--name-field-body field-name-field-body node__body", "field--name-field-tags field--name-field-related field-name-field-tags"},
	{"Brightspot (AP, NPR stations, Los Angeles Times)", "richtextarticlebody richtextstorybody articlepage-articlebody rich-text-article-body articlepage-body", "pagelistenhancementgeneric htmlmoduleenhancement freestarad promo-title newsletter-form googledfpad"},
	{"Arc XP (Washington Post, Reuters, Tribune)", "b-article-body c-article-body arc-article-body article-body-wrapper article-body-container body-paragraph", "interstitial-link b-article-related c-stack--arc-ad arcad-feature"},
	{"Ghost", "gh-content kg-canvas gh-article-content post-full-content", "kg-bookmark-card kg-signup-card kg-cta-card gh-signup gh-subscribe"},
	{"Gannett", "gnt_ar_b", "gnt_em gnt_em_fo gnt_ar_b_ad gnt_em_pa gnt_em_vp presto-related"},
	{"McClatchy", "story-body mcclatchy-article-body", "recommended-video zone-el story-related read-more-pocket"},
	{"Lee Enterprises, TownNews BLOX", "asset-content subscriber-only subscriber-preview", "tnt-related-assets tncms-inline inline-asset asset-recommend subscriber-offers tnt-inline-relcontent adlabelwrappermanual"},
	{"Vox Media, Chorus", "c-entry-content duet--article--article-body-component", "c-newsletter-signup c-read-more m-newsletter"},
	{"Future plc", "article__body", "newsletter-inline van_taboola jump-to slice-container-newsletterform"},
	{"Condé Nast", "body__inner-container bodywrapper article__body", "newslettersubscribeformwrapper consumer-marketing-unit product-embed"},
	{"Hearst", "article-body-content standard-body-feed listicle-body", "embed-container article-related"},
	{"Dotdash Meredith", "mntl-sc-page article-content-container", "mntl-sc-block-featuredlink mntl-sc-block-adslot mntl-newsletter"},
	{"Nexstar, Gray, Sinclair, Tegna", "article-content--body-text story__content", "article-list__article-link suggested-stories raw-html-component"},
	{"Reach, News UK, DMG Media", "article__content ent-body storytext mol-article-body", "mol-factbox read-more-links teads-inread mol-ads-below-article"},
	{"Guardian", "content__article-body article-body-commercial-selector", "submeta element-rich-link ad-slot contributions-epic"},
	{"Labrador, Escenic, Naviga, CUE", "bodytext articletext article-entry", "factbox relatedarticles"},
	{"Substack, Medium, beehiiv", "available-content body-markup postarticle-content", "subscription-widget captioned-button-wrap"},
}

// withSystems adds the systems' names to what other names say.
func withSystems(to map[string]flag) map[string]flag {
	for _, s := range systems {
		for name := range strings.FieldsSeq(s.body) {
			to[name] |= inBody
		}
		for name := range strings.FieldsSeq(s.drop) {
			to[name] |= inRelated
		}
	}
	return to
}
