package main

import (
	"github.com/spf13/cobra"

	"dateline/cmd/internal/config"
)

func root() *cobra.Command {
	c := &cobra.Command{
		Use:   "dateline",
		Short: "Wire-service news in, normalised event records in Parquet out",
		Long: `dateline reads wire-service news articles, finds dates, places, actors, numbers and
events in them, and writes typed records to Parquet. Every value is traceable to the
characters it came from.` + "\n" + exitHelp,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(cmd *cobra.Command, args []string) error {
			return usage(cobra.NoArgs(cmd, args))
		},
	}
	var file string
	c.PersistentFlags().StringVar(&file, config.FileFlag, "", "configuration file (default: see 'dateline help configuration')")
	c.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		_, err := configure(cmd, file)
		return err
	}
	c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err} })
	c.AddCommand(
		runCommand(),
		workerCommand(),
		inspectCommand(),
		reportCommand(),
		viewCommand(),
		verifyCommand(),
		compactCommand(),
		schemaCommand(),
		gazetteerCommand(),
		configCommand(),
		doctorCommand(),
		manCommand(),
		versionCommand(),
	)
	for _, sub := range c.Commands() {
		complete(sub)
	}
	c.AddCommand(topics()...)
	return c
}

// usage marks an error as the caller's mistake.
func usage(err error) error {
	if err == nil {
		return nil
	}
	return &usageError{err}
}

// atLeastOne wants one argument or more.
func atLeastOne(cmd *cobra.Command, args []string) error {
	return usage(cobra.MinimumNArgs(1)(cmd, args))
}
