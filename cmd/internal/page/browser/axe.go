package browser

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// axe-core (MPL-2.0, Deque Systems) is fetched by npm and kept in the user's cache; it is
// no part of the program.
const (
	axeVersion = "4.14.1"
	axeSHA256  = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c" // of axe.min.js
)

// loadAxe is the script, from the cache or from npm.
var loadAxe = sync.OnceValues(func() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	path := filepath.Join(cache, "dateline", "axe-core-"+axeVersion+".min.js")
	if b, err := os.ReadFile(path); err == nil && digest(b) == axeSHA256 {
		return string(b), nil
	}
	b, err := fetchAxe()
	if err != nil {
		return "", fmt.Errorf("axe-core %s from npm: %w", axeVersion, err)
	}
	if digest(b) != axeSHA256 {
		return "", fmt.Errorf("axe-core %s from npm has digest %s, want %s", axeVersion, digest(b), axeSHA256)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err == nil {
		os.WriteFile(path, b, 0o666) // or it is fetched again
	}
	return string(b), nil
})

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func fetchAxe() ([]byte, error) {
	dir, err := os.MkdirTemp("", "axe")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	cmd := exec.Command("npm", "pack", "--silent", "--pack-destination", dir, "axe-core@"+axeVersion)
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, out)
	}
	packed, err := os.ReadFile(filepath.Join(dir, "axe-core-"+axeVersion+".tgz"))
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	files := tar.NewReader(z)
	for {
		h, err := files.Next()
		if err != nil {
			return nil, errors.Join(errors.New("no axe.min.js in the package"), err)
		}
		if h.Name == "package/axe.min.js" {
			return io.ReadAll(files)
		}
	}
}

// violation is what axe tells of a broken rule.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct {
		HTML           string
		FailureSummary string
	}
}

// violations is what axe finds on the page. The script is evaluated by the debugger, which
// a page's policy does not bind.
func (p *Page) violations() []violation {
	p.t.Helper()
	script, err := loadAxe()
	if err != nil {
		p.t.Fatal(err)
	}
	p.Eval(script+"; 0", nil)
	var found []violation
	await := func(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }
	p.Run(chromedp.Evaluate(`axe.run({resultTypes: ['violations']}).then(r => r.violations.map(v => ({ID: v.id, Impact: v.impact, Help: v.help,
		Nodes: v.nodes.slice(0, 3).map(n => ({HTML: n.html.slice(0, 200), FailureSummary: n.failureSummary}))})))`, &found, await))
	return found
}

// axe fails the test for what axe calls serious or critical.
func (p *Page) axe(what string) {
	p.t.Helper()
	for _, v := range p.violations() {
		if v.Impact != "serious" && v.Impact != "critical" {
			p.t.Logf("%s: axe: %s (%s): %s", what, v.ID, v.Impact, v.Help)
			continue
		}
		for _, n := range v.Nodes {
			p.t.Errorf("%s: axe: %s (%s): %s\n%s\n%s", what, v.ID, v.Impact, v.Help, n.HTML, n.FailureSummary)
		}
	}
}
