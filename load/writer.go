package load

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"dateline/load/store"
)

// Options are what a run needs to know.
type Options struct {
	RunID   string
	RunDate Day
	// Fingerprint names the work: inputs, options, code. A run that was killed is taken up
	// again by one with the same fingerprint.
	Fingerprint string
	// Replaced are inputs read before whose rows this run replaces; Pruned those whose rows
	// it removes.
	Replaced, Pruned []KnownInput
	// Retried are more inputs whose rejects this run replaces.
	Retried []string
	// MaxBuffered bounds the rows held in memory, in approximate bytes; 0 means
	// DefaultMaxBuffered. Which rows share a file depends on it and on the order of the
	// rows alone, never on time or workers.
	MaxBuffered int64
	StoryWindow int // days within which stories are the same; 0 means DefaultStoryWindow
}

// DefaultMaxBuffered is about a thousand articles with their mentions and events.
const DefaultMaxBuffered = 32 << 20

// RunExistsError is a run id that was used before.
type RunExistsError struct{ RunID, Path string }

func (e *RunExistsError) Error() string {
	return fmt.Sprintf("run %s is already committed: %s", e.RunID, e.Path)
}

// Hint says what to do.
func (e *RunExistsError) Hint() string { return "choose another --run-id, or leave it out" }

// Writer writes one run. It is not safe for concurrent use: rows come in input order.
type Writer struct {
	tables
	store    store.Store
	opt      Options
	lock     store.Lock
	state    *State
	manifest Manifest
	buffered int64
	parts    map[string]int // files begun per table and partition
	ids      idSets
	drop     map[string]map[string]bool // partition: article ids whose rows go
	failed   map[string]bool            // inputs whose rejects go
	old      map[string]bool            // files with other columns than today's
	stories  *stories
	steps    int               // written by checkpoints
	resume   []json.RawMessage // the caller's notes in the checkpoint taken up
}

// Open locks a dataset for one run, and finishes what a killed run had decided. It fails
// with *ForeignError or *store.LockedError when the place must not be touched. Close,
// Commit or Abort frees it.
func Open(ctx context.Context, where string) (*Writer, error) {
	st, err := store.Open(ctx, where)
	if err != nil {
		return nil, err
	}
	if err := checkOurs(st); err != nil {
		return nil, err
	}
	l, err := st.Lock()
	if err != nil {
		return nil, err
	}
	w := &Writer{store: st, lock: l}
	if err := w.recover(); err != nil {
		l.Release()
		return nil, err
	}
	return w, nil
}

// recover loads the state, after it has finished what a killed run had decided.
func (w *Writer) recover() (err error) {
	if w.state, err = LoadState(w.store); err != nil {
		return err
	}
	changed, err := recoverRuns(w.store, w.state)
	if err == nil && changed {
		w.state, err = LoadState(w.store)
	}
	return err
}

// Stale names the writer whose lock was taken over because it is gone, or is empty.
func (w *Writer) Stale() string { return w.lock.Stale() }

// State is what the dataset holds; not to be changed.
func (w *Writer) State() *State { return w.state }

// PutReport keeps what the run tells of itself, whether it was committed or not.
func (w *Writer) PutReport(runID string, b []byte) error {
	return w.store.Put(reportsDir+"/"+runID+".json", b)
}

// ReadReport is what a run has told of itself; fs.ErrNotExist where it has not.
func ReadReport(st store.Store, runID string) ([]byte, error) {
	return store.ReadAll(st, reportsDir+"/"+runID+".json")
}

// Close frees the dataset without a run.
func (w *Writer) Close() error { return w.release() }

func (w *Writer) release() error { return errors.Join(w.ids.set.close(), w.lock.Release()) }

