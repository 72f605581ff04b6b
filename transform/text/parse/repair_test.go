package parse

import (
	"fmt"
	"strings"
	"testing"
)

// tree sets a sentence with its tree from lines "form tag head relation", heads from 1.
func tree(t *testing.T, p *Parser, text string) {
	t.Helper()
	p.Reset()
	p.heads, p.rels = nil, nil
	for line := range strings.Lines(strings.TrimSpace(text)) {
		var form, tag, rel string
		var head int32
		if _, err := fmt.Sscan(line, &form, &tag, &head, &rel); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		p.Add(form, tag)
		p.heads, p.rels = append(p.heads, head-1), append(p.rels, rel)
	}
}

func (p *Parser) wants(t *testing.T, i, head int, rel string) {
	t.Helper()
	if p.heads[i-1] != int32(head-1) || p.rels[i-1] != rel {
		t.Errorf("word %d: head %d %s, want %d %s", i, p.heads[i-1]+1, p.rels[i-1], head, rel)
	}
}

func TestAttribution(t *testing.T) {
	p := New()
	tree(t, p, `
		Rebels NNS 2 nsubj
		fled VBD 0 root
		, , 5 punct
		local JJ 5 amod
		media NNS 2 obj
		reported VBN 5 acl
		on IN 8 case
		Monday NNP 6 obl
		. . 2 punct`)
	p.repair()
	checkTree(t, p.heads, p.rels)
	p.wants(t, 6, 0, "root")
	p.wants(t, 2, 6, "ccomp")
	p.wants(t, 5, 6, "nsubj")
	p.wants(t, 4, 5, "amod")
	p.wants(t, 3, 6, "punct")
	p.wants(t, 8, 6, "obl")
	p.wants(t, 9, 6, "punct")
}

// The object of the last clause was taken for a part of the speaker's name.
func TestAttributionGivesBackObject(t *testing.T) {
	p := New()
	tree(t, p, `
		Two CD 2 nsubj
		landed VBD 0 root
		, , 4 punct
		wounding VBG 2 advcl
		a DT 6 det
		woman NN 8 amod
		, , 8 punct
		police NNS 4 obj
		said VBD 8 acl
		. . 2 punct`)
	p.repair()
	checkTree(t, p.heads, p.rels)
	p.wants(t, 9, 0, "root")
	p.wants(t, 8, 9, "nsubj")
	p.wants(t, 6, 4, "obj")
	p.wants(t, 2, 9, "ccomp")
}

func TestNoAttribution(t *testing.T) {
	p := New()
	for _, text := range []string{
		// A subordinate clause in front is not what was said.
		"When WRB 3 advmod\n rebels NNS 3 nsubj\n fled VBD 6 advcl\n , , 6 punct\n residents NNS 6 nsubj\n said VBD 0 root\n nothing NN 6 obj\n . . 6 punct",
		// What was said follows.
		"He PRP 2 nsubj\n left VBD 0 root\n , , 2 punct\n officials NNS 5 nsubj\n said VBD 2 conj\n they PRP 7 nsubj\n knew VBD 5 ccomp\n . . 2 punct",
		// An apposition, no clause, stands before the comma.
		"Mr. NNP 2 compound\n Smith NNP 7 nsubj\n , , 5 punct\n the DT 5 det\n minister NN 2 appos\n , , 5 punct\n said VBD 0 root\n . . 7 punct",
	} {
		tree(t, p, text)
		heads := fmt.Sprint(p.heads, p.rels)
		p.repair()
		if got := fmt.Sprint(p.heads, p.rels); got != heads {
			t.Errorf("%s\nbecame %s", heads, got)
		}
	}
}

func TestRaiseDay(t *testing.T) {
	p := New()
	// Both forces on Monday night exchanged fire.
	tree(t, p, `
		Both DT 2 det
		forces NNS 6 nsubj
		on IN 5 case
		Monday NNP 5 compound
		night NN 2 nmod
		exchanged VBD 0 root
		fire NN 6 obj
		. . 6 punct`)
	p.repair()
	checkTree(t, p.heads, p.rels)
	p.wants(t, 5, 6, "obl")
	p.wants(t, 2, 6, "nsubj")
	// They met officials in Cairo Saturday.
	tree(t, p, `
		They PRP 2 nsubj
		met VBD 0 root
		officials NNS 2 obj
		in IN 5 case
		Cairo NNP 3 nmod
		Saturday NNP 5 nmod:unmarked
		. . 2 punct`)
	p.repair()
	p.wants(t, 6, 2, "obl:unmarked")
	// The Monday attack on Kabul: the day stands before its noun.
	tree(t, p, `
		The DT 3 det
		Monday NNP 3 compound
		attack NN 4 nsubj
		failed VBD 0 root
		. . 4 punct`)
	p.repair()
	p.wants(t, 2, 3, "compound")
	// A later dependent of the noun would be crossed.
	tree(t, p, `
		He PRP 2 nsubj
		denied VBD 0 root
		talks NNS 2 obj
		on IN 5 case
		Monday NNP 3 nmod
		of IN 7 case
		peace NN 3 nmod
		. . 2 punct`)
	p.repair()
	p.wants(t, 5, 3, "nmod")
}

// TestNews holds whole sentences of the register against the arcs that events are read
// from: dependent, relation, head.
func TestNews(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"Two/CD soldiers/NNS were/VBD killed/VBN in/IN the/DT attack/NN ,/, the/DT defense/NN ministry/NN said/VBD on/IN Sunday/NNP ./.",
			"soldiers nsubj:pass killed; killed ccomp said; ministry nsubj said; Sunday obl said"},
		{"The/DT president/NN ordered/VBD troops/NNS to/TO leave/VB the/DT city/NN ./.",
			"president nsubj ordered; troops obj ordered; leave xcomp ordered; city obj leave"},
		{"Syrian/JJ state/NN media/NNS said/VBD that/IN army/NN helicopters/NNS dropped/VBD bombs/NNS on/IN the/DT town/NN ./.",
			"media nsubj said; dropped ccomp said; helicopters nsubj dropped; bombs obj dropped"},
		{"Police/NNS arrested/VBD 12/CD men/NNS and/CC seized/VBD weapons/NNS ./.",
			"Police nsubj arrested; men obj arrested; seized conj arrested; weapons obj seized"},
	} {
		p := New()
		p.Reset()
		var forms []string
		for w := range strings.FieldsSeq(c.words) {
			i := strings.LastIndexByte(w, '/')
			forms = append(forms, w[:i])
			p.Add(w[:i], w[i+1:])
		}
		heads, rels := p.Parse()
		checkTree(t, heads, rels)
		have := map[string]bool{}
		for i, h := range heads {
			if h >= 0 {
				have[forms[i]+" "+rels[i]+" "+forms[h]] = true
			}
		}
		for want := range strings.SplitSeq(c.want, "; ") {
			if !have[want] {
				t.Errorf("%s: no %s", c.words, want)
			}
		}
	}
}

func TestCountOf(t *testing.T) {
	p := New()
	for verb, want := range map[string]int{"killed": 3, "accused": 2} {
		tree(t, p, fmt.Sprintf(`
			They PRP 2 nsubj
			%s VBD 0 root
			five CD 2 obj
			of IN 6 case
			its PRP$ 6 nmod:poss
			soldiers NNS 2 obl
			. . 2 punct`, verb))
		p.repair()
		checkTree(t, p.heads, p.rels)
		p.wants(t, 6, want, map[int]string{3: "nmod", 2: "obl"}[want])
	}
}
