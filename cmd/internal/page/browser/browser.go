// Package browser looks at pages in headless Chromium, as tests of `make test-all` do. In:
// an address. Out: failures for what a reader would stumble over.
//
//	browser.go  a browser, pages, what they asked the network for and complained of
//	checks.go   narrow windows, accessibility, screenshots
//	axe.go      axe-core, fetched from npm at a pinned version
package browser

import (
	"context"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"dateline/cmd/internal/page/pagetest"
)

// Required is the variable of the environment with which the tests run, and fail where
// Chromium or npm is missing.
const Required = "BROWSER_TESTS"

// Browser is one headless Chromium.
type Browser struct{ ctx context.Context }

// Start starts a browser for the length of a test, which is skipped unless browser tests
// are asked for.
func Start(t *testing.T) *Browser {
	t.Helper()
	if os.Getenv(Required) == "" {
		t.Skip("set " + Required + "=1, as make test-all does")
	}
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal(err)
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.UserDataDir(pagetest.Profile(t)), chromedp.WSURLReadTimeout(time.Minute))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(cancel)
	return &Browser{ctx}
}

// Page is an open page.
type Page struct {
	t    *testing.T
	ctx  context.Context
	home string // addresses that begin so may be asked for

	mu         sync.Mutex
	complaints []string
}

// Open opens an address and notes from then on what the page asks for and complains of.
// Nothing but addresses that begin with home may be asked for.
func (b *Browser) Open(t *testing.T, address, home string) *Page {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	t.Cleanup(cancel)
	p := &Page{t: t, ctx: ctx, home: home}
	chromedp.ListenTarget(ctx, p.listen)
	if err := chromedp.Run(ctx, network.Enable(), cdplog.Enable(), runtime.Enable(), emulation.SetFocusEmulationEnabled(true), chromedp.Navigate(address)); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return p
}

func (p *Page) listen(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, p.home) && !strings.HasPrefix(u, "data:") {
			p.complain("asks the network for " + u)
		}
	case *cdplog.EventEntryAdded:
		// The browser asks for an icon by itself; the server has none, and need not.
		if e.Entry.Level == cdplog.LevelError && !strings.HasSuffix(e.Entry.URL, "/favicon.ico") {
			p.complain("error: " + e.Entry.Text + " " + e.Entry.URL)
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
			p.complain("console: " + string(e.Type))
		}
	case *runtime.EventExceptionThrown:
		p.complain("exception: " + e.ExceptionDetails.Text)
	}
}

func (p *Page) complain(s string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.complaints = append(p.complaints, s)
}

// Run does actions on the page.
func (p *Page) Run(actions ...chromedp.Action) {
	p.t.Helper()
	if err := chromedp.Run(p.ctx, actions...); err != nil {
		p.t.Fatal(err)
	}
}

// Eval evaluates JavaScript in the page; to takes its value.
func (p *Page) Eval(js string, to any) {
	p.t.Helper()
	if err := chromedp.Run(p.ctx, chromedp.Evaluate(js, to)); err != nil {
		p.t.Fatalf("%v in %.200s", err, js)
	}
}

// Quiet fails the test where the page has complained or asked for what is not its own.
func (p *Page) Quiet() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.complaints {
		p.t.Error(c)
	}
	p.complaints = nil
}
