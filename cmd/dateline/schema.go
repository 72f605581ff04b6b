package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"dateline/cmd/internal/datadict"
	"dateline/load"
)

func schemaCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "schema [TABLE…]",
		Short: "Print the tables and their columns",
		Long:  "Print the tables and their columns, as the program writes them.\n" + exitHelp,
		RunE: func(cmd *cobra.Command, args []string) error {
			tables, err := selectTables(args)
			if err != nil {
				return err
			}
			switch format {
			case "dictionary", "html":
				return writeDictionary(cmd.OutOrStdout(), tables, format)
			case "markdown":
				return load.WriteMarkdown(cmd.OutOrStdout(), tables)
			case "sql":
				return load.WriteDDL(cmd.OutOrStdout(), tables)
			case "json":
				return load.WriteJSON(cmd.OutOrStdout(), tables)
			}
			return usage(fmt.Errorf("--format %q: want markdown, sql, json, dictionary or html", format))
		},
	}
	c.Flags().StringVar(&format, "format", "markdown", "markdown, sql (DuckDB's DDL), json, or the data dictionary with rules and examples: dictionary (Markdown) or html")
	return c
}

// writeDictionary writes the columns with the rules behind them and examples.
func writeDictionary(w io.Writer, tables []load.Table, format string) error {
	d, err := datadict.Make(tables)
	if err != nil {
		return err
	}
	if format == "html" {
		return datadict.WriteHTML(w, d, load.SchemaVersion)
	}
	return datadict.WriteMarkdown(w, d)
}

// selectTables are the tables called names; all when there is no name.
func selectTables(names []string) ([]load.Table, error) {
	all := load.Schema()
	if len(names) == 0 {
		return all, nil
	}
	var out []load.Table
next:
	for _, n := range names {
		for _, t := range all {
			if t.Name == n {
				out = append(out, t)
				continue next
			}
		}
		return nil, usage(fmt.Errorf("no table %q: want %s", n, strings.Join(load.Tables, ", ")))
	}
	return out, nil
}
