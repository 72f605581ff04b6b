package event

import "dateline/transform"

// settleVictims makes the tolls those of persons: whoever is told to be shot and then to
// have died is counted once, among the dead.
func (b *builder) settleVictims() {
	all, of := b.victims()
	for i := range b.doc.Events {
		b.takeDead(i, all, of)
	}
}

// takeDead takes those out of the wounded of event i who died.
func (b *builder) takeDead(i int, all []victim, of []int) {
	c := &b.doc.Events[i].Wounded
	if !c.Known() {
		return
	}
	var dead int64
	for _, k := range b.meta[i].hurt {
		dead += b.deadAmong(k, all, of)
	}
	if dead == 0 {
		return
	}
	c.Low, c.High = less(c.Low, dead), less(c.High, dead)
	if c.High == nil && c.Low != nil && *c.Low <= 0 || c.High != nil && *c.High <= 0 {
		*c = transform.Count{}
	}
}

// deadAmong counts the persons of number k that died: itself, or the members of a total.
func (b *builder) deadAmong(k int, all []victim, of []int) int64 {
	if v := of[k]; v >= 0 {
		if all[v].dead {
			return 1
		}
		return 0
	}
	if b.doc.Numbers[k].Rule != "sum" {
		return 0
	}
	var dead int64
	for m := k + 1; m < len(b.doc.Numbers) && b.doc.Numbers[m].Start < b.doc.Numbers[k].End; m++ {
		if v := of[m]; v >= 0 && b.doc.Numbers[m].PartOf == k && all[v].dead {
			dead++
		}
	}
	return dead
}

func less(a *int64, n int64) *int64 {
	if a == nil {
		return nil
	}
	v := max(*a-n, 0)
	return &v
}
