package config

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"
)

type values struct {
	out, runID string
	workers    int
	rate       float64
	quiet      bool
	wait       time.Duration
	actors     []string
}

func table(v *values) *pflag.FlagSet {
	f := pflag.NewFlagSet("t", pflag.ContinueOnError)
	f.StringVar(&v.out, "out", "", "")
	f.StringVar(&v.runID, "run-id", "none", "")
	f.IntVar(&v.workers, "workers", 0, "")
	f.Float64Var(&v.rate, "max-reject-rate", 1, "")
	f.BoolVar(&v.quiet, "quiet", false, "")
	f.DurationVar(&v.wait, "wait", time.Second, "")
	f.StringSliceVar(&v.actors, "actors", nil, "")
	return f
}

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "c.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOrder(t *testing.T) {
	var v values
	f := table(&v)
	if err := f.Parse([]string{"--workers=2"}); err != nil {
		t.Fatal(err)
	}
	path := write(t, "# comment\nworkers: 4\nout: 2020-02-11\nmax_reject_rate: 0.25\nrun-id: file\nwait: 90s\nactors: [a.tsv, 'b, c.tsv']\n")
	r, err := Resolve(f, table(new(values)), path, Source{Environ: []string{
		"DATELINE_WORKERS=3", "DATELINE_RUN_ID=env", "DATELINE_QUIET=", "DATELINE_SERVICE_HOST=10.0.0.1", "DATELINE_PORT=tcp://10.0.0.1:80", "DATELINE_PORT_80_TCP_ADDR=10.0.0.1", "HOME=/"}})
	if err != nil {
		t.Fatal(err)
	}
	if v.workers != 2 || v.runID != "env" || v.out != "2020-02-11" || v.rate != 0.25 || v.quiet || v.wait != 90*time.Second || len(v.actors) != 2 || v.actors[1] != "b, c.tsv" {
		t.Errorf("%+v", v)
	}
	for name, want := range map[string]Origin{"workers": "flag", "run-id": "environment DATELINE_RUN_ID", "out": Origin(path + ":3"), "quiet": "default"} {
		if r.Origins[name] != want {
			t.Errorf("%s from %q, want %q", name, r.Origins[name], want)
		}
	}
}

// What Show prints is a file that gives the same values.
func TestShowIsAFile(t *testing.T) {
	var v, again values
	f := table(&v)
	if err := f.Parse([]string{"--out=a: b #c", "--run-id=0123", "--actors=x.tsv,true", "--wait=5m", "--max-reject-rate=1e-3"}); err != nil {
		t.Fatal(err)
	}
	r, err := Resolve(f, table(new(values)), "", Source{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := r.Show(&b, f, "/etc/x"); err != nil {
		t.Fatal(err)
	}
	if _, err := Resolve(table(&again), table(new(values)), write(t, b.String()), Source{}); err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	if again.out != v.out || again.runID != v.runID || again.rate != v.rate || again.wait != v.wait || strings.Join(again.actors, "|") != "x.tsv|true" {
		t.Errorf("%+v\nfrom %+v\nby\n%s", again, v, b.String())
	}
}

func TestDefaultFile(t *testing.T) {
	home := t.TempDir()
	var v values
	if _, err := Resolve(table(&v), table(new(values)), "", Source{Home: home}); err != nil || v.workers != 0 {
		t.Fatal(err, v)
	}
	if err := os.MkdirAll(filepath.Join(home, "dateline"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(DefaultFile(home), []byte("workers: 7"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r, err := Resolve(table(&v), table(new(values)), "", Source{Home: home}); err != nil || v.workers != 7 || r.File != DefaultFile(home) {
		t.Fatal(err, v)
	}
}

// A flag that the command does not have is known all the same, and not looked at.
func TestSettingsOfOtherCommands(t *testing.T) {
	var v values
	f := pflag.NewFlagSet("inspect", pflag.ContinueOnError)
	f.StringVar(&v.out, "out", "", "")
	if _, err := Resolve(f, table(new(values)), write(t, "workers: 4\nout: x\n"), Source{}); err != nil || v.out != "x" {
		t.Fatal(err, v)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ file, env, want, hint string }{
		{"\n\nwokers: 1\n", "", `c.yaml:3: unknown setting "wokers"`, "did you mean workers?"},
		{"colour: red\n", "", `c.yaml:1: unknown setting "colour"`, "config show"},
		{"workers: many\n", "", `c.yaml:1: workers: "many": want a whole number`, ""},
		{"workers: [1, 2]\n", "", `c.yaml:1: workers: a list: want a whole number`, ""},
		{"workers:\n", "", `c.yaml:1: workers: has no value`, ""},
		{"out: {a: b}\n", "", `want a plain value, or a list of them`, ""},
		{"quiet: yes\n", "", `"yes": want true or false`, ""},
		{"out: a\nout: b\n", "", `c.yaml:2: out stands in line 1 already`, "take one"},
		{"max-reject-rate: 1\nmax_reject_rate: 1\n", "", `stands in line 1 already`, "take one"},
		{"- out\n", "", `c.yaml:1: want 'name: value' lines`, ""},
		{"out: [a\n", "", `c.yaml: line 1`, "YAML"},
		{"config: x\n", "", `unknown setting "config"`, ""},
		{"help: true\n", "", `unknown setting "help"`, ""},
		{"", "DATELINE_WORKRS=1", `environment: unknown setting "DATELINE_WORKRS"`, "did you mean DATELINE_WORKERS?"},
		{"", "DATELINE_WORKERS=x", `DATELINE_WORKERS: "x": want a whole number`, ""},
		{"", "DATELINE_CONFIG=/nowhere/c.yaml", `/nowhere/c.yaml: cannot read`, "--config"},
	} {
		path := ""
		if c.file != "" {
			path = write(t, c.file)
		}
		_, err := Resolve(table(new(values)), table(new(values)), path, Source{Environ: []string{c.env}})
		e, ok := err.(*Error)
		if !ok || !strings.Contains(e.Error(), c.want) || !strings.Contains(e.Hint(), c.hint) {
			t.Errorf("%q %q: %v (hint %v), want %q", c.file, c.env, err, e, c.want)
		}
	}
}

func FuzzFile(f *testing.F) {
	f.Add("workers: 4\nout: &a x\nrun-id: *a\n")
	f.Add("? [a]\n: b\n")
	f.Add("<<: {out: x}\n")
	f.Add("a: &a [*a]\n")
	f.Fuzz(func(t *testing.T, text string) {
		v, err := parse("f", []byte(text), []string{"out", "workers", "run-id"})
		for _, x := range v {
			if err == nil && (x.line < 1 || x.list != (x.items != nil) && x.list && len(x.items) > 0) {
				t.Errorf("%q: %+v", text, x)
			}
		}
	})
}
