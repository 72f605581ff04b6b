package dateline

import (
	"strings"

	"dateline/extract"
)

// signOffs begin the credits at the end of a story, lower case, without brackets.
var signOffs = []string{"reporting by ", "additional reporting by ", "reporting and writing by ", "reporting and editing by ", "writing by ", "editing by ",
	"compiled by ", "our standards:", "written by ", "with reporting by ", "bearbeitung:", "edited by "}

// contributed ends the credit of those who helped.
var contributed = []string{"contributed to this report", "contributed to this story", "contributed to this article", "contributed to this piece", "contributed reporting",
	"contributed to the report", "contributed"}

// maxSignOff is how long a paragraph of credits may be, in bytes.
const maxSignOff = 700

// takeSignOff moves the credits at the end of the text into SignOff.
func takeSignOff(a *extract.Article) {
	for n := 0; n < 6; n++ {
		i := strings.LastIndex(a.Text, "\n\n")
		if i < 0 || !IsSignOff(a.Text[i+2:]) {
			return
		}
		if last := a.Text[i+2:]; a.SignOff == "" {
			a.SignOff = last
		} else {
			a.SignOff = last + "\n\n" + a.SignOff
		}
		a.Text = a.Text[:i]
	}
}

// IsSignOff reports whether a paragraph is the credits at the end of a story:
// "(Reporting by …; Editing by …)", "Associated Press writer … contributed to this report."
func IsSignOff(par string) bool {
	if len(par) > maxSignOff {
		return false
	}
	s := strings.ToLower(strings.TrimLeft(par, "([-—_* "))
	for _, w := range signOffs {
		if strings.HasPrefix(s, w) {
			return strings.Contains(s[len(w):], "editing by ") || strings.HasPrefix(par, "(") || strings.HasPrefix(par, "[") || strings.Contains(s, ";") || w == "our standards:" ||
				w != "written by " && len(par) < 200 && len(Names(strings.TrimRight(par[len(w):], ".)"))) > 0
		}
	}
	switch strings.Trim(s, "_-—=# *)") {
	case "", "end", "ends":
		return true
	}
	s = strings.TrimRight(s, ".)]_ ")
	for _, end := range contributed {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return strings.Contains(s, "contributed to this report from ") || strings.Contains(s, " reported from ") && len(s) < 160 && !strings.ContainsAny(s, "\"“”")
}
