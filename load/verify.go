package load

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"

	"dateline/load/store"
)

// Report is what Verify found.
type Report struct {
	Runs, Files int
	Rows        map[string]int64 // by table
	Problems    []string
}

func (r *Report) problem(format string, args ...any) {
	r.Problems = append(r.Problems, fmt.Sprintf(format, args...))
}

// Verify checks a dataset against its manifests: every file with its digest, rows, columns
// and order; every mention and event against the characters of its article; every input
// accounted for. It returns an error only where it cannot look at all.
func Verify(ctx context.Context, where string) (*Report, error) {
	st, err := store.Open(ctx, where)
	if err != nil {
		return nil, err
	}
	if err := checkOurs(st); err != nil {
		return nil, err
	}
	if ok, err := st.Exists(); err != nil || !ok {
		return nil, cmp.Or(err, fmt.Errorf("%s: %w", where, fs.ErrNotExist))
	}
	state, err := LoadState(st)
	if err != nil {
		return nil, err
	}
	r := &Report{Runs: len(state.Runs), Files: len(state.Files), Rows: map[string]int64{}}
	if err := r.stray(st, state); err != nil {
		return nil, err
	}
	for _, m := range state.Runs {
		r.accounts(m)
	}
	parts := map[string]bool{}
	for _, f := range state.Files {
		part := strings.Split(f.Path, "/")[1]
		if f.Table == TableRejects {
			checkRows(r, st, f, compareRejects, nil)
			continue
		}
		parts[part] = true
	}
	for _, part := range slices.Sorted(maps.Keys(parts)) {
		r.partition(st, state, part)
	}
	return r, nil
}

// stray lists what lies in the dataset and belongs to no committed run.
func (r *Report) stray(st store.Store, s *State) error {
	files, err := st.List("")
	for _, f := range files {
		switch _, live := s.Files[f.Name]; path.Ext(f.Name) {
		case journalExt:
			r.problem("%s: a run was killed while it committed; the next run finishes it", f.Name)
		case stageExt, checkpointExt:
			r.problem("%s: left by a run that was killed or is still going on", f.Name)
		case ".parquet":
			if !live {
				r.problem("%s: no manifest names this file", f.Name)
			}
		}
	}
	return err
}

// accounts checks that a run lost nothing: read + rejected + skipped = offered.
func (r *Report) accounts(m *Manifest) {
	n := m.Counts
	if n.Records != n.Read+n.Rejected+n.Skipped {
		r.problem("run %s: %d records offered, but %d read + %d rejected + %d skipped", m.RunID, n.Records, n.Read, n.Rejected, n.Skipped)
	}
	var records, articles, rejects int64
	for _, in := range m.Inputs {
		records += in.Records
		articles += in.Articles
		rejects += in.Rejects
	}
	if records > n.Records || articles != n.Articles || rejects > n.Rejects {
		r.problem("run %s: its inputs add up to %d records, %d articles, %d rejects; its counts say %d, %d, %d", m.RunID, records, articles, rejects, n.Records, n.Articles, n.Rejects)
	}
}

// partition checks one day: its articles, then what points at them.
func (r *Report) partition(st store.Store, s *State, part string) {
	texts := map[string][]rune{}
	for _, f := range s.files(TableArticles, part) {
		checkRows(r, st, f, compareArticles, func(a *ArticleRow) {
			if _, twice := texts[a.ArticleID]; twice {
				r.problem("%s: article %s stands twice in %s", f.Path, a.ArticleID, part)
			}
			texts[a.ArticleID] = []rune(a.Text)
		})
	}
	mentions := map[string]bool{}
	for _, f := range s.files(TableMentions, part) {
		checkRows(r, st, f, compareMentions, func(m *MentionRow) {
			mentions[m.ArticleID+m.MentionID] = true
			r.span(f.Path, "mention "+m.MentionID, texts, m.ArticleID, m.Start, m.End, m.Text)
		})
	}
	for _, f := range s.files(TableEvents, part) {
		checkRows(r, st, f, compareEvents, func(e *EventRow) {
			r.span(f.Path, "event "+e.EventID, texts, e.ArticleID, e.Start, e.End, e.Trigger)
			for _, id := range []string{e.SourceMentionID, e.TargetMentionID, e.PlaceMentionID} {
				if id != "" && !mentions[e.ArticleID+id] {
					r.problem("%s: event %s points at mention %s, which is not there", f.Path, e.EventID, id)
				}
			}
		})
	}
}

// span checks that a row's characters are those of its article.
func (r *Report) span(path, what string, texts map[string][]rune, article string, start, end int32, want string) {
	text, ok := texts[article]
	switch {
	case !ok:
		r.problem("%s: %s belongs to article %s, which is not in the partition", path, what, article)
	case start < 0 || end < start || int(end) > len(text):
		r.problem("%s: %s: [%d:%d] is outside its article of %d characters", path, what, start, end, len(text))
	case string(text[start:end]) != want:
		r.problem("%s: %s: text[%d:%d] is %q, the row says %q", path, what, start, end, string(text[start:end]), want)
	}
}

// checkRows checks one file, and hands its rows to each.
func checkRows[T Row](r *Report, st store.Store, f ManifestFile, compare func(a, b *T) int, each func(*T)) {
	rows, err := checkedRows[T](st, f)
	if err != nil {
		r.problem("%s: %v", f.Path, err)
		return
	}
	if int64(len(rows)) != f.Rows {
		r.problem("%s: %d rows, the manifest says %d", f.Path, len(rows), f.Rows)
	}
	if !slices.IsSortedFunc(rows, func(a, b T) int { return compare(&a, &b) }) {
		r.problem("%s: its rows are not in order", f.Path)
	}
	r.Rows[f.Table] += int64(len(rows))
	if each != nil {
		for i := range rows {
			each(&rows[i])
		}
	}
}

// checkedRows reads a file's rows where the file is the one that was committed.
func checkedRows[T Row](st store.Store, f ManifestFile) ([]T, error) {
	file, err := st.Open(f.Path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	sum, size, err := digest(io.NewSectionReader(file, 0, file.Size()))
	if err != nil {
		return nil, err
	}
	if sum != f.SHA256 || size != f.Bytes {
		return nil, fmt.Errorf("the file is not the one that was committed (%d bytes, digest %.12s…; the manifest says %d, %.12s…)", size, sum, f.Bytes, f.SHA256)
	}
	if diff := schemaDiff[T](file); diff != "" {
		return nil, errors.New(diff)
	}
	return parquet.Read[T](file, file.Size())
}

// FileDigest is the SHA-256 of a file's bytes in hex, and their number.
func FileDigest(path string) (string, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	return digest(f)
}

// digest is the SHA-256 of what r gives in hex, and the number of its bytes.
func digest(r io.Reader) (string, int64, error) {
	h := sha256.New()
	n, err := io.Copy(h, bufio.NewReaderSize(r, 1<<20))
	return hex.EncodeToString(h.Sum(nil)), n, err
}

// schemaDiff says how a file's columns differ from the table's; "" when they do not.
func schemaDiff[T Row](f store.File) string {
	p, err := parquet.OpenFile(f, f.Size())
	if err != nil {
		return "not a Parquet file: " + err.Error()
	}
	var diff []string
	for _, c := range compareColumns(columnTypes(p.Schema()), columnTypes(parquet.SchemaOf(new(T)))) {
		diff = append(diff, "column "+c.String())
	}
	return strings.Join(diff, "; ")
}
