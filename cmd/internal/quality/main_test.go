package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const printed = `time.all.records 256
time.all.value_f1 0.8068
some chatter
html.all.wall_seconds 22.0
event.petr1.false_alarm 0.59
`

func TestParseFigures(t *testing.T) {
	got := map[string]float64{}
	if err := parseFigures(strings.NewReader(printed), got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || got["time.all.value_f1"] != 0.8068 {
		t.Errorf("%v", got)
	}
}

func TestCompare(t *testing.T) {
	want := map[string]float64{"a.f1": 0.8, "a.false_alarm": 0.3, "a.n_type": 10, "a.gone": 1, "b.f1": 0.5}
	got := map[string]float64{"a.f1": 0.7, "a.false_alarm": 0.2, "a.n_type": 5}
	var out strings.Builder
	if worse := compare(&out, want, got); worse != 2 {
		t.Errorf("%d got worse, want 2:\n%s", worse, out.String())
	}
	for _, line := range []string{"worse    a.f1 0.8 -> 0.7", "better   a.false_alarm 0.3 -> 0.2", "missing  a.gone (was 1)"} {
		if !strings.Contains(out.String(), line) {
			t.Errorf("%q is not in\n%s", line, out.String())
		}
	}
	if strings.Contains(out.String(), "b.f1") {
		t.Error("a task that was not measured is not compared")
	}
}

func TestFiguresComeBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quality.txt")
	want := map[string]float64{"a.f1": 0.8068, "a.records": 256}
	if err := writeFigures(path, want); err != nil {
		t.Fatal(err)
	}
	got, err := readFigures(path)
	if err != nil || len(got) != 2 || got["a.f1"] != want["a.f1"] {
		t.Errorf("%v %v", got, err)
	}
	b, _ := os.ReadFile(path)
	if string(b) != "a.f1 0.8068\na.records 256\n" {
		t.Errorf("%q", b)
	}
}

func TestMissingSetsAreNamed(t *testing.T) {
	err := run([]string{"-eval", filepath.Join(t.TempDir(), "nowhere")}, os.Stdout)
	if err == nil || !strings.Contains(err.Error(), "development sets are missing") {
		t.Errorf("got %v", err)
	}
}
