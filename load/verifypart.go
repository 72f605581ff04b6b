package load

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"
	"slices"
	"strings"
	"unsafe"

	"github.com/parquet-go/parquet-go"

	"dateline/load/store"
)

// verifyBytes bounds the texts of articles that Verify holds at once.
const verifyBytes = 8 << 20

// verification is one call of Verify.
type verification struct {
	*Report
	st         store.Store
	rangeBytes int64
}

// byPart are the live files by the name of their directory and their table, in order.
func byPart(s *State) map[string]map[string][]ManifestFile {
	out := map[string]map[string][]ManifestFile{}
	for _, f := range s.Files {
		part := strings.Split(f.Path, "/")[1]
		if out[part] == nil {
			out[part] = map[string][]ManifestFile{}
		}
		out[part][f.Table] = append(out[part][f.Table], f)
	}
	for _, tables := range out {
		for _, files := range tables {
			slices.SortFunc(files, func(a, b ManifestFile) int { return strings.Compare(a.Path, b.Path) })
		}
	}
	return out
}

// partition checks one day: its articles, then what points at them. All files are in the
// order of article ids, so they are gone through together, a range of ids at a time: it
// holds the articles of one range.
func (v *verification) partition(part string, files map[string][]ManifestFile) {
	t := newTables()
	articles := checkFiles(v, &t.articles, files[TableArticles])
	mentions := checkFiles(v, &t.mentions, files[TableMentions])
	events := checkFiles(v, &t.events, files[TableEvents])
	rejects := checkFiles(v, &t.rejects, files[TableRejects])
	var size int64
	for _, f := range articles {
		size += f.size
	}
	for end := range idRanges(int(size/v.rangeBytes) + 1) {
		known := pointed{r: v.Report, texts: map[string]string{}, mentions: map[[2]uint64]struct{}{}}
		for _, f := range articles {
			f.upTo(end, func(a *ArticleRow) {
				if _, twice := known.texts[a.ArticleID]; twice {
					v.problem("%s: article %s stands twice in %s", f.Path, a.ArticleID, part)
				}
				known.texts[strings.Clone(a.ArticleID)] = strings.Clone(a.Text)
			})
		}
		for _, f := range mentions {
			f.upTo(end, func(m *MentionRow) { known.mention(f.Path, m) })
		}
		for _, f := range events {
			f.upTo(end, func(e *EventRow) { known.event(f.Path, e) })
		}
	}
	for _, f := range rejects {
		f.upTo("", func(*RejectRow) {})
	}
}

// idRanges are the ends of n ranges of ids, which are hashes in hex; the last has none.
func idRanges(n int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range uint64(n - 1) {
			if !yield(fmt.Sprintf("%016x", (i+1)*(^uint64(0)/uint64(n)))) {
				return
			}
		}
		yield("")
	}
}

// pointed is what rows of mentions and events point at.
type pointed struct {
	r        *Report
	texts    map[string]string // by article
	mentions map[[2]uint64]struct{}

	article string // whose text is taken apart
	chars   []rune
}

func mentionKey(article, mention string) [2]uint64 {
	return [2]uint64{hashString(article), hashString(mention)}
}

func (p *pointed) mention(path string, m *MentionRow) {
	key := mentionKey(m.ArticleID, m.MentionID)
	if _, twice := p.mentions[key]; twice {
		p.r.problem("%s: mention %s is there twice", path, m.MentionID)
	}
	p.mentions[key] = struct{}{}
	p.span(path, "mention", m.MentionID, m.ArticleID, m.Start, m.End, m.Text)
}

func (p *pointed) event(path string, e *EventRow) {
	p.span(path, "event", e.EventID, e.ArticleID, e.Start, e.End, e.Trigger)
	for _, id := range []string{e.SourceMentionID, e.TargetMentionID, e.PlaceMentionID} {
		if id == "" {
			continue
		}
		if _, ok := p.mentions[mentionKey(e.ArticleID, id)]; !ok {
			p.r.problem("%s: event %s points at mention %s, which is not there", path, e.EventID, id)
		}
	}
}

