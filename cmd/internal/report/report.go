package report

import (
	"cmp"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"dateline/cmd/internal/account"
	"dateline/cmd/internal/page"
	"dateline/load"
	"dateline/load/store"
)

//go:embed report.html
var reportHTML string

var templates = sync.OnceValue(func() *template.Template { return page.Parse(reportHTML, funcs) })

var funcs = template.FuncMap{
	"head":  func(title string) page.Head { return page.Head{Title: title} },
	"table": func(title, first, second string, rows []Row) table { return table{title, first, second, rows} },
}

// table is rows under a title and the names of their two columns.
type table struct {
	Title, First, Second string
	Rows                 []Row
}

// EmptyError is a directory without a finished run.
type EmptyError struct{ Dir string }

func (e *EmptyError) Error() string { return e.Dir + " holds no dataset: no run has ended there" }

// Hint says what to do.
func (e *EmptyError) Hint() string { return "give the directory that dateline run --out wrote" }

// Write reads the dataset in dir and writes its report. The page names the dataset by the
// last part of its path. It returns an EmptyError where there is nothing to report.
func Write(ctx context.Context, w io.Writer, dir string) error {
	st, err := store.Open(ctx, dir)
	if err != nil {
		return err
	}
	state, err := load.LoadState(st)
	if err != nil {
		return err
	}
	if len(state.Runs) == 0 {
		return &EmptyError{dir}
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	v := &view{Name: filepath.Base(abs)}
	v.Title = v.Name + " · dateline report"
	t := newTally()
	for _, path := range slices.Sorted(maps.Keys(state.Files)) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := t.file(st, state.Files[path]); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	describe(v, state)
	v.Slowest = slowest(st, state)
	t.fill(v)
	return templates().ExecuteTemplate(w, "report", v)
}

// file counts the rows of one file. Articles are not read: no figure needs them.
func (t *tally) file(st store.Store, f load.ManifestFile) error {
	switch f.Table {
	case load.TableEvents:
		return each(st, f.Path, t.event)
	case load.TableMentions:
		return each(st, f.Path, t.mention)
	case load.TableRejects:
		return each(st, f.Path, t.reject)
	}
	return nil
}

func each[T load.Row](st store.Store, path string, count func(*T)) error {
	return load.Scan(st, path, 0, func(_ int64, row *T) bool {
		count(row)
		return true
	})
}

// describe tells what the manifests know: how much there is, of which days, from what.
func describe(v *view, s *load.State) {
	rows := map[string]int{}
	days := map[string]bool{}
	for _, f := range s.Files {
		rows[f.Table] += int(f.Rows)
		if part := strings.Split(f.Path, "/")[1]; f.Table == load.TableArticles && !strings.HasSuffix(part, load.HiveDefaultPartition) {
			days[strings.TrimPrefix(part, "published_date=")] = true
		}
	}
	v.Totals = append(v.Totals, Row{Name: "runs", N: len(s.Runs)}, Row{Name: "inputs", N: len(s.Inputs)})
	for _, t := range load.Tables {
		v.Totals = append(v.Totals, Row{Name: t, N: rows[t]})
	}
	if d := slices.Sorted(maps.Keys(days)); len(d) > 0 {
		v.Period = d[0] + " to " + d[len(d)-1]
	}
	versions := map[string]bool{}
	for _, r := range s.Runs {
		versions[r.CodeVersion] = true
	}
	v.Versions = slices.Sorted(maps.Keys(versions))
	for uri, in := range s.Inputs {
		v.Heaviest = append(v.Heaviest, Row{Name: uri, N: int(in.Bytes), Note: plural(int(in.Articles), "article") + ", " + plural(int(in.Rejects), "reject")})
	}
	v.Heaviest = longest(v.Heaviest, most/2)
}

// slowest are the inputs that took longest, by what the runs tell of themselves. A run
// without an account is passed over: nothing depends on those.
func slowest(st store.Store, s *load.State) []Row {
	took := map[string]account.Input{}
	for _, r := range s.Runs {
		var a account.Run
		b, err := load.ReadReport(st, r.RunID)
		if err != nil || json.Unmarshal(b, &a) != nil {
			continue
		}
		for _, in := range a.SlowestInputs {
			if in.Seconds > took[in.URI].Seconds {
				took[in.URI] = in
			}
		}
	}
	var rows []Row
	for uri, in := range took {
		rows = append(rows, Row{Name: uri, N: int(in.Seconds * 1000), Note: plural(int(in.Articles), "article")})
	}
	return longest(rows, most/2)
}

func compareDots(a, b page.Dot) int {
	return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Name, b.Name), cmp.Compare(a.Lat, b.Lat), cmp.Compare(a.Lon, b.Lon))
}
