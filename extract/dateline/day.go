package dateline

import (
	"strings"
	"time"
)

// day is a day as printed; zero fields were not.
type day struct{ year, month, day int }

func (d day) known() bool { return d.month > 0 }

// months are the months in the languages of the agencies, full and short, without a
// closing point. Arabic has two sets: that of the Levant and that of the Maghreb and Egypt.
var months = [12][]string{
	{"january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro", "januari", "tammikuuta", "يناير", "كانون الثاني", "جانفي", "января", "янв"},
	{"february", "feb", "febr", "februar", "février", "fév", "févr", "febrero", "febbraio", "fevereiro", "fev", "februari", "helmikuuta", "فبراير", "شباط", "فيفري", "февраля", "фев"},
	{"march", "mar", "märz", "mrz", "mars", "marzo", "março", "marts", "maart", "maaliskuuta", "مارس", "آذار", "марта", "мар"},
	{"april", "apr", "avril", "avr", "abril", "abr", "aprile", "huhtikuuta", "أبريل", "ابريل", "نيسان", "أفريل", "апреля", "апр"},
	{"may", "mai", "mayo", "maggio", "mag", "maio", "maj", "mei", "toukokuuta", "مايو", "أيار", "ماي", "мая"},
	{"june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho", "kesäkuuta", "يونيو", "حزيران", "جوان", "июня", "июн"},
	{"july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "heinäkuuta", "يوليو", "تموز", "جويلية", "июля", "июл"},
	{"august", "aug", "août", "aout", "agosto", "ago", "elokuuta", "augustus", "augusti", "أغسطس", "اغسطس", "آب", "أوت", "августа", "авг"},
	{"september", "sept", "sep", "septembre", "septiembre", "settembre", "set", "setembro", "syyskuuta", "سبتمبر", "أيلول", "сентября", "сен", "сент"},
	{"october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out", "lokakuuta", "أكتوبر", "اكتوبر", "تشرين الأول", "октября", "окт"},
	{"november", "nov", "novembre", "noviembre", "novembro", "marraskuuta", "نوفمبر", "تشرين الثاني", "ноября", "ноя", "нояб"},
	{"december", "dec", "dezember", "dez", "décembre", "déc", "diciembre", "dic", "dicembre", "dezembro", "joulukuuta", "ديسمبر", "كانون الأول", "декабря", "дек"},
}

// weekdays may stand before a day: "Monday, Feb 10".
var weekdays = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"}

// monthNamed is the month of a word, 1 to 12, or 0.
func monthNamed(word string) int {
	w := strings.ToLower(strings.TrimSuffix(word, "."))
	for m, names := range months {
		for _, n := range names {
			if n == w {
				return m + 1
			}
		}
	}
	return 0
}

func isWeekday(word string) bool {
	w := strings.ToLower(strings.TrimSuffix(word, "."))
	for _, d := range weekdays {
		if d == w {
			return true
		}
	}
	return false
}

// readDay reads a day at the head of s and returns how many bytes it took: "Feb 10",
// "Aug 29, 2014", "3 Jan 90", "10 juil 2024", "01 LUG", "26-11-2023", "1996-08-30".
func readDay(s string) (day, int) {
	p := &scanner{s: s}
	if p.weekday() {
		p.take(",")
		p.spaces()
	}
	var d day
	if n, width := p.number(); width > 0 {
		if p.take("-") || p.take("/") {
			return p.numeric(n, width)
		}
		d.day = n
		if width > 2 || n < 1 || n > 31 {
			return day{}, 0
		}
		for _, o := range []string{"st", "nd", "rd", "th", "er", "º", ".", " de"} {
			if p.take(o) {
				break
			}
		}
		if !p.spaces() {
			return day{}, 0
		}
		if d.month = p.month(); d.month == 0 {
			return day{}, 0
		}
	} else {
		if d.month = p.month(); d.month == 0 || !p.spaces() {
			return day{}, 0
		}
		n, width := p.number()
		if width == 0 || width > 2 || n < 1 || n > 31 || strings.HasPrefix(p.rest(), "%") {
			return day{}, 0
		}
		d.day = n
	}
	p.year(&d)
	return d, p.pos
}

// year reads ", 2014", " 2024", " de 2021" and the two digits of older wires.
func (p *scanner) year(d *day) {
	back := p.pos
	if !p.take(", ") && !p.take(" de ") && !p.take(",") && !p.spaces() {
		return
	}
	p.spaces()
	p.take("'")
	n, width := p.number()
	switch {
	case width == 4 && n >= 1800 && n < 2200:
		d.year = n
	case width == 2 && n >= 50:
		d.year = 1900 + n
	case width == 2:
		d.year = 2000 + n
	default:
		p.pos = back
	}
}

// numeric reads what follows the first hyphen of "26-11-2023" and "1996-08-30".
func (p *scanner) numeric(first, width int) (day, int) {
	second, w2 := p.number()
	if w2 != 2 || !p.take("-") && !p.take("/") {
		return day{}, 0
	}
	third, w3 := p.number()
	var d day
	switch {
	case width == 4 && w3 == 2:
		d = day{first, second, third}
	case width == 2 && w3 == 4:
		d = day{third, second, first}
	}
	if d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 {
		return day{}, 0
	}
	return d, p.pos
}

// number reads ASCII digits.
func (p *scanner) number() (n, width int) {
	for p.pos < len(p.s) && width < 5 && p.s[p.pos] >= '0' && p.s[p.pos] <= '9' {
		n = n*10 + int(p.s[p.pos]-'0')
		p.pos++
		width++
	}
	return n, width
}

// month reads a month and its abbreviation point; some Arabic ones have two words.
func (p *scanner) month() int {
	from := p.pos
	p.take("de ")
	at := p.pos
	if !p.letters() {
		return 0
	}
	one := p.pos
	m := monthNamed(p.s[at:one])
	if p.take(" ") && p.letters() {
		if two := monthNamed(p.s[at:p.pos]); two > 0 {
			return two
		}
	}
	if p.pos = one; m == 0 {
		p.pos = from
		return 0
	}
	p.take(".")
	return m
}

// weekday reads the name of a weekday.
func (p *scanner) weekday() bool {
	from := p.pos
	if p.letters() && isWeekday(p.s[from:p.pos]) {
		p.take(".")
		return true
	}
	p.pos = from
	return false
}

// letters reads letters alone.
func (p *scanner) letters() bool {
	from := p.pos
	for i, r := range p.s[from:] {
		if !isLetter(r) {
			p.pos = from + i
			return i > 0
		}
	}
	p.pos = len(p.s)
	return p.pos > from
}

// resolve makes a calendar day: a missing year is that which brings the day nearest to
// published. Zero if there is no year to be had or no such day.
func (d day) resolve(published time.Time) time.Time {
	if !d.known() {
		return time.Time{}
	}
	if d.year > 0 {
		return calendar(d.year, d.month, d.day)
	}
	if published.IsZero() {
		return time.Time{}
	}
	var best time.Time
	near := time.Duration(1<<63 - 1)
	for y := published.Year() - 1; y <= published.Year()+1; y++ {
		if t := calendar(y, d.month, d.day); !t.IsZero() && published.Sub(t).Abs() < near {
			best, near = t, published.Sub(t).Abs()
		}
	}
	return best
}

// calendar is midnight UTC of a day that exists, else zero.
func calendar(y, m, d int) time.Time {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d {
		return time.Time{}
	}
	return t
}

// PrintedDay is the day at the head of s, when a year is printed with it: "Feb. 3, 2020",
// "3. März 2024", "2024-03-03". Zero otherwise.
func PrintedDay(s string) time.Time {
	if d, n := readDay(s); n > 0 && d.year > 0 {
		return calendar(d.year, d.month, d.day)
	}
	return time.Time{}
}
