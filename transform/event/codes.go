package event

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed codes.tsv
var codesTSV string

// Code is what the tables say of a CAMEO code.
type Code struct {
	CAMEO     string
	Goldstein float64 // GDELT's table
	Quad      int     // 0 statement, 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict
	Type      string  // PLOVER 2.0; empty for mere statements (root 01)
	Mode      string
	Contexts  []string
}

type codeTable struct {
	list   []Code
	byCode map[string]*Code
}

var codes = sync.OnceValue(func() *codeTable {
	t := &codeTable{byCode: map[string]*Code{}}
	for line := range strings.Lines(codesTSV) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) < 6 {
			continue
		}
		c := Code{CAMEO: f[0], Type: f[3], Mode: f[4]}
		c.Goldstein, _ = strconv.ParseFloat(f[1], 64)
		c.Quad, _ = strconv.Atoi(f[2])
		if f[5] != "" {
			c.Contexts = strings.Split(f[5], ",")
		}
		t.list = append(t.list, c)
	}
	for i := range t.list {
		t.byCode[t.list[i].CAMEO] = &t.list[i]
	}
	return t
})

// Lookup returns what the tables say of a CAMEO code.
func Lookup(cameo string) (Code, bool) {
	if c := codes().byCode[cameo]; c != nil {
		return *c, true
	}
	return Code{}, false
}

// FromPLOVER returns the broadest CAMEO code of a PLOVER type and mode; an unknown mode
// falls back on the type alone, an unknown type gives "".
func FromPLOVER(typ, mode string) string {
	best, rank := "", 0
	for i := range codes().list {
		c := &codes().list[i]
		if c.Type != typ || len(c.CAMEO) < 3 {
			continue
		}
		r := 1
		if c.Mode == mode {
			r = 3
		} else if c.Mode == "" {
			r = 2
		}
		if r > rank || r == rank && len(c.CAMEO) < len(best) {
			best, rank = c.CAMEO, r
		}
	}
	return best
}
