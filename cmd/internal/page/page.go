package page

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"strings"
	"sync"
)

//go:embed page.html
var shared string

//go:embed page.css
var css string

//go:embed world.txt
var world string

// Policy is the content security policy of every page: no script, nothing fetched, and no
// style but the page's own, known by its digest.
var Policy = sync.OnceValue(func() string {
	sum := sha256.Sum256([]byte(css))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
})

// Head is what the shared template "head" wants: it opens the page up to <main>. The
// template "foot" closes it.
type Head struct {
	Title string
	Forms bool // the page has forms, which lead to where it came from
}

// Policy is the page's content security policy.
func (h Head) Policy() string {
	if h.Forms {
		return strings.Replace(Policy(), "form-action 'none'", "form-action 'self'", 1)
	}
	return Policy()
}

// CSS is the style sheet, byte for byte what Policy's digest is of.
func (Head) CSS() template.CSS { return template.CSS(css) }

// Land and Borders are the outline's two paths.
func (Head) Land() string    { return outline(0) }
func (Head) Borders() string { return outline(1) }

func outline(line int) string {
	lines := strings.Split(world, "\n")
	return lines[line]
}

// Parse reads a page's templates, which may use the shared ones: "head", "foot", "map".
// It panics on a template that does not parse: templates are embedded.
func Parse(text string, funcs template.FuncMap) *template.Template {
	t := template.Must(template.New("page").Funcs(funcs).Parse(shared))
	return template.Must(t.Parse(text))
}
