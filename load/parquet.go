package load

import (
	"io"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/parquet-go/parquet-go"

	"dateline/load/store"
)

// Everything that parquet-go v0.32.0 does by surprise is dealt with in this file:
//
//   - time.Time with the date tag writes garbage, so days are int32 (type Day) and
//     instants int64 (type Micros);
//   - a string with the uuid tag writes memory addresses, so ids are plain strings;
//   - invalid UTF-8 is accepted and then unreadable, so strings are mended here;
//   - page statistics are written in full length, so they are off, and bounds are not
//     kept for columns of long text;
//   - the defaults are no compression, unlimited row groups and unlimited dictionaries;
//   - SortingColumns only declares an order, so rows are sorted before;
//   - an optional zero value becomes NULL, so numbers where 0 is data are pointers; but an
//     empty string that was cut out of a longer one does not, so it is made zero here;
//   - of more than two rows written at once, it takes NULL strings for empty ones where as
//     many values stand behind as many NULLs and nothing but NULLs follows up to the next
//     multiple of 64 (writeRowsFuncOfOptional compares with 1<<y where it means 1<<(64-y)):
//     rows are written in twos, where that cannot happen;
//   - a bad tag panics, so a test builds every writer.

const (
	rowGroupRows       = 100_000
	rowGroupBytes      = 64 << 20
	dictionaryMaxBytes = 1 << 20
	pageBytes          = 256 << 10
	textPageBytes      = 1 << 20 // of articles: zstd finds more in a longer page
	minPageBytes       = 4 << 10
	safeRows           = 2
)

// Row is a table's row type.
type Row interface {
	ArticleRow | MentionRow | EventRow | RejectRow
}

// longText are columns whose page bounds would be as long as their values.
var longText = []string{"text", "sentence_text", "headline", "sign_off", "message", "hint", "bytes", "source_uri", "url", "dateline"}

// looked are columns that rows are looked up by: they have Bloom filters. Ids that the rows
// are not sorted by are in every file's range, so that nothing else would pass a file over.
var looked = []string{"article_id", "event_id", "actor_code", "source_code", "target_code"}

// bloomBits is the size of a Bloom filter by distinct value: one in a hundred values that
// are not there seems to be.
const bloomBits = 10

// groupSize bounds a row group: it ends with whichever comes first.
type groupSize struct {
	rows  int
	bytes int64 // of values before encoding, about
}

var defaultGroup = groupSize{rowGroupRows, rowGroupBytes}

// rowWriter writes sorted rows as one file.
type rowWriter[T Row] struct {
	pw    *parquet.GenericWriter[T]
	group groupSize
	mend  stringFields
	rows  int   // in the row group
	held  int64 // bytes of their values
}

func newRowWriter[T Row](w io.Writer, sorting []parquet.SortingColumn, group groupSize) *rowWriter[T] {
	return newRowWriterOf[T](w, sorting, group, pageSize[T]())
}

// pageSize is where pages of a table end.
func pageSize[T Row]() int {
	if reflect.TypeFor[T]() == reflect.TypeFor[ArticleRow]() {
		return textPageBytes
	}
	return pageBytes
}

func newRowWriterOf[T Row](w io.Writer, sorting []parquet.SortingColumn, group groupSize, page int) *rowWriter[T] {
	t := reflect.TypeFor[T]()
	options := []parquet.WriterOption{
		parquet.Compression(codec),
		parquet.PageBufferSize(page),
		parquet.MaxRowsPerRowGroup(int64(group.rows + safeRows)), // write ends them before
		parquet.DictionaryMaxBytes(dictionaryMaxBytes),
		parquet.DataPageStatistics(false),
		parquet.CreatedBy("dateline", SchemaVersion, ""),
		parquet.KeyValueMetadata("dateline.schema_version", SchemaVersion),
		parquet.SortingWriterConfig(parquet.SortingColumns(sorting...)),
	}
	names := columnNames(t)
	for _, c := range longText {
		if names[c] {
			options = append(options, parquet.SkipPageBounds(c))
		}
	}
	var blooms []parquet.BloomFilterColumn
	for _, c := range looked {
		if names[c] {
			blooms = append(blooms, parquet.SplitBlockFilter(bloomBits, c))
		}
	}
	options = append(options, parquet.BloomFilters(blooms...))
	return &rowWriter[T]{pw: parquet.NewGenericWriter[T](w, options...), group: group, mend: stringFieldsOf(t)}
}

