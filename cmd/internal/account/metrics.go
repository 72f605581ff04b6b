package account

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// lastSuccess is the one metric that outlives a run that failed.
const lastSuccess = "dateline_run_last_success_timestamp_seconds"

// metrics collects metrics in Prometheus' text format.
type metrics struct{ b bytes.Buffer }

// gauge begins a metric.
func (m *metrics) gauge(name, help string) {
	fmt.Fprintf(&m.b, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name)
}

// value adds a sample; labels are names and values in turn.
func (m *metrics) value(name string, v float64, labels ...string) {
	var parts []string
	for i := 0; i+1 < len(labels); i += 2 {
		parts = append(parts, labels[i]+`="`+escapeLabel.Replace(labels[i+1])+`"`)
	}
	if len(parts) > 0 {
		name += "{" + strings.Join(parts, ",") + "}"
	}
	fmt.Fprintf(&m.b, "%s %s\n", name, strconv.FormatFloat(v, 'g', -1, 64))
}

var escapeLabel = strings.NewReplacer(`\`, `\\`, "\n", `\n`, `"`, `\"`)

// Metrics is the account in Prometheus' text format. before is what an earlier run wrote,
// from which the time of the last success is kept.
func (r *Run) Metrics(before []byte) []byte {
	var m metrics
	one := func(name, help string, v float64) { m.gauge(name, help); m.value(name, v) }
	m.gauge("dateline_info", "Versions of the program and its schema.")
	m.value("dateline_info", 1, "version", r.Versions.Dateline, "schema", r.Versions.Schema, "go", r.Versions.Go)
	ok := 0.0
	if r.Status == Done || r.Status == NothingToDo {
		ok = 1
	}
	one("dateline_run_success", "Whether the last run did what it was to do.", ok)
	one("dateline_run_exit_status", "Exit status of the last run.", float64(r.ExitStatus))
	one("dateline_run_timestamp_seconds", "When the last run ended.", float64(r.Finished.UnixMilli())/1000)
	last := kept(before)
	if ok == 1 {
		last = float64(r.Finished.UnixMilli()) / 1000
	}
	if last > 0 {
		one(lastSuccess, "When a run last did what it was to do.", last)
	}
	one("dateline_run_duration_seconds", "How long the last run took.", r.Seconds)
	m.gauge("dateline_run_inputs", "Inputs of the last run: read, or passed over because nothing about them had changed.")
	m.value("dateline_run_inputs", float64(r.Counts.Inputs), "result", "read")
	m.value("dateline_run_inputs", float64(r.Counts.Known), "result", "known")
	one("dateline_run_input_bytes", "Bytes that the last run read.", float64(r.Counts.InputBytes))
	m.gauge("dateline_run_records", "Records of the last run, by what became of them.")
	m.value("dateline_run_records", float64(r.Counts.Read), "result", "read")
	m.value("dateline_run_records", float64(r.Counts.Rejected), "result", "rejected")
	m.value("dateline_run_records", float64(r.Counts.Skipped), "result", "skipped")
	m.gauge("dateline_run_rows", "New rows of the last run, by table.")
	m.value("dateline_run_rows", float64(r.Counts.Articles), "table", "articles")
	m.value("dateline_run_rows", float64(r.Counts.Mentions), "table", "mentions")
	m.value("dateline_run_rows", float64(r.Counts.Events), "table", "events")
	m.value("dateline_run_rows", float64(r.Counts.Rejects), "table", "rejects")
	if len(r.RejectsByCode) > 0 {
		m.gauge("dateline_run_rejects", "Rejects of the last run, by code.")
		for _, code := range slices.Sorted(maps.Keys(r.RejectsByCode)) {
			m.value("dateline_run_rejects", float64(r.RejectsByCode[code]), "code", code)
		}
	}
	if len(r.Stages) > 0 {
		m.gauge("dateline_run_stage_seconds", "Time of the last run per stage, of all workers together.")
		for _, s := range r.Stages {
			m.value("dateline_run_stage_seconds", s.Seconds, "stage", s.Name)
		}
	}
	if r.PeakMemoryBytes > 0 {
		one("dateline_run_peak_memory_bytes", "The most memory that the last run had at once.", float64(r.PeakMemoryBytes))
	}
	return m.b.Bytes()
}

// kept finds the time of the last success in an earlier file.
func kept(before []byte) float64 {
	lines := bufio.NewScanner(bytes.NewReader(before))
	for lines.Scan() {
		if rest, ok := strings.CutPrefix(lines.Text(), lastSuccess+" "); ok {
			v, _ := strconv.ParseFloat(rest, 64)
			return v
		}
	}
	return 0
}

// WriteMetrics writes the metrics to a file, whole or not at all: the node exporter may
// read at any time.
func (r *Run) WriteMetrics(path string) error {
	before, _ := os.ReadFile(path)
	return writeWhole(path, r.Metrics(before))
}

// WriteJSON writes run.json to a file, whole or not at all.
func (r *Run) WriteJSON(path string) error {
	b, err := r.JSON()
	if err != nil {
		return err
	}
	return writeWhole(path, b)
}

// writeWhole replaces a file. A path that is no plain file, like /dev/stderr, is written to.
func writeWhole(path string, b []byte) (err error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(path, b, 0o666)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(b)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644) // the exporter is another user
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	return err
}
