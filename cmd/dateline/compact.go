package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dateline/load"
)

// compactOptions are the flags of `dateline compact`.
type compactOptions struct {
	runID, fileSize string
	groupRows       int
	contract        contractFlag
	now             func() time.Time
}

func compactCommand() *cobra.Command {
	o := &compactOptions{now: time.Now}
	c := &cobra.Command{
		Use:   "compact [flags] OUT",
		Short: "Merge a dataset's small files",
		Long: `Merge the small files of each partition into files of about --target-file-size, with the
rows in the tables' order. It is a run of its own: locked, committed by a manifest, and whole
again after a kill. Rows stay as they are. Files of the target size are left alone, and a
second compact finds nothing to do.

Between the moment the merged files have their names and the moment the old ones are gone, a
reader of the directory meets rows twice; it is short, but compact when nobody reads.` + "\n" + exitHelp,
		Example: "  dateline compact --target-file-size 256MiB out",
		Args:    func(cmd *cobra.Command, args []string) error { return usage(cobra.ExactArgs(1)(cmd, args)) },
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.run(cmd, args[0])
		},
	}
	f := c.Flags()
	f.StringVar(&o.fileSize, "target-file-size", "128MiB", "size from which a file is left alone, and at which a merged one ends")
	f.IntVar(&o.groupRows, "row-group-rows", 100_000, "rows of a row group at most")
	o.contract.add(f)
	f.StringVar(&o.runID, "run-id", "", "name of the run in file names and manifest (default: compact- and the time)")
	return c
}

func (o *compactOptions) run(cmd *cobra.Command, dir string) error {
	size, err := parseSize(o.fileSize)
	if err != nil {
		return usage(fmt.Errorf("--target-file-size %q: %w", o.fileSize, err))
	}
	if o.groupRows < 1 {
		return usage(fmt.Errorf("--row-group-rows %d: want 1 or more", o.groupRows))
	}
	unnamed := o.runID == ""
	if unnamed {
		o.runID = "compact-" + o.now().UTC().Format("20060102T150405Z")
	}
	if err := checkRunID(o.runID); err != nil {
		return usage(err)
	}
	w, err := load.OpenExisting(cmd.Context(), dir)
	if err != nil {
		return err
	}
	if err := w.Meet(o.contract.value()); err != nil {
		return errors.Join(err, w.Close())
	}
	if unnamed {
		o.runID = w.State().FreeRunID(o.runID)
	}
	files := len(w.State().Files)
	m, err := w.Compact(cmd.Context(), load.CompactOptions{RunID: o.runID, CodeVersion: codeVersion(), FileBytes: size, GroupRows: o.groupRows})
	if err != nil {
		return err
	}
	return printCompact(cmd.OutOrStdout(), dir, files, m)
}

func printCompact(out io.Writer, dir string, files int, m *load.Manifest) error {
	if m == nil {
		_, err := fmt.Fprintf(out, "nothing to do: no partition of %s has two small files (%d files)\n", dir, files)
		return err
	}
	var bytes int64
	for _, f := range m.Files {
		bytes += f.Bytes
	}
	_, err := fmt.Fprintf(out, "run %s: %s: %d small files merged into %d (%.1f MiB); %d files before, %d now\n",
		m.RunID, dir, len(m.Removed), len(m.Files), float64(bytes)/(1<<20), files, files-len(m.Removed)+len(m.Files))
	return err
}

// sizeUnits are the endings of a size.
var sizeUnits = []struct {
	name  string
	bytes int64
}{{"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}, {"kB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"B", 1}, {"", 1}}

// parseSize reads 128MiB, 500MB or a number of bytes.
func parseSize(s string) (int64, error) {
	for _, u := range sizeUnits {
		digits, ok := strings.CutSuffix(s, u.name)
		if !ok {
			continue
		}
		n, err := strconv.ParseInt(strings.TrimSpace(digits), 10, 64)
		if err != nil || n < 1 || n > 1<<40/u.bytes {
			break
		}
		return n * u.bytes, nil
	}
	return 0, fmt.Errorf("want a size from 1 byte to 1 TiB, as 128MiB, 500MB or 1000000")
}
