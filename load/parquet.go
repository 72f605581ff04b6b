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
//     rows are written in batches where that does not happen, see batch.go;
//   - Reset wipes the names of the columns for the next file, see rowWriter.reset, and leaves
//     the length of a Bloom filter to columns that have none in the next: see table.write;
//   - a bad tag panics, so a test builds every writer.

const (
	rowGroupRows       = 100_000
	rowGroupBytes      = 64 << 20
	dictionaryMaxBytes = 1 << 20
	pageBytes          = 256 << 10
	textPageBytes      = 1 << 20 // of articles: zstd finds more in a longer page
	minPageBytes       = 4 << 10
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
	known []uint64 // by string column: which rows of the batch have a value
	rows  int      // in the row group
	held  int64    // bytes of their values
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
		parquet.MaxRowsPerRowGroup(int64(group.rows + 1)), // write ends them before
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
	mend := stringFieldsOf(t)
	return &rowWriter[T]{pw: parquet.NewGenericWriter[T](w, options...), group: group, mend: mend, known: make([]uint64, len(mend.strings))}
}

// write takes rows up to the end of the row group, mends their strings, and returns how
// many it took and whether the row group has ended.
func (w *rowWriter[T]) write(rows []T) (n int, ended bool, err error) {
	for n < len(rows) {
		batch := w.next(rows[n:])
		if err := w.put(batch, w.known); err != nil {
			return n, false, err
		}
		n += len(batch)
		if w.rows += len(batch); w.rows >= w.group.rows || w.held >= w.group.bytes {
			w.rows, w.held = 0, 0
			return n, true, w.pw.Flush()
		}
	}
	return n, false, nil
}

func (w *rowWriter[T]) close() error { return w.pw.Close() }

// reset begins another file. The last one's metadata are detached before: Reset would wipe
// in them the names and the order of the columns, which are shared.
func (w *rowWriter[T]) reset(to io.Writer) {
	clear(w.pw.File().Metadata().RowGroups)
	w.pw.Reset(to)
	w.rows, w.held = 0, 0
}

// file writes sorted rows and ends the file.
func (w *rowWriter[T]) file(rows []*T) error {
	batch := make([]T, min(batchRows, len(rows)))
	for len(rows) > 0 {
		n := min(batchRows, len(rows))
		for i, row := range rows[:n] {
			batch[i] = *row
		}
		for left := batch[:n]; len(left) > 0; {
			n, _, err := w.write(left)
			if err != nil {
				return err
			}
			left = left[n:]
		}
		rows = rows[n:]
	}
	return w.close()
}

// writeParquet writes sorted rows as one file.
func writeParquet[T Row](w io.Writer, rows []*T, sorting []parquet.SortingColumn) error {
	return writeSums(w, rows, sorting, sumsOf(rows))
}

// writeSums writes rows of which sums tells how much they hold. Space for a page is
// allocated at once for many a column, so the writer is told to have no more than the
// widest column needs.
func writeSums[T Row](w io.Writer, rows []*T, sorting []parquet.SortingColumn, sums []int64) error {
	page, widest := pageSize[T](), int(slices.Max(sums))
	for page > minPageBytes && page/4 > widest {
		page /= 2
	}
	return newRowWriterOf[T](w, sorting, defaultGroup, page).file(rows)
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
	looked         []int // strings among these with Bloom filters
	fixed          int64 // bytes of all other values, about
}

func stringFieldsOf(t reflect.Type) stringFields {
	s := stringFields{fixed: 8 * int64(t.NumField())}
	for i := range t.NumField() {
		switch f := t.Field(i); {
		case f.Type.Kind() == reflect.String:
			name, _, _ := strings.Cut(f.Tag.Get("parquet"), ",")
			if slices.Contains(looked, name) {
				s.looked = append(s.looked, len(s.strings))
			}
			s.strings = append(s.strings, f.Offset)
		case f.Type == reflect.TypeFor[[]string]():
			s.lists = append(s.lists, f.Offset)
		}
	}
	return s
}

// sumsOf is how many bytes each column of strings of the rows is in memory, at most, and as
// many as a column of other values.
func sumsOf[T Row](rows []*T) []int64 {
	s := stringFieldsOf(reflect.TypeFor[T]())
	sums := make([]int64, len(s.strings)+len(s.lists)+1)
	for _, row := range rows {
		r := unsafe.Pointer(row)
		for j, offset := range s.strings {
			if n := len(*(*string)(unsafe.Add(r, offset))); n > 0 {
				sums[j] += int64(n + listedBytes)
			}
		}
		for j, offset := range s.lists {
			for _, v := range *(*[]string)(unsafe.Add(r, offset)) {
				sums[len(s.strings)+j] += int64(len(v) + listedBytes)
			}
		}
	}
	sums[len(sums)-1] = int64(len(rows)) * listedBytes
	return sums
}

// listedBytes is more than a value takes beside its own bytes.
const listedBytes = 16

// mend replaces bytes that are not UTF-8 by U+FFFD. They can come in by file names and
// container headers; text is clean already. It sets the bit of the row in known for each
// string that it has, and returns about how many bytes the row's values are.
func (s *stringFields) mend(row unsafe.Pointer, known []uint64, bit uint64) int64 {
	size := s.fixed
	for i, offset := range s.strings {
		v := (*string)(unsafe.Add(row, offset))
		size += int64(len(*v))
		if *v == "" {
			*v = ""
			continue
		}
		known[i] |= bit
		if !utf8.ValidString(*v) {
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
