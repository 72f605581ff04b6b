package own

import (
	"errors"
	"slices"
	"testing"
)

func TestEntries(t *testing.T) {
	var e Entries[int]
	odd := func(all []int) error {
		for _, n := range all {
			if n%2 == 0 {
				return errors.New("even")
			}
		}
		return nil
	}
	if err := e.Add("the table", odd, 1, 3); err != nil {
		t.Fatal(err)
	}
	if err := e.Add("the table", odd, 5, 6); err == nil {
		t.Error("a check that fails lets entries in")
	}
	if err := e.Add("the table", nil, 7); err != nil {
		t.Fatal(err)
	}
	if got := e.Take(); !slices.Equal(got, []int{1, 3, 7}) {
		t.Errorf("took %v", got)
	}
	if err := e.Add("the table", nil, 9); err == nil || err.Error() != "the table is in use already" {
		t.Errorf("added behind the taking: %v", err)
	}
}
