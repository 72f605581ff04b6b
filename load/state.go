package load

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Names below a dataset's directory. A file under work is never called .parquet: DuckDB's
// **/*.parquet meets hidden and underscored names too.
const (
	runsDir       = "_runs"
	stageExt      = ".uncommitted" // being written
	journalExt    = ".journal"     // decided, being moved into place
	checkpointExt = ".checkpoint"  // a long run's progress
	storiesExt    = ".stories"     // signatures of a run's articles
)

// State is what the manifests of a dataset add up to.
type State struct {
	Runs   []*Manifest
	Files  map[string]ManifestFile // by path, live ones only
	Inputs map[string]KnownInput   // by URI, the latest reading
}

// KnownInput is an input that a run has read.
type KnownInput struct {
	ManifestInput
	RunID, OptionsHash, CodeVersion, SchemaVersion string
}

// LoadState reads all manifests of a dataset; an empty or missing directory is an empty
// dataset.
func LoadState(dir string) (*State, error) {
	runs, err := readManifests(dir)
	if err != nil {
		return nil, err
	}
	s := &State{Runs: runs, Files: map[string]ManifestFile{}, Inputs: map[string]KnownInput{}}
	for _, m := range runs {
		for _, p := range m.Removed {
			delete(s.Files, p)
		}
		for _, f := range m.Files {
			s.Files[f.Path] = f
		}
		for _, uri := range m.Pruned {
			delete(s.Inputs, uri)
		}
		for _, in := range m.Inputs {
			s.Inputs[in.URI] = KnownInput{in, m.RunID, m.OptionsHash, m.CodeVersion, m.SchemaVersion}
		}
	}
	return s, nil
}

// Reason says why an input has to be read; empty where it need not be.
type Reason string

// The reasons, in the order they are asked.
const (
	ReasonNew     Reason = "new"
	ReasonContent Reason = "content"
	ReasonOptions Reason = "options"
	ReasonSchema  Reason = "schema"
	ReasonCode    Reason = "code"
	ReasonRefresh Reason = "refresh" // asked for
	ReasonFailed  Reason = "failed"  // could not be read to its end before
)

// Why compares an input with what is known of it. same tells whether its content is what
// was read before; it is asked only when nothing else decides.
func (s *State) Why(uri, optionsHash, codeVersion string, same func(KnownInput) bool) Reason {
	k, ok := s.Inputs[uri]
	switch {
	case !ok:
		return ReasonNew
	case k.SHA256 == "":
		return ReasonFailed
	case k.OptionsHash != optionsHash:
		return ReasonOptions
	case k.SchemaVersion != SchemaVersion:
		return ReasonSchema
	case k.CodeVersion != codeVersion:
		return ReasonCode
	case !same(k):
		return ReasonContent
	}
	return ""
}

// files are the live files of a table's partition, in order.
func (s *State) files(table, part string) []ManifestFile {
	var out []ManifestFile
	prefix := table + "/" + part + "/"
	for p, f := range s.Files {
		if strings.HasPrefix(p, prefix) {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b ManifestFile) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// readManifests reads all manifests of a dataset, oldest first.
func readManifests(dir string) ([]*Manifest, error) {
	names, err := filepath.Glob(filepath.Join(dir, runsDir, "*.json"))
	if err != nil {
		return nil, err
	}
	var out []*Manifest
	for _, name := range names {
		m, err := readManifest(name)
		if err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b *Manifest) int {
		if c := a.Started.Compare(b.Started); c != 0 {
			return c
		}
		return strings.Compare(a.RunID, b.RunID)
	})
	return out, nil
}

func readManifest(path string) (*Manifest, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m := new(Manifest)
	if err := json.Unmarshal(b, m); err != nil {
		return nil, fmt.Errorf("manifest %s: %w", path, err)
	}
	return m, nil
}

// recoverRuns finishes what a run that was killed had decided: its journal names every
// file, so moving them is done again from the start. Without a journal nothing was
// decided.
func recoverRuns(dir string) error {
	journals, err := filepath.Glob(filepath.Join(dir, runsDir, "*"+journalExt))
	if err != nil {
		return err
	}
	for _, j := range journals {
		m, err := readManifest(j)
		if err != nil {
			return err
		}
		if err := apply(dir, m); err != nil {
			return err
		}
	}
	return nil
}

// apply moves a decided run's files into place, removes what it replaced, and commits it
// by giving its journal the manifest's name. It may be repeated at any point.
func apply(dir string, m *Manifest) error {
	dirs := map[string]bool{filepath.Join(dir, runsDir): true}
	for _, f := range m.Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		err := os.Rename(path+stageExt, path)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if _, missing := os.Stat(path); missing != nil {
			return fmt.Errorf("commit of run %s: %w", m.RunID, missing)
		}
		dirs[filepath.Dir(path)] = true
	}
	for _, p := range m.Removed {
		path := filepath.Join(dir, filepath.FromSlash(p))
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		removeEmptyDirs(dir, filepath.Dir(path))
	}
	base := filepath.Join(dir, runsDir, m.RunID)
	if err := renameIfThere(base+storiesExt+stageExt, base+storiesExt); err != nil {
		return err
	}
	for d := range dirs {
		syncDir(d)
	}
	if err := os.Rename(base+journalExt, base+".json"); err != nil {
		return err
	}
	syncDir(filepath.Join(dir, runsDir))
	if err := os.Remove(base + checkpointExt); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func renameIfThere(from, to string) error {
	if err := os.Rename(from, to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// syncDir makes renames in a directory durable, where the file system can.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

// removeEmptyDirs removes dir and its parents below root as long as they are empty.
func removeEmptyDirs(root, dir string) {
	for dir != root && os.Remove(dir) == nil {
		dir = filepath.Dir(dir)
	}
}

// removeStray removes what runs that were killed left behind: staged files but those of
// keep, and Parquet files that no manifest names.
func removeStray(dir string, s *State, keep map[string]bool) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		_, live := s.Files[rel]
		switch filepath.Ext(path) {
		case stageExt, checkpointExt:
			if keep[rel] {
				return nil
			}
		case ".parquet":
			if live {
				return nil
			}
		default:
			return nil
		}
		return os.Remove(path)
	})
}
