package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// The synthetic part of the training data: what wire services send besides running text
// and the open corpora lack (results, tables, datelines, headlines, company news), from
// templates of our own with names from the lists. A slot is {kind} or {kind:form}:
//
//	{p} a person's full name  {l} a surname, of a person of this story
//	{i} initial and surname   {t} a club       {c} a country     {m} a people (MISC)
//	{y} a city                {o} a company    {b} a body        {n} a number  {d} a day
//	{a} a band (ORG)          {w} a work's title (MISC)
//
// An upper-case template is a headline: its names go in capitals.
var synthStories = [][]string{
	{ // results and tables
		"SOCCER - {M} LEAGUE RESULTS.", "{Y} {n}-{n}-{n}", "Results of {m} first division matches on {d}:", "{t} {n} {t} {n}", "{t} {n} {t} {n}", "{t} {n} {t} {n}", "{t} {n} {t} {n}", "{t} {n} {t} {n}",
		"Standings (played, won, drawn, lost, goals for, against, points):", "{t} {n} {n} {n} {n} {n} {n} {n}", "{t} {n} {n} {n} {n} {n} {n} {n}", "{t} {n} {n} {n} {n} {n} {n} {n}",
		"{t} beat {t} {n}-{n} ({n}-{n}) on {d}.", "Postponed: {t} v {t}", "Playing on {d}: {t} v {t}, {t} v {t}"},
	{
		"SOCCER - {C} BEAT {C} {n}-{n}.", "{c} beat {c} {n}-{n} (halftime {n}-{n}) in their friendly on {d}.", "Scorers:", "{c} - {p} ({n}th), {p} ({n}th, {n}th)", "{c} - {p} ({n}th)", "Attendance: {n},000",
		"{c}: {n} - {p}; {n} - {p}, {n} - {p}; {n} - {p}", "{c} coach {p} said his side deserved the win.", "\"We had to be patient,\" said {l}.", "{l} scored twice for {c}.", "The {m} side had lost to {c} in {y}."},
	{
		"TENNIS - RESULTS AT {M} OPEN.", "{Y} {n}-{n}-{n}", "Results from the {m} Open on {d} (prefix number denotes seeding):", "{p} ({c}) beat {p} ({c}) {n}-{n} {n}-{n}", "{n} - {p} ({c}) beat {p} ({c}) {n}-{n} {n}-{n} {n}-{n}",
		"{n} - {p} ({c}) vs. {p} ({c})", "{p}, {c}, beat {n} - {p}, {c}, {n}-{n}, {n}-{n}", "{l} said she would rest before the tournament in {y}."},
	{
		"ATHLETICS - {Y} MEETING RESULTS.", "Men's 100 metres: {n}. {p} ({c}) {n}.{n}", "{n}. {p} ({c}) {n}.{n} seconds", "{n}. {p} ({c}) {n}:{n}.{n}", "{n}. {p} ({c})", "Women's high jump: {n}. {p} ({c}) {n}.{n}", "{n}. {l} {n}:{n}", "{n}. {l} same time", "{n} {p} {n} {n} {n}", "{p} ({c}) {n} {n} {n} {n}"},
	{
		"CRICKET - {C} ALL OUT FOR {n}.", "Scores in the county championship on {d}:", "At {y}: {t} {n} and {n} ({i} {n}, {i} {n} not out; {i} {n}-{n}), {t} {n} ({i} {n}).", "{c} first innings", "{p} c {l} b {l} {n}", "{p} lbw b {l} {n}", "{i} run out {n}", "{i} not out {n}", "Bowling: {l} {n}-{n}-{n}-{n}, {l} {n}-{n}-{n}-{n}", "Fall of wickets: 1-{n} 2-{n} 3-{n}", "{t} won by {n} runs.", "{t} {n}-{n} v {t}.", "{c}: {p}, {p}, {p} (captain), {p}, {p}, {p}"},
	{
		"BASEBALL - {T} BEAT {T}.", "Results of games played on {d} (home team in CAPS):", "{T} {n} {t} {n}", "{t} {n} {T} {n}", "{T} AT {T}", "{t} at {t}, {n}:{n}", "W L PCT GB", "{T} {n} {n} .{n} -", "{t} {n} {n} .{n} {n} {n}/{n}", "In {y}, {p} drove in {n} runs as the {t} beat the {t} {n}-{n}.", "{l} ({n}-{n}) allowed two runs for the {t}.", "The {t} sent {p} to the {t} for {p} and cash."},
	{
		"RUGBY - {T} WIN AGAIN.", "{t} {n} {t} {n}", "{t} - Tries: {p} ({n}), {p}. Conversions: {l}. Penalties: {l} ({n}).", "{c} - Tries: {l}, {l}; Penalties: {l} ({n})", "{t} {n} {n} {n} {n} {n} {n} {n}", "{c}: {n} - {p}, {n} - {p}, {n} - {p}, {n} - {p}", "{l} kicked two penalties to put {t} ahead.", "{t} captain {p} was sent off.", "{t} signed {p} from {t} on {d}."},
	{ // companies and markets
		"{O} profit falls {n} pct.", "{Y} {n}-{n}-{n}", "{o} said on {d} its net profit fell {n} percent to ${n} million.", "{o} shares rose {n} cents to {n} on the {b}.", "Analysts at {o} cut their forecast for {o}.", "\"This is a good deal for {o},\" said {p}, an analyst at {o}.", "{o} said it would buy {o} for ${n} million.", "{l}, who joined from {o}, said demand in {c} was weak.", "{o} of {c} will build a plant near {y}.", "{o}, based in {y}, has {n},000 employees.", "{o} unit {o} named {p} chief executive.", "{o} Q{n} net rises to {n} mln from {n} mln", "{y} stocks ended lower on {d}.", "{o} and {o} signed an agreement in {y}."},
	{
		"{O} sees {n} sales up.", "{o} - {n}-month results", "Net profit {n} vs {n}", "{o} rose {n} to {n} and {o} fell {n}.", "Among other stocks, {o} gained {n} percent.", "{c}'s {o} priced a ${n} million bond through {o} and {o}.", "Traders said {o} bought dollars.", "{p}, {o} chairman, told a news conference in {y}.", "The {b} said inflation in {c} was {n} percent."},
	{ // politics and conflict
		"{M} LEADER MEETS {L} IN {Y}.", "{Y}, {d} (AFP) - {m} President {p} met {m} Prime Minister {p} in {y} on {d}.", "{l} said {c} would not accept the {b} plan.", "\"We will never leave {y},\" {l} told reporters.", "{p}, a {m} foreign ministry spokesman, said {l} would travel to {c}.", "Former {c} captain and {b} envoy {p} arrived in {y}, {c}.", "The {b} accused {m} troops of shelling {y}.", "{b} spokeswoman {p} said {n} people fled {y} for {c}.", "Defence Minister {p} and General {p} flew to {y}.", "{c} and {c} signed a treaty in {y} on {d}.", "Police arrested {n} {m} men in {y}.", "{m}s and {m}s live in the villages near {y}.", "{l}'s party won {n} seats in {c}."},
	{
		"{C} SAYS {n} KILLED NEAR {Y}.", "{Y} ({b}) -- A bomb killed {n} people in {y}, police said.", "Witness {p} told {b} that soldiers shot at the car.", "Sheikh {p} and Bishop {p} called for calm.", "Rebels of the {b} took {y}, {n} km from {y}.", "{p}, {n}, a farmer from {y}, lost two sons.", "A {b} convoy reached the town of {y} in {c}.", "{c} closed its border with {c}.", "Judge {p} sentenced {p} to {n} years.", "{l} was born in {y}, {c}.", "In {y}, Mayor {p} asked {c} for help.", "Ambassador {p} left {c} on {d}."},
	{ // works and biographies
		"{w}", "{w} is the sixth album by the {m} band {a}.", "It was released in {n} on {o}.", "{a} was formed in {y} by {p} and {p}.", "The song {w} was a cover of {a}'s {w}.", "{p} (born in {n} in {y}, {c}) is a {m} singer.", "{l} joined {a} in {n}.", "{w} is a {m} film directed by {p} and starring {p}.", "{p} wrote the novel {w} ({n}).", "{a} toured with {a} and {a}.", "Guitarist {p} left {a} for {a}.", "He appeared on {w} with {p}."},
	{
		"{p}", "{p} (born {n}) is a former {m} footballer who played with {t} and {t} in the 1980s.", "{l} signed with {t} and became captain.", "After a year at {t} he was recruited by {t}.", "{p} was a member of the {b} and later of the {b}.", "{b} member {p} left the {b} in {n}.", "{l} studied at the University of {y} and at {y} University.", "The {y} Hospital is part of the University of {y}.", "He is the brother of {p}.", "The {y} Hockey Club beat the {t}.", "{p} became director of the {y} Museum."},
	{ // newspapers and agendas
		"PRESS DIGEST - {C} - {d}.", "{b}", "- {m} banks cut rates.", "- {p} may stand for president.", "- {o} plans to sell {o}.", "- {c} to join {b}.", "{d}: {c} foreign minister {p} visits {y}.", "{y} - {b} meeting (to {n}).", "{n} - {m} poet {p} was born in {y}.", "Source: {b}"},
}

