package html

import (
	"bytes"
	"encoding/json"
	"html"
	"strings"
)

// linkedData is what a page's JSON-LD says of its article.
type linkedData struct {
	news      bool // its type is that of a news story
	live      bool // it is a live blog
	headline  string
	authors   []string
	published string
	modified  string
	body      string
	publisher string
	language  string
	url       string
	copyright string
	keywords  []string
	section   []string
}

// limits on what a page may make us look at.
const (
	maxLinkedData  = 4 << 20 // bytes of one script
	maxLinkedDepth = 12
)

// readLinkedData reads all JSON-LD scripts of a page; the first article wins, later ones
// fill what it left open.
func readLinkedData(scripts []string) (ld linkedData) {
	var nodes []map[string]any
	byID := map[string]map[string]any{}
	for _, s := range scripts {
		if v, ok := lenient(s); ok {
			collect(v, &nodes, byID, 0)
		}
	}
	for _, n := range nodes {
		if isArticle(n) {
			ld.fill(n, byID)
		}
	}
	return ld
}

// lenient decodes JSON as pages write it: with comments around it, raw control characters
// in strings, a closing semicolon.
func lenient(s string) (any, bool) {
	if len(s) > maxLinkedData {
		return nil, false
	}
	s = strings.TrimSpace(s)
	for _, p := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		s = strings.TrimSpace(strings.TrimPrefix(s, p))
	}
	for _, p := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, p))
	}
	b := bytes.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, []byte(s))
	var v any
	if err := json.NewDecoder(bytes.NewReader(b)).Decode(&v); err != nil {
		return nil, false
	}
	return v, true
}

// collect lists the objects of a document, outer ones first.
func collect(v any, nodes *[]map[string]any, byID map[string]map[string]any, depth int) {
	if depth > maxLinkedDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			collect(e, nodes, byID, depth+1)
		}
	case map[string]any:
		*nodes = append(*nodes, v)
		if id, _ := v["@id"].(string); id != "" && len(v) > 1 && byID[id] == nil {
			byID[id] = v
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "author", "creator", "publisher", "hasPart", "subjectOf", "blogPost"} {
			if inner, ok := v[key]; ok {
				collect(inner, nodes, byID, depth+1)
			}
		}
	}
}

// isArticle reports whether an object is an article by its type.
func isArticle(n map[string]any) bool {
	for _, t := range texts(n["@type"]) {
		t = t[strings.LastIndexAny(t, "/:")+1:]
		if strings.HasSuffix(t, "Article") || t == "BlogPosting" || t == "Report" || t == "LiveBlogPosting" || t == "SocialMediaPosting" || t == "Review" && n["datePublished"] != nil && n["headline"] != nil {
			return true
		}
	}
	return false
}

func (ld *linkedData) fill(n map[string]any, byID map[string]map[string]any) {
	for _, t := range texts(n["@type"]) {
		ld.live = ld.live || strings.HasSuffix(t, "LiveBlogPosting")
		ld.news = ld.news || strings.Contains(t, "News") || t == "Report"
	}
	set := func(to *string, v any) {
		if *to == "" {
			if s := texts(v); len(s) > 0 {
				*to = s[0]
			}
		}
	}
	set(&ld.headline, n["headline"])
	set(&ld.headline, n["name"])
	set(&ld.published, n["datePublished"])
	set(&ld.published, n["dateCreated"])
	set(&ld.modified, n["dateModified"])
	set(&ld.language, n["inLanguage"])
	set(&ld.url, n["url"])
	set(&ld.copyright, n["copyrightNotice"])
	if body := texts(n["articleBody"]); len(body) > 0 && len(body[0]) > len(ld.body) {
		ld.body = body[0]
	}
	if len(ld.authors) == 0 {
		ld.authors = names(n["author"], byID, 0)
	}
	if len(ld.authors) == 0 {
		ld.authors = names(n["creator"], byID, 0)
	}
	if p := names(n["publisher"], byID, 0); ld.publisher == "" && len(p) > 0 {
		ld.publisher = p[0]
	}
	if len(ld.keywords) == 0 {
		ld.keywords = texts(n["keywords"])
	}
	if len(ld.section) == 0 {
		ld.section = texts(n["articleSection"])
	}
}

// texts are the strings of a value or a list.
func texts(v any) (out []string) {
	switch v := v.(type) {
	case string:
		if s := strings.TrimSpace(html.UnescapeString(v)); s != "" {
			return []string{s}
		}
	case []any:
		for _, e := range v {
			out = append(out, texts(e)...)
		}
	case map[string]any:
		for _, key := range []string{"@value", "name", "alternateName"} {
			if s := texts(v[key]); len(s) > 0 {
				return s
			}
		}
	}
	return out
}

// names are those of persons or organisations, which may be given by reference.
func names(v any, byID map[string]map[string]any, depth int) (out []string) {
	if depth > 3 {
		return nil
	}
	switch v := v.(type) {
	case string:
		if ref := byID[v]; ref != nil {
			return names(ref, byID, depth+1)
		}
		return texts(v)
	case []any:
		for _, e := range v {
			out = append(out, names(e, byID, depth+1)...)
		}
	case map[string]any:
		if s := texts(v["name"]); len(s) > 0 {
			return s
		}
		if id, _ := v["@id"].(string); byID[id] != nil && depth < 3 {
			return names(byID[id], byID, depth+1)
		}
	}
	return out
}