// Start begins the run: it takes up the checkpoint of a killed one with the same
// fingerprint, and removes what others left. It fails with *RunExistsError when the run id
// was used before.
func (w *Writer) Start(opt Options) error {
	if opt.MaxBuffered == 0 {
		opt.MaxBuffered = DefaultMaxBuffered
	}
	w.opt = opt
	w.tables, w.parts, w.drop = newTables(), map[string]int{}, map[string]map[string]bool{}
	cp, err := w.findCheckpoint()
	if err != nil {
		return err
	}
	keep := map[string]bool{}
	if cp != nil {
		w.opt.RunID, keep = cp.RunID, cp.staged()
	}
	if w.state.has(w.opt.RunID) {
		return &RunExistsError{w.opt.RunID, w.store.String() + "/" + runFile(w.opt.RunID, manifestExt)}
	}
	if err := removeStray(w.store, w.state, keep); err != nil {
		return err
	}
	w.manifest = Manifest{RunID: w.opt.RunID, SchemaVersion: SchemaVersion, SchemaHash: schemaHash(), Started: w.state.nextStart()}
	w.ids = idSets{store: w.store, loaded: map[string]bool{}}
	if err := w.findReplaced(); err != nil {
		return err
	}
	if w.stories, err = openStories(w.store, w.state, w.opt.StoryWindow); err != nil {
		return err
	}
	if cp != nil {
		return w.takeUp(cp)
	}
	return nil
}

// RunID is the id of the run, which is an older one's where that was taken up.
func (w *Writer) RunID() string { return w.opt.RunID }

// Add takes the rows of one article, which are its own from then on. It reports false where the dataset has the article
// already, and takes nothing.
func (w *Writer) Add(r *Rows) (bool, error) {
	p := partitionOf("published_date", r.Article.PublishedDate)
	if err := w.ids.load(p, w.state, w.drop[p]); err != nil {
		return false, err
	}
	if fresh, err := w.ids.add(p, r.Article.ArticleID); err != nil || !fresh {
		return false, err
	}
	w.stories.assign(r)
	w.articles.add(p, &r.Article)
	for i := range r.Mentions {
		w.mentions.add(p, &r.Mentions[i])
	}
	for i := range r.Events {
		w.events.add(p, &r.Events[i])
	}
	w.buffered += int64(1024 + len(r.Article.Text) + 700*len(r.Mentions) + 1000*len(r.Events))
	return true, nil
}

// Reject takes one reject.
func (w *Writer) Reject(r RejectRow) error {
	w.rejects.add(partitionOf("run_date", &w.opt.RunDate), &r)
	w.buffered += int64(200 + len(r.Bytes))
	return nil
}

// Partition is where an article's rows go: the directory below each table.
func Partition(a *ArticleRow) string { return partitionOf("published_date", a.PublishedDate) }

// flushAll writes everything that is buffered to staged files.
func (w *Writer) flushAll() error {
	err := errors.Join(flushTable(w, &w.articles), flushTable(w, &w.mentions), flushTable(w, &w.events), flushTable(w, &w.rejects))
	w.buffered = 0
	return err
}

func flushTable[T Row](w *Writer, t *table[T]) error {
	for _, part := range slices.Sorted(maps.Keys(t.parts)) {
		if err := flush(w, t, part); err != nil {
			return err
		}
	}
	return nil
}

// flush writes one partition's rows to a staged file.
func flush[T Row](w *Writer, t *table[T], part string) error {
	rows := t.parts[part]
	delete(t.parts, part)
	key := t.name + "/" + part
	rel := fmt.Sprintf("%s/%s-%04d.parquet", key, w.opt.RunID, w.parts[key])
	w.parts[key]++
	f, err := stageRows(w, rel, t, rows)
	if err != nil {
		return err
	}
	w.manifest.Files = append(w.manifest.Files, f)
	return nil
}

// stageRows writes rows in their order to a staged file that will be rel.
func stageRows[T Row](w *Writer, rel string, t *table[T], rows []*T) (ManifestFile, error) {
	f := ManifestFile{Path: rel, Table: t.name, Rows: int64(len(rows))}
	t.sort(rows)
	err := stage(w.store, stagedName(w.opt.RunID, rel), &f, func(out io.Writer) error {
		return t.write(out, rows)
	})
	if err != nil {
		return f, fmt.Errorf("write %s: %w", rel, err)
	}
	return f, nil
}

// stageBuffers are what stage writes through.
var stageBuffers = sync.Pool{New: func() any { return bufio.NewWriterSize(nil, 1<<20) }}

