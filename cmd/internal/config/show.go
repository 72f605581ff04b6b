package config

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v3"
)

// Show writes every setting with its value and origin, as a file that Resolve reads back.
func (r *Resolved) Show(w io.Writer, flags *pflag.FlagSet, defaultFile string) error {
	switch {
	case r.File != "":
		fmt.Fprintf(w, "# read: %s\n", r.File)
	case defaultFile != "":
		fmt.Fprintf(w, "# no configuration file; the default place is %s\n", defaultFile)
	}
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, name := range Settings(flags) {
		text, err := literal(flags.Lookup(name).Value)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintf(tw, "%s: %s\t# %s\n", name, text, r.Origins[name])
	}
	return tw.Flush()
}

// literal writes a flag's value as one line of YAML. Numbers and truth values stand as
// they are; JSON's strings and lists are YAML's.
func literal(v pflag.Value) (string, error) {
	var out any = v.String()
	switch s, many := v.(pflag.SliceValue); {
	case many:
		out = append([]string{}, s.GetSlice()...)
	case v.Type() != "string" && want(v) != "a text":
		return v.String(), nil
	default:
		// A plain text stays plain where YAML reads it as the same text.
		var n yaml.Node
		if err := yaml.Unmarshal([]byte("k: "+v.String()+" # c"), &n); err == nil && n.Kind != 0 {
			if top := n.Content[0]; top.Kind == yaml.MappingNode && len(top.Content) == 2 && top.Content[1].Kind == yaml.ScalarNode &&
				top.Content[1].Value == v.String() && top.Content[1].Tag != "!!null" && top.Content[1].Anchor == "" {
				return v.String(), nil
			}
		}
	}
	b, err := json.Marshal(out)
	return string(b), err
}
