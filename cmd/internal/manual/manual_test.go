package manual

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

func tree() *cobra.Command {
	root := &cobra.Command{Use: "tool", Short: "Does it", Long: "Does it.\n\n.hidden line\n'quoted' \\back"}
	run := &cobra.Command{Use: "run FILE…", Short: "Runs", Long: "Runs.", Example: "  tool run x", Run: func(*cobra.Command, []string) {}}
	run.Flags().StringP("out", "o", "here", "where it goes, a `DIR`")
	run.Flags().Bool("dry", false, "no writing")
	root.PersistentFlags().String("config", "", "configuration")
	secret := &cobra.Command{Use: "secret", Hidden: true, Run: func(*cobra.Command, []string) {}}
	root.AddCommand(run, secret, &cobra.Command{Use: "topic", Short: "About it", Long: "All about it."})
	return root
}

func TestPages(t *testing.T) {
	pages := map[string]string{}
	for _, p := range Pages(tree(), "v1") {
		pages[p.Name] = string(p.Text)
	}
	if len(pages) != 3 || pages["tool-topic.7"] == "" {
		t.Fatalf("%d pages", len(pages))
	}
	for _, want := range []string{`\&.hidden line`, `\(aqquoted\(aq \eback`, ".BR tool\\-run (1)", `.TH "TOOL" 1 "" "dateline v1"`} {
		if !strings.Contains(pages["tool.1"], want) {
			t.Errorf("no %s in\n%s", want, pages["tool.1"])
		}
	}
	for _, want := range []string{".B \\-o, \\-\\-out DIR\nwhere it goes, a DIR (default here)", ".SH GLOBAL OPTIONS\n.TP\n.B \\-\\-config string", ".SH EXAMPLES"} {
		if !strings.Contains(pages["tool-run.1"], want) {
			t.Errorf("no %s in\n%s", want, pages["tool-run.1"])
		}
	}
}

// The formatter has nothing to say about the pages, where there is one.
func TestFormatterAcceptsPages(t *testing.T) {
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("no groff")
	}
	dir := t.TempDir()
	if err := Write(dir, Pages(tree(), "v1")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"tool.1", "tool-run.1", "tool-topic.7"} {
		b, err := exec.Command(groff, "-man", "-Tutf8", "-ww", "-z", filepath.Join(dir, name)).CombinedOutput()
		if err != nil || len(b) > 0 {
			t.Errorf("%s: %v\n%s", name, err, b)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "secret.1")); err == nil {
		t.Error("a hidden command has a page")
	}
}
