package main

import (
	"os/exec"
	"strings"
	"testing"
)

// layers in the order of the data: a package may import its own layer and earlier ones.
// fixtures holds figures alone.
var layers = []string{"dateline/fixtures", "dateline/extract", "dateline/transform", "dateline/load", "dateline/cmd"}

func layerOf(pkg string) int {
	for i, l := range layers {
		if pkg == l || strings.HasPrefix(pkg, l+"/") {
			return i
		}
	}
	return -1
}

// TestImportsFollowTheData fails when an import points back: extract ↛ transform ↛ load
// ↛ cmd. Generators, trainers and tests count too.
func TestImportsFollowTheData(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{$p := .ImportPath}}{{range .Imports}}{{$p}} {{.}}{{"\n"}}{{end}}{{range .TestImports}}{{$p}} {{.}}{{"\n"}}{{end}}`, "dateline/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, line := range strings.Split(string(out), "\n") {
		from, to, _ := strings.Cut(line, " ")
		a, b := layerOf(from), layerOf(to)
		if a < 0 || b < 0 {
			if strings.HasPrefix(to, "dateline/") {
				t.Errorf("%s imports %s, which is in no layer", from, to)
			}
			continue
		}
		seen++
		if b > a {
			t.Errorf("%s imports %s: the arrow points back", from, to)
		}
	}
	if seen < 20 {
		t.Fatalf("only %d imports seen: the listing is broken", seen)
	}
}
