package wire

import (
	"strings"

	"dateline/extract"
)

// Status sets the article's status: from the agency's publication status first, then from
// its signals, then from what the headline and the slug say.
//
//	stat:canceled, Canceled, withheld   kill
//	sig:correction, sig:update          correction, update
//	CORRECTED-S. Illinois battles …     correction
//	Heat-Hawks, 1st Ld-Writethru        update
//	UPDATE 2-Turkey …                   update
//	URGENT, EILMELDUNG                  urgent
func Status(a *extract.Article, pubStatus string, signals ...string) {
	switch s := strings.ToLower(pubStatus[strings.LastIndexByte(pubStatus, ':')+1:]); {
	case strings.HasPrefix(s, "cancel"), s == "killed", s == "kill", s == "withheld", s == "withdrawn":
		a.Status = extract.StatusKill
		return
	case s == "embargoed":
		a.Status = extract.StatusEmbargo
	}
	for _, s := range signals {
		switch s = strings.ToLower(s[strings.LastIndexByte(s, ':')+1:]); {
		case s == "correction", s == "corrected":
			a.Status = extract.StatusCorrection
			return
		case s == "update" && a.Status == "":
			a.Status = extract.StatusUpdate
		}
	}
	if a.Status == "" {
		a.Status = Spoken(a.Headline, a.Slug)
	}
}

// spoken are the marks of headlines and slugs, in order of weight.
var spoken = []struct {
	status extract.Status
	marks  []string
}{
	{extract.StatusKill, []string{"kill:", "mandatory kill", "withdrawn:", "bulletin kill"}},
	{extract.StatusCorrection, []string{"corrected-", "corrected:", "correction:", "correction ", "refile-", "rectificatif", "berichtigung", "korrektur:"}},
	{extract.StatusUrgent, []string{"urgent:", "urgent ", "urgent-", "bulletin-", "bulletin:", "flash:", "flash-", "eilmeldung", "eil:"}},
	{extract.StatusUpdate, []string{"update ", "update-", "wrapup ", "wrapup-", "amp.-", "ampliación"}},
	{extract.StatusLead, []string{"lead:", "lead ", "lead-", "2. lead", "1. lead"}},
}

// Spoken is the status that a headline or a slug announces, or none.
func Spoken(headline, slug string) extract.Status {
	h := strings.ToLower(strings.TrimSpace(headline))
	for _, s := range spoken {
		for _, m := range s.marks {
			if strings.HasPrefix(h, m) {
				return s.status
			}
		}
	}
	if l := strings.ToLower(slug); strings.Contains(l, "writethru") || strings.Contains(l, "1st ld") || strings.Contains(l, "1stld") {
		return extract.StatusUpdate
	}
	return ""
}
