package load

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"

	"dateline/load/store"
)

// NoDatasetError is a place where no run has ended.
type NoDatasetError struct{ Dir string }

func (e *NoDatasetError) Error() string { return e.Dir + " holds no dataset: no run has ended there" }

// Hint says what to do.
func (e *NoDatasetError) Hint() string { return "give the directory that dateline run --out wrote" }

// OpenExisting is Open, but fails with *NoDatasetError where there is nothing yet.
func OpenExisting(ctx context.Context, where string) (*Writer, error) {
	st, err := store.Open(ctx, where)
	if err != nil {
		return nil, err
	}
	files, err := st.List(runsDir)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(files, func(f store.Info) bool { e := path.Ext(f.Name); return e == manifestExt || e == journalExt }) {
		return nil, &NoDatasetError{where}
	}
	return Open(ctx, where)
}

// CompactOptions say how files are merged.
type CompactOptions struct {
	RunID, CodeVersion string
	// FileBytes is the size of a file from which it is left alone, and at which a merged one
	// ends with its row group; 0 means DefaultFileBytes.
	FileBytes int64
	GroupRows int // rows of a row group at most; 0 means 100,000
}

// DefaultFileBytes is the size of a file that readers like.
const DefaultFileBytes = 128 << 20

// CommandCompact marks the manifest of a run that only merged files.
const CommandCompact = "compact"

// Compact merges the small files of each partition into files in the tables' order, as one
// run: its manifest commits all of them. Without two small files in any partition, and with
// no file to be evolved, it returns nil, and nothing is written. It frees the dataset in any case.
func (w *Writer) Compact(ctx context.Context, opt CompactOptions) (*Manifest, error) {
	if opt.FileBytes == 0 {
		opt.FileBytes = DefaultFileBytes
	}
	if opt.GroupRows == 0 {
		opt.GroupRows = rowGroupRows
	}
	small := smallFiles(w.state, opt.FileBytes)
	if len(small) == 0 && !w.Evolves() {
		return nil, w.Close()
	}
	if err := w.beginCompact(opt); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	c := compaction{w: w, ctx: ctx, opt: opt}
	if err := c.all(small); err != nil {
		return nil, errors.Join(err, w.Abort())
	}
	return w.Commit(func(m *Manifest) {
		m.Command, m.CodeVersion, m.Inputs, m.RejectsByCode = CommandCompact, opt.CodeVersion, []ManifestInput{}, map[string]int64{}
	})
}

// smallFiles are the directories with two or more files below the size, and those files.
func smallFiles(s *State, size int64) map[string][]ManifestFile {
	out := map[string][]ManifestFile{}
	for _, f := range s.Files {
		if f.Bytes < size {
			out[path.Dir(f.Path)] = append(out[path.Dir(f.Path)], f)
		}
	}
	for dir, files := range out {
		if len(files) < 2 {
			delete(out, dir)
			continue
		}
		slices.SortFunc(files, func(a, b ManifestFile) int { return strings.Compare(a.Path, b.Path) })
	}
	return out
}

// beginCompact claims the run id and removes what killed runs left, but for the progress
// of those that can be taken up.
func (w *Writer) beginCompact(opt CompactOptions) error {
	w.opt = Options{RunID: opt.RunID}
	w.tables, w.stories = newTables(), newStories(0)
	if w.state.has(opt.RunID) {
		return &RunExistsError{opt.RunID, w.store.String() + "/" + runFile(opt.RunID, manifestExt)}
	}
	checkpoints, err := w.checkpoints()
	if err != nil {
		return err
	}
	keep := map[string]bool{}
	for _, cp := range checkpoints {
		maps.Copy(keep, cp.staged())
	}
	w.manifest = Manifest{RunID: opt.RunID, SchemaVersion: SchemaVersion, SchemaHash: schemaHash(), Started: w.state.nextStart()}
	return removeStray(w.store, w.state, keep)
}

// compaction is one call of Compact.
type compaction struct {
	w   *Writer
	ctx context.Context
	opt CompactOptions
}

func (c *compaction) all(small map[string][]ManifestFile) error {
	t := newTables()
	for _, dir := range slices.Sorted(maps.Keys(small)) {
		var err error
		switch files := small[dir]; files[0].Table {
		case TableArticles:
			err = compactDir(c, &t.articles, dir, files)
		case TableMentions:
			err = compactDir(c, &t.mentions, dir, files)
		case TableEvents:
			err = compactDir(c, &t.events, dir, files)
		case TableRejects:
			err = compactDir(c, &t.rejects, dir, files)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// compactDir stages the rows of a directory's small files anew.
func compactDir[T Row](c *compaction, t *table[T], dir string, files []ManifestFile) (err error) {
	var names []string
	for _, f := range files {
		names = append(names, f.Path)
		c.w.manifest.Removed = append(c.w.manifest.Removed, f.Path)
	}
	names, made, err := fewer(c, t, names)
	defer func() {
		for _, name := range made {
			err = errors.Join(err, c.w.store.Remove(name))
		}
	}()
	if err != nil {
		return err
	}
	next, stop := iter.Pull2(mergeFiles(c.w.store, names, t.compare))
	defer stop()
	rows := &pulled[T]{ctx: c.ctx, next: next}
	if err := rows.fill(); err != nil {
		return err
	}
	for i := 0; i == 0 || len(rows.left) > 0; i++ {
		f := ManifestFile{Path: fmt.Sprintf("%s/%s-%04d.parquet", dir, c.opt.RunID, i), Table: t.name}
		err := stage(c.w.store, stagedName(c.opt.RunID, f.Path), &f, func(out io.Writer) (err error) {
			f.Rows, err = rows.write(out, t, c.group(), c.opt.FileBytes)
			return err
		})
		c.w.manifest.Files = append(c.w.manifest.Files, f)
		if err != nil {
			return fmt.Errorf("write %s: %w", f.Path, err)
		}
	}
	return nil
}

// group is the size of the row groups: small enough for a file to end near its size.
func (c *compaction) group() groupSize {
	return groupSize{c.opt.GroupRows, min(rowGroupBytes, max(c.opt.FileBytes, 1<<20))}
}

// pulled is a stream of rows that is written to one file after another.
type pulled[T Row] struct {
	ctx   context.Context
	next  func() (*T, error, bool)
	batch [readBatch]T
	left  []T // of the batch; empty at the end of all
}

// fill reads the next batch once the last one is used up.
func (p *pulled[T]) fill() error {
	if len(p.left) > 0 {
		return nil
	}
	n := 0
	for ; n < len(p.batch); n++ {
		row, err, ok := p.next()
		if !ok {
			break
		}
		if err != nil {
			return err
		}
		p.batch[n] = *row
	}
	p.left = p.batch[:n]
	return p.ctx.Err()
}

// write writes rows until a row group ends at or behind size, and returns their number.
func (p *pulled[T]) write(out io.Writer, t *table[T], group groupSize, size int64) (int64, error) {
	count := &countingWriter{}
	w := newRowWriter[T](io.MultiWriter(out, count), t.sorting, group)
	rows := int64(0)
	for full := false; len(p.left) > 0 && !full; {
		n, ended, err := w.write(p.left)
		if err != nil {
			return rows, err
		}
		rows, p.left, full = rows+int64(n), p.left[n:], ended && count.n >= size
		if err := p.fill(); err != nil {
			return rows, err
		}
	}
	return rows, w.close()
}
