package load

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"
)

// SchemaVersion is the version of the row structs.
//
//	1: first version
const SchemaVersion = "1"

// Manifest is the record of one run and its commit point: a run without a manifest did
// not happen.
type Manifest struct {
	RunID         string           `json:"run_id"`
	SchemaVersion string           `json:"schema_version"`
	CodeVersion   string           `json:"code_version"`
	OptionsHash   string           `json:"options_hash"`
	Started       time.Time        `json:"started"`
	Finished      time.Time        `json:"finished"`
	Inputs        []ManifestInput  `json:"inputs"`
	Files         []ManifestFile   `json:"files"`
	Counts        Counts           `json:"counts"`
	RejectsByCode map[string]int64 `json:"rejects_by_code"`
}

// ManifestInput is one input of a run.
type ManifestInput struct {
	URI      string `json:"uri"`
	SHA256   string `json:"sha256,omitempty"` // empty: could not be read to its end
	Bytes    int64  `json:"bytes"`
	Records  int64  `json:"records"`
	Articles int64  `json:"articles"`
	Rejects  int64  `json:"rejects"`
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
	Skipped    int64 `json:"skipped"` // articles already in this run under the same id
	Articles   int64 `json:"articles"`
	Mentions   int64 `json:"mentions"`
	Events     int64 `json:"events"`
	Rejects    int64 `json:"rejects"`
	InputBytes int64 `json:"input_bytes"`
}

const runsDir = "_runs"

// readManifests reads all manifests of a dataset, oldest first.
func readManifests(dir string) ([]*Manifest, error) {
	names, err := filepath.Glob(filepath.Join(dir, runsDir, "*.json"))
	if err != nil {
		return nil, err
	}
	var out []*Manifest
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		m := new(Manifest)
		if err := json.Unmarshal(b, m); err != nil {
			return nil, fmt.Errorf("manifest %s: %w", name, err)
		}
		out = append(out, m)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Started.Before(out[j].Started) })
	return out, nil
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

// checkOurs fails when dir holds anything but a dataset.
func checkOurs(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		if name == runsDir || strings.HasPrefix(name, ".") || e.IsDir() && isTable(name) {
			continue
		}
		return &ForeignError{Dir: dir, Found: name}
	}
	return nil
}

func isTable(name string) bool {
	for _, t := range Tables {
		if name == t {
			return true
		}
	}
	return false
}
