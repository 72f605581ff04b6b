package load

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
)

// Options are what a writer needs to know.
type Options struct {
	Dir     string
	RunID   string
	RunDate Day
	// MaxBuffered bounds the rows held in memory, in approximate bytes; 0 means
	// DefaultMaxBuffered. Which rows share a file depends on it and on the order of the
	// rows alone, never on time or workers.
	MaxBuffered int64
}

// DefaultMaxBuffered is about a hundred thousand events.
const DefaultMaxBuffered = 256 << 20

// stageExt marks a file that is not committed. It must not end in .parquet: DuckDB's
// **/*.parquet meets hidden and underscored names too.
const stageExt = ".uncommitted"

// RunExistsError is a run id that was used before.
type RunExistsError struct{ RunID, Path string }

func (e *RunExistsError) Error() string {
	return fmt.Sprintf("run %s is already committed: %s", e.RunID, e.Path)
}

// Hint says what to do.
func (e *RunExistsError) Hint() string { return "choose another --run-id, or leave it out" }

// Writer writes one run. It is not safe for concurrent use: rows come in input order.
type Writer struct {
	opt      Options
	articles table[ArticleRow]
	mentions table[MentionRow]
	events   table[EventRow]
	rejects  table[RejectRow]
	buffered int64
	manifest Manifest
	parts    map[string]int  // files begun per table and partition
	dated    map[string]bool // tables of earlier runs with a dated partition
}

// table buffers the rows of one table by partition.
type table[T Row] struct {
	name    string
	sorting []parquet.SortingColumn
	compare func(a, b *T) int
	parts   map[string]*partition[T]
}

type partition[T Row] struct {
	rows  []T
	bytes int64
}

// NewWriter begins a run. Files of an earlier run that was not committed are removed
// first. It fails with *ForeignError or *RunExistsError when the directory must not be
// touched.
func NewWriter(opt Options) (*Writer, error) {
	if opt.MaxBuffered == 0 {
		opt.MaxBuffered = DefaultMaxBuffered
	}
	if err := checkOurs(opt.Dir); err != nil {
		return nil, err
	}
	path := manifestPath(opt.Dir, opt.RunID)
	if _, err := os.Stat(path); err == nil {
		return nil, &RunExistsError{opt.RunID, path}
	}
	if err := os.MkdirAll(filepath.Join(opt.Dir, runsDir), 0o777); err != nil {
		return nil, err
	}
	manifests, err := readManifests(opt.Dir)
	if err != nil {
		return nil, err
	}
	if err := removeUncommitted(opt.Dir, manifests); err != nil {
		return nil, err
	}
	dated := map[string]bool{}
	for _, m := range manifests {
		for _, f := range m.Files {
			dated[f.Table] = dated[f.Table] || f.dated()
		}
	}
	return &Writer{
		dated:    dated,
		opt:      opt,
		articles: newTable(TableArticles, compareArticles, "article_id", "source_uri", "source_offset"),
		mentions: newTable(TableMentions, compareMentions, "article_id", "start"),
		events:   newTable(TableEvents, compareEvents, "article_id", "start"),
		rejects:  newTable(TableRejects, compareRejects, "source_uri", "source_offset", "code"),
		manifest: Manifest{RunID: opt.RunID, SchemaVersion: SchemaVersion, Started: time.Now().UTC()},
		parts:    map[string]int{},
	}, nil
}

func newTable[T Row](name string, compare func(a, b *T) int, sorting ...string) table[T] {
	return table[T]{name: name, compare: compare, sorting: ascending(sorting...), parts: map[string]*partition[T]{}}
}

func manifestPath(dir, run string) string { return filepath.Join(dir, runsDir, run+".json") }

// Add takes the rows of one article.
func (w *Writer) Add(r *Rows) error {
	p := partitionOf("published_date", r.Article.PublishedDate)
	w.buffered += w.articles.add(p, r.Article, int64(1024+len(r.Article.Text)))
	for i := range r.Mentions {
		w.buffered += w.mentions.add(p, r.Mentions[i], 700)
	}
	for i := range r.Events {
		w.buffered += w.events.add(p, r.Events[i], 1000)
	}
	return w.spill()
}

// Reject takes one reject.
func (w *Writer) Reject(r RejectRow) error {
	p := partitionOf("run_date", &w.opt.RunDate)
	w.buffered += w.rejects.add(p, r, int64(200+len(r.Bytes)))
	return w.spill()
}

func (t *table[T]) add(part string, row T, size int64) int64 {
	p := t.parts[part]
	if p == nil {
		p = &partition[T]{}
		t.parts[part] = p
	}
	p.rows = append(p.rows, row)
	p.bytes += size
	return size
}

// largest is the partition that holds the most bytes; the first by name among equals.
func (t *table[T]) largest() (name string, bytes int64) {
	for n, p := range t.parts {
		if p.bytes > bytes || p.bytes == bytes && n < name {
			name, bytes = n, p.bytes
		}
	}
	return name, bytes
}

