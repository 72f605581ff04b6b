package account

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline/cmd/internal/batch"
	"dateline/load"
)

var start = time.Date(2020, 2, 11, 1, 0, 0, 0, time.UTC)

// ran is the account of a run over three inputs, the last of which was not begun.
func ran(s Status, exit int, err error) *Run {
	r := Begin("r1", "v1", start)
	r.Out, r.Arguments = "/data/out", []string{"/data/in", "s3://bucket/day/a.warc.gz", "-"}
	r.Count(&batch.Result{
		Counts:        load.Counts{Inputs: 2, Records: 10, Read: 7, Rejected: 2, Skipped: 1, Articles: 8, Mentions: 40, Events: 9, Rejects: 2, InputBytes: 4000},
		Inputs:        []load.ManifestInput{{URI: "a", SHA256: "x", Records: 4}, {URI: "b", SHA256: "y", Records: 6}, {URI: "c"}},
		RejectsByCode: map[string]int64{"malformed": 1, "too \"large\"\n": 1}, RejectsByStage: map[string]int64{"parse": 1, "sniff": 1},
		Parsed: 10, Annotated: 9, Outside: 1, Elapsed: 2 * time.Second, Spent: []time.Duration{time.Second, 3 * time.Second, 0},
		Stages: batch.Stages{Read: time.Second, Transform: 3 * time.Second},
	})
	if s == Done {
		r.Wrote(&load.Manifest{RunID: "r0", Files: []load.ManifestFile{{Table: "events", Rows: 5, Bytes: 50}, {Table: "events", Rows: 4, Bytes: 40}}}, time.Second)
	}
	r.End(s, exit, err, start.Add(4*time.Second))
	return r
}

func TestAccount(t *testing.T) {
	r := ran(Done, 0, nil)
	if len(r.Inputs) != 2 || r.SlowestInputs[0].URI != "b" || r.Throughput.Articles != 4 || r.Seconds != 4 || r.RunID != "r0" || r.PeakMemoryBytes < 1<<20 {
		t.Errorf("%+v", r)
	}
	if s := r.Stages[1]; s.Name != "extract" || s.In != 10 || s.Out != 10 || s.Rejects != 1 {
		t.Errorf("%+v", s)
	}
	if e := r.Tables[2]; e.Name != "events" || e.Files != 2 || e.Rows != 9 || e.Bytes != 90 {
		t.Errorf("%+v", e)
	}
	line, err := r.Line()
	if err != nil || strings.Count(string(line), "\n") != 1 || strings.Contains(string(line), `"inputs":[`) || len(r.Inputs) != 2 {
		t.Errorf("%v %s", err, line)
	}
	whole, err := r.JSON()
	var back Run
	if err != nil || json.Unmarshal(whole, &back) != nil || len(back.Inputs) != 2 {
		t.Errorf("%v %s", err, whole)
	}
}

var sample = regexp.MustCompile(`^([a-z_]+)(\{([a-z]+="([^"\\\n]|\\["\\n])*",?)+\})? -?[0-9.e+]+$`)

// Every line is a comment or a sample, every metric has its help and type once, before it.
func TestMetricsAreWellFormed(t *testing.T) {
	text := string(ran(Done, 0, nil).Metrics(nil))
	announced, seen := map[string]int{}, map[string]bool{}
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if f := strings.Fields(line); len(f) > 3 && f[1] == "HELP" || len(f) == 4 && f[1] == "TYPE" && f[3] == "gauge" {
			announced[f[2]]++
			continue
		}
		m := sample.FindStringSubmatch(line)
		if m == nil || announced[m[1]] != 2 || seen[m[1]+m[2]] {
			t.Errorf("line %q", line)
			continue
		}
		seen[m[1]+m[2]] = true
	}
	for _, want := range []string{"dateline_run_success 1\n", `dateline_run_rejects{code="too \"large\"\n"} 1`, `dateline_run_records{result="read"} 7`, `stage="transform"} 3`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
}

