package browser

import (
	"os"
	"path/filepath"
	"testing"
)

const bad = `<!DOCTYPE html><html><title>x</title><body style="background:#fff">
<p style="color:#ddd">pale</p><input><div style="width:900px">wide</div><img src="http://127.0.0.1:1/x.png"><script>console.error("no")</script></body></html>`

// What the tests look for is found where it is.
func TestFaultsAreFound(t *testing.T) {
	b := Start(t)
	path := filepath.Join(t.TempDir(), "bad.html")
	if err := os.WriteFile(path, []byte(bad), 0o600); err != nil {
		t.Fatal(err)
	}
	p := b.Open(t, "file://"+path, "file://"+path)
	found := map[string]bool{}
	for _, v := range p.violations() {
		found[v.ID] = v.Impact == "serious" || v.Impact == "critical"
	}
	for _, id := range []string{"color-contrast", "label", "image-alt", "html-has-lang"} {
		if !found[id] {
			t.Errorf("axe does not find %s: %v", id, found)
		}
	}
	p.Run(narrow)
	var wide []string
	if p.Eval(tooWide, &wide); len(wide) == 0 {
		t.Error("900 px fit into 360")
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.complaints) < 2 {
		t.Errorf("complaints %q: want one of the network and one of the console", p.complaints)
	}
}
