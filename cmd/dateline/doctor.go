package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"dateline/cmd/internal/doctor"
)

// sickError is an installation that failed checks.
type sickError struct{ failed, checks int }

func (e *sickError) Error() string { return fmt.Sprintf("%d of %d checks failed", e.failed, e.checks) }

func doctorCommand() *cobra.Command {
	o := doctor.Options{Version: codeVersion()}
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Check an installation",
		Long: `Check that this machine can do a run: the embedded models give known answers, time zones are
there, the dataset's directory can be written to and locked and has room, and the limits on
files and memory are high enough. The configuration is read like that of a run.

A line per check: ok, warn or FAIL. The exit status is 1 where one failed.` + "\n" + exitHelp,
		Args: func(cmd *cobra.Command, args []string) error { return usage(cobra.NoArgs(cmd, args)) },
		RunE: func(cmd *cobra.Command, _ []string) error {
			checks, failed := doctor.Run(cmd.Context(), o, func(r doctor.Result) {
				fmt.Fprintf(cmd.OutOrStdout(), "%-4s  %-14s  %s\n", r.Verdict, r.Check, r.Found)
				if r.Advice != "" {
					fmt.Fprintf(cmd.OutOrStdout(), "      %-14s  hint: %s\n", "", r.Advice)
				}
			})
			if failed > 0 {
				return &sickError{failed, checks}
			}
			return nil
		},
	}
	c.Flags().StringVarP(&o.Out, "out", "o", "", "directory of the dataset; made when missing")
	return c
}