var synthBodies = strings.Fields("Party Front Army Union Movement Council Congress Alliance Force Brigade Authority Commission Agency Institute Foundation Court University Committee Association Federation")
var synthSuffixes = []string{"Inc", "Inc.", "Corp", "Corp.", "Ltd", "Co", "Plc", "AG", "SA", "Group", "Holdings", "Industries", "Bank", "Motors", "Airlines", "Oil", "Energy", "Steel", "Securities", "Insurance", "Partners", "Technologies", "Foods", "Brothers", "& Co", "International", "Communications", "Systems", "Capital", "Resources"}
var synthQualities = strings.Fields("National Democratic People's Liberation Popular Central Islamic Federal International United Free Social Republican Revolutionary Christian Central State General Supreme")
var synthWords = strings.Fields("Killing Joke Silver Moon Black River Dead Star Iron Heart Golden Boy Night Dream Fire Stone Glass House Blue Rain Broken Mirror Secret Garden Wild Rose Paper Tiger Electric Light Dark Road Crystal Ball Sweet Child Cold Sun Storm Ghost Machine Angel Devil King Queen Lost Love Summer Winter Last Dance Good Day Freedom Humanity Rhythm Catch Flow Holy Fool Ocean Bridge Velvet Echo")
var synthDays = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

// synth fills templates from the lists.
type synth struct {
	rng   *rand.Rand
	lists map[string][]string
	cast  map[string][]string // the names of the present story
}

