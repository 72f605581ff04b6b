package event

import "strings"

// Sentences that say who did it without a verb of doing: "is responsible for the attack",
// "was the work of the front", "is behind the murders", "the attackers belonged to the band".

// responsible reads who is called guilty of an act of force in sentence s.
func (b *builder) responsible(s int) {
	sent := b.doc.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		who, speakers := -1, []int(nil)
		switch b.g.lemma(i) {
		case "responsible", "guilty", "culpable":
			if b.forAct(i) {
				who, speakers = b.guilty(i)
			}
		case "blame": // "is to blame for the murder"
			if b.g.tok[i].Tag == "VB" && i > sent.First+1 && b.g.lemma(i-1) == "to" && b.g.lemma(i-2) == "be" && b.forAct(i) {
				if who = b.g.child(i, "nsubj"); who < 0 && b.g.tok[i].Head >= 0 {
					who = b.g.child(b.g.tok[i].Head, "nsubj")
				}
			}
		case "implicate", "involve", "link": // "members of X implicated in the murder"
			if b.g.isVerb(i) && (b.g.tok[i].Tag == "VBN" || b.g.tok[i].Tag == "VBD") && b.partIn(i) {
				who = b.accused(i)
			}
		case "perpetrate", "commit", "carry": // "claim that the army carried out the crime"
			if f := b.x.frame(i); b.g.isVerb(i) && len(f.obj) > 0 && len(f.subj) > 0 && deeds[b.g.lemma(f.obj[0])] && b.x.code(f.obj[0]) == nil && b.definiteNoun(f.obj[0]) {
				who = f.subj[0]
			}
		case "arrest", "detain", "capture", "charge", "try", "prosecute", "sentence", "convict", "indict": // "members of X arrested for the murder"
			if b.g.isVerb(i) && b.heldFor(i) {
				if who = b.accused(i); who >= 0 && !b.fighter(who) {
					who = -1
				}
			}
		case "suspect": // "the police suspect X"
			if f := b.x.frame(i); b.g.isVerb(i) && !f.passive && len(f.obj) > 0 && len(f.comp) == 0 && b.armed(f.obj[0]) {
				who, speakers = f.obj[0], b.x.actorsOf(f.subj, false)
			}
		case "action", "act", "operation": // "the murder was an act by X"
			if t := b.g.child(i, "nsubj"); t >= 0 && b.g.isNoun(i) && b.deed(t) {
				who = b.hung(i, "by")
			}
		case "work", "handiwork", "doing": // "the attack was the work of X"
			if t := b.g.child(i, "nsubj"); t >= 0 && b.g.isNoun(i) && (b.deed(t) || strings.HasPrefix(b.g.tok[t].Tag, "PRP") || b.g.tok[t].Tag == "DT") {
				who = b.of(i)
			}
		default:
			if parts[b.g.lemma(i)] {
				who = b.partOf(i)
			} else if b.g.prep(i) == "behind" && b.deed(i) { // "X is behind the murders"
				if who = b.g.child(i, "nsubj"); who < 0 && b.g.tok[i].Head >= 0 && b.g.lemma(b.g.tok[i].Head) == "be" {
					who = b.g.child(b.g.tok[i].Head, "nsubj")
				}
			}
		}
		if who < 0 || who == i || b.g.negated(i) {
			continue
		}
		if a := b.x.addActors(nil, who, 0, false); len(a) > 0 {
			b.blame(s, i, a, speakers)
		}
	}
}

// armed reports whether token t heads an armed group that has a name.
func (b *builder) armed(t int) bool {
	a := b.g.actor[t]
	return a >= 0 && armedSectors[b.doc.Actors[a].Sector] && b.doc.Actors[a].Kind != "person" && b.proper(int(a))
}

// partIn reports whether an act of force stands behind "in", "with" or "to" of predicate i.
func (b *builder) partIn(i int) bool {
	for _, r := range b.x.frame(i).obl {
		if (r.prep == "in" || r.prep == "with" || r.prep == "to") && b.deed(r.tok) {
			return true
		}
	}
	return false
}

// heldFor reports whether verb i takes somebody for an act of force: "arrested for the murder",
// "detained in connection with the attack", "charged with killing".
func (b *builder) heldFor(i int) bool {
	for _, r := range b.x.frame(i).obl {
		switch {
		case (r.prep == "for" || r.prep == "with" || r.prep == "over") && b.deed(r.tok):
			return true
		case r.prep == "in" && b.g.lemma(r.tok) == "connection":
			for c := b.g.first[r.tok]; c >= 0; c = b.g.next[c] {
				if b.g.prep(int(c)) == "with" && b.deed(int(c)) {
					return true
				}
			}
		}
	}
	return false
}

