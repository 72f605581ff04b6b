package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"dateline/load"
)

// damagedError is a dataset that is not what its manifests say.
type damagedError struct {
	dir      string
	problems int
}

func (e *damagedError) Error() string {
	return fmt.Sprintf("%s: %d problems", e.dir, e.problems)
}

func verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify OUT",
		Short: "Check a dataset against its manifests",
		Long: `Check a dataset against its manifests: every file's digest, rows, columns and order; every
mention and event against the characters of its article; every input accounted for. Problems
are listed on stdout, and the exit status is 4.` + "\n" + exitHelp,
		Args: func(cmd *cobra.Command, args []string) error { return usage(cobra.ExactArgs(1)(cmd, args)) },
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := load.Verify(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			for _, p := range r.Problems {
				fmt.Fprintln(out, p)
			}
			if n := len(r.Problems); n > 0 {
				return &damagedError{args[0], n}
			}
			_, err = fmt.Fprintf(out, "%s: sound: %d runs, %d files; %d articles, %d mentions, %d events, %d rejects\n", args[0], r.Runs, r.Files,
				r.Rows[load.TableArticles], r.Rows[load.TableMentions], r.Rows[load.TableEvents], r.Rows[load.TableRejects])
			return err
		},
	}
}