func newSynth() (*synth, error) {
	s := &synth{rng: newRand(), lists: map[string][]string{}}
	for _, name := range []string{"country", "people", "city", "town", "first", "last", "team", "org"} {
		data, err := os.ReadFile(filepath.Join("train/lists", name+".txt"))
		if err != nil {
			return nil, err
		}
		s.lists[name] = strings.Split(strings.TrimSpace(string(data)), "\n")
	}
	return s, nil
}

func (s *synth) pick(list []string) string { return list[s.rng.IntN(len(list))] }

// texts makes n stories.
func (s *synth) texts(n int) []nerText {
	var out []nerText
	for k := range n {
		s.cast = map[string][]string{}
		t := nerText{source: "synth"}
		story := synthStories[k%len(synthStories)]
		for i := range len(story) + 4 {
			template := story[0]
			if i > 0 {
				template = s.pick(story)
			}
			if t.text != "" {
				t.text += "\n\n"
			}
			s.fill(&t, template)
		}
		out = append(out, t)
	}
	return out
}

// fill appends a template with its slots filled.
func (s *synth) fill(t *nerText, template string) {
	for template != "" {
		i := strings.IndexByte(template, '{')
		if i < 0 {
			t.text += template
			return
		}
		t.text += template[:i]
		slot := template[i+1 : i+2]
		template = template[i+3:]
		name, kind := s.name(strings.ToLower(slot))
		if slot != strings.ToLower(slot) {
			name = strings.ToUpper(name)
		}
		if kind != "" {
			t.spans = append(t.spans, span{len(t.text), len(t.text) + len(name), kind})
		}
		t.text += name
	}
}

