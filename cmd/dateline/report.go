package main

import (
	"errors"

	"github.com/spf13/cobra"

	htmlreport "dateline/cmd/internal/report"
)

func reportCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "report OUT",
		Short: "Draw a dataset as one HTML page",
		Long: `Write a page about a dataset to stdout: events by day and type, places on a map, pairs of
actors, casualties, and what is not known. The page is one file and loads nothing.` + "\n" + exitHelp,
		Example: "  dateline report out > report.html",
		Args:    func(cmd *cobra.Command, args []string) error { return usage(cobra.ExactArgs(1)(cmd, args)) },
		RunE: func(cmd *cobra.Command, args []string) error {
			err := htmlreport.Write(cmd.Context(), cmd.OutOrStdout(), args[0])
			if empty := (*htmlreport.EmptyError)(nil); errors.As(err, &empty) {
				return usage(err)
			}
			return err
		},
	}
}
