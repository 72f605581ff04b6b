// Package pagetest checks what must hold for every page: it loads nothing, runs nothing,
// and its parts refer to one another. In: HTML. Out: the tree, for further questions.
package pagetest

import (
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Page is a page's elements.
type Page struct{ Root *html.Node }

// Parse reads a page and fails the test where it is not self-contained, or refers to a
// part that it does not have.
func Parse(t testing.TB, source string) Page {
	t.Helper()
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	p := Page{root}
	ids := map[string]bool{}
	for n := range root.Descendants() {
		if id := Attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("id %q twice", id)
			}
			ids[id] = true
		}
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			checkElement(t, n, ids)
		}
	}
	p.checkPolicy(t)
	if strings.Contains(source, "ZgotmplZ") {
		t.Error("html/template refused a value")
	}
	return p
}

// checkElement wants no script, nothing fetched, and references that lead somewhere.
func checkElement(t testing.TB, n *html.Node, ids map[string]bool) {
	t.Helper()
	if slices.Contains([]string{"script", "link", "iframe", "object", "embed", "base", "form", "img", "audio", "video"}, n.Data) {
		t.Errorf("<%s> in the page", n.Data)
	}
	for _, a := range n.Attr {
		switch key := a.Key; {
		case key == "href":
			if !strings.HasPrefix(a.Val, "#") || !ids[a.Val[1:]] {
				t.Errorf("<%s href=%q> leads out of the page or nowhere", n.Data, a.Val)
			}
		case key == "aria-describedby" || key == "aria-labelledby":
			if !ids[a.Val] {
				t.Errorf("<%s %s=%q>: no such id", n.Data, key, a.Val)
			}
		case key == "src" || key == "srcset" || key == "style" || key == "data" || key == "action" || strings.HasPrefix(key, "on"):
			t.Errorf("<%s %s=%q>", n.Data, key, a.Val)
		}
	}
}

// checkPolicy wants a policy that forbids everything but the one style sheet.
func (p Page) checkPolicy(t testing.TB) {
	t.Helper()
	styles := p.All("style", "")
	if len(styles) != 1 {
		t.Fatalf("%d style sheets", len(styles))
	}
	css := Text(styles[0])
	if strings.Contains(css, "url(") || strings.Contains(css, "@import") {
		t.Error("the style sheet loads something")
	}
	sum := sha256.Sum256([]byte(css))
	for _, m := range p.All("meta", "") {
		if Attr(m, "http-equiv") != "Content-Security-Policy" {
			continue
		}
		policy := Attr(m, "content")
		if !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "script-src") {
			t.Errorf("policy %q", policy)
		}
		if !strings.Contains(policy, base64.StdEncoding.EncodeToString(sum[:])) {
			t.Error("the policy's digest is not the style sheet's: a browser would not use it")
		}
		return
	}
	t.Error("no policy")
}

// All lists the elements of a name ("" any) and a class ("" any), in order.
func (p Page) All(name, class string) []*html.Node {
	var out []*html.Node
	for n := range p.Root.Descendants() {
		if n.Type == html.ElementNode && (name == "" || n.Data == name) &&
			(class == "" || slices.Contains(strings.Fields(Attr(n, "class")), class)) {
			out = append(out, n)
		}
	}
	return out
}

// ByID is the element with an id, or nil.
func (p Page) ByID(id string) *html.Node {
	for n := range p.Root.Descendants() {
		if n.Type == html.ElementNode && Attr(n, "id") == id {
			return n
		}
	}
	return nil
}

// Attr is an attribute's value, "" without it.
func Attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// Text is all characters in an element.
func Text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
