package main

import (
	"fmt"

	"github.com/spf13/pflag"

	"dateline/load"
)

// contractFlag is --schema-contract.
type contractFlag struct{ name string }

func (c *contractFlag) add(f *pflag.FlagSet) {
	c.name = string(load.Evolve)
	f.Var(c, "schema-contract", "what to do with a dataset of other columns: evolve (write its files anew) or freeze (exit status 4)")
}

func (c *contractFlag) String() string { return c.name }
func (c *contractFlag) Type() string   { return "string" }

func (c *contractFlag) Set(s string) error {
	switch load.Contract(s) {
	case load.Evolve, load.Freeze:
		c.name = s
		return nil
	}
	return fmt.Errorf("want evolve or freeze")
}

func (c *contractFlag) value() load.Contract { return load.Contract(c.name) }
