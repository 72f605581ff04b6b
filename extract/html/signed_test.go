package html

import (
	"slices"
	"strings"
	"testing"

	"dateline/extract"
)

// Who wrote a page that has no metadata and no byline.
func TestUnsignedPages(t *testing.T) {
	own := "<p>I ran a server of my own for years, and it was a good time.</p><p>Then I sold it, because the noise was more than I could stand.</p><p>Now I miss it, so I have begun to build another one in the cellar.</p>"
	for name, tt := range map[string]struct{ head, body, want string }{
		"a link to the author's page":    {"", `<p><a href="https://example.org/author/ann/">Ann Lee</a></p>` + twoParagraphs, "Ann Lee"},
		"a link in another story's card": {"", twoParagraphs + `<div class="related"><a href="/author/ann/">Ann Lee</a></div>`, ""},
		"a portrait":                     {"", `<div><img src=a alt="Ann Lee"><div>Ann Lee</div><div>5 min read</div></div>` + twoParagraphs, "Ann Lee"},
		"links in a byline farther off":  {"", twoParagraphs + strings.Repeat("<p>Die Bahn.</p>", 20) + `<div class="article-byline">Text <a href="/authors/bo">Bo Kim</a>, who has covered trains, tunnels and the weather in the mountains for more than twenty years <a href="/authors/ann">Ann Lee</a>, editor, who knows all about the passes and the roads over them</div>`, "Bo Kim, Ann Lee"},
		"a box about the author":         {"", twoParagraphs + strings.Repeat("<p>Die Bahn.</p>", 20) + `<div class="author-box"><div>Ann Lee</div><p>Ann Lee is a reporter.</p></div>`, "Ann Lee"},
		"a picture of someone else":      {"", `<div><img src=a alt="Bo Kim"><div>Ann Lee</div></div>` + twoParagraphs, ""},
		"a list of authors":              {"", "<h6>Author(s)</h6><ul><li>Ann Lee</li><li>Bo Kim</li></ul>" + twoParagraphs, "Ann Lee, Bo Kim"},
		"a site of their own":            {`<meta property="og:site_name" content="Ann Lee's blog">`, own, "Ann Lee"},
		"its copyright":                  {"", own + "<footer>© 2019–2025 Ann Lee. All rights reserved.</footer>", "Ann Lee"},
		"a firm that says I":             {`<meta property="og:site_name" content="Example Labs">`, own, ""},
		"a name, but no I":               {`<meta property="og:site_name" content="Ann Lee">`, twoParagraphs, ""},
		"a login":                        {`<meta name="author" content="annlee77">`, twoParagraphs, "annlee77"},
		"a login that all have":          {`<meta name="author" content="q_admin">`, twoParagraphs, ""},
		"a paper":                        {`<meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Kim, Bo">`, twoParagraphs, "Ann Lee, Bo Kim"},
		"print against metadata":         {`<meta name="author" content="Cy Web">`, "<p>By: Ann Lee</p>" + twoParagraphs, "Ann Lee"},
	} {
		as, err := parse(&extract.Record{Data: []byte(page1(`<meta charset="utf-8">`+tt.head, tt.body))}, extract.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := strings.Join(as[0].Bylines, ", "); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

func TestCopyrightHolder(t *testing.T) {
	for in, want := range map[string]string{"© 2019–2025 Ann Lee. All rights reserved.": "Ann Lee", "Copyright © Ann Lee": "Ann Lee", "© Ann Lee 2024": "Ann Lee 2024", "©": ""} {
		if got := copyrightHolder(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	if !slices.Equal(turned([]string{"Lee, Ann", "Lee, A., Jr.", "Ann Lee"}), []string{"Ann Lee", "Lee, A., Jr.", "Ann Lee"}) {
		t.Error("names are turned wrongly")
	}
}