// stage writes a file through fn, and notes its size and digest.
func stage(st store.Store, name string, meta *ManifestFile, fn func(io.Writer) error) error {
	sum := sha256.New()
	count := &countingWriter{}
	err := st.Stage(name, func(out io.Writer) error {
		buf := stageBuffers.Get().(*bufio.Writer)
		buf.Reset(io.MultiWriter(out, sum, count))
		defer func() {
			buf.Reset(nil)
			stageBuffers.Put(buf)
		}()
		if err := fn(buf); err != nil {
			return err
		}
		return buf.Flush()
	})
	meta.Bytes, meta.SHA256 = count.n, hex.EncodeToString(sum.Sum(nil))
	return err
}

// countingWriter counts bytes.
type countingWriter struct{ n int64 }

func (c *countingWriter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}

// Commit writes what is buffered, decides the run by its journal, and moves all into
// place; the manifest comes last. fill completes it with what only the caller knows.
func (w *Writer) Commit(fill func(*Manifest)) (*Manifest, error) {
	m := &w.manifest
	if err := w.prepare(fill); err != nil {
		return nil, errors.Join(err, w.Abort())
	}
	if err := apply(w.store, m); err != nil {
		w.release()
		return nil, err // decided: the next run finishes it
	}
	return m, w.release()
}

// prepare stages everything and writes the journal.
func (w *Writer) prepare(fill func(*Manifest)) error {
	if err := w.flushAll(); err != nil {
		return err
	}
	if err := w.gather(); err != nil {
		return err
	}
	if err := w.rewrite(); err != nil {
		return err
	}
	if err := w.flushEmpty(); err != nil {
		return err
	}
	if err := w.stories.publish(w.store, w.opt.RunID); err != nil {
		return err
	}
	m := &w.manifest
	slices.SortFunc(m.Files, func(a, b ManifestFile) int {
		if d := slices.Index(Tables, a.Table) - slices.Index(Tables, b.Table); d != 0 {
			return d
		}
		return strings.Compare(a.Path, b.Path)
	})
	m.Finished, m.Base = time.Now().UTC(), w.state.base()
	fill(m)
	for _, k := range w.opt.Pruned {
		m.Pruned = append(m.Pruned, k.URI)
	}
	b, err := m.encode()
	if err != nil {
		return err
	}
	if err := w.lock.Check(); err != nil {
		return err
	}
	journal := runFile(w.opt.RunID, journalExt)
	if err := w.store.Create(journal, b); err != nil {
		return err
	}
	if err := w.lock.Check(); err != nil { // lost while the journal was on its way
		return errors.Join(err, w.store.Remove(journal))
	}
	return nil
}

// flushEmpty gives every table a dated partition, if need be with an empty file: a glob
// without a match is an error in DuckDB, and pyarrow cannot tell the type of a partition
// column that is NULL throughout.
func (w *Writer) flushEmpty() error {
	dated, removed := map[string]bool{}, w.removed()
	for _, f := range w.state.Files {
		dated[f.Table] = dated[f.Table] || f.dated() && !removed[f.Path]
	}
	for _, f := range w.manifest.Files {
		dated[f.Table] = dated[f.Table] || f.dated()
	}
	day := partitionOf("published_date", &w.opt.RunDate)
	w.emptyPart(dated, day)
	return w.flushAll()
}

// emptyPart adds an empty partition to each table that has none.
func (w *Writer) emptyPart(dated map[string]bool, day string) {
	if !dated[TableArticles] {
		w.articles.parts[day] = nil
	}
	if !dated[TableMentions] {
		w.mentions.parts[day] = nil
	}
	if !dated[TableEvents] {
		w.events.parts[day] = nil
	}
	if !dated[TableRejects] {
		w.rejects.parts[partitionOf("run_date", &w.opt.RunDate)] = nil
	}
}

// Abort removes what the run wrote and frees the dataset. The checkpoint of a run that was
// interrupted is not kept: nothing half-written is left.
func (w *Writer) Abort() error {
	if err := w.lock.Check(); err != nil {
		return errors.Join(err, w.release()) // what is there may be another's by now
	}
	var errs []error
	staged, err := w.store.List(stagedDir(w.opt.RunID))
	errs = append(errs, err)
	for _, f := range staged {
		errs = append(errs, w.store.Remove(f.Name))
	}
	errs = append(errs, w.store.Remove(runFile(w.opt.RunID, checkpointExt)), w.store.Remove(runFile(w.opt.RunID, storiesExt)))
	w.manifest.Files = nil
	return errors.Join(append(errs, w.release())...)
}
