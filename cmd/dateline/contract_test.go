package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"
	"github.com/rogpeppe/go-internal/testscript"

	"dateline/load"
)

// dropColumn DIR RUN TABLE COLUMN makes a run's files of a table what a program without
// the column would have written.
func dropColumn(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: dropcolumn DIR RUN TABLE COLUMN")
	}
	dir := ts.MkAbs(args[0])
	manifest := filepath.Join(dir, "_runs", args[1]+".json")
	b, err := os.ReadFile(manifest)
	ts.Check(err)
	var m load.Manifest
	ts.Check(json.Unmarshal(b, &m))
	m.SchemaHash = ""
	for i, f := range m.Files {
		if f.Table != args[2] {
			continue
		}
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		ts.Check(withoutColumn(path, args[3]))
		m.Files[i].SHA256, m.Files[i].Bytes, err = load.FileDigest(path)
		ts.Check(err)
	}
	b, err = json.Marshal(&m)
	ts.Check(err)
	ts.Check(os.WriteFile(manifest, b, 0o666))
}

// withoutColumn writes a file anew without one column.
func withoutColumn(path, column string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	in, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return err
	}
	group := parquet.Group{}
	for _, f := range in.Schema().Fields() {
		if f.Name() != column {
			group[f.Name()] = f
		}
	}
	schema := parquet.NewSchema("older", group)
	conv, err := parquet.Convert(schema, in.Schema())
	if err != nil {
		return err
	}
	var out bytes.Buffer
	w := parquet.NewWriter(&out, schema)
	for _, rg := range in.RowGroups() {
		rows := rg.Rows()
		_, err := parquet.CopyRows(w, parquet.ConvertRowReader(rows, conv))
		if rows.Close(); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o666)
}
