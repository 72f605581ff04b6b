package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"dateline/extract/reader"
	"dateline/load"
)

// Plan is what of a run's inputs has to be read, and why.
type Plan struct {
	Inputs   []reader.Input
	About    []load.ManifestInput // beside Inputs: reason and modification time
	Known    int64                // inputs of which nothing has changed
	Replaced []load.KnownInput    // inputs read before whose rows are replaced
	Pruned   []load.KnownInput    // inputs that are gone
}

// PlanOptions are what decides beside the inputs themselves.
type PlanOptions struct {
	OptionsHash, CodeVersion string
	FullRefresh              bool
	Retry                    bool // read inputs again for their rejects
	// PruneBelow are directories whose vanished inputs lose their rows.
	PruneBelow []string
}

// Empty reports whether there is nothing to do.
func (p *Plan) Empty() bool { return len(p.Inputs) == 0 && len(p.Pruned) == 0 }

// MakePlan compares the inputs with what the dataset knows of them. A file whose size and
// modification time are as before is taken for unchanged; one whose time alone differs is
// compared by digest.
func MakePlan(state *load.State, inputs []reader.Input, opt PlanOptions) *Plan {
	p := &Plan{}
	here := make(map[string]bool, len(inputs))
	for _, in := range inputs {
		here[in.URI] = true
		about := load.ManifestInput{URI: in.URI, Reason: load.ReasonNew}
		if !in.Stdin() {
			now, err := in.Stat()
			about.Modified, about.ETag = now.Modified, now.ETag
			about.Reason = state.Why(in.URI, opt.OptionsHash, opt.CodeVersion, func(k load.KnownInput) bool {
				return err == nil && now.Size == k.Bytes && (about.Modified == k.Modified && about.ETag == k.ETag || sameBytes(in, k))
			})
			if opt.FullRefresh && about.Reason == "" {
				about.Reason = load.ReasonRefresh
			}
			if opt.Retry && about.Reason == "" {
				about.Reason = load.ReasonRejected
			}
			if about.Reason == "" {
				p.Known++
				continue
			}
			if k, ok := state.Inputs[in.URI]; ok {
				p.Replaced = append(p.Replaced, k)
			}
		}
		p.Inputs, p.About = append(p.Inputs, in), append(p.About, about)
	}
	for _, dir := range opt.PruneBelow {
		prefix := strings.TrimSuffix(filepath.ToSlash(filepath.Clean(reader.Root(dir))), "/") + "/"
		for uri, k := range state.Inputs {
			if !here[uri] && strings.HasPrefix(filepath.ToSlash(filepath.Clean(uri)), prefix) {
				here[uri] = true
				p.Pruned = append(p.Pruned, k)
			}
		}
	}
	return p
}

// Going are the inputs whose rows are taken out of the dataset.
func (p *Plan) Going() []load.KnownInput { return slices.Concat(p.Replaced, p.Pruned) }

// Again adds an input that is known and has to be read again for its duplicates. It
// reports whether the file is another than the one that was read.
func (p *Plan) Again(in reader.Input, k load.KnownInput) (changed bool) {
	about := load.ManifestInput{URI: in.URI, Reason: load.ReasonDuplicate}
	if now, err := in.Stat(); err == nil {
		about.Modified, about.ETag = now.Modified, now.ETag
		changed = now.Size != k.Bytes || about.Modified != k.Modified || about.ETag != k.ETag
	}
	p.Inputs, p.About, p.Replaced = append(p.Inputs, in), append(p.About, about), append(p.Replaced, k)
	return changed
}

// ReplacedFirst moves the inputs whose rows are replaced before the others, and returns
// how many those are.
func (p *Plan) ReplacedFirst() int {
	replaced := make(map[string]bool, len(p.Replaced))
	for _, k := range p.Replaced {
		replaced[k.URI] = true
	}
	var first, rest Plan
	for i, in := range p.Inputs {
		to := &rest
		if replaced[in.URI] {
			to = &first
		}
		to.Inputs, to.About = append(to.Inputs, in), append(to.About, p.About[i])
	}
	p.Inputs, p.About = append(first.Inputs, rest.Inputs...), append(first.About, rest.About...)
	return len(first.Inputs)
}

// Bytes is how much there is to read; 0 where that is not known, as with standard input.
func (p *Plan) Bytes() int64 {
	var sum int64
	for _, in := range p.Inputs {
		now, err := in.Stat()
		if in.Stdin() || err != nil || !now.Regular {
			return 0
		}
		sum += now.Size
	}
	return sum
}

// Fingerprint names the work of the plan: a run that was killed is taken up again by one
// with the same.
func (p *Plan) Fingerprint(opt PlanOptions) string {
	h := sha256.New()
	fmt.Fprintln(h, opt.OptionsHash, opt.CodeVersion, load.SchemaVersion, len(p.Pruned))
	for i, in := range p.Inputs {
		if in.Stdin() {
			return "" // standard input does not come again
		}
		size := int64(-1)
		if now, err := in.Stat(); err == nil {
			size = now.Size
		}
		fmt.Fprintln(h, in.URI, size, p.About[i].Modified, p.About[i].ETag)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// sameBytes compares an input with what was read before.
func sameBytes(in reader.Input, k load.KnownInput) bool {
	sum, err := in.Digest()
	return err == nil && sum == k.SHA256
}

// Complete fills in what the plan knows of the inputs that were read.
func (p *Plan) Complete(read []load.ManifestInput) []load.ManifestInput {
	for i := range read {
		read[i].Reason, read[i].Modified, read[i].ETag = p.About[i].Reason, p.About[i].Modified, p.About[i].ETag
	}
	return read
}
