package config

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v3"
)

// value is what a file says of one setting.
type value struct {
	line  int
	items []string // of a list
	text  string   // of anything else
	list  bool
}

// parse reads a file of settings: one mapping of names to scalars or lists of scalars. A
// name may be written with _ for -.
func parse(path string, b []byte, names []string) (map[string]value, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(b, &doc); err != nil {
		return nil, &Error{path, strings.TrimPrefix(err.Error(), "yaml: "), "the file is YAML: one 'name: value' a line"}
	}
	if doc.Kind == 0 || doc.Content[0].Tag == "!!null" {
		return nil, nil // empty
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return nil, &Error{place(path, top), "want 'name: value' lines", "'dateline config show' prints an example"}
	}
	known := map[string]bool{}
	for _, n := range names {
		known[n] = true
	}
	out := map[string]value{}
	for i := 0; i+1 < len(top.Content); i += 2 {
		key, node := top.Content[i], top.Content[i+1]
		name := strings.ReplaceAll(key.Value, "_", "-")
		if !known[name] {
			return nil, unknown(place(path, key), key.Value, names)
		}
		if old, ok := out[name]; ok {
			return nil, &Error{place(path, key), fmt.Sprintf("%s stands in line %d already", name, old.line), "take one of the two out"}
		}
		v, err := scalars(node)
		if err != nil {
			return nil, &Error{place(path, node), fmt.Sprintf("%s: %v", name, err), ""}
		}
		v.line = key.Line
		out[name] = v
	}
	return out, nil
}

func place(path string, n *yaml.Node) string { return fmt.Sprintf("%s:%d", path, n.Line) }

// scalars reads a setting's value as the characters in the file: a flag reads them.
func scalars(n *yaml.Node) (value, error) {
	switch n.Kind {
	case yaml.AliasNode:
		return scalars(n.Alias)
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return value{}, errors.New("has no value")
		}
		return value{text: n.Value}, nil
	case yaml.SequenceNode:
		v := value{list: true}
		for _, item := range n.Content {
			if item.Kind != yaml.ScalarNode || item.Tag == "!!null" {
				return value{}, errors.New("want a plain value, or a list of them")
			}
			v.items = append(v.items, item.Value)
		}
		return v, nil
	}
	return value{}, errors.New("want a plain value, or a list of them")
}

// set gives the value to a flag.
func (v value) set(to pflag.Value) error {
	slice, takesMany := to.(pflag.SliceValue)
	switch {
	case v.list && !takesMany:
		return fmt.Errorf("a list: want %s", want(to))
	case v.list:
		return slice.Replace(v.items)
	case takesMany:
		return slice.Replace([]string{v.text})
	}
	if to.Set(v.text) != nil {
		return fmt.Errorf("%q: want %s", v.text, want(to))
	}
	return nil
}
