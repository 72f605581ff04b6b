package view

import (
	"bytes"
	_ "embed"
	"errors"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"dateline/cmd/internal/console"
	"dateline/cmd/internal/inspect"
	"dateline/cmd/internal/page"
	"dateline/load"
	coding "dateline/transform/event"
)

//go:embed view.html
var viewHTML string

var templates = sync.OnceValue(func() *template.Template {
	return page.Parse(viewHTML, template.FuncMap{
		"dates": func(e load.EventRow) string { return console.Dates(&e) },
		"facts": func(e load.EventRow) []inspect.Fact { return inspect.EventFacts(&e) },
		"split": split,
	})
})

var statuses = []string{"happened", "ongoing", "planned", "threatened", "denied", "hypothetical", "negated"}

// list is the page of events.
type list struct {
	Head            page.Head
	Base, Name      string
	Query           Query
	Types, Statuses []string
	Problem         string
	Found           *found
	First, Next     string // addresses
	Filtered        bool
}

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{token}/{$}", s.events)
	mux.HandleFunc("GET /{token}/article/{partition}/{id}", s.article)
	return mux
}

func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	q, err := parseQuery(r.URL.Query())
	p := &list{
		Head: page.Head{Title: s.name + " · dateline view", Forms: true}, Base: s.base(), Name: s.name, Query: q, Types: append(coding.Types(), "statement"), Statuses: statuses,
		Found: &found{}, Filtered: q.encode("") != "",
	}
	status := http.StatusOK
	if err == nil {
		err = s.fill(r, p)
	}
	switch {
	case err == nil:
	case r.Context().Err() != nil:
		return
	case p.Found.Files == 0 || errors.Is(err, errMoved):
		p.Problem, status = err.Error(), http.StatusBadRequest
	default:
		p.Problem, status = err.Error(), http.StatusInternalServerError
	}
	if p.Found.Next != "" {
		p.Next = p.Base + "?" + q.encode(p.Found.Next)
	}
	if q.At != "" {
		p.First = p.Base + "?" + q.encode("")
	}
	render(w, status, "events", p)
}

// fill searches for the page's events and the heads of their articles.
func (s *Server) fill(r *http.Request, p *list) error {
	state, err := s.files()
	if err != nil {
		return err
	}
	p.Found, err = search(r.Context(), s.st, state, p.Query, time.Now().Add(searchTime))
	if err != nil {
		return err
	}
	return heads(s.st, state, p.Found.Events)
}

// article shows one article; with ?event= it leads on to that event's card.
func (s *Server) article(w http.ResponseWriter, r *http.Request) {
	part, id := r.PathValue("partition"), r.PathValue("id")
	state, err := s.files()
	var rows *load.Rows
	if err == nil {
		rows, err = article(s.st, state, part, id)
	}
	if errors.Is(err, fs.ErrNotExist) {
		s.gone(w, "The dataset has no such article, or has it no more.")
		return
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if wanted := r.URL.Query().Get("event"); wanted != "" {
		for i := range rows.Events {
			if rows.Events[i].EventID == wanted {
				http.Redirect(w, r, s.base()+"article/"+url.PathEscape(part)+"/"+url.PathEscape(id)+"#"+inspect.EventID(i), http.StatusSeeOther)
				return
			}
		}
	}
	var b bytes.Buffer
	err = templates().ExecuteTemplate(&b, "before", map[string]any{"Head": page.Head{Title: rows.Article.Headline + " · dateline view", Forms: true}, "Base": s.base(), "Name": s.name})
	if err == nil {
		err = inspect.Write(&b, rows)
	}
	if err == nil {
		err = templates().ExecuteTemplate(&b, "foot", nil)
	}
	send(w, http.StatusOK, &b, err)
}

func (s *Server) gone(w http.ResponseWriter, why string) {
	render(w, http.StatusNotFound, "gone", map[string]any{"Head": page.Head{Title: "Not there · dateline view", Forms: true}, "Base": s.base(), "Name": s.name, "Why": why})
}

func render(w http.ResponseWriter, status int, name string, data any) {
	var b bytes.Buffer
	send(w, status, &b, templates().ExecuteTemplate(&b, name, data))
}

// send writes a page whole, or says what failed.
func send(w http.ResponseWriter, status int, b *bytes.Buffer, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}

// split cuts a sentence around its trigger.
func split(sentence, trigger string) []string {
	if before, after, ok := strings.Cut(sentence, trigger); ok && trigger != "" {
		return []string{before, trigger, after}
	}
	return []string{sentence, "", ""}
}
