// Command train makes the models of the language engine: `make models`.
//
//	train tagger  the Penn tagger, from ../shared/train/ud
//	train prose   prose's own weights, from prose.Asset, as flat tables
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("want a model: prose, tagger")
	}
	switch args[0] {
	case "tagger":
		return trainTagger(args[1:])
	case "prose":
		return proseModels()
	}
	return fmt.Errorf("no model %q", args[0])
}
