package view

import (
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline/load"
)

// written makes a dataset of days with ten articles each, and three events in each.
func written(t *testing.T, days int) string {
	t.Helper()
	dir := t.TempDir()
	w, err := load.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Start(load.Options{RunID: "r", RunDate: 1}); err != nil {
		t.Fatal(err)
	}
	for n := range days * 10 {
		if _, err := w.Add(rowsFor(n)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Commit(func(*load.Manifest) {}); err != nil {
		t.Fatal(err)
	}
	return dir
}

func rowsFor(n int) *load.Rows {
	day := load.DayOf(time.Date(2020, 2, 1+n/10, 0, 0, 0, 0, time.UTC))
	id := fmt.Sprintf("%032x", n)
	text := fmt.Sprintf("Troops <killed> %d people in Idlib.\n\nNothing else happened.", n)
	r := &load.Rows{Article: load.ArticleRow{
		ArticleID: id, SourceURI: "x", SourceFormat: "text", SourceSHA256: "s", StoryID: id, PublishedDate: &day, PublishedBasis: "flag",
		Headline: fmt.Sprintf("Story & %d", n), Agency: "AP", Text: text, ParagraphCount: 2, Annotation: "full",
	}}
	killed := int64(n)
	for k := range 3 {
		e := load.EventRow{
			EventID: fmt.Sprintf("%x-%d", n, k), ArticleID: id, StoryID: id, PublishedDate: &day, Trigger: "<killed>", Start: 7, End: 15, SentenceText: strings.Split(text, "\n")[0],
			EventType: []string{"ASSAULT", "PROTEST", ""}[k], Status: "happened", Verification: "asserted", Confidence: 0.5, SourceName: "Turkish army", SourceCode: "TURMIL", PlaceName: "Idlib", PlaceCountry: "SYR",
		}
		if k == 0 {
			e.DateStart, e.DateEnd, e.KilledLow, e.KilledHigh = &day, &day, &killed, &killed
		}
		r.Events = append(r.Events, e)
	}
	r.Mentions = []load.MentionRow{{MentionID: "m", ArticleID: id, PublishedDate: &day, Kind: "place", Text: "Idlib", Start: int32(strings.Index(text, "Idlib")), End: int32(strings.Index(text, "Idlib") + 5), PlaceName: "Idlib", PlaceFeature: "city"}}
	return r
}

func serve(t *testing.T, days int) (*Server, func(path string) (int, string)) {
	t.Helper()
	s, err := New(t.Context(), written(t, days), "set", 0)
	if err != nil {
		t.Fatal(err)
	}
	go s.Serve(t.Context())
	t.Cleanup(func() { s.http.Close() })
	return s, func(path string) (int, string) {
		t.Helper()
		resp, err := http.Get("http://" + s.hosts[0] + path)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		b, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return resp.StatusCode, string(b)
	}
}

// Who does not know the token, calls the server by another name, or comes from a page of
// another origin, is not let in.
func TestGuard(t *testing.T) {
	s, _ := serve(t, 1)
	if host := s.hosts[0]; !strings.HasPrefix(host, "127.0.0.1:") || !strings.HasPrefix(s.ln.Addr().String(), "127.0.0.1:") || len(s.token) != 32 {
		t.Fatalf("listens on %s", s.ln.Addr())
	}
	port := strings.TrimPrefix(s.hosts[0], "127.0.0.1:")
	for _, c := range []struct {
		what, method, path, host string
		header                   map[string]string
		want                     int
	}{
		{"plain", "GET", s.base(), "", nil, 200},
		{"localhost", "GET", s.base(), "localhost:" + port, nil, 200},
		{"own page", "GET", s.base(), "", map[string]string{"Origin": "http://127.0.0.1:" + port, "Sec-Fetch-Site": "same-origin"}, 200},
		{"typed in", "GET", s.base(), "", map[string]string{"Sec-Fetch-Site": "none"}, 200},
		{"head", "HEAD", s.base(), "", nil, 200},
		{"no token", "GET", "/", "", nil, 404},
		{"wrong token", "GET", "/" + strings.Repeat("0", 32) + "/", "", nil, 404},
		{"half a token", "GET", "/" + s.token[:16] + "/", "", nil, 404},
		{"token below", "GET", "/x/" + s.token + "/", "", nil, 404},
		{"rebound name", "GET", s.base(), "evil.example:" + port, nil, 421},
		{"no port", "GET", s.base(), "127.0.0.1", nil, 421},
		{"other port", "GET", s.base(), "127.0.0.1:1", nil, 421},
		{"other origin", "GET", s.base(), "", map[string]string{"Origin": "https://evil.example"}, 403},
		{"null origin", "GET", s.base(), "", map[string]string{"Origin": "null"}, 403},
		{"other port's origin", "GET", s.base(), "", map[string]string{"Origin": "http://127.0.0.1:1"}, 403},
		{"https origin", "GET", s.base(), "", map[string]string{"Origin": "https://127.0.0.1:" + port}, 403},
		{"image of another page", "GET", s.base(), "", map[string]string{"Sec-Fetch-Site": "cross-site"}, 403},
		{"another port's page", "GET", s.base(), "", map[string]string{"Sec-Fetch-Site": "same-site"}, 403},
		{"post", "POST", s.base(), "", nil, 405},
		{"other file", "GET", s.base() + "../../etc/passwd", "", nil, 404},
	} {
		r := httptest.NewRequest(c.method, "http://"+s.hosts[0]+"/", nil)
		r.URL.Path = c.path
		if c.host != "" {
			r.Host = c.host
		}
		for k, v := range c.header {
			r.Header.Set(k, v)
		}
		w := httptest.NewRecorder()
		s.http.Handler.ServeHTTP(w, r)
		if w.Code != c.want && !(c.what == "other file" && w.Code/100 == 3) {
			t.Errorf("%s: status %d, want %d", c.what, w.Code, c.want)
		}
		if w.Code != 200 && strings.Contains(w.Body.String(), "Idlib") {
			t.Errorf("%s: told of the dataset", c.what)
		}
		h := w.Header()
		if !strings.HasPrefix(h.Get("Content-Security-Policy"), "default-src 'none';") || h.Get("Referrer-Policy") != "no-referrer" || h.Get("Access-Control-Allow-Origin") != "" || h.Get("X-Frame-Options") != "DENY" {
			t.Errorf("%s: headers %v", c.what, h)
		}
	}
}

var (
	hit  = regexp.MustCompile(`<a href="(/[0-9a-f]{32}/article/[^"]*\?event=([^"]+))">`)
	next = regexp.MustCompile(`<a href="([^"]+)" rel="next">`)
)

// all follows the pages of a query and returns the ids of its events.
func all(t *testing.T, get func(string) (int, string), path string) []string {
	t.Helper()
	var ids []string
	for range 100 {
		status, body := get(path)
		if status != 200 {
			t.Fatalf("%s: status %d", path, status)
		}
		hits := hit.FindAllStringSubmatch(body, -1)
		if len(hits) > pageEvents {
			t.Fatalf("%d events on a page", len(hits))
		}
		for _, h := range hits {
			ids = append(ids, h[2])
		}
		m := next.FindStringSubmatch(body)
		if m == nil {
			return ids
		}
		path = html.UnescapeString(m[1])
	}
	t.Fatal("pages without end")
	return nil
}

// The pages show every event that fits once, the latest day first.
func TestPagesAndFilters(t *testing.T) {
	s, get := serve(t, 6)
	for query, want := range map[string]int{
		"": 180, "type=ASSAULT": 60, "type=statement": 60, "type=AID": 0, "killed=50": 10, "killed=59&type=ASSAULT": 1, "from=2020-02-03&to=2020-02-04": 20, "to=2020-02-01": 10,
		"words=people+idlib": 180, "words=57": 3, "words=nothing": 0, "actor=turkish": 180, "actor=TUR": 180, "actor=MIL": 0, "place=idl": 180, "place=SYR": 180, "place=TUR": 0,
		"status=happened": 180, "status=denied": 0, "words=%3Ckilled%3E+57": 3,
	} {
		ids := all(t, get, s.base()+"?"+query)
		seen := map[string]bool{}
		for _, id := range ids {
			seen[id] = true
		}
		if len(ids) != want || len(seen) != want {
			t.Errorf("%s: %d events, %d different, want %d", query, len(ids), len(seen), want)
		}
		if want == 180 && !strings.HasPrefix(ids[0], "32-") {
			t.Errorf("%s: begins with %s, want the last day", query, ids[0])
		}
	}
	for query, want := range map[string]string{
		"from=yesterday": "&#34;yesterday&#34; is no day", "from=2020-02-02&to=2020-02-01": "2020-02-01 is before 2020-02-02", "killed=many": "is no number of people",
		"at=events/x/y@0": "the dataset has changed", "at=garbage": "the dataset has changed",
	} {
		if status, body := get(s.base() + "?" + query); status != 400 || !strings.Contains(body, want) {
			t.Errorf("%s: status %d, no %q", query, status, want)
		}
	}
	if _, body := get(s.base() + "?words=" + url.QueryEscape(`"><script>`)); strings.Contains(body, "<script") {
		t.Error("the query is markup of the page")
	}
}

// A search that takes too long is gone on with where it was broken off.
func TestSearchIsBrokenOff(t *testing.T) {
	s, _ := serve(t, 3)
	state, err := s.files()
	if err != nil {
		t.Fatal(err)
	}
	f, err := search(t.Context(), s.st, state, Query{Type: "AID"}, time.Now().Add(-time.Second))
	if err != nil || !f.Cut || f.Next == "" || f.Through != 0 || f.Files != 3 {
		t.Fatalf("%+v %v", f, err)
	}
	if f, err = search(t.Context(), s.st, state, Query{Type: "AID", At: f.Next}, time.Now().Add(time.Minute)); err != nil || f.Cut || f.Next != "" || f.Through != 3 {
		t.Fatalf("%+v %v", f, err)
	}
}

// An event's link leads to its card in its article.
func TestArticle(t *testing.T) {
	s, get := serve(t, 2)
	_, body := get(s.base() + "?type=PROTEST")
	m := hit.FindStringSubmatch(body)
	if m == nil || !strings.Contains(body, "Troops &lt;killed&gt;") && !strings.Contains(body, "Troops <b>&lt;killed&gt;</b>") {
		t.Fatal("no event, or its sentence is not shown")
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Get("http://" + s.hosts[0] + html.UnescapeString(m[1]))
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	to := resp.Header.Get("Location")
	if resp.StatusCode != 303 || !strings.HasSuffix(to, "#a1-e2") {
		t.Fatalf("status %d to %s", resp.StatusCode, to)
	}
	status, body := get(strings.TrimSuffix(to, "#a1-e2"))
	for _, want := range []string{`id="a1-e2"`, `<mark class="place"`, "Story &amp; 10", "Nothing else happened.", `href="` + s.base() + `"`} {
		if status != 200 || !strings.Contains(body, want) {
			t.Errorf("status %d, no %s", status, want)
		}
	}
	for _, path := range []string{"article/published_date=2020-02-01/nothing", "article/published_date=1999-01-01/" + strings.Repeat("0", 32), "article/..%2f..%2f/x", "nothing"} {
		if status, _ := get(s.base() + path); status != 404 {
			t.Errorf("%s: status %d", path, status)
		}
	}
}

func TestNoDataset(t *testing.T) {
	if _, err := New(t.Context(), t.TempDir(), "x", 0); err == nil || !strings.Contains(err.Error(), "holds no dataset") {
		t.Error(err)
	}
}