// spill writes the largest partitions to files until half of the buffer is free.
func (w *Writer) spill() error {
	if w.buffered <= w.opt.MaxBuffered {
		return nil
	}
	for w.buffered > w.opt.MaxBuffered/2 {
		an, a := w.articles.largest()
		mn, m := w.mentions.largest()
		en, e := w.events.largest()
		rn, r := w.rejects.largest()
		var err error
		switch max(a, m, e, r) {
		case m:
			err = flush(w, &w.mentions, mn)
		case a:
			err = flush(w, &w.articles, an)
		case e:
			err = flush(w, &w.events, en)
		default:
			err = flush(w, &w.rejects, rn)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// flush writes one partition's rows to a staged file.
func flush[T Row](w *Writer, t *table[T], part string) error {
	p := t.parts[part]
	delete(t.parts, part)
	w.buffered -= p.bytes
	sorted(p.rows, t.compare)
	key := t.name + "/" + part
	rel := fmt.Sprintf("%s/%s-%04d.parquet", key, w.opt.RunID, w.parts[key])
	w.parts[key]++
	f := ManifestFile{Path: rel, Table: t.name, Rows: int64(len(p.rows))}
	err := stage(filepath.Join(w.opt.Dir, filepath.FromSlash(rel))+stageExt, &f, func(out io.Writer) error {
		return writeParquet(out, p.rows, t.sorting)
	})
	if err != nil {
		return fmt.Errorf("write %s: %w", rel, err)
	}
	w.manifest.Files = append(w.manifest.Files, f)
	return nil
}

// stage writes a file through fn, syncs it, and notes its size and digest.
func stage(path string, meta *ManifestFile, fn func(io.Writer) error) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	sum := sha256.New()
	buf := bufio.NewWriterSize(io.MultiWriter(f, sum), 1<<20)
	if err := fn(buf); err != nil {
		return err
	}
	if err := buf.Flush(); err != nil {
		return err
	}
	info, err := f.Stat()
	if err != nil {
		return err
	}
	meta.Bytes, meta.SHA256 = info.Size(), hex.EncodeToString(sum.Sum(nil))
	return f.Sync()
}

// Commit writes what is buffered, moves all files into place and writes the manifest
// last. fill completes the manifest with what only the caller knows.
func (w *Writer) Commit(fill func(*Manifest)) (*Manifest, error) {
	if err := w.flushAll(); err != nil {
		return nil, errors.Join(err, w.Abort())
	}
	m := &w.manifest
	slices.SortFunc(m.Files, func(a, b ManifestFile) int {
		if d := slices.Index(Tables, a.Table) - slices.Index(Tables, b.Table); d != 0 {
			return d
		}
		return strings.Compare(a.Path, b.Path)
	})
	m.Finished = time.Now().UTC()
	fill(m)
	for _, f := range m.Files {
		path := filepath.Join(w.opt.Dir, filepath.FromSlash(f.Path))
		if err := os.Rename(path+stageExt, path); err != nil {
			return nil, errors.Join(err, w.Abort())
		}
	}
	if err := w.writeManifest(m); err != nil {
		return nil, errors.Join(err, w.Abort())
	}
	return m, nil
}

func (w *Writer) writeManifest(m *Manifest) error {
	path := manifestPath(w.opt.Dir, w.opt.RunID)
	var meta ManifestFile
	err := stage(path+stageExt, &meta, func(out io.Writer) error {
		enc := json.NewEncoder(out)
		enc.SetIndent("", "  ")
		return enc.Encode(m)
	})
	if err != nil {
		return err
	}
	return os.Rename(path+stageExt, path)
}

// flushAll writes what is buffered. Every table has a dated partition from the first run
// on, if need be with an empty file: a glob without a match is an error in DuckDB, and
// pyarrow cannot tell the type of a partition column that is NULL throughout.
func (w *Writer) flushAll() error {
	for _, n := range sortedKeys(w.articles.parts) {
		if err := flush(w, &w.articles, n); err != nil {
			return err
		}
	}
	for _, n := range sortedKeys(w.mentions.parts) {
		if err := flush(w, &w.mentions, n); err != nil {
			return err
		}
	}
	for _, n := range sortedKeys(w.events.parts) {
		if err := flush(w, &w.events, n); err != nil {
			return err
		}
	}
	for _, n := range sortedKeys(w.rejects.parts) {
		if err := flush(w, &w.rejects, n); err != nil {
			return err
		}
	}
	day := partitionOf("published_date", &w.opt.RunDate)
	return errors.Join(
		flushEmpty(w, &w.articles, day), flushEmpty(w, &w.mentions, day), flushEmpty(w, &w.events, day),
		flushEmpty(w, &w.rejects, partitionOf("run_date", &w.opt.RunDate)),
	)
}

// flushEmpty writes a file without rows when the table has no dated partition.
func flushEmpty[T Row](w *Writer, t *table[T], part string) error {
	if w.dated[t.name] || slices.ContainsFunc(w.manifest.Files, func(f ManifestFile) bool { return f.Table == t.name && f.dated() }) {
		return nil
	}
	t.parts[part] = &partition[T]{}
	return flush(w, t, part)
}

func sortedKeys[T any](m map[string]T) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Abort removes what the run wrote. It is safe to call after a failed Commit.
func (w *Writer) Abort() error {
	var errs []error
	for _, f := range w.manifest.Files {
		path := filepath.Join(w.opt.Dir, filepath.FromSlash(f.Path))
		for _, p := range []string{path + stageExt, path} {
			if err := os.Remove(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
				errs = append(errs, err)
			}
		}
		removeEmptyDirs(w.opt.Dir, filepath.Dir(path))
	}
	w.manifest.Files = nil
	return errors.Join(errs...)
}

// removeEmptyDirs removes dir and its parents below root as long as they are empty.
func removeEmptyDirs(root, dir string) {
	for dir != root && os.Remove(dir) == nil {
		dir = filepath.Dir(dir)
	}
}

// removeUncommitted removes what a run that was killed left behind: staged files, and
// Parquet files that no manifest names.
func removeUncommitted(dir string, manifests []*Manifest) error {
	known := map[string]bool{}
	for _, m := range manifests {
		for _, f := range m.Files {
			known[f.Path] = true
		}
	}
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		ext := filepath.Ext(path)
		if ext == stageExt || ext == ".parquet" && !known[filepath.ToSlash(rel)] {
			return os.Remove(path)
		}
		return nil
	})
}
