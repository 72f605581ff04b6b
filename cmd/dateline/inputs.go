package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"dateline/extract/reader"
)

// longestPath bounds one line of an input list, in bytes.
const longestPath = 1 << 20

// listInputs adds the inputs of --input-list to those of the command line.
func (o *runOptions) listInputs() error {
	if o.inputList == "" {
		if len(o.inputs) == 0 && o.retry == "" {
			return usage(errors.New("no INPUT: name files or directories, - for standard input, or a list of them with --input-list"))
		}
		return nil
	}
	r := o.stdin
	if o.inputList == reader.Stdin {
		if slices.Contains(o.inputs, reader.Stdin) {
			return usage(errors.New("standard input is the list of --input-list and cannot be an INPUT too"))
		}
	} else {
		f, err := os.Open(o.inputList)
		if err != nil {
			return usage(fmt.Errorf("--input-list: %w", err))
		}
		defer f.Close()
		r = f
	}
	listed, err := readList(r)
	if err != nil {
		return usage(fmt.Errorf("--input-list %s:%w", o.inputList, err))
	}
	o.inputs = append(slices.Clone(o.inputs), listed...)
	return nil
}

// readList reads one input a line. White space around it and empty lines do not count. An
// empty list is a night without news, not a mistake.
func readList(r io.Reader) ([]string, error) {
	var out []string
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestPath)
	n := 1
	for ; lines.Scan(); n++ {
		switch path := strings.TrimSpace(lines.Text()); {
		case path == "":
		case path == reader.Stdin:
			return nil, fmt.Errorf("%d: - cannot stand in a list", n)
		case strings.ContainsRune(path, 0):
			return nil, fmt.Errorf("%d: want one path a line, found a NUL byte", n)
		default:
			out = append(out, path)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%d: %w", n, err)
	}
	return out, nil
}