// The time of the last success outlives a failure.
func TestMetricsRememberSuccess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.prom")
	if err := ran(Done, 0, nil).WriteMetrics(path); err != nil {
		t.Fatal(err)
	}
	if err := ran(Failed, 1, errors.New("disk full")).WriteMetrics(path); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(b), "dateline_run_success 0\n") || !strings.Contains(string(b), lastSuccess+" 1.581382804e+09\n") {
		t.Errorf("%v\n%s", err, b)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestLineage(t *testing.T) {
	env := map[string]string{"OPENLINEAGE_NAMESPACE": "prod", "OPENLINEAGE_PARENT_ID": "air/flow/dag.task/3b452093-782c-4ef2-9c0c-aafe2aa6f34d"}
	path := filepath.Join(t.TempDir(), "events")
	r := ran(Done, 0, nil)
	l := NewLineage(r, func(k string) string { return env[k] })
	for _, e := range []*Event{l.Start(r), l.End(r)} {
		if err := Send(t.Context(), path, "", e); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(b)), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines", len(lines))
	}
	var events [2]struct {
		EventType, EventTime, Producer, SchemaURL string
		Run                                       struct {
			RunID  string
			Facets map[string]map[string]any
		}
		Job             struct{ Namespace, Name string }
		Inputs, Outputs []struct {
			Namespace, Name      string
			Facets, OutputFacets map[string]map[string]any
		}
	}
	for i, line := range lines {
		if err := json.Unmarshal([]byte(line), &events[i]); err != nil {
			t.Fatal(err)
		}
	}
	first, last := events[0], events[1]
	if first.EventType != "START" || last.EventType != "COMPLETE" || first.Run.RunID != last.Run.RunID || len(first.Run.RunID) != 36 || last.Job.Namespace != "prod" {
		t.Errorf("%+v\n%+v", first, last)
	}
	if in := last.Inputs; len(in) != 3 || in[0].Name != "/data/in" || in[1].Namespace != "s3://bucket" || in[1].Name != "day/a.warc.gz" || in[2].Name != "stdin" {
		t.Errorf("inputs %+v", in)
	}
	out := last.Outputs
	if len(out) != 4 || out[2].Name != "/data/out/events" || out[2].OutputFacets["outputStatistics"]["rowCount"] != 9.0 {
		t.Fatalf("outputs %+v", out)
	}
	if f := out[2].Facets["schema"]["fields"].([]any); len(f) < 50 {
		t.Errorf("%d columns", len(f))
	}
	if p := last.Run.Facets["parent"]; p["job"].(map[string]any)["namespace"] != "air/flow" {
		t.Errorf("parent %v", p)
	}
	for _, f := range []map[string]any{last.Run.Facets["parent"], out[2].Facets["schema"], out[2].OutputFacets["outputStatistics"]} {
		if f["_producer"] != "urn:dateline:v1" || !strings.HasPrefix(f["_schemaURL"].(string), "https://openlineage.io/spec/") {
			t.Errorf("facet %v", f)
		}
	}
	for s, want := range map[Status]string{Failed: "FAIL", Interrupted: "ABORT", Rejects: "COMPLETE", Refused: "FAIL"} {
		if e := l.End(ran(s, 1, errors.New("no"))); e.EventType != want || e.Run.Facets["errorMessage"]["message"] != "no" {
			t.Errorf("%s gives %s", s, e.EventType)
		}
	}
}

func TestLineageIsPosted(t *testing.T) {
	var got []string
	answer := http.StatusCreated
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		got = append(got, r.Method+" "+r.URL.Path+" "+r.Header.Get("Authorization")+" "+r.Header.Get("Content-Type"))
		if !json.Valid(b) {
			t.Errorf("%s", b)
		}
		w.WriteHeader(answer)
	}))
	defer s.Close()
	r := ran(Done, 0, nil)
	e := NewLineage(r, func(string) string { return "" }).Start(r)
	if err := Send(t.Context(), s.URL, "key", e); err != nil || got[0] != "POST /api/v1/lineage Bearer key application/json" {
		t.Errorf("%v %q", err, got)
	}
	answer = http.StatusForbidden
	if err := Send(t.Context(), s.URL+"/own?x=1", "", e); err == nil || !strings.Contains(err.Error(), "403") || got[1] != "POST /own  application/json" {
		t.Errorf("%v %q", err, got)
	}
}
