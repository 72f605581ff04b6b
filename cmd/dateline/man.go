package main

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/cmd/internal/manual"
)

func manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the manual pages",
		Long: `Write a manual page for every command and help topic into a directory: dateline.1,
dateline-run.1, dateline-formats.7 and so on. They hold the words of the help.` + "\n" + exitHelp,
		Example: "  dateline man /usr/local/share/man/man1\n  man ./man/dateline-run.1",
		Args:    func(cmd *cobra.Command, args []string) error { return usage(cobra.ExactArgs(1)(cmd, args)) },
		RunE: func(cmd *cobra.Command, args []string) error {
			pages := manual.Pages(cmd.Root(), codeVersion())
			if err := manual.Write(args[0], pages); err != nil {
				return err
			}
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "%d pages in %s\n", len(pages), args[0])
			return err
		},
	}
}

// completions are the flags whose values a shell can complete; "command format" is the
// flag of one command.
var completions = map[string][]string{
	"log-format":     {"text", "json"},
	"summary":        {"text", "json"},
	"inspect format": {"json", "conllu", "text", "html"},
	"schema format":  {"markdown", "sql", "json", "dictionary", "html"},
}

// complete teaches the shells the values of a command's flags.
func complete(c *cobra.Command) {
	c.Flags().VisitAll(func(f *pflag.Flag) {
		values := completions[f.Name]
		if own := completions[c.Name()+" "+f.Name]; own != nil {
			values = own
		}
		var err error
		switch {
		case values != nil:
			err = c.RegisterFlagCompletionFunc(f.Name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
		case f.Name == "out":
			err = c.MarkFlagDirname(f.Name)
		}
		if err != nil {
			panic(err) // a mistake in the program itself
		}
	})
}
