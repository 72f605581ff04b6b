// Package manual writes a command's help as a manual page: the same words, the same table
// of flags.
//
// In: a tree of cobra commands. Out: one page in man's format per command and topic.
package manual

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Page is one manual page.
type Page struct {
	Name string // dateline-run.1
	Text []byte
}

// Pages are the pages of a command and all below it; version stands in their footers.
func Pages(c *cobra.Command, version string) []Page {
	if c.Hidden || c.Name() == "help" {
		return nil
	}
	pages := []Page{{pageName(c), page(c, version)}}
	for _, sub := range c.Commands() {
		pages = append(pages, Pages(sub, version)...)
	}
	return pages
}

// Write writes pages into a directory, which is made when missing.
func Write(dir string, pages []Page) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for _, p := range pages {
		if err := os.WriteFile(filepath.Join(dir, p.Name), p.Text, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// pageName is the command's path with its section: 1 for commands, 7 for topics.
func pageName(c *cobra.Command) string { return title(c) + "." + section(c) }

func title(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

func section(c *cobra.Command) string {
	if c.IsAdditionalHelpTopicCommand() {
		return "7"
	}
	return "1"
}

func page(c *cobra.Command, version string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, ".TH %s %s \"\" %s \"dateline\"\n", quote(strings.ToUpper(title(c))), section(c), quote("dateline "+version))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", escape(title(c)), escape(c.Short))
	if section(c) == "1" {
		fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", escape(c.UseLine()))
	}
	b.WriteString(".SH DESCRIPTION\n")
	preformatted(&b, strings.TrimSpace(c.Long))
	if c.Example != "" {
		b.WriteString(".SH EXAMPLES\n")
		preformatted(&b, strings.Trim(c.Example, "\n"))
	}
	c.InitDefaultHelpFlag()
	flags(&b, "OPTIONS", c.NonInheritedFlags())
	flags(&b, "GLOBAL OPTIONS", c.InheritedFlags())
	seeAlso(&b, c)
	return b.Bytes()
}

// preformatted keeps lines as they are: the help is set for a terminal.
func preformatted(b *bytes.Buffer, text string) {
	b.WriteString(".nf\n")
	for line := range strings.Lines(text) {
		b.WriteString(escape(strings.TrimSuffix(line, "\n")) + "\n")
	}
	b.WriteString(".fi\n")
}

func flags(b *bytes.Buffer, heading string, set *pflag.FlagSet) {
	begun := false
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		if !begun {
			begun = true
			fmt.Fprintf(b, ".SH %s\n", heading)
		}
		kind, usage := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		if kind != "" {
			name += " " + kind
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" && f.DefValue != "[]" {
			usage += " (default " + f.DefValue + ")"
		}
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", escape(name), escape(usage))
	})
}

func seeAlso(b *bytes.Buffer, c *cobra.Command) {
	var others []string
	if c.HasParent() {
		others = append(others, fmt.Sprintf(".BR %s (%s)", escape(title(c.Parent())), section(c.Parent())))
	}
	for _, sub := range c.Commands() {
		if !sub.Hidden && sub.Name() != "help" {
			others = append(others, fmt.Sprintf(".BR %s (%s)", escape(title(sub)), section(sub)))
		}
	}
	if len(others) > 0 {
		fmt.Fprintf(b, ".SH SEE ALSO\n%s\n", strings.Join(others, " ,\n"))
	}
}

var escaper = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`)

// escape makes a line safe: no character is a command of the formatter.
func escape(s string) string {
	var b strings.Builder
	if strings.HasPrefix(s, ".") {
		b.WriteString(`\&`)
	}
	for _, r := range escaper.Replace(s) {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\[u%04X]`, r)
		}
	}
	return b.String()
}

func quote(s string) string { return `"` + strings.ReplaceAll(escape(s), `"`, `\(dq`) + `"` }
