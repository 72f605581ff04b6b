// Package console is what people see of a run.
//
// The rules: data and the summary go to stdout, everything else to stderr; messages are
// lower case with the prefix "dateline:", a hint stands on a second line; progress is one
// line drawn again and again on a terminal, and a line of the log now and then elsewhere.
// Nothing is coloured.
package console

import (
	"fmt"
	"io"
	"log/slog"
)

// NewLogger makes the run's log: format text or json.
func NewLogger(w io.Writer, format string, quiet bool) (*slog.Logger, error) {
	opt := &slog.HandlerOptions{Level: slog.LevelInfo}
	if quiet {
		opt.Level = slog.LevelError
	}
	switch format {
	case "text":
		return slog.New(slog.NewTextHandler(w, opt)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, opt)), nil
	}
	return nil, fmt.Errorf("--log-format %q: want text or json", format)
}
