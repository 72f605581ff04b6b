package main

import "github.com/spf13/cobra"

func root() *cobra.Command {
	c := &cobra.Command{
		Use:           "dateline",
		Short:         "Wire-service news in, normalised event records in Parquet out",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	c.AddCommand(inspectCommand())
	return c
}
