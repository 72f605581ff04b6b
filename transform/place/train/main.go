package main

import (
	"fmt"
	"os"
)

func main() {
	if err := writeWords("../shared", "transform/place/words", givenByHand); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
