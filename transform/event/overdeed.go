package event

// overDeed is whom a protest or praise is meant for that is about a hostile act: who did it,
// where the sentence tells, never who suffered it: "protested over the killing of a student
// by police", "supports sanctions on Russia". Others keep their targets.
func (x *coder) overDeed(f *frame, target []int) []int {
	deeds := f.obj
	for _, r := range f.obl {
		switch r.prep {
		case "against", "over", "at":
			deeds = append(deeds[:len(deeds):len(deeds)], r.tok)
		}
	}
	for _, d := range deeds {
		if k := x.code(d); k != nil && x.g.isNoun(d) && k.frame.noun && k.code >= "16" {
			doer, _ := x.sides(k)
			return doer
		}
	}
	return target
}
