package dictionary

import (
	"strings"
	"time"

	"dateline/transform/actor/book"
	"dateline/transform/place/gazetteer"
)

// ActorColumns are the columns of an actors file.
var ActorColumns = []string{"name", "aliases", "kind", "country", "sector", "code", "from", "to", "role"}

var kinds = []string{"person", "organisation", "state", "group"}

// international stand in the place of a country.
var international = []string{"IGO", "NGO", "IMG", "MNC"}

// readActors reads an actors file. Rows of one name are what the actor is in turn.
func readActors(path, text string) ([]book.Own, error) {
	f := &file{path: path, columns: ActorColumns}
	var out []book.Own
	at := map[string]int{}
	for _, r := range f.records(text) {
		name := r.fields["name"]
		if name == "" || strings.ContainsAny(name, "|~") {
			f.wrong(r.line, "name %q: want the canonical name, without | and ~", name)
			continue
		}
		row := book.Row{
			Country: r.country(international...), Sector: r.oneOf("sector", book.Sectors()), Spec: r.fields["code"],
			From: r.day("from"), To: r.day("to"), Role: r.fields["role"],
		}
		if row.From != 0 && row.To != 0 && row.To < row.From {
			f.wrong(r.line, "to %s is before from %s", r.fields["to"], r.fields["from"])
		}
		if row.Spec != "" && (len(row.Spec)%3 != 0 || strings.ToUpper(row.Spec) != row.Spec) {
			f.wrong(r.line, "code %q: want CAMEO codes of three capitals", row.Spec)
		}
		kind := r.oneOf("kind", kinds)
		i, again := at[name]
		if again {
			out[i].Entry.Rows = append(out[i].Entry.Rows, row)
			if kind != "" && kind != out[i].Entry.Kind.String() {
				f.wrong(r.line, "kind %s, but %s in an earlier line", kind, out[i].Entry.Kind)
			}
			out[i].Names = append(out[i].Names, r.names("aliases")...)
			continue
		}
		if kind == "" {
			if r.fields["kind"] == "" {
				f.wrong(r.line, "no kind: want one of %s", strings.Join(kinds, " "))
			}
			continue
		}
		at[name] = len(out)
		out = append(out, book.Own{
			Entry: book.Entry{Name: name, Kind: book.Kind(kind[0]), Rows: []book.Row{row}},
			Names: append([]string{name}, r.names("aliases")...),
		})
	}
	for _, a := range out {
		sortRows(a.Entry.Rows)
	}
	return out, all(f.mistakes)
}

func sortRows(rows []book.Row) {
	for i := range rows {
		for j := i; j > 0 && rows[j].From < rows[j-1].From; j-- {
			rows[j], rows[j-1] = rows[j-1], rows[j]
		}
	}
}

// country reads an alpha-3 or alpha-2 code, or one of others, as alpha-3.
func (r record) country(others ...string) string {
	code := r.fields["country"]
	if code == "" {
		return ""
	}
	for _, o := range others {
		if code == o {
			return code
		}
	}
	if c := gazetteer.CountryByCode(code); c != nil {
		return c.Alpha3
	}
	if c := gazetteer.CountryNamed(code); c != nil {
		r.file.mistakes = append(r.file.mistakes, &mistake{r.file.path, r.line, "country " + code + ": want its code", c.Alpha3})
		return ""
	}
	known := append([]string{}, others...)
	for _, c := range gazetteer.Countries() {
		known = append(known, c.Alpha3)
	}
	r.file.unknown(r.line, "country", code, known)
	return ""
}

// oneOf reads one of a few values; empty is empty.
func (r record) oneOf(field string, known []string) string {
	v := r.fields[field]
	for _, k := range known {
		if v == k {
			return v
		}
	}
	if v != "" {
		r.file.unknown(r.line, field, v, known)
	}
	return ""
}

// day reads a calendar day; empty is open.
func (r record) day(field string) book.Day {
	s := r.fields[field]
	if s == "" {
		return 0
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		r.file.wrong(r.line, "%s %q: want YYYY-MM-DD", field, s)
		return 0
	}
	return book.DayOf(t)
}
