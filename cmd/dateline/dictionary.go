package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/cmd/internal/dictionary"
)

// dictionaryFlags are the user's own tables, for every command that annotates.
func dictionaryFlags(f *pflag.FlagSet, d *dictionary.Options) {
	f.StringSliceVar(&d.Actors, "actors", nil, "`files` of own actors (see 'dateline help dictionaries')")
	f.StringSliceVar(&d.Places, "places", nil, "`files` of own places")
	f.StringSliceVar(&d.Patterns, "patterns", nil, "`files` of own event patterns")
}

// loadDictionaries merges the user's tables. What is wrong with them is the caller's
// mistake.
func loadDictionaries(d dictionary.Options) (digest string, err error) {
	digest, err = dictionary.Load(d)
	return digest, usage(err)
}

func gazetteerCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "gazetteer",
		Short: "Make files of places",
		Long:  "Make files of places. See also 'dateline help dictionaries'.\n" + exitHelp,
		Args:  func(cmd *cobra.Command, args []string) error { return usage(cobra.NoArgs(cmd, args)) },
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(importCommand())
	return c
}

func importCommand() *cobra.Command {
	opt := dictionary.Dump{Features: []string{"city", "site"}}
	c := &cobra.Command{
		Use:   "import DUMP",
		Short: "Turn a country dump of GeoNames into a places file",
		Long: `Turn a country dump of GeoNames (SY.txt out of SY.zip, from download.geonames.org/export/dump;
CC BY 4.0) into a places file on stdout, for --places. The built-in gazetteer has all towns of
500 people and more: a dump adds villages, and with --feature sites, waters and regions. Every
name added is one more that a word may be mistaken for.` + "\n" + exitHelp,
		Example: "  dateline gazetteer import SY.txt > syria.tsv\n  dateline run --places syria.tsv --out out articles/",
		Args:    func(cmd *cobra.Command, args []string) error { return usage(cobra.ExactArgs(1)(cmd, args)) },
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opt.Check(); err != nil {
				return usage(fmt.Errorf("--feature: %w", err))
			}
			return importDump(cmd.OutOrStdout(), cmd.ErrOrStderr(), args[0], opt)
		},
	}
	c.Flags().StringSliceVar(&opt.Features, "feature", opt.Features, "kinds of places to take: city, site, admin2, region, water")
	c.Flags().Int64Var(&opt.MinPopulation, "min-population", 0, "leave out cities with fewer people")
	return c
}

func importDump(out, log io.Writer, path string, opt dictionary.Dump) error {
	f, err := os.Open(path)
	if err != nil {
		return usage(err)
	}
	defer f.Close()
	done, err := dictionary.Import(out, f, opt)
	if row := (*dictionary.RowError)(nil); errors.As(err, &row) {
		return usage(fmt.Errorf("%s:%w", path, err))
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	fmt.Fprintf(log, "dateline: %d of %d rows are places now%s\n", done.Places, done.Rows, done.Why())
	return nil
}

var dictionariesTopic = `Own actors, places and event patterns are put over the built-in ones by --actors, --places and
--patterns, each with one file or several (a,b or the flag again). What they hold is part of
the options of a run: a changed dictionary is another dataset, and inputs are read again.

Actors and places are tables: columns separated by tabs, named in the first line, in any
order; lines that begin with # do not count; several values in one field have | between them.
A file called .yaml or .yml is a list of entries with the same fields instead.

Actors: ` + strings.Join(dictionary.ActorColumns, ", ") + `

  name	aliases	kind	country	sector	from	to	role
  Jane Roe	~Roe	person	GBR	GOV	2024-07-05		minister
  Northern Front	NF|Front of the North	group	SYR	REB

  kind is person, organisation, state or group; country a code of ISO 3166-1, or IGO, NGO, IMG,
  MNC; sector one of PLOVER's; code further CAMEO codes. An alias with ~ is a surname, which
  holds while its bearer is in office. A further line with the same name says what the actor
  is at another time. An actor with the name of a built-in one replaces it.

Places: ` + strings.Join(dictionary.PlaceColumns, ", ") + `

  name	aliases	feature	country	admin1	lat	lon	population
  Qaminas	Qminas|Kaminas	city	SYR	Idlib	35.90	36.66	3500

  feature is city (if left out), admin2, site, region or water. A city within 12 km of a
  built-in one of that name replaces it, under all its spellings; so does any place with its
  geonameid. 'dateline gazetteer import SY.txt' makes such a file of a dump of GeoNames.

Patterns: one a line, tried before the built-in ones.

  1822 buzz,n:buzz subj=@MIL,COP obj=&vessel
  &vessel dinghy patrol_boat

  CODE[.mode][+context…]  predicate,…  [slot=filler,…]  [slot!=filler,…]  [S=slot,…]  [T=slot,…]  [flag…]
  CODE is a CAMEO code. A predicate is the lemma of a verb, n:noun, a:adjective, or verb_particle.
  Slots: subj obj iobj comp mod poss head arg, or a preposition. Fillers: lemmas, modifier_noun,
  &class, @ (any actor), @SECTOR, * (anything). S and T say where source and target stand when
  not in the usual places. Flags: recip (both ways), wants (no event without an actor). A line
  with & makes a class of nouns, or adds to one. The column rule names file and line.

Mistakes are told with file and line, and what was perhaps meant; nothing is run then.`
