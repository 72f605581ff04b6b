package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	shared := flag.String("shared", "../shared", "directory of the development texts")
	dir := flag.String("out", "transform/place", "directory of the place annotator")
	only := flag.Bool("words", false, "count the word lists instead of learning weights")
	folds := flag.Int("folds", 0, "report by cross-validation in so many folds instead of writing")
	flag.Parse()
	if err := run(*shared, *dir, *only, *folds); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(shared, dir string, words bool, folds int) error {
	if words {
		return writeWords(shared, dir+"/words", givenByHand)
	}
	docs, err := load(shared + "/eval/place")
	if err != nil {
		return err
	}
	if folds > 0 {
		crossValidate(docs, folds)
		return nil
	}
	m := learn(docs)
	report("on the training texts", docs, &m)
	return write(dir+"/weights.go", &m)
}
