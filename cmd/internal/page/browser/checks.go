package browser

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Screenshots is the variable of the environment that names a directory for pictures of
// all pages.
const Screenshots = "SCREENSHOTS"

// windows are the widths and schemes that every page is looked at in.
var windows = []struct {
	width  int64
	scheme string
}{{1280, "light"}, {1280, "dark"}, {360, "light"}}

// Look looks at the page in all windows: it must not be wider than they are, and axe must
// find nothing serious. name is that of its pictures.
func (p *Page) Look(name string) {
	p.t.Helper()
	for _, w := range windows {
		what := fmt.Sprintf("%s-%d-%s", name, w.width, w.scheme)
		p.Run(emulation.SetDeviceMetricsOverride(w.width, 900, 1, false),
			emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: w.scheme}}))
		p.Eval(`document.querySelectorAll('details').forEach(d => d.open = true)`, nil)
		var wide []string
		p.Eval(tooWide, &wide)
		for _, e := range wide {
			p.t.Errorf("%s: wider than the window: %s", what, e)
		}
		p.axe(what)
		p.picture(what)
	}
	p.Run(emulation.SetDeviceMetricsOverride(1280, 900, 1, false))
	p.Quiet()
}

// narrow is the window of a small telephone.
var narrow = emulation.SetDeviceMetricsOverride(360, 900, 1, false)

// tooWide lists the elements that make the page wider than its window.
const tooWide = `(() => {
  const e = document.documentElement;
  if (e.scrollWidth <= e.clientWidth) return [];
  const out = [...document.querySelectorAll('body *')].filter(x => x.getBoundingClientRect().right > e.clientWidth + 1)
    .slice(0, 5).map(x => x.tagName + '.' + x.getAttribute('class') + ' ' + x.textContent.slice(0, 40));
  return out.length ? out : ['the page'];
})()`

func (p *Page) picture(name string) {
	p.t.Helper()
	dir := os.Getenv(Screenshots)
	if dir == "" {
		return
	}
	var png []byte
	p.Run(chromedp.CaptureScreenshot(&png))
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o666); err != nil {
		p.t.Fatal(err)
	}
}
