package load

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline/load/store"
)

// Names below a dataset's directory. A file under work is never called .parquet, for
// DuckDB's **/*.parquet meets hidden and underscored names too, and never lies in a table's
// directory, for pyarrow reads whatever lies there.
const (
	runsDir       = "_runs"
	reportsDir    = "_reports"     // what runs tell of themselves; nothing depends on it
	stageExt      = ".uncommitted" // being written
	manifestExt   = ".json"
	journalExt    = ".journal"    // decided, being moved into place
	checkpointExt = ".checkpoint" // a long run's progress
	storiesExt    = ".stories"    // signatures of a run's articles
)

// runFile is a file of a run's own.
func runFile(runID, ext string) string { return runsDir + "/" + runID + ext }

// stagedDir is where a run's files lie until it is decided.
func stagedDir(runID string) string { return runFile(runID, ".staged") }

// stagedName is where the file that will be rel lies until then.
func stagedName(runID, rel string) string { return stagedDir(runID) + "/" + rel + stageExt }

// State is what the manifests of a dataset add up to.
type State struct {
	Runs   []*Manifest
	Files  map[string]ManifestFile // by path, live ones only
	Inputs map[string]KnownInput   // by URI, the latest reading

	writer map[string]string // path of a live file: the run that wrote it
}

// KnownInput is an input that a run has read.
type KnownInput struct {
	ManifestInput
	RunID, OptionsHash, CodeVersion, SchemaVersion string
}

