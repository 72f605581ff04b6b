package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"dateline/cmd/internal/dictionary"
	"dateline/cmd/internal/inspect"
	"dateline/extract"
	"dateline/extract/reader"
	"dateline/transform/pipeline"
)

func inspectCommand() *cobra.Command {
	var published, format string
	var explain bool
	var dictionaries dictionary.Options
	c := &cobra.Command{
		Use:   "inspect [flags] PATH…",
		Short: "Print what dateline makes of articles",
		Long:  "Print what dateline makes of articles, as the batch would write it.\n" + exitHelp,
		Args:  atLeastOne,
		RunE: func(cmd *cobra.Command, args []string) error {
			var opt extract.Options
			if err := parseTime("published", published, &opt.Published); err != nil {
				return usage(err)
			}
			var out inspect.Printer
			switch format {
			case "json":
				out = inspect.JSON(cmd.OutOrStdout())
			case "text":
				out = inspect.Text(cmd.OutOrStdout())
			case "conllu":
				out = inspect.CoNLLU(cmd.OutOrStdout())
			case "html":
				out = inspect.HTML(cmd.OutOrStdout())
			default:
				return usage(fmt.Errorf("--format %q: want json, conllu, text or html", format))
			}
			if _, err := loadDictionaries(dictionaries); err != nil {
				return err
			}
			p, err := pipeline.New()
			if err != nil {
				return err
			}
			inputs, err := reader.List(cmd.Context(), args, func(path string, err error) {
				fmt.Fprintf(cmd.ErrOrStderr(), "dateline: %s: %v\n", path, err)
			})
			if err != nil {
				return err
			}
			return inspect.Run(inspect.Options{
				Inputs:  inputs,
				Extract: opt,
				Reader:  reader.Reader{Limits: extract.DefaultLimits, Stdin: cmd.InOrStdin()},
				Explain: explainer(cmd, explain),
			}, p, out)
		},
	}
	c.Flags().StringVar(&published, "published", "", "publication time of inputs that carry none (RFC 3339 or YYYY-MM-DD)")
	c.Flags().StringVar(&format, "format", "json", "json, conllu, text or html (one page that loads nothing)")
	dictionaryFlags(c.Flags(), &dictionaries)
	c.Flags().BoolVar(&explain, "explain", false, "print every decision of the annotators on stderr")
	return c
}

// explainer writes decisions to stderr, or is nil.
func explainer(cmd *cobra.Command, on bool) func(annotator, message string) {
	if !on {
		return nil
	}
	return func(annotator, message string) {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s\n", annotator, message)
	}
}

// parseTime reads the value of a flag, unless it is empty.
func parseTime(flag, s string, to *time.Time) error {
	if s == "" {
		return nil
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			*to = t
			return nil
		}
	}
	return fmt.Errorf("--%s %q: want RFC 3339 or YYYY-MM-DD", flag, s)
}
