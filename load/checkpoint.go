package load

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// checkpoint is a long run's progress: which staged files hold what it has done. It is
// written at points that depend on the rows alone, so that a run that was killed and taken
// up again writes the same files as one that was not.
type checkpoint struct {
	RunID       string
	Fingerprint string
	Files       []ManifestFile
	Parts       map[string]int
	Stories     int // entries in the .stories file
	Superseded  map[string]map[string]string
	Note        json.RawMessage // the caller's own: where to go on
}

// staged are the paths of what the checkpoint needs, relative to the dataset.
func (c *checkpoint) staged() map[string]bool {
	keep := map[string]bool{
		runsDir + "/" + c.RunID + checkpointExt:         true,
		runsDir + "/" + c.RunID + storiesExt + stageExt: true,
	}
	for _, f := range c.Files {
		keep[f.Path+stageExt] = true
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
	base := filepath.Join(w.dir, runsDir, w.opt.RunID)
	if err := w.stories.save(base + storiesExt + stageExt); err != nil {
		return err
	}
	b, err := json.Marshal(note)
	if err != nil {
		return err
	}
	cp := checkpoint{
		RunID: w.opt.RunID, Fingerprint: w.opt.Fingerprint, Files: w.manifest.Files, Parts: w.parts,
		Stories: w.stories.saved, Superseded: w.stories.superseded, Note: b,
	}
	var meta ManifestFile
	if err := stage(base+checkpointExt+stageExt, &meta, func(out io.Writer) error { return json.NewEncoder(out).Encode(&cp) }); err != nil {
		return err
	}
	return os.Rename(base+checkpointExt+stageExt, base+checkpointExt)
}

// findCheckpoint is that of a killed run with the same fingerprint whose files are all
// there, or nil.
func (w *Writer) findCheckpoint() (*checkpoint, error) {
	if w.opt.Fingerprint == "" {
		return nil, nil
	}
	names, err := filepath.Glob(filepath.Join(w.dir, runsDir, "*"+checkpointExt))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var cp checkpoint
		if json.Unmarshal(b, &cp) != nil || cp.Fingerprint != w.opt.Fingerprint || !w.intact(&cp) {
			continue
		}
		return &cp, nil
	}
	return nil, nil
}

// intact reports whether the staged files have their sizes.
func (w *Writer) intact(cp *checkpoint) bool {
	for _, f := range cp.Files {
		info, err := os.Stat(filepath.Join(w.dir, filepath.FromSlash(f.Path)) + stageExt)
		if err != nil || info.Size() != f.Bytes {
			return false
		}
	}
	return true
}

// takeUp goes on from a checkpoint.
func (w *Writer) takeUp(cp *checkpoint) error {
	w.manifest.Files, w.parts, w.resume = cp.Files, cp.Parts, cp.Note
	path := filepath.Join(w.dir, runsDir, cp.RunID) + storiesExt + stageExt
	if cp.Stories > 0 { // entries behind the checkpoint belong to work that is done again
		if err := os.Truncate(path, int64(cp.Stories*binary.Size(storyEntry{}))); err != nil {
			return fmt.Errorf("take up run %s: %w", cp.RunID, err)
		}
	}
	entries, err := readStories(path)
	if err != nil {
		return err
	}
	for i := range entries {
		w.stories.insert(&entries[i])
	}
	w.stories.saved = len(entries)
	if cp.Superseded != nil {
		w.stories.superseded = cp.Superseded
	}
	for _, f := range cp.Files {
		if f.Table != TableArticles {
			continue
		}
		part := filepath.Base(filepath.Dir(f.Path))
		if _, err := w.ids.add(part, "", w.state.files(TableArticles, part), w.drop[part]); err != nil {
			return err
		}
		err := readKeys(filepath.Join(w.dir, filepath.FromSlash(f.Path))+stageExt, func(k articleKey) { w.ids.loaded[part][k.ArticleID] = true })
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
