package main

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/jdkato/prose/v2"

	"dateline/transform/text/linear"
	"dateline/transform/text/ner"
	"dateline/transform/text/tag"
)

// asset decodes one of prose's files into v.
func asset(name string, v any) error {
	b, err := prose.Asset("model/" + name)
	if err != nil {
		return err
	}
	return gob.NewDecoder(bytes.NewReader(b)).Decode(v)
}

func proseModels() error {
	tagger, err := proseTagger()
	if err != nil {
		return err
	}
	entities, err := proseEntities()
	if err != nil {
		return err
	}
	if err := os.WriteFile("ner/prose.bin", entities, 0o644); err != nil {
		return err
	}
	return os.WriteFile("tag/prose.bin", tagger, 0o644)
}

// proseTagger turns the weights of prose's perceptron into a linear model. They are
// rounded to three decimals in prose, so thousandths lose nothing.
func proseTagger() ([]byte, error) {
	var weights map[string]map[string]float64
	var fixed map[string]string
	var classes []string
	for name, v := range map[string]any{"weights": &weights, "tags": &fixed, "classes": &classes} {
		if err := asset("AveragedPerceptron/"+name+".gob", v); err != nil {
			return nil, err
		}
	}
	slices.Sort(classes)
	classes = append(classes, "-", "-NONE-")
	b := linear.Builder{Classes: classes}
	class := map[string]uint8{}
	for i, c := range classes {
		class[c] = uint8(i)
	}
	for feature, row := range weights {
		h, ok := tag.ProseFeature(feature)
		if !ok {
			return nil, fmt.Errorf("unknown feature %q", feature)
		}
		for c, w := range row {
			b.Set(h, class[c], int32(math.Round(w*1000)))
		}
	}
	for word, c := range fixed {
		b.Set(tag.ProseFixed(word), class[c], 1)
	}
	return b.Encode(), nil
}

// proseEntities turns prose's maximum-entropy model into a linear model.
func proseEntities() ([]byte, error) {
	var mapping map[string]int
	var weights []float64
	var labels, basic []string
	for name, v := range map[string]any{"mapping": &mapping, "weights": &weights, "labels": &labels, "words": &basic} {
		if err := asset("Maxent/"+name+".gob", v); err != nil {
			return nil, err
		}
	}
	slices.Sort(labels)
	b := linear.Builder{Classes: labels}
	var list []float64
	for _, entry := range slices.Sorted(maps.Keys(mapping)) {
		class := -1
		for c, l := range labels {
			if strings.HasSuffix(entry, "-"+l) {
				class = c
			}
		}
		if class < 0 {
			return nil, fmt.Errorf("no label in %q", entry)
		}
		h, ok := ner.ProseFeature(strings.TrimSuffix(entry, "-"+labels[class]))
		if !ok {
			return nil, fmt.Errorf("unknown feature %q", entry)
		}
		list = append(list, weights[mapping[entry]])
		b.Set(h, uint8(class), int32(len(list)))
	}
	for _, w := range basic {
		b.Set(ner.ProseBasic(w), 0, 1)
	}
	return ner.EncodeProse(&b, list), nil
}
