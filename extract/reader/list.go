package reader

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dateline/extract/bucket"
)

// Stdin is the argument that stands for standard input.
const Stdin = "-"

// UsageError is an argument that names nothing: the caller's mistake, not the data's.
type UsageError struct{ Arg, Problem string }

func (e *UsageError) Error() string { return fmt.Sprintf("input %q: %s", e.Arg, e.Problem) }

// List turns arguments into inputs: "-" is standard input, a directory stands for all
// files below it in lexical order, a pattern with *, ? or [ for its matches. Hidden
// files and directories below a given directory are passed over. A directory that is
// reached twice through links is read once. A URL stands for an object, for all objects
// below it, or for those that match. Problems found below a directory are handed to warn
// and do not end the listing. Objects are read until ctx ends.
func List(ctx context.Context, args []string, warn func(path string, err error)) ([]Input, error) {
	l := lister{ctx: ctx, warn: warn, dirs: map[string]bool{}}
	for _, arg := range args {
		var err error
		switch path, isFile, ferr := bucket.FilePath(arg); {
		case arg == Stdin:
			l.out = append(l.out, Input{URI: "stdin"})
		case bucket.Is(arg):
			err = l.objects(arg)
		case ferr != nil:
			err = ferr
		case isFile:
			err = l.argument(path)
		default:
			err = l.argument(arg)
		}
		if err != nil {
			return nil, err
		}
	}
	return l.out, nil
}

type lister struct {
	ctx  context.Context
	out  []Input
	dirs map[string]bool // real paths of directories seen
	warn func(string, error)
}

func (l *lister) argument(arg string) error {
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		l.dir(arg)
		return nil
	case err == nil:
		l.file(arg)
		return nil
	case !strings.ContainsAny(arg, "*?["):
		return &UsageError{arg, "no such file or directory"}
	}
	matches, err := filepath.Glob(arg)
	if err != nil {
		return &UsageError{arg, "not a valid pattern: " + err.Error()}
	}
	if len(matches) == 0 {
		return &UsageError{arg, "the pattern matches nothing"}
	}
	for _, m := range matches {
		if info, err := os.Stat(m); err == nil && info.IsDir() {
			l.dir(m)
		} else {
			l.file(m)
		}
	}
	return nil
}

func (l *lister) file(path string) {
	l.out = append(l.out, Input{URI: filepath.ToSlash(path), Path: path})
}

func (l *lister) dir(path string) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		l.warn(path, err)
		return
	}
	if l.dirs[real] {
		return
	}
	l.dirs[real] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		l.warn(path, err)
		return
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		l.entry(filepath.Join(path, e.Name()), e)
	}
}

func (l *lister) entry(path string, e fs.DirEntry) {
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			l.warn(path, err)
			return
		}
		mode = info.Mode().Type()
	}
	switch {
	case mode.IsDir():
		l.dir(path)
	case mode.IsRegular():
		l.file(path)
	}
}
