package report

import (
	"strconv"
	"testing"

	"dateline/load"
)

func daily(first string, n int) (map[load.Day][]int64, map[load.Day]int) {
	values, weight := map[load.Day][]int64{}, map[load.Day]int{}
	for i := range n {
		d := *day(first) + load.Day(i)
		values[d], weight[d] = []int64{1, 2}, 3
	}
	return values, weight
}

var two = []Part{{"a", "q0"}, {"b", "q1"}}

func TestChartUnits(t *testing.T) {
	for _, c := range []struct {
		days       int
		unit       string
		bars       int
		first, end string
	}{
		{1, "day", 1, "2020-01-15", "2020-01-15"},
		{60, "day", 60, "2020-01-15", "2020-03-14"},
		{400, "month", 14, "2020-01", "2021-02"},
		{365 * 12, "year", 13, "2020", "2032"},
	} {
		values, weight := daily("2020-01-15", c.days)
		got := newChart("t", two, values, weight)
		if got.Unit != c.unit || len(got.Bars) != c.bars || got.First() != c.first || got.Last() != c.end {
			t.Errorf("%d days: %d bars by %s from %s to %s, want %d by %s from %s to %s", c.days, len(got.Bars), got.Unit, got.First(), got.Last(), c.bars, c.unit, c.first, c.end)
		}
		var n int64
		for _, b := range got.Bars {
			n += sum(b.Values)
		}
		if n+int64(got.Outside) != int64(3*c.days) {
			t.Errorf("%d days: %d shown and %d not, of %d", c.days, n, got.Outside, 3*c.days)
		}
	}
}

// A lone event long ago does not stretch the axis, and is told.
func TestChartLeavesOutliersOut(t *testing.T) {
	values, weight := daily("2020-01-15", 60)
	old := *day("1948-05-14")
	values[old], weight[old] = []int64{1, 0}, 1
	c := newChart("t", two, values, weight)
	if c.Unit != "day" || c.Outside != 1 || c.First() != "2020-01-15" || len(c.Bars) != 60 {
		t.Errorf("%d bars by %s from %s, %d not shown", len(c.Bars), c.Unit, c.First(), c.Outside)
	}
}

func TestChartBarsStandOnOneAnother(t *testing.T) {
	values, weight := daily("2020-01-15", 2)
	values[*day("2020-01-16")] = []int64{2, 4}
	c := newChart("t", two, values, weight)
	if c.Max != 6 || c.Bars[1].Title != "2020-01-16: 2 a 4 b" {
		t.Errorf("highest %d, %q", c.Max, c.Bars[1].Title)
	}
	for i, want := range []struct{ y, h float64 }{{66.67, 33.33}, {0, 66.67}} {
		r := c.Bars[1].Rects[i]
		y, _ := strconv.ParseFloat(r.Y, 64)
		h, _ := strconv.ParseFloat(r.H, 64)
		if y != want.y || h != want.h {
			t.Errorf("part %d from %g, %g high, want %v", i, y, h, want)
		}
	}
	if none := newChart("t", two, nil, nil); len(none.Bars) != 0 || none.First() != "" {
		t.Error("bars of nothing")
	}
}

func TestTop(t *testing.T) {
	got := top(map[string]int{"b": 2, "a": 2, "c": 4, "d": 1}, 3)
	if len(got) != 3 || got[0].Name != "c" || got[1].Name != "a" || got[2].Name != "b" || got[0].Share != "100.00" || got[1].Share != "50.00" {
		t.Errorf("%v", got)
	}
}

func TestPeople(t *testing.T) {
	n := func(i int64) *int64 { return &i }
	for _, c := range []struct {
		low, high *int64
		want      span
		known     bool
	}{{nil, nil, span{}, false}, {n(3), nil, span{3, 3}, true}, {nil, n(4), span{0, 4}, true}, {n(3), n(5), span{3, 5}, true}, {n(5), n(3), span{5, 5}, true}} {
		if got, known := people(c.low, c.high); got != c.want || known != c.known {
			t.Errorf("got %v %v, want %v %v", got, known, c.want, c.known)
		}
	}
}

func TestBin(t *testing.T) {
	for f, want := range map[float64]int{-1: 0, 0: 0, 0.05: 0, 0.1: 1, 0.95: 9, 1: 9, 7: 9} {
		if got := bin(f); got != want {
			t.Errorf("%g is in %d, want %d", f, got, want)
		}
	}
}
