package batch

import (
	"time"

	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
)

// outcome is what one record became.
type outcome struct {
	rows    []*load.Rows
	rejects []*extract.Reject
	parsed  int64
	outside int64 // articles outside the window
	spent   Stages
}

// process is a pure function of the record.
func process(rec *extract.Record, opt Options) outcome {
	var out outcome
	began := time.Now()
	articles, rej := reader.Parse(rec, opt.Extract)
	out.parsed = int64(len(articles))
	out.spent.Extract = time.Since(began)
	if rej != nil {
		out.rejects = append(out.rejects, rej)
	}
	for _, a := range articles {
		if !opt.Window.Has(a) {
			out.outside++
			continue
		}
		rows, rej := annotate(rec, a, opt)
		if rej != nil {
			out.rejects = append(out.rejects, rej)
			continue
		}
		out.rows = append(out.rows, rows)
	}
	out.spent.Transform = time.Since(began) - out.spent.Extract
	return out
}

// annotate runs the pipeline; an article that breaks it becomes a reject of its own.
func annotate(rec *extract.Record, a *extract.Article, opt Options) (*load.Rows, *extract.Reject) {
	d, coverage, err := opt.Pipeline.Run(a, nil)
	if err != nil {
		return nil, extract.Rejectf(rec, "transform", extract.CodeInternal, "please report this with the file", "%w", err)
	}
	return load.FromDocument(d, string(coverage)), nil
}
