package account

import (
	"cmp"
	"encoding/json"
	"runtime"
	"slices"
	"time"

	"dateline/cmd/internal/batch"
	"dateline/load"
)

// Status is how a run ended.
type Status string

// The values of status.
const (
	Done        Status = "done"
	NothingToDo Status = "nothing_to_do"
	Rejects     Status = "too_many_rejects" // all is written, but too much was rejected
	Failed      Status = "failed"
	Refused     Status = "refused" // the dataset must not be touched
	Interrupted Status = "interrupted"
)

// Run is the account of a run: run.json.
type Run struct {
	RunID           string            `json:"run_id"`
	Status          Status            `json:"status"`
	ExitStatus      int               `json:"exit_status"`
	Error           string            `json:"error,omitempty"`
	Hint            string            `json:"hint,omitempty"`
	Started         time.Time         `json:"started"`
	Finished        time.Time         `json:"finished"`
	Seconds         float64           `json:"seconds"` // from started to finished
	Versions        Versions          `json:"versions"`
	Out             string            `json:"out,omitempty"`
	DryRun          bool              `json:"dry_run"`
	OptionsHash     string            `json:"options_hash,omitempty"`
	Options         map[string]string `json:"options"`
	Arguments       []string          `json:"arguments"`
	Counts          load.Counts       `json:"counts"`
	OutsideWindow   int64             `json:"articles_outside_window"`
	Cut             bool              `json:"ended_by_max_articles"`
	RejectsByCode   map[string]int64  `json:"rejects_by_code"`
	Stages          []Stage           `json:"stages"`
	Throughput      Throughput        `json:"throughput"`
	PeakMemoryBytes int64             `json:"peak_memory_bytes,omitempty"`
	Tables          []Table           `json:"tables"`
	SlowestInputs   []Input           `json:"slowest_inputs"`
	Inputs          []Input           `json:"inputs,omitempty"`
}

// Versions are what the program was made of.
type Versions struct {
	Dateline string `json:"dateline"`
	Schema   string `json:"schema"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

// Stage is one stage of the way: what came in and went out. The seconds of all workers
// add up, so they may exceed those of the run.
type Stage struct {
	Name    string  `json:"stage"`
	In      int64   `json:"in"`
	Out     int64   `json:"out"`
	Unit    string  `json:"unit"` // of out
	Rejects int64   `json:"rejects"`
	Seconds float64 `json:"seconds"`
}

// Throughput is per second of the clock.
type Throughput struct {
	Articles float64 `json:"articles_per_second"`
	Bytes    float64 `json:"bytes_per_second"`
}

// Table is what a run wrote of one table.
type Table struct {
	Name  string `json:"table"`
	Files int64  `json:"files"`
	Rows  int64  `json:"rows"`
	Bytes int64  `json:"bytes"`
}

// Input is one input that was read, or that reading began.
type Input struct {
	URI      string  `json:"uri"`
	SHA256   string  `json:"sha256,omitempty"`
	Reason   string  `json:"reason,omitempty"`
	Bytes    int64   `json:"bytes"`
	Records  int64   `json:"records"`
	Articles int64   `json:"articles"`
	Rejects  int64   `json:"rejects"`
	Seconds  float64 `json:"seconds"` // of all stages and workers
}

// slowest is how many inputs are named as the slowest.
const slowest = 10

// Begin starts an account.
func Begin(runID, version string, now time.Time) *Run {
	return &Run{
		RunID: runID, Started: now.UTC(), RejectsByCode: map[string]int64{}, Stages: []Stage{}, Tables: []Table{}, SlowestInputs: []Input{},
		Versions: Versions{version, load.SchemaVersion, runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH},
	}
}

// Count takes what the batch counted, of a run that failed too.
func (r *Run) Count(b *batch.Result) {
	r.Counts, r.OutsideWindow, r.Cut = b.Counts, b.Outside, b.Cut
	if b.RejectsByCode != nil {
		r.RejectsByCode = b.RejectsByCode
	}
	by := b.RejectsByStage
	r.Stages = []Stage{
		{"read", int64(len(b.Inputs)), b.Counts.Records, "records", by["read"] + by["sniff"], b.Stages.Read.Seconds()},
		{"extract", b.Counts.Records, b.Parsed, "articles", by["parse"] + by["extract"], b.Stages.Extract.Seconds()},
		{"transform", b.Parsed - b.Outside, b.Annotated, "documents", by["transform"], b.Stages.Transform.Seconds()},
		{"load", b.Annotated, b.Counts.Articles, "articles", by["load"], b.Stages.Load.Seconds()},
	}
	for i, in := range b.Inputs {
		if in.Records == 0 && in.SHA256 == "" && b.Spent[i] == 0 {
			continue // was not begun
		}
		r.Inputs = append(r.Inputs, Input{
			URI: in.URI, SHA256: in.SHA256, Reason: string(in.Reason), Bytes: in.Bytes, Records: in.Records, Articles: in.Articles, Rejects: in.Rejects,
			Seconds: b.Spent[i].Seconds(),
		})
	}
	r.SlowestInputs = slices.SortedFunc(slices.Values(r.Inputs), func(a, b Input) int {
		return cmp.Or(cmp.Compare(b.Seconds, a.Seconds), cmp.Compare(a.URI, b.URI))
	})
	r.SlowestInputs = r.SlowestInputs[:min(slowest, len(r.SlowestInputs))]
	if s := b.Elapsed.Seconds(); s > 0 {
		r.Throughput = Throughput{float64(b.Counts.Articles) / s, float64(b.Counts.InputBytes) / s}
	}
}

// Wrote takes what the manifest names, and how long committing took.
func (r *Run) Wrote(m *load.Manifest, commit time.Duration) {
	r.RunID = m.RunID // an older one's, where that was taken up
	for _, name := range load.Tables {
		t := Table{Name: name}
		for _, f := range m.Files {
			if f.Table == name {
				t.Files, t.Rows, t.Bytes = t.Files+1, t.Rows+f.Rows, t.Bytes+f.Bytes
			}
		}
		r.Tables = append(r.Tables, t)
	}
	r.Stages = append(r.Stages, Stage{"commit", r.Counts.Articles, int64(len(m.Files)), "files", 0, commit.Seconds()})
}

// End closes the account.
func (r *Run) End(s Status, exit int, err error, now time.Time) {
	r.Status, r.ExitStatus, r.Finished = s, exit, now.UTC()
	r.Seconds = r.Finished.Sub(r.Started).Seconds()
	r.PeakMemoryBytes = PeakMemory()
	if err != nil {
		r.Error = err.Error()
	}
}

// JSON is the account for people and programs: run.json.
func (r *Run) JSON() ([]byte, error) {
	b, err := json.MarshalIndent(r, "", "  ")
	return append(b, '\n'), err
}

// Line is the account in one line, without the list of inputs.
func (r *Run) Line() ([]byte, error) {
	short := *r
	short.Inputs = nil
	b, err := json.Marshal(&short)
	return append(b, '\n'), err
}