// name gives a name for a slot: half the time one that the story has had.
func (s *synth) name(slot string) (name, kind string) {
	switch slot {
	case "n":
		return fmt.Sprint(s.rng.IntN([]int{4, 10, 30, 100, 400}[s.rng.IntN(5)])), ""
	case "d":
		return s.pick(synthDays), ""
	case "l":
		if had := s.cast["p"]; len(had) > 0 && s.rng.IntN(4) > 0 {
			f := strings.SplitN(s.pick(had), " ", 2)
			return f[len(f)-1], "PER"
		}
		return s.pick(s.lists["last"]), "PER"
	}
	kind = map[string]string{"p": "PER", "i": "PER", "t": "ORG", "o": "ORG", "b": "ORG", "c": "LOC", "y": "LOC", "m": "MISC", "a": "ORG", "w": "MISC"}[slot]
	if had := s.cast[slot]; len(had) > 3 && s.rng.IntN(2) == 0 {
		return s.pick(had), kind
	}
	name = s.invent(slot)
	s.cast[slot] = append(s.cast[slot], name)
	return name, kind
}

func (s *synth) invent(slot string) string {
	last := s.pick(s.lists["last"])
	switch slot {
	case "p":
		return s.pick(s.lists["first"]) + " " + last
	case "i":
		return string(rune('A'+s.rng.IntN(26))) + ". " + last
	case "t":
		return s.pick(s.lists[[]string{"team", "team", "city", "town"}[s.rng.IntN(4)]])
	case "c":
		return s.pick(s.lists["country"])
	case "y":
		return s.pick(s.lists[[]string{"city", "city", "town"}[s.rng.IntN(3)]])
	case "m":
		return s.pick(s.lists["people"])
	case "a":
		switch s.rng.IntN(4) {
		case 0:
			return last
		case 1:
			return "The " + s.pick(synthWords) + "s"
		}
		return s.pick(synthWords) + " " + s.pick(synthWords)
	case "w":
		return s.title()
	case "b":
		switch s.rng.IntN(4) {
		case 0:
			return s.pick(synthQualities) + " " + s.pick(synthBodies)
		case 1:
			return s.pick(synthQualities) + " " + s.pick(synthBodies) + " of " + s.pick(s.lists["country"])
		}
		return s.pick(s.lists["org"])
	}
	switch s.rng.IntN(6) { // a company
	case 0:
		return s.pick(s.lists["org"])
	case 1:
		return last + " & " + s.pick(s.lists["last"])
	case 2:
		return s.pick(s.lists["city"]) + " " + s.pick(synthSuffixes)
	case 3:
		return last
	}
	return last + " " + s.pick(synthSuffixes)
}

// title makes the title of a song, film or book.
func (s *synth) title() string {
	a, b := s.pick(synthWords), s.pick(synthWords)
	switch s.rng.IntN(5) {
	case 0:
		return a
	case 1:
		return "The " + a + " of the " + b
	case 2:
		return a + " and the " + b
	case 3:
		return a + " in " + b
	}
	return a + " " + b
}

func newRand() *rand.Rand { return rand.New(rand.NewPCG(7, 7)) }
