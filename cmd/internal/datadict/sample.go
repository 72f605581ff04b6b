package datadict

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
	"dateline/transform/pipeline"
)

// Story is the sample's text. It and its agency are invented.
const Story = `ALEPPO, Syria (Meridian News) - Syrian government troops on Monday shelled a market northwest of Idlib, killing between 12 and 15 civilians and wounding 40 others, the Syrian Observatory for Human Rights said.

Turkish President Recep Tayyip Erdogan condemned the attack on Monday night and said Turkey would send $25 million in aid to about 3,000 families who were displaced.

Rebels kidnapped two aid workers near Saraqib last week, and five people are missing, local officials said. It was not possible to verify the claim.

Police in Damascus arrested 30 protesters on Feb. 8 after some 2,000 people rallied against rising prices.

Russia and Turkey will hold talks in Moscow next month, Foreign Minister Mevlut Cavusoglu said.`

// mostExample is how many characters of a value are shown.
const mostExample = 60

// sample are two versions of the story, all fields of an article filled in.
func sample() []*extract.Article {
	day := time.Date(2020, 2, 11, 6, 30, 0, 0, time.FixedZone("", 2*3600))
	var out []*extract.Article
	for i, text := range []string{Story, strings.Replace(Story, "between 12 and 15", "at least 15", 1)} {
		a := &extract.Article{
			ExternalID: "urn:meridian:200211:idlib", Source: extract.Source{URI: fmt.Sprintf("wire/idlib-%d.xml", i+1), Format: "nitf", SHA256: strings.Repeat("5e", 32)},
			Agency: "Meridian News", URL: "https://meridian.example/idlib", Language: "en", Headline: "Shells hit market near Idlib", Bylines: []string{"Ana Ruiz"},
			Copyright: "© 2020 Meridian News", PublishedAt: day.Add(time.Duration(i) * time.Hour), PublishedBasis: extract.BasisMetadata, ModifiedAt: day.Add(2 * time.Hour),
			Version: fmt.Sprint(i + 1), Urgency: 3, Keywords: []string{"Syria", "conflict"}, Subjects: []string{"16000000"}, Text: text,
			SignOff: "(Reporting by T. Haddad in Idlib; Editing by M. Okafor)", Reporters: []string{"T. Haddad"}, Reported: []string{"Idlib"}, Confidence: 1,
		}
		if i > 0 {
			a.Status = extract.StatusCorrection
		}
		raw := "ALEPPO, Syria (Meridian News)"
		a.Dateline = extract.Dateline{Raw: raw, Place: "Aleppo", Places: []string{"Aleppo"}, Country: "Syria", Agency: "Meridian News", Date: time.Date(2020, 2, 10, 0, 0, 0, 0, time.UTC), End: len(raw) + len(" - ")}
		a.BodyStart = a.Dateline.End
		a.ID = extract.ArticleID(a.Agency, a.Headline, a.Text)
		out = append(out, a)
	}
	return out
}

// examples has the first value that each column gets, by "table.column".
func examples() (map[string]string, error) {
	p, err := pipeline.New()
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	stories := load.NewStories()
	var first *load.Rows
	for _, a := range sample() {
		d, c, err := p.Run(a, nil)
		if err != nil {
			return nil, err
		}
		rows := load.FromDocument(d, string(c))
		stories.Assign(rows)
		if first == nil {
			first = rows
		} else {
			first.Article.SupersededBy = rows.Article.ArticleID // as the next run's commit does
			first.Article.Status = rows.Article.Status
		}
	}
	note(out, load.TableArticles, first.Article)
	for i := range first.Mentions {
		note(out, load.TableMentions, first.Mentions[i])
	}
	for i := range first.Events {
		note(out, load.TableEvents, first.Events[i])
	}
	rec := &extract.Record{Source: extract.Source{URI: "wire/broken.bin", Offset: 512}, Name: "broken.bin", Data: []byte("\x01\x02\x03")}
	if _, reject := reader.Parse(rec, extract.Options{}); reject != nil {
		note(out, load.TableRejects, load.FromReject(reject))
	}
	out[load.TableRejects+".run_date"] = `"2020-02-11"`
	return out, nil
}

// note keeps the fields of a row that have no example yet.
func note[T load.Row](out map[string]string, table string, row T) {
	b, err := json.Marshal(row)
	fields := map[string]json.RawMessage{}
	if err != nil || json.Unmarshal(b, &fields) != nil {
		return
	}
	for name, v := range fields {
		if key := table + "." + name; out[key] == "" && string(v) != "null" {
			out[key] = clip(string(v))
		}
	}
}

// clip shortens a value, and lets letters be letters.
func clip(s string) string {
	s = strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&", `\n`, " ").Replace(s)
	if r := []rune(s); len(r) > mostExample {
		return string(r[:mostExample-1]) + "…"
	}
	return s
}
