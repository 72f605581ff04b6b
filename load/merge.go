package load

import (
	"cmp"
	"container/heap"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"

	"dateline/load/store"
)

// mergeFanIn bounds how many files a merge reads at once: each holds a page of every
// column. More of them are merged in rounds.
const mergeFanIn = 16

// source is one sorted file within a merge.
type source[T Row] struct {
	r     *rowReader[T]
	head  *T
	order int // among equal rows, those of the earlier file come first
}

// sources is a heap of files by their first rows.
type sources[T Row] struct {
	list    []*source[T]
	compare func(a, b *T) int
}

func (s *sources[T]) Len() int      { return len(s.list) }
func (s *sources[T]) Swap(i, j int) { s.list[i], s.list[j] = s.list[j], s.list[i] }
func (s *sources[T]) Push(x any)    { s.list = append(s.list, x.(*source[T])) }
func (s *sources[T]) Less(i, j int) bool {
	a, b := s.list[i], s.list[j]
	return cmp.Or(s.compare(a.head, b.head), cmp.Compare(a.order, b.order)) < 0
}

func (s *sources[T]) Pop() any {
	last := s.list[len(s.list)-1]
	s.list = s.list[:len(s.list)-1]
	return last
}

// mergeFiles hands out the rows of sorted files in the order of all; a row is valid for
// one turn.
func mergeFiles[T Row](st store.Store, names []string, compare func(a, b *T) int) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		s := &sources[T]{compare: compare}
		defer s.close()
		for i, name := range names {
			if err := s.open(st, name, i); err != nil {
				yield(nil, fmt.Errorf("%s: %w", name, err))
				return
			}
		}
		heap.Init(s)
		for len(s.list) > 0 {
			src := s.list[0]
			if !yield(src.head, nil) {
				return
			}
			var err error
			switch src.head, err = src.r.next(); err {
			case nil:
				heap.Fix(s, 0)
			case io.EOF:
				heap.Pop(s)
				src.r.close()
			default:
				yield(nil, fmt.Errorf("%s: %w", names[src.order], err))
				return
			}
		}
	}
}

// open adds a file with at least one row.
func (s *sources[T]) open(st store.Store, name string, order int) error {
	r, err := openRows[T](st, name)
	if err != nil {
		return err
	}
	head, err := r.next()
	if err != nil {
		r.close()
		if err == io.EOF {
			return nil
		}
		return err
	}
	s.list = append(s.list, &source[T]{r, head, order})
	return nil
}

func (s *sources[T]) close() {
	for _, src := range s.list {
		src.r.close()
	}
}

// fewer merges neighbours until at most mergeFanIn files are left. Those it makes are
// staged files that nobody commits, to be removed by the caller.
func fewer[T Row](c *compaction, t *table[T], names []string) (left, made []string, err error) {
	for len(names) > mergeFanIn {
		var next []string
		for group := range slices.Chunk(names, mergeFanIn) {
			name := stagedName(c.opt.RunID, fmt.Sprintf("merge-%04d", len(made)))
			if err := mergeInto(c, t, name, group); err != nil {
				return nil, made, err
			}
			made = append(made, name)
			next = append(next, name)
		}
		names = next
	}
	return names, made, nil
}

// mergeInto merges files into one that only the next round reads.
func mergeInto[T Row](c *compaction, t *table[T], name string, group []string) error {
	next, stop := iter.Pull2(mergeFiles(c.w.store, group, t.compare))
	defer stop()
	rows := &pulled[T]{ctx: c.ctx, next: next}
	if err := rows.fill(); err != nil {
		return err
	}
	var unused ManifestFile
	return stage(c.w.store, name, &unused, func(out io.Writer) error {
		_, err := rows.write(out, t, groupSize{rowGroupRows, 4 << 20}, math.MaxInt64)
		return err
	})
}