// write takes rows up to the end of the row group, mends their strings, and returns how
// many it took and whether the row group has ended.
func (w *rowWriter[T]) write(rows []T) (n int, ended bool, err error) {
	for n < len(rows) {
		few := rows[n:min(n+safeRows, len(rows))]
		for i := range few {
			w.held += w.mend.mend(unsafe.Pointer(&few[i]))
		}
		if _, err := w.pw.Write(few); err != nil {
			return n, false, err
		}
		n += len(few)
		if w.rows += len(few); w.rows >= w.group.rows || w.held >= w.group.bytes {
			w.rows, w.held = 0, 0
			return n, true, w.pw.Flush()
		}
	}
	return n, false, nil
}

func (w *rowWriter[T]) close() error { return w.pw.Close() }

// writeParquet writes sorted rows as one file. Space for a page is allocated at once for
// many a column, so it is told to have no more than the widest of them needs.
func writeParquet[T Row](w io.Writer, rows []*T, sorting []parquet.SortingColumn) error {
	fields := stringFieldsOf(reflect.TypeFor[T]())
	page := pageSize[T]()
	widest := int(fields.widest(len(rows), func(i int) unsafe.Pointer { return unsafe.Pointer(rows[i]) }))
	for page > minPageBytes && page/4 > widest {
		page /= 2
	}
	rw := newRowWriterOf[T](w, sorting, defaultGroup, page)
	var few [safeRows]T
	for len(rows) > 0 {
		n := min(safeRows, len(rows))
		for i, row := range rows[:n] {
			few[i] = *row
		}
		if _, _, err := rw.write(few[:n]); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return rw.close()
}

func columnNames(t reflect.Type) map[string]bool {
	names := map[string]bool{}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("parquet"), ",")
		names[name] = true
	}
	return names
}

// stringFields are the offsets of a row's strings and lists of strings.
type stringFields struct {
	strings, lists []uintptr
	fixed          int64 // bytes of all other values, about
}

func stringFieldsOf(t reflect.Type) stringFields {
	s := stringFields{fixed: 8 * int64(t.NumField())}
	for i := range t.NumField() {
		switch f := t.Field(i); {
		case f.Type.Kind() == reflect.String:
			s.strings = append(s.strings, f.Offset)
		case f.Type == reflect.TypeFor[[]string]():
			s.lists = append(s.lists, f.Offset)
		}
	}
	return s
}

// widest is how many bytes the widest column of rows is in memory, at most.
func (s *stringFields) widest(n int, row func(int) unsafe.Pointer) int64 {
	sums := make([]int64, len(s.strings)+len(s.lists))
	for i := range n {
		r := row(i)
		for j, offset := range s.strings {
			sums[j] += int64(len(*(*string)(unsafe.Add(r, offset))))
		}
		for j, offset := range s.lists {
			for _, v := range *(*[]string)(unsafe.Add(r, offset)) {
				sums[len(s.strings)+j] += int64(len(v) + listedBytes)
			}
		}
	}
	return slices.Max(sums) + int64(n)*listedBytes
}

// listedBytes is more than a value takes beside its own bytes.
const listedBytes = 16

// mend replaces bytes that are not UTF-8 by U+FFFD. They can come in by file names and
// container headers; text is clean already. It returns about how many bytes the row's
// values are.
func (s *stringFields) mend(row unsafe.Pointer) int64 {
	size := s.fixed
	for _, offset := range s.strings {
		v := (*string)(unsafe.Add(row, offset))
		size += int64(len(*v))
		if *v == "" {
			*v = ""
		} else if !utf8.ValidString(*v) {
			*v = strings.ToValidUTF8(*v, "\uFFFD")
		}
	}
	for _, offset := range s.lists {
		for i, v := range *(*[]string)(unsafe.Add(row, offset)) {
			size += int64(len(v))
			if !utf8.ValidString(v) {
				(*(*[]string)(unsafe.Add(row, offset)))[i] = strings.ToValidUTF8(v, "\uFFFD")
			}
		}
	}
	return size
}

// ReadRows reads all rows of one Parquet file that writeParquet made. The partition
// column is not in the file.
func ReadRows[T Row](st store.Store, name string) ([]T, error) {
	f, err := st.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return parquet.Read[T](f, f.Size())
}