// fighter reports whether token t heads people of an armed group, an army or a police force.
func (b *builder) fighter(t int) bool {
	a := b.g.actor[t]
	if a < 0 {
		return false
	}
	y := &b.doc.Actors[a]
	return y.Kind != "person" && (armedSectors[y.Sector] && y.Sector != "UAF" && y.Sector != "CRM" || y.Sector == "MIL" || b.proper(int(a)) && armedSectors[y.Sector])
}

// accused is who a participle or passive of predicate i is said of; -1 none.
func (b *builder) accused(i int) int {
	if t := b.g.child(i, "nsubj"); t >= 0 && !relative[b.g.lemma(t)] {
		return t
	}
	if h := b.g.tok[i].Head; h >= 0 && base(b.g.tok[i].Rel) == "acl" && b.g.isNoun(h) {
		return h
	}
	return -1
}

var relative = map[string]bool{"who": true, "which": true, "that": true, "whom": true}

// definiteNoun reports whether noun t points back: "the crime".
func (b *builder) definiteNoun(t int) bool {
	d := b.g.child(t, "det")
	return d >= 0 && (b.g.lemma(d) == "the" || b.g.lemma(d) == "this" || b.g.lemma(d) == "these" || b.g.lemma(d) == "that")
}

// guilty is whom adjective i calls responsible, and who says so: "he holds the rebels
// responsible".
func (b *builder) guilty(i int) (who int, speakers []int) {
	who = b.g.child(i, "nsubj")
	if h := b.g.tok[i].Head; who < 0 && h >= 0 && b.g.isVerb(h) {
		f := b.x.frame(h)
		if b.g.negated(h) || len(f.obj) == 0 {
			return -1, nil
		}
		who, speakers = f.obj[0], b.x.actorsOf(f.subj, false)
	}
	return who, speakers
}

// of is the noun behind "of" under token i, or -1.
func (b *builder) of(i int) int { return b.hung(i, "of") }

// hung is the noun that an adposition hangs on token i, or -1.
func (b *builder) hung(i int, prep string) int {
	for c := b.g.first[i]; c >= 0; c = b.g.next[c] {
		if base(b.g.tok[c].Rel) == "nmod" && b.g.prep(int(c)) == prep {
			return int(c)
		}
	}
	return -1
}

// forAct reports whether "for" or "of" and an act of force follow token i closely.
func (b *builder) forAct(i int) bool {
	last := b.doc.Sentences[b.g.tok[i].Sentence].Last
	if i+1 >= last || b.g.lemma(i+1) != "for" && b.g.lemma(i+1) != "of" {
		return false
	}
	for k := i + 2; k < min(last, i+10); k++ {
		if b.deed(k) {
			return true
		}
	}
	return false
}

// attackers are words for those who did it, whoever they are.
var attackers = map[string]bool{
	"attacker": true, "assailant": true, "kidnapper": true, "abductor": true, "captor": true, "killer": true, "murderer": true, "gunman": true, "assassin": true,
	"perpetrator": true, "bomber": true, "aggressor": true, "hijacker": true, "culprit": true, "hitman": true,
}

// belonging reads which armed group those who did it are of, in sentence s: "the gunmen
// were members of X", "the kidnappers, who are said to belong to X".
func (b *builder) belonging(s int) {
	sent := b.doc.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if !attackers[b.g.lemma(i)] || !b.g.isNoun(i) {
			continue
		}
		for k := i + 1; k < min(sent.Last, i+14); k++ {
			l := b.g.lemma(k)
			if l != "belong" && l != "member" && l != "militant" && l != "guerrilla" || b.g.negated(k) || !b.saidOf(k, i) {
				continue
			}
			for m := k; m < min(sent.Last, k+8); m++ {
				a := b.g.actor[m]
				if a >= 0 && armedSectors[b.doc.Actors[a].Sector] && b.proper(int(a)) {
					b.blame(s, i, []int{int(a)}, nil)
					return
				}
			}
		}
	}
}

// saidOf reports whether predicate k is said of noun i: i is its subject, or k stands in a
// clause of i's.
func (b *builder) saidOf(k, i int) bool {
	for n := 0; n < 5 && k >= 0; n++ {
		if k == i || b.g.child(k, "nsubj") == i {
			return true
		}
		k = b.g.tok[k].Head
	}
	return false
}