// LoadState reads all manifests of a dataset; an empty or missing directory is an empty
// dataset.
func LoadState(st store.Store) (*State, error) {
	runs, err := readManifests(st)
	if err != nil {
		return nil, err
	}
	s := &State{Runs: runs, Files: map[string]ManifestFile{}, Inputs: map[string]KnownInput{}, writer: map[string]string{}}
	for _, m := range runs {
		for _, p := range m.Removed {
			delete(s.Files, p)
			delete(s.writer, p)
		}
		for _, f := range m.Files {
			s.Files[f.Path], s.writer[f.Path] = f, m.RunID
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

// has reports whether there is a run of that name.
func (s *State) has(runID string) bool {
	return slices.ContainsFunc(s.Runs, func(m *Manifest) bool { return m.RunID == runID })
}

// FreeRunID is id, or id with a number behind it where there is a run of that name: two
// runs may begin in one second.
func (s *State) FreeRunID(id string) string {
	free := id
	for n := 2; s.has(free); n++ {
		free = fmt.Sprintf("%s-%d", id, n)
	}
	return free
}

// nextStart is the time, but behind that of the latest run: manifests add up in the order
// of their starts, whatever the clock does.
func (s *State) nextStart() time.Time {
	now := time.Now().UTC()
	if n := len(s.Runs); n > 0 && !now.After(s.Runs[n-1].Started) {
		return s.Runs[n-1].Started.Add(time.Microsecond)
	}
	return now
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
	// ReasonRejected is an input with rejects, read again because that was asked for.
	ReasonRejected Reason = "rejected"
	// ReasonDuplicate is an input with an article that another one had too, which goes.
	ReasonDuplicate Reason = "duplicate"
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

// manifestReaders is how many manifests are read at once: an object store answers late.
const manifestReaders = 16

// readManifests reads all manifests of a dataset, oldest first.
func readManifests(st store.Store) ([]*Manifest, error) {
	files, err := st.List(runsDir)
	if err != nil {
		return nil, err
	}
	files = slices.DeleteFunc(files, func(f store.Info) bool { return path.Ext(f.Name) != manifestExt })
	out := make([]*Manifest, len(files))
	var g errgroup.Group
	g.SetLimit(manifestReaders)
	for i, f := range files {
		g.Go(func() (err error) {
			out[i], err = readManifest(st, f.Name)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(out, func(a, b *Manifest) int {
		if c := a.Started.Compare(b.Started); c != 0 {
			return c
		}
		return strings.Compare(a.RunID, b.RunID)
	})
	return out, nil
}

func readManifest(st store.Store, name string) (*Manifest, error) {
	b, err := store.ReadAll(st, name)
	if err != nil {
		return nil, err
	}
	m := new(Manifest)
	if err := json.Unmarshal(b, m); err != nil {
		return nil, fmt.Errorf("manifest %s/%s: %w", st, name, err)
	}
	return m, nil
}

// recoverRuns finishes what a run that was killed had decided: its journal names every
// file, so moving them is done again from the start. Without a journal nothing was
// decided. A journal that was written on top of other runs than there are is void: its
// writer had lost the lock. It reports whether it changed anything.
func recoverRuns(st store.Store, s *State) (bool, error) {
	files, err := st.List(runsDir)
	if err != nil {
		return false, err
	}
	changed := false
	for _, f := range files {
		if path.Ext(f.Name) != journalExt {
			continue
		}
		changed = true
		m, err := readManifest(st, f.Name)
		if err != nil {
			return false, err
		}
		if !s.has(m.RunID) && m.Base != s.base() {
			if err := st.Remove(f.Name); err != nil {
				return false, err
			}
			continue
		}
		if err := apply(st, m); err != nil {
			return false, err
		}
	}
	return changed, nil
}

// base names the runs that there are.
func (s *State) base() string {
	ids := make([]string, len(s.Runs))
	for i, m := range s.Runs {
		ids[i] = m.RunID
	}
	slices.Sort(ids)
	sum := sha256.Sum256([]byte(strings.Join(ids, "\n")))
	return hex.EncodeToString(sum[:8])
}

// apply moves a decided run's files into place, a table at a time, removes what it
// replaced, and commits it by its manifest, which is its journal under the last name. It
// may be repeated at any point.
func apply(st store.Store, m *Manifest) error {
	var moves []store.Move
	for i, f := range m.Files {
		moves = append(moves, store.Move{From: stagedName(m.RunID, f.Path), To: f.Path})
		if i+1 < len(m.Files) && m.Files[i+1].Table == f.Table {
			continue
		}
		if err := st.Move(moves); err != nil {
			return fmt.Errorf("commit of run %s: %w", m.RunID, err)
		}
		moves = moves[:0]
		if m.Command != CommandCompact {
			continue
		}
		if err := removeAll(st, m.Removed, f.Table+"/"); err != nil { // at once: their rows are there twice
			return err
		}
	}
	if err := removeAll(st, m.Removed, ""); err != nil {
		return err
	}
	b, err := m.encode()
	if err != nil {
		return err
	}
	if err := st.Create(runFile(m.RunID, manifestExt), b); err != nil {
		return err
	}
	left, err := st.List(stagedDir(m.RunID))
	if err != nil {
		return err
	}
	for _, f := range left {
		if err := st.Remove(f.Name); err != nil {
			return err
		}
	}
	if err := st.Remove(runFile(m.RunID, checkpointExt)); err != nil {
		return err
	}
	return st.Remove(runFile(m.RunID, journalExt))
}

// removeAll removes the files whose names begin with prefix.
func removeAll(st store.Store, names []string, prefix string) error {
	for _, name := range names {
		if !strings.HasPrefix(name, prefix) {
			continue
		}
		if err := st.Remove(name); err != nil {
			return err
		}
	}
	return nil
}

// removeStray removes what runs that were killed left behind: staged files but those of
// keep, and Parquet files that no manifest names.
func removeStray(st store.Store, s *State, keep map[string]bool) error {
	files, err := st.List("")
	if err != nil {
		return err
	}
	for _, f := range files {
		_, live := s.Files[f.Name]
		switch path.Ext(f.Name) {
		case stageExt, checkpointExt:
			live = keep[f.Name]
		case storiesExt:
			run, _ := strings.CutSuffix(path.Base(f.Name), storiesExt)
			live = s.has(run)
		case ".parquet":
		default:
			live = true
		}
		if live {
			continue
		}
		if err := st.Remove(f.Name); err != nil {
			return err
		}
	}
	return nil
}
