package ner

import "dateline/transform/text/word"

// join mends what the model tears apart because the text names the place elsewhere: a body
// of a place is one name.
//
//	the [Northport] Hockey Club   → the [Northport Hockey Club]
//	University of [Northport]     → [University of Northport]
func (x *Extractor) join(labels []uint8) {
	for a := 0; a < len(labels); {
		b := int(x.runs[a].last)
		if b <= a {
			a++
			continue
		}
		if b-a > 1 && x.tornBody(labels, a, b) {
			labels[a] = beginOrg
			for i := a + 1; i < b; i++ {
				labels[i] = beginOrg + 1
			}
		}
		a = b
	}
}

const (
	beginLoc = 1
	beginOrg = 5
)

// tornBody says whether the run from a up to b is a place and the rest of a body's name,
// or the beginning of one and its place.
func (x *Extractor) tornBody(labels []uint8, a, b int) bool {
	const body = 1 << (firstTypeList + 0)
	w := x.doc.Words
	if labels[a] == beginLoc && x.marks[b-1]&body != 0 && w[b-1].Case == word.Title {
		i := a + 1
		for i < b && labels[i] == beginLoc+1 {
			i++
		}
		for rest := i; i < b && labels[i] == 0 && w[i].Capital(); i++ {
			if i == b-1 {
				return rest < b
			}
		}
		return false
	}
	if labels[a] == 0 && x.marks[a]&body != 0 && w[a].Case == word.Title && w[a+1].Exact == hashOf && b-a > 2 && labels[a+2] == beginLoc {
		for i := a + 3; i < b; i++ {
			if labels[i] != beginLoc+1 {
				return false
			}
		}
		return true
	}
	return false
}
