package dictionary

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dateline/transform/place/gazetteer"
)

// Dump says what of a country dump of GeoNames is taken.
type Dump struct {
	Features      []string // of those of a places file
	MinPopulation int64    // of cities; sites and waters have none
}

// Imported counts what became of a dump.
type Imported struct {
	Rows, Places int
	Skipped      map[string]int // by why
}

// The columns of a dump, in order: geonames.org/export/dump readme.txt.
const (
	gnID = iota
	gnName
	gnASCII
	gnAlternates
	gnLat
	gnLon
	gnClass
	gnCode
	gnCountry
	_
	gnAdmin1
	_
	_
	_
	gnPopulation
	gnColumns = 19
)

// Check wants features that there are.
func (d Dump) Check() error {
	for _, f := range d.Features {
		if _, ok := features[f]; !ok {
			problem, meant := unknown("feature", f, slices.Sorted(maps.Keys(features)))
			if meant != "" {
				problem += ": did you mean " + meant + "?"
			}
			return errors.New(problem)
		}
	}
	return nil
}

// Why tells in words what was left out.
func (i Imported) Why() string {
	s := ""
	for _, why := range slices.Sorted(maps.Keys(i.Skipped)) {
		s += fmt.Sprintf("; %d %s", i.Skipped[why], why)
	}
	return s
}

// RowError is a row that is none of a country dump.
type RowError struct {
	Line    int
	Problem string
}

func (e *RowError) Error() string { return fmt.Sprintf("%d: %s", e.Line, e.Problem) }

// longestRow bounds one row of a dump: the alternates of a country's capital are many.
const longestRow = 1 << 20

// sites and regions are the feature codes that news name: GeoNames has wells and fords too.
var (
	sites   = codes("AIRB AIRF AIRP BDG CMP CMPMN CMPRF CTRA DAM HSP INSM MILB MNMT MSQE NAVF OILR PRN PRT REFN SQR STNB UNIV CSTM PSTB BORD FT")
	waters  = codes("BAY CNL GULF LK LKS RSV SEA STM STRT CHN")
	regions = codes("RGN RGNE RGNH DSRT ISL ISLS MTS PEN VAL PLN OAS UPLD")
	towns   = codes("PPL PPLA PPLA2 PPLA3 PPLA4 PPLA5 PPLC PPLF PPLG PPLL PPLR PPLS PPLX STLMT")
)

func codes(list string) map[string]bool {
	m := map[string]bool{}
	for _, c := range strings.Fields(list) {
		m[c] = true
	}
	return m
}

func featureOf(class, code string) string {
	switch {
	case class == "P" && towns[code]:
		return "city"
	case code == "ADM2":
		return "admin2"
	case class == "H" && waters[code]:
		return "water"
	case sites[code]:
		return "site"
	case regions[code]:
		return "region"
	}
	return ""
}

// Import turns a country dump into a places file. The names of first-level areas are the
// dump's own, where the gazetteer knows them. The dump is read twice.
func Import(w io.Writer, dump io.ReadSeeker, opt Dump) (Imported, error) {
	done := Imported{Skipped: map[string]int{}}
	areas := map[string]string{}
	err := rows(dump, func(n int, f []string) error {
		if c := gazetteer.CountryByCode(f[gnCountry]); f[gnCode] == "ADM1" && c != nil {
			for _, name := range append([]string{f[gnName], f[gnASCII]}, strings.Split(f[gnAlternates], ",")...) {
				if areas[f[gnCountry]+f[gnAdmin1]] == "" && name != "" && builtin().KnowsAdmin1(c, name) {
					areas[f[gnCountry]+f[gnAdmin1]] = name
				}
			}
		}
		return nil
	})
	if err != nil {
		return done, err
	}
	if _, err := dump.Seek(0, io.SeekStart); err != nil {
		return done, err
	}
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# Places from a dump of GeoNames (geonames.org, CC BY 4.0), made by dateline gazetteer import.\n%s\n", strings.Join(PlaceColumns, "\t"))
	err = rows(dump, func(n int, f []string) error {
		done.Rows++
		line, why := place(f, opt, areas)
		if why != "" {
			done.Skipped[why]++
			return nil
		}
		done.Places++
		_, err := out.WriteString(line)
		return err
	})
	if err != nil {
		return done, err
	}
	return done, out.Flush()
}

// rows hands the fields of each row to fn.
func rows(r io.Reader, fn func(n int, f []string) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), longestRow)
	n := 0
	for lines.Scan() {
		n++
		text := strings.TrimPrefix(strings.TrimRight(lines.Text(), "\r"), "\ufeff")
		if text == "" {
			continue
		}
		f := strings.Split(text, "\t")
		if len(f) != gnColumns {
			return &RowError{n, fmt.Sprintf("%d columns, want the %d of a country dump of GeoNames (SY.txt of SY.zip, not the alternate names)", len(f), gnColumns)}
		}
		if err := fn(n, f); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return &RowError{n + 1, err.Error()}
	}
	return nil
}

// place is a row as a line of a places file, or why it is left out.
func place(f []string, opt Dump, areas map[string]string) (line, why string) {
	kind := featureOf(f[gnClass], f[gnCode])
	country := gazetteer.CountryByCode(f[gnCountry])
	people, err := strconv.ParseInt(f[gnPopulation], 10, 64)
	lat, laterr := strconv.ParseFloat(f[gnLat], 64)
	lon, lonerr := strconv.ParseFloat(f[gnLon], 64)
	name := clean(f[gnName])
	switch {
	case kind == "" || !slices.Contains(opt.Features, kind):
		return "", "of another kind"
	case country == nil:
		return "", "in no country"
	case err != nil || laterr != nil || lonerr != nil || !(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180):
		return "", "without coordinates"
	case kind == "city" && people < opt.MinPopulation:
		return "", "smaller than asked for"
	case !nameable(name):
		return "", "without a name in Latin letters"
	}
	aliases := []string{}
	for _, a := range append([]string{f[gnASCII]}, strings.Split(f[gnAlternates], ",")...) {
		if a = clean(a); a != name && nameable(a) && !slices.Contains(aliases, a) {
			aliases = append(aliases, a)
		}
	}
	return strings.Join([]string{
		name, strings.Join(aliases, "|"), kind, country.Alpha3, areas[f[gnCountry]+f[gnAdmin1]],
		f[gnLat], f[gnLon], f[gnPopulation], f[gnID], "",
	}, "\t") + "\n", ""
}

func clean(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '|' }), " ")
}

// nameable reports whether English news could print the name: Latin letters, more than
// two of them, the first a capital, not all of them capitals (codes of airports).
func nameable(s string) bool {
	letters, upper := 0, 0
	first := rune(0)
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		if !unicode.Is(unicode.Latin, r) {
			return false
		}
		if first == 0 {
			first = r
		}
		letters++
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return letters > 2 && unicode.IsUpper(first) && upper < letters
}
