package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/cmd/internal/config"
)

// settings are what environment and configuration file may decide: the flags of run.
func settings() *pflag.FlagSet {
	f := pflag.NewFlagSet("settings", pflag.ContinueOnError)
	new(runOptions).flags(f)
	return f
}

// configure fills in those flags of a command that are settings and that its command line
// leaves open. A command without any is not touched, whatever the environment says.
func configure(cmd *cobra.Command, file string) (*config.Resolved, error) {
	known := settings()
	touched := false
	cmd.Flags().VisitAll(func(f *pflag.Flag) { touched = touched || known.Lookup(f.Name) != nil })
	if !touched {
		return nil, nil
	}
	r, err := config.Resolve(cmd.Flags(), known, file, config.System())
	return r, usage(err)
}

func configCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "config",
		Short: "Show the configuration",
		Long:  "Show the configuration. See also 'dateline help configuration'.\n" + exitHelp,
		Args:  func(cmd *cobra.Command, args []string) error { return usage(cobra.NoArgs(cmd, args)) },
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(configShowCommand())
	return c
}

func configShowCommand() *cobra.Command {
	var r *config.Resolved
	show := &cobra.Command{
		Use:   "show",
		Short: "Print every setting, its value and where that came from",
		Long: `Print every setting, its value and where that came from, as a configuration file. The flags
of 'dateline run' may be given, to see what they would decide.` + "\n" + exitHelp,
		Args: func(cmd *cobra.Command, args []string) error { return usage(cobra.NoArgs(cmd, args)) },
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) (err error) {
			file, _ := cmd.Flags().GetString(config.FileFlag)
			r, err = configure(cmd, file)
			return err
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.Show(cmd.OutOrStdout(), settingsOf(cmd), config.DefaultFile(config.System().Home))
		},
	}
	new(runOptions).flags(show.Flags())
	return show
}

// settingsOf are those flags of a command that are settings.
func settingsOf(cmd *cobra.Command) *pflag.FlagSet {
	known := settings()
	f := pflag.NewFlagSet("settings", pflag.ContinueOnError)
	cmd.Flags().VisitAll(func(flag *pflag.Flag) {
		if known.Lookup(flag.Name) != nil {
			f.AddFlag(flag)
		}
	})
	return f
}

// configurationTopic lists the settings, from the same table as the flags.
func configurationTopic() string {
	var b strings.Builder
	b.WriteString(`The flags of 'dateline run' are settings. What the command line leaves open is taken from the
environment, then from a configuration file, then from the defaults. Other commands take the
settings that they have flags for.

The file is YAML, one setting a line, lists as lists:

  out: /data/events
  max-reject-rate: 0.05

It is the one that --config or DATELINE_CONFIG names, else dateline/config.yaml below
$XDG_CONFIG_HOME (where that is not set: ~/.config), if it exists. A name that is not a
setting is an error, in the file and, behind DATELINE_, in the environment; variables that
Kubernetes sets for a service called dateline (DATELINE_SERVICE_HOST, DATELINE_PORT …) are
passed over. An empty variable is as good as none. Lists are written a,b in a variable.
'dateline config show' prints every value and where it came from.

Settings:
`)
	known := settings()
	tw := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "  IN THE FILE\tIN THE ENVIRONMENT\tDEFAULT\tWHAT IT IS")
	for _, name := range config.Settings(known) {
		f := known.Lookup(name)
		value := f.DefValue
		if value == "" || value == "[]" {
			value = "none"
		}
		fmt.Fprintf(tw, "  %s\t%s\t%s\t%s\n", name, config.EnvName(name), value, f.Usage)
	}
	tw.Flush()
	return strings.TrimSpace(b.String())
}
