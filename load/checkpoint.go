package load

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"dateline/load/store"
)

// checkpoint is a long run's progress: which staged files hold what it has done. It is
// written at points that depend on the rows alone, so that a run that was killed and taken
// up again writes the same files as one that was not. It names steps that are never
// written again, so that neither its size nor what the writer remembers grows with the run.
type checkpoint struct {
	RunID       string
	Fingerprint string
	Parts       map[string]int
	Steps       int // files that hold the progress from one checkpoint to the next
	Stories     int // files of stories that are staged

	steps []step
}

// step is what one checkpoint adds to the one before it.
type step struct {
	Files      []ManifestFile
	Superseded map[string]map[string]string
	Note       json.RawMessage // the caller's own: where to go on
}

// stepFile is where a step of a run lies.
func stepFile(runID string, i int) string { return stagedName(runID, fmt.Sprintf("step-%06d", i)) }

// staged are the paths of what the checkpoint needs, relative to the dataset.
func (c *checkpoint) staged() map[string]bool {
	keep := map[string]bool{runFile(c.RunID, checkpointExt): true}
	for i := range c.Stories {
		keep[storiesChunk(c.RunID, i)] = true
	}
	for i := range c.steps {
		keep[stepFile(c.RunID, i)] = true
		for _, f := range c.steps[i].Files {
			keep[stagedName(c.RunID, f.Path)] = true
		}
	}
	return keep
}

// Due reports whether enough rows are held for a checkpoint.
func (w *Writer) Due() bool { return w.buffered >= w.opt.MaxBuffered }

// Checkpoint writes all rows held, and note, so that a run with the same fingerprint can
// go on from here. A note says what is new since the one before it: Resume has them all.
func (w *Writer) Checkpoint(note any) error {
	if err := w.flushAll(); err != nil {
		return err
	}
	if err := w.stories.save(w.store, w.opt.RunID); err != nil {
		return err
	}
	b, err := json.Marshal(note)
	if err != nil {
		return err
	}
	if b, err = json.Marshal(&step{w.manifest.Files, w.stories.superseded, b}); err != nil {
		return err
	}
	err = w.store.Stage(stepFile(w.opt.RunID, w.steps), func(out io.Writer) error {
		_, err := out.Write(b)
		return err
	})
	if err != nil {
		return err
	}
	cp := checkpoint{RunID: w.opt.RunID, Fingerprint: w.opt.Fingerprint, Parts: w.parts, Steps: w.steps + 1, Stories: w.stories.chunks}
	if b, err = json.Marshal(&cp); err != nil {
		return err
	}
	if err := w.lock.Check(); err != nil {
		return err
	}
	if err := w.store.Put(runFile(w.opt.RunID, checkpointExt), b); err != nil {
		return err
	}
	w.steps++
	w.manifest.Files, w.stories.superseded = nil, map[string]map[string]string{} // gather finds them again
	runtime.GC()                                                                 // now that the rows are gone: left to itself, the peak is the higher the longer a run
	return nil
}

// readSteps reads the first n steps of a run.
func readSteps(st store.Store, runID string, n int) ([]step, error) {
	steps := make([]step, n)
	var g errgroup.Group
	g.SetLimit(manifestReaders)
	for i := range steps {
		g.Go(func() error {
			b, err := store.ReadAll(st, stepFile(runID, i))
			if err != nil {
				return err
			}
			if err := json.Unmarshal(b, &steps[i]); err != nil {
				return fmt.Errorf("%s/%s: %w", st, stepFile(runID, i), err)
			}
			return nil
		})
	}
	return steps, g.Wait()
}

// gather takes back what the checkpoints have put by: all files of the run, and all
// articles that it supersedes.
func (w *Writer) gather() error {
	steps, err := readSteps(w.store, w.opt.RunID, w.steps)
	if err != nil {
		return err
	}
	steps = append(steps, step{Files: w.manifest.Files, Superseded: w.stories.superseded})
	w.manifest.Files, w.stories.superseded = nil, map[string]map[string]string{}
	for _, s := range steps {
		w.manifest.Files = append(w.manifest.Files, s.Files...)
		for part, marks := range s.Superseded {
			if w.stories.superseded[part] == nil {
				w.stories.superseded[part] = map[string]string{}
			}
			maps.Copy(w.stories.superseded[part], marks) // the later one is right
		}
	}
	return nil
}

// findCheckpoint is that of a killed run with the same fingerprint, or nil.
func (w *Writer) findCheckpoint() (*checkpoint, error) {
	if w.opt.Fingerprint == "" {
		return nil, nil
	}
	all, err := w.checkpoints()
	if err != nil {
		return nil, err
	}
	for _, cp := range all {
		if cp.Fingerprint == w.opt.Fingerprint {
			return cp, nil
		}
	}
	return nil, nil
}

// checkpoints are those of killed runs whose files are all there.
func (w *Writer) checkpoints() ([]*checkpoint, error) {
	files, err := w.store.List(runsDir)
	if err != nil {
		return nil, err
	}
	size := map[string]int64{}
	for _, f := range files {
		size[f.Name] = f.Size
	}
	var out []*checkpoint
	for _, f := range files {
		if path.Ext(f.Name) != checkpointExt {
			continue
		}
		b, err := store.ReadAll(w.store, f.Name)
		if err != nil {
			return nil, err
		}
		cp := new(checkpoint)
		if json.Unmarshal(b, cp) == nil && cp.intact(w.store, size) {
			out = append(out, cp)
		}
	}
	return out, nil
}

// intact reads the steps, and reports whether what was staged is there in its sizes.
func (c *checkpoint) intact(st store.Store, size map[string]int64) bool {
	steps, err := readSteps(st, c.RunID, c.Steps)
	if err != nil || c.Steps == 0 { // of none there would be no checkpoint: it is of another version
		return false
	}
	for _, s := range steps {
		for _, f := range s.Files {
			if n, ok := size[stagedName(c.RunID, f.Path)]; !ok || n != f.Bytes {
				return false
			}
		}
	}
	for i := range c.Stories {
		if _, ok := size[storiesChunk(c.RunID, i)]; !ok {
			return false
		}
	}
	c.steps = steps
	return true
}

// takeUp goes on from a checkpoint.
func (w *Writer) takeUp(cp *checkpoint) error {
	w.parts, w.steps = cp.Parts, cp.Steps
	for i := range cp.Stories {
		entries, err := readStories(w.store, storiesChunk(cp.RunID, i))
		if err != nil {
			return err
		}
		for i := range entries {
			w.stories.insert(&entries[i])
		}
		w.stories.saved += len(entries)
	}
	w.stories.chunks = cp.Stories
	for _, s := range cp.steps {
		w.resume = append(w.resume, s.Note)
		for _, f := range s.Files {
			if f.Table != TableArticles {
				continue
			}
			part := strings.Split(f.Path, "/")[1]
			if err := w.ids.load(part, w.state, w.drop[part]); err != nil {
				return err
			}
			if err := w.ids.read(part, stagedName(cp.RunID, f.Path), nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// Resume decodes the notes of the checkpoint that was taken up into v, the oldest first,
// and reports whether there were any.
func (w *Writer) Resume(v any) (bool, error) {
	for _, note := range w.resume {
		if err := json.Unmarshal(note, v); err != nil {
			return false, err
		}
	}
	return w.resume != nil, nil
}