// span checks that a row's characters are those of its article.
func (p *pointed) span(path, what, id, article string, start, end int32, want string) {
	text, ok := p.texts[article]
	if !ok {
		p.r.problem("%s: %s %s belongs to article %s, which is not in the partition", path, what, id, article)
		return
	}
	if p.article != article || p.chars == nil { // rows of one article stand together
		p.article, p.chars = strings.Clone(article), []rune(text)
	}
	switch {
	case start < 0 || end < start || int(end) > len(p.chars):
		p.r.problem("%s: %s %s: [%d:%d] is outside its article of %d characters", path, what, id, start, end, len(p.chars))
	case string(p.chars[start:end]) != want:
		p.r.problem("%s: %s %s: text[%d:%d] is %q, the row says %q", path, what, id, start, end, string(p.chars[start:end]), want)
	}
}

// checkedFile is a file whose rows are checked from its beginning on.
type checkedFile[T Row] struct {
	ManifestFile
	v     *verification
	t     *table[T]
	size  int64 // of its columns, uncompressed
	at    int64 // rows gone through
	last  *T    // the latest of them
	mixed bool  // not in order
	torn  bool  // cannot be read
}

// checkFiles checks what can be told of files without their rows; those that are not what
// was committed are left out.
func checkFiles[T Row](v *verification, t *table[T], files []ManifestFile) (out []*checkedFile[T]) {
	for _, f := range files {
		c := &checkedFile[T]{ManifestFile: f, v: v, t: t}
		if err := c.open(); err != nil {
			v.problem("%s: %v", f.Path, err)
			continue
		}
		out = append(out, c)
	}
	return out
}

// open compares the file with the manifest and its columns with the table's.
func (c *checkedFile[T]) open() error {
	file, err := c.v.st.Open(c.Path)
	if err != nil {
		return err
	}
	defer file.Close()
	sum, size, err := digest(io.NewSectionReader(file, 0, file.Size()))
	if err != nil {
		return err
	}
	if sum != c.SHA256 || size != c.Bytes {
		return fmt.Errorf("the file is not the one that was committed (%d bytes, digest %.12s…; the manifest says %d, %.12s…)", size, sum, c.Bytes, c.SHA256)
	}
	if diff := schemaDiff[T](file); diff != "" {
		return errors.New(diff)
	}
	p, err := parquet.OpenFile(file, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return err
	}
	for _, g := range p.Metadata().RowGroups {
		c.size += g.TotalByteSize
	}
	return nil
}

// upTo goes through the rows up to the one whose key is end, all of them where end is
// empty, and hands them to each. Once a row is out of order, those behind it are only
// counted: they may belong to an earlier range.
func (c *checkedFile[T]) upTo(end string, each func(*T)) {
	if c.torn {
		return
	}
	err := withReader(c.v.st, c.Path, func(r *parquet.GenericReader[T]) error {
		if c.at >= r.NumRows() {
			return nil
		}
		if err := r.SeekToRow(c.at); err != nil {
			return err
		}
		buf := make([]T, scanRows)
		for {
			clear(buf)
			n, err := r.Read(buf)
			for i := range n {
				if end != "" && c.t.key(&buf[i]) >= end {
					c.keep(buf[:i])
					return nil
				}
				c.next(buf[:i+1], each)
			}
			c.keep(buf[:n])
			if errors.Is(err, io.EOF) || n == 0 && err == nil {
				return nil
			}
			if err != nil {
				return err
			}
		}
	})
	if err != nil {
		c.torn = true
		c.v.problem("%s: %v", c.Path, err)
		return
	}
	if end != "" {
		return
	}
	c.v.Rows[c.Table] += c.at
	if c.at != c.ManifestFile.Rows {
		c.v.problem("%s: %d rows, the manifest says %d", c.Path, c.at, c.ManifestFile.Rows)
	}
}

// next takes the last of the rows read.
func (c *checkedFile[T]) next(rows []T, each func(*T)) {
	row, before := &rows[len(rows)-1], c.last
	if len(rows) > 1 {
		before = &rows[len(rows)-2]
	}
	if before != nil && !c.mixed && c.t.compare(before, row) > 0 {
		c.mixed = true
		c.v.problem("%s: its rows are not in order", c.Path)
	}
	c.at++
	if !c.mixed {
		each(row)
	}
}

// keep keeps the last row for the next to be compared with: the rows' memory is used again.
func (c *checkedFile[T]) keep(rows []T) {
	if len(rows) == 0 {
		return
	}
	last := rows[len(rows)-1]
	c.last = &last
	for _, offset := range stringFieldsOf(reflect.TypeFor[T]()).strings {
		s := (*string)(unsafe.Add(unsafe.Pointer(c.last), offset))
		*s = strings.Clone(*s)
	}
}
