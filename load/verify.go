package load

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
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
	v := &verification{Report: r, st: st, rangeBytes: verifyBytes}
	parts := byPart(state)
	for _, part := range slices.Sorted(maps.Keys(parts)) {
		v.partition(part, parts[part])
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
