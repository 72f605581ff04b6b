package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"dateline/cmd/internal/view"
)

func viewCommand() *cobra.Command {
	var port int
	c := &cobra.Command{
		Use:   "view OUT",
		Short: "Browse a dataset in a web browser on this machine",
		Long: `Serve a dataset's events to a browser on this machine, to filter them and to read each in its
article, and print the address to open. Ctrl-C ends it.

Only this machine is answered (127.0.0.1), and only who has the address: it holds a random
token, new each time. Pages of other origins are not let in. The pages load nothing from
elsewhere and run no scripts; nothing can be changed through them.` + "\n" + exitHelp,
		Args: func(cmd *cobra.Command, args []string) error { return usage(cobra.ExactArgs(1)(cmd, args)) },
		RunE: func(cmd *cobra.Command, args []string) error {
			if port < 0 || port > 65535 {
				return usage(fmt.Errorf("--port %d: want 0..65535", port))
			}
			s, err := view.New(cmd.Context(), args[0], datasetName(args[0]), port)
			if empty := (*view.EmptyError)(nil); errors.As(err, &empty) {
				return usage(err)
			}
			if err != nil {
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout(), s.URL())
			return s.Serve(cmd.Context())
		},
	}
	c.Flags().IntVar(&port, "port", 0, "port to listen on (0: any that is free)")
	return c
}

// datasetName is the last part of a dataset's place.
func datasetName(where string) string {
	if strings.Contains(where, "://") {
		where = strings.TrimSuffix(where, "/")
		return where[strings.LastIndexByte(where, '/')+1:]
	}
	if abs, err := filepath.Abs(where); err == nil {
		where = abs
	}
	return filepath.Base(where)
}
