package reader

import "dateline/extract"

// finish fills what every format has in common.
func finish(a *extract.Article, rec *extract.Record, opt extract.Options) {
	if !a.HasPublished() {
		a.PublishedBasis = extract.BasisNone
		if !opt.Published.IsZero() {
			a.PublishedAt, a.PublishedBasis = opt.Published, extract.BasisFlag
		}
	}
	if a.Language == "" {
		a.Language = "en"
	}
	a.ID = extract.ArticleID(a.Agency, a.Headline, a.Text)
}
