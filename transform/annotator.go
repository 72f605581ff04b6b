package transform

import "fmt"

// Annotator is one kind of annotation as a value. Run sees a document and appends spans
// to it; it must not keep the document, and must be safe for concurrent use on different
// documents.
type Annotator struct {
	Name     string
	Doc      string
	Requires []string // names of annotators that must have run before
	Run      func(*Document) error
}

// Order sorts annotators so that each runs after what it requires, keeping the given
// order otherwise. It fails on an unknown or circular requirement.
func Order(all []*Annotator) ([]*Annotator, error) {
	byName := make(map[string]*Annotator, len(all))
	for _, a := range all {
		byName[a.Name] = a
	}
	const (
		visiting = 1
		done     = 2
	)
	state := map[string]int{}
	var out []*Annotator
	var visit func(a *Annotator) error
	visit = func(a *Annotator) error {
		switch state[a.Name] {
		case visiting:
			return fmt.Errorf("annotator %s requires itself", a.Name)
		case done:
			return nil
		}
		state[a.Name] = visiting
		for _, r := range a.Requires {
			need, ok := byName[r]
			if !ok {
				return fmt.Errorf("annotator %s requires %s, which is not there", a.Name, r)
			}
			if err := visit(need); err != nil {
				return err
			}
		}
		state[a.Name] = done
		out = append(out, a)
		return nil
	}
	for _, a := range all {
		if err := visit(a); err != nil {
			return nil, err
		}
	}
	return out, nil
}
