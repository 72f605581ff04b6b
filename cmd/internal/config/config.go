package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"dateline/cmd/internal/near"
)

// Prefix of all variables of the environment.
const Prefix = "DATELINE_"

// FileFlag is the flag that names the file; it cannot stand in the file itself.
const FileFlag = "config"

// Error is a setting that cannot be used.
type Error struct {
	Where   string // "file:line" or the variable's name
	Problem string
	Advice  string
}

func (e *Error) Error() string { return e.Where + ": " + e.Problem }

// Hint says what to do.
func (e *Error) Hint() string { return e.Advice }

// Origin says where a value came from.
type Origin string

// The origins that need no more words.
const (
	FromDefault Origin = "default"
	FromFlag    Origin = "flag"
)

// Source is what may decide beside the command line.
type Source struct {
	Environ []string // as os.Environ
	Home    string   // directory of the user's configuration; "" where there is none
}

// System is the process's own environment.
func System() Source {
	home, err := os.UserConfigDir()
	if err != nil {
		home = ""
	}
	return Source{Environ: os.Environ(), Home: home}
}

// Resolved says what was decided by whom.
type Resolved struct {
	File    string // the file that was read, "" for none
	Origins map[string]Origin
}

// EnvName is a setting's variable: max-reject-rate is DATELINE_MAX_REJECT_RATE.
func EnvName(setting string) string {
	return Prefix + strings.ToUpper(strings.ReplaceAll(setting, "-", "_"))
}

// DefaultFile is the file that is read where none is named.
func DefaultFile(home string) string {
	if home == "" {
		return ""
	}
	return filepath.Join(home, "dateline", "config.yaml")
}

// Settings are the names of all settings of a flag set.
func Settings(known *pflag.FlagSet) []string {
	var out []string
	known.VisitAll(func(f *pflag.Flag) {
		if f.Name != FileFlag && f.Name != "help" {
			out = append(out, f.Name)
		}
	})
	slices.Sort(out)
	return out
}

// Resolve sets those of flags that the command line did not. known are the settings there
// are, of which flags may have a part only; the values of the others are not looked at.
// file is the value of --config. Errors are of type *Error.
func Resolve(flags, known *pflag.FlagSet, file string, src Source) (*Resolved, error) {
	names := Settings(known)
	env, err := readEnv(src.Environ, names)
	if err != nil {
		return nil, err
	}
	r := &Resolved{Origins: map[string]Origin{}}
	values, err := r.open(file, env[FileFlag], src.Home, names)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		f := flags.Lookup(name)
		if f == nil {
			continue
		}
		r.Origins[name] = FromDefault
		switch v, inFile := values[name]; {
		case f.Changed:
			r.Origins[name] = FromFlag
		case env[name] != "":
			where := EnvName(name)
			if err := flags.Set(name, env[name]); err != nil {
				return nil, &Error{where, fmt.Sprintf("%q: want %s", env[name], want(f.Value)), ""}
			}
			r.Origins[name] = Origin("environment " + where)
		case inFile:
			if err := v.set(f.Value); err != nil {
				return nil, &Error{fmt.Sprintf("%s:%d", r.File, v.line), fmt.Sprintf("%s: %v", name, err), ""}
			}
			f.Changed = true
			r.Origins[name] = Origin(fmt.Sprintf("%s:%d", r.File, v.line))
		}
	}
	return r, nil
}

// open reads the file that is named, or the default one where it exists.
func (r *Resolved) open(flag, env, home string, names []string) (map[string]value, error) {
	path, named := flag, true
	if path == "" {
		path = env
	}
	if path == "" {
		path, named = DefaultFile(home), false
	}
	if path == "" {
		return nil, nil
	}
	b, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) && !named {
		return nil, nil
	}
	if err != nil {
		return nil, &Error{path, "cannot read the configuration: " + plain(err), "name another file with --config, or none"}
	}
	r.File = path
	return parse(path, b, names)
}

// service matches the variables that Kubernetes sets for a service called dateline.
var service = regexp.MustCompile(`^(SERVICE_(HOST|PORT.*)|PORT(_\d+_(TCP|UDP|SCTP).*)?)$`)

// readEnv are the settings in the environment. An empty value is none.
func readEnv(environ, names []string) (map[string]string, error) {
	out := map[string]string{}
	known := map[string]string{EnvName(FileFlag): FileFlag}
	for _, n := range names {
		known[EnvName(n)] = n
	}
	for _, kv := range environ {
		key, value, _ := strings.Cut(kv, "=")
		rest, ours := strings.CutPrefix(key, Prefix)
		if !ours || value == "" || service.MatchString(rest) {
			continue
		}
		name, ok := known[key]
		if !ok {
			return nil, unknown("environment", key, sortedKeys(known))
		}
		out[name] = value
	}
	return out, nil
}

// unknown names the key that was perhaps meant.
func unknown(where, key string, known []string) *Error {
	e := &Error{Where: where, Problem: fmt.Sprintf("unknown setting %q", key), Advice: "'dateline config show' lists the settings"}
	if n := near.Of(key, known); n != "" {
		e.Advice = "did you mean " + n + "?"
	}
	return e
}

func sortedKeys(m map[string]string) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// want says in words what a flag takes.
func want(v pflag.Value) string {
	switch v.Type() {
	case "bool":
		return "true or false"
	case "int", "int32", "int64", "uint", "uint64":
		return "a whole number"
	case "float64":
		return "a number"
	case "duration":
		return "a length of time such as 30s or 5m"
	case "stringSlice", "stringArray":
		return "a list"
	}
	return "a text"
}

// plain takes the operation and the path out of an error that names them beside ours.
func plain(err error) string {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
