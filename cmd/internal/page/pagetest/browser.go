package pagetest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// harness loads the page 360 px wide, moves the focus over its marks, and says whether
// anything is wider than the window and how many marks showed what they were read as.
const harness = `<pre id="out"></pre><iframe src="page.html" style="width:360px;height:900px;border:0"></iframe><script>
onload = () => {
  const w = frames[0], d = w.document, e = d.documentElement;
  d.querySelectorAll('details').forEach(x => x.open = true);
  let wide = e.scrollWidth > e.clientWidth ? 1 : 0, marks = 0, tips = 0;
  for (const m of d.querySelectorAll('mark[tabindex]')) {
    m.focus(); marks++;
    if (w.getComputedStyle(m, '::after').content.includes(m.dataset.tip)) tips++;
    if (e.scrollWidth > e.clientWidth) wide++;
  }
  const styled = w.getComputedStyle(d.querySelector('main')).maxWidth != 'none';
  out.textContent = 'styled ' + styled + ', wide ' + wide + ', silent ' + (marks - tips);
}
</script>`

// Narrow opens a page in headless Chromium and fails the test where the browser refuses
// the style sheet, where a window of 360 px has to be scrolled sideways, or where a
// focused mark does not show what it was read as. Without Chromium the test is skipped.
func Narrow(t *testing.T, source string) {
	t.Helper()
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium")
	}
	dir := t.TempDir()
	for name, text := range map[string]string{"page.html": source, "harness.html": harness} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
		"--user-data-dir="+Profile(t), "--virtual-time-budget=10000", "--dump-dom", "file://"+filepath.Join(dir, "harness.html"))
	dom, err := cmd.Output()
	if err != nil {
		t.Fatalf("chromium: %v", err)
	}
	_, rest, _ := strings.Cut(string(dom), `<pre id="out">`)
	got, _, _ := strings.Cut(rest, "</pre>")
	if want := "styled true, wide 0, silent 0"; got != want {
		t.Errorf("in a window of 360 px: %q, want %q", got, want)
	}
}
