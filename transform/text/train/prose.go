package main

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math"
	"os"
	"slices"

	"github.com/jdkato/prose/v2"

	"dateline/transform/text/linear"
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
	data, err := proseTagger()
	if err != nil {
		return err
	}
	return os.WriteFile("tag/prose.bin", data, 0o644)
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
