package load

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/load/store"
)

// SchemaVersion is the version of the row structs.
//
//	1: first version
const SchemaVersion = "1"

// Manifest is the record of one run and its commit point: a run without a manifest did
// not happen.
type Manifest struct {
	RunID         string           `json:"run_id"`
	Command       string           `json:"command,omitempty"` // compact; empty for a run over inputs
	SchemaVersion string           `json:"schema_version"`
	SchemaHash    string           `json:"schema_hash,omitempty"` // of all columns and their types
	CodeVersion   string           `json:"code_version"`
	OptionsHash   string           `json:"options_hash"`
	Base          string           `json:"base,omitempty"` // names the runs this one was built on
	Started       time.Time        `json:"started"`
	Finished      time.Time        `json:"finished"`
	Inputs        []ManifestInput  `json:"inputs"`
	Files         []ManifestFile   `json:"files"`             // written by this run, rewritten ones too
	Removed       []string         `json:"removed,omitempty"` // files of earlier runs that this one replaced
	Pruned        []string         `json:"pruned,omitempty"`  // inputs that are gone, and whose rows are too
	Counts        Counts           `json:"counts"`
	RejectsByCode map[string]int64 `json:"rejects_by_code"`
}

// ManifestInput is one input of a run.
type ManifestInput struct {
	URI      string `json:"uri"`
	SHA256   string `json:"sha256,omitempty"` // empty: could not be read to its end
	Bytes    int64  `json:"bytes"`
	Modified int64  `json:"modified,omitempty"` // modification time, nanoseconds since 1970
	ETag     string `json:"etag,omitempty"`     // of an object, as its store writes it
	Reason   Reason `json:"reason"`             // why it was read
	// Partitions are those its articles went to, so that a later run finds its rows.
	Partitions []string `json:"partitions,omitempty"`
	// Duplicates are ids of articles that were skipped because another input has them too:
	// this one is read again when that one goes. Cut: there are more of them.
	Duplicates    []string `json:"duplicates,omitempty"`
	DuplicatesCut bool     `json:"duplicates_cut,omitempty"`

	Records  int64 `json:"records"`
	Articles int64 `json:"articles"`
	Rejects  int64 `json:"rejects"`
}

// maxDuplicates bounds the ids of one input in a manifest.
const maxDuplicates = 1000

// NoteDuplicate notes an article that another input has too.
func (in *ManifestInput) NoteDuplicate(id string) {
	if len(in.Duplicates) == maxDuplicates {
		in.DuplicatesCut = true
		return
	}
	in.Duplicates = append(in.Duplicates, id)
}

// ManifestFile is one Parquet file of a run.
type ManifestFile struct {
	Path   string `json:"path"` // relative to the dataset, with slashes
	Table  string `json:"table"`
	Rows   int64  `json:"rows"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// dated reports whether the file is of a partition with a date.
func (f ManifestFile) dated() bool { return !strings.Contains(f.Path, HiveDefaultPartition) }

// Counts account for every input: Records = records that gave articles + rejects +
// duplicates; nothing is lost.
type Counts struct {
	Inputs     int64 `json:"inputs"`
	Records    int64 `json:"records"`
	Read       int64 `json:"read"` // records that gave at least one article
	Rejected   int64 `json:"rejected"`
	Skipped    int64 `json:"skipped"` // records whose articles are in the dataset already
	Known      int64 `json:"known"`   // inputs passed over, for nothing about them has changed
	Articles   int64 `json:"articles"`
	Mentions   int64 `json:"mentions"`
	Events     int64 `json:"events"`
	Rejects    int64 `json:"rejects"`
	InputBytes int64 `json:"input_bytes"`
}

// ForeignError is an output directory that holds something dateline did not write.
type ForeignError struct{ Dir, Found string }

func (e *ForeignError) Error() string {
	return fmt.Sprintf("%s holds %s, which dateline did not write", e.Dir, e.Found)
}

// Hint says what to do.
func (e *ForeignError) Hint() string {
	return "give --out an empty directory or one that dateline made"
}

// checkOurs fails when the place holds anything but a dataset.
func checkOurs(st store.Store) error {
	names, err := st.Top()
	if err != nil {
		return err
	}
	for _, entry := range names {
		name, dir := strings.CutSuffix(entry, "/")
		if name == runsDir || name == reportsDir || strings.HasPrefix(name, ".") || dir && isTable(name) {
			continue
		}
		return &ForeignError{Dir: st.String(), Found: name}
	}
	return nil
}

func isTable(name string) bool { return slices.Contains(Tables, name) }

// encode is the manifest as it is stored.
func (m *Manifest) encode() ([]byte, error) {
	b, err := json.MarshalIndent(m, "", "  ")
	return append(b, '\n'), err
}
