package load

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestSchemaIsComplete(t *testing.T) {
	for _, table := range Schema() {
		seen := map[string]bool{}
		for _, c := range table.Columns {
			if c.Doc == "" || c.Name == "" || c.Type == "" {
				t.Errorf("%s.%s: name, type or doc is missing: %+v", table.Name, c.Name, c)
			}
			if seen[c.Name] {
				t.Errorf("%s.%s stands twice", table.Name, c.Name)
			}
			seen[c.Name] = true
		}
	}
}

func TestSchemaHasTheContract(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "shared", "SCHEMA.md"))
	if err != nil {
		t.Skip("shared/SCHEMA.md is not beside the project")
	}
	have := map[string]bool{}
	for _, table := range Schema() {
		for _, c := range table.Columns {
			have[table.Name+"."+c.Name] = true
		}
	}
	table := ""
	row := regexp.MustCompile(`^\| ([a-z][a-z0-9_, ]*[a-z0-9_]) \|`)
	for _, line := range strings.Split(string(b), "\n") {
		if name, ok := strings.CutPrefix(line, "## "); ok {
			table, _, _ = strings.Cut(name, " ")
		}
		m := row.FindStringSubmatch(line)
		if m == nil || m[1] == "column" {
			continue
		}
		for _, c := range strings.Split(m[1], ", ") {
			if !have[table+"."+c] {
				t.Errorf("%s.%s is in the contract and not in the row structs", table, c)
			}
		}
	}
}

func TestSchemaFormats(t *testing.T) {
	var md, sql, js bytes.Buffer
	if err := WriteMarkdown(&md, Schema()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(md.String(), "| published_date | DATE | yes |") {
		t.Error("Markdown lacks the partition column")
	}
	if err := WriteDDL(&sql, Schema()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"CREATE TABLE events (", `"killed_low" BIGINT`, `"bylines" VARCHAR[]`, `"published_at" TIMESTAMP WITH TIME ZONE`} {
		if !strings.Contains(sql.String(), want) {
			t.Errorf("DDL lacks %s", want)
		}
	}
	if err := WriteJSON(&js, Schema()); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		SchemaVersion string  `json:"schema_version"`
		Tables        []Table `json:"tables"`
	}
	if err := json.Unmarshal(js.Bytes(), &doc); err != nil || doc.SchemaVersion != SchemaVersion || len(doc.Tables) != len(Tables) {
		t.Errorf("JSON: %v %+v", err, doc.SchemaVersion)
	}
}
