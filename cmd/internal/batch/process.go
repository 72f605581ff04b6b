package batch

import (
	"runtime/debug"

	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
)

// outcome is what one record became.
type outcome struct {
	rows    []*load.Rows
	rejects []*extract.Reject
}

// process is a pure function of the record.
func process(rec *extract.Record, opt Options) outcome {
	var out outcome
	articles, rej := reader.Parse(rec, opt.Extract)
	if rej != nil {
		out.rejects = append(out.rejects, rej)
	}
	for _, a := range articles {
		rows, rej := annotate(rec, a, opt)
		if rej != nil {
			out.rejects = append(out.rejects, rej)
			continue
		}
		out.rows = append(out.rows, rows)
	}
	return out
}

// annotate runs the pipeline; an article that breaks it becomes a reject of its own.
func annotate(rec *extract.Record, a *extract.Article, opt Options) (rows *load.Rows, rej *extract.Reject) {
	defer func() {
		if p := recover(); p != nil {
			rows = nil
			rej = extract.Rejectf(rec, "transform", extract.CodeInternal, "please report this with the file", "panic: %v\n%s", p, debug.Stack())
		}
	}()
	d, coverage, err := opt.Pipeline.Run(a, nil)
	if err != nil {
		return nil, extract.Rejectf(rec, "transform", extract.CodeInternal, "please report this with the file", "%w", err)
	}
	return load.FromDocument(d, string(coverage)), nil
}
