package load

import (
	"encoding/json"
	"path"
	"strings"

	"dateline/load/store"
)

// checkpoint is a long run's progress: which staged files hold what it has done. It is
// written at points that depend on the rows alone, so that a run that was killed and taken
// up again writes the same files as one that was not.
type checkpoint struct {
	RunID       string
	Fingerprint string
	Files       []ManifestFile
	Parts       map[string]int
	Stories     int // chunks of stories that are staged
	Superseded  map[string]map[string]string
	Note        json.RawMessage // the caller's own: where to go on
}

// staged are the paths of what the checkpoint needs, relative to the dataset.
func (c *checkpoint) staged() map[string]bool {
	keep := map[string]bool{runFile(c.RunID, checkpointExt): true}
	for i := range c.Stories {
		keep[storiesChunk(c.RunID, i)] = true
	}
	for _, f := range c.Files {
		keep[stagedName(c.RunID, f.Path)] = true
	}
	return keep
}

// Due reports whether enough rows are held for a checkpoint.
func (w *Writer) Due() bool { return w.buffered >= w.opt.MaxBuffered }

// Checkpoint writes all rows held, and note, so that a run with the same fingerprint can
// go on from here.
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
	cp := checkpoint{
		RunID: w.opt.RunID, Fingerprint: w.opt.Fingerprint, Files: w.manifest.Files, Parts: w.parts,
		Stories: w.stories.chunks, Superseded: w.stories.superseded, Note: b,
	}
	if b, err = json.Marshal(&cp); err != nil {
		return err
	}
	if err := w.lock.Check(); err != nil {
		return err
	}
	return w.store.Put(runFile(w.opt.RunID, checkpointExt), b)
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
		if json.Unmarshal(b, cp) == nil && cp.intact(size) {
			out = append(out, cp)
		}
	}
	return out, nil
}

// intact reports whether what was staged is there in its sizes.
func (c *checkpoint) intact(size map[string]int64) bool {
	for _, f := range c.Files {
		if n, ok := size[stagedName(c.RunID, f.Path)]; !ok || n != f.Bytes {
			return false
		}
	}
	for i := range c.Stories {
		if _, ok := size[storiesChunk(c.RunID, i)]; !ok {
			return false
		}
	}
	return true
}

// takeUp goes on from a checkpoint.
func (w *Writer) takeUp(cp *checkpoint) error {
	w.manifest.Files, w.parts, w.resume = cp.Files, cp.Parts, cp.Note
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
	if cp.Superseded != nil {
		w.stories.superseded = cp.Superseded
	}
	for _, f := range cp.Files {
		if f.Table != TableArticles {
			continue
		}
		part := strings.Split(f.Path, "/")[1]
		ids, err := w.ids.of(part, w.state, w.drop[part])
		if err != nil {
			return err
		}
		err = readKeys(w.store, stagedName(cp.RunID, f.Path), func(k *rowKey) { ids[packID(k.ArticleID)] = struct{}{} })
		if err != nil {
			return err
		}
	}
	return nil
}

// Resume reads the note of the checkpoint that was taken up into v, and reports whether
// there was one.
func (w *Writer) Resume(v any) (bool, error) {
	if w.resume == nil {
		return false, nil
	}
	return true, json.Unmarshal(w.resume, v)
}
