package event

// stance is how the text puts an event: whether it is told as done, and who tells it.
type stance struct {
	status       string
	verification string
	speaker      int // token of the saying verb's subject, -1 none
	verb         string
	verbTok      int
	purpose      bool // an infinitive of purpose: no more than an aim
	unwilling    bool // "will not", "would not"
}

// The values of events.status and events.verification.
const (
	happened     = "happened"
	ongoing      = "ongoing"
	planned      = "planned"
	threatening  = "threatened"
	denied       = "denied"
	hypothetical = "hypothetical"
	negated      = "negated"

	asserted   = "asserted"
	claimed    = "claimed"
	unverified = "unverified"
	disputed   = "disputed"
)

// stanceOf climbs from predicate i to the root of its sentence.
func (x *coder) stanceOf(i int) stance {
	s := stance{verification: asserted, speaker: -1, verbTok: -1}
	cur := i
	if f := x.frames[i]; f != nil && f.light >= 0 {
		x.nounStance(&s, i)
		cur = f.light
	}
	through := true // the status still follows from what governs
	for n := 0; n < 40 && cur >= 0; n++ {
		if through {
			x.ownStance(&s, cur)
		}
		x.sayingBeside(&s, cur)
		h := x.g.tok[cur].Head
		if h < 0 {
			break
		}
		through = x.govern(&s, cur, h, through)
		cur = h
	}
	if s.status == "" {
		s.status = happened
	}
	if s.speaker < 0 && s.verb == "" {
		x.accordingTo(&s, i)
	}
	return s
}

// accordingTo finds "according to …" in the event's sentence, wherever the parse hung it.
func (x *coder) accordingTo(s *stance, i int) {
	g := x.g
	sent := g.doc.Sentences[g.tok[i].Sentence]
	for j := sent.First; j+2 < sent.Last; j++ {
		if g.word(j+1) != "to" || g.word(j) != "according" && g.word(j) != "According" {
			continue
		}
		for k := j + 2; k < sent.Last && k < j+10; k++ {
			if g.actor[k] >= 0 || g.isNoun(k) && (k+1 == sent.Last || !g.isNoun(k+1)) {
				s.speaker, s.verb, s.verbTok = k, "according to", k
				return
			}
		}
	}
}

// set keeps the first status found; "are bombing" gives way to what governs it: "denied that
// they are bombing".
func (s *stance) set(status string) {
	if s.status == "" || s.status == ongoing {
		s.status = status
	}
}

// ownStance reads the marks on a predicate itself.
func (x *coder) ownStance(s *stance, p int) {
	g := x.g
	if g.isNoun(p) {
		x.nounStance(s, p)
		if g.child(p, "cop") < 0 { // "there will be talks"
			return
		}
	}
	if g.negated(p) {
		s.set(negated)
	}
	mark, neg := false, s.status == negated
	for c := g.first[p]; c >= 0; c = g.next[c] {
		switch base(g.tok[c].Rel) {
		case "mark":
			switch g.lemma(int(c)) {
			case "if", "unless", "whether", "lest":
				s.set(hypothetical)
			case "until", "till":
				if x.presentPerfect(p) { // "we shall not rest until we have destroyed them"
					s.set(hypothetical)
				}
			case "to":
				mark = true
			}
		case "aux":
			switch g.lemma(int(c)) {
			case "will", "shall", "'ll", "wo", "’ll":
				s.unwilling = s.unwilling || neg
				s.set(planned)
			case "would":
				s.unwilling = s.unwilling || neg
				if x.reported(p) {
					s.set(planned)
				} else {
					s.set(hypothetical)
				}
			case "may", "might", "could", "can", "should", "must", "ought", "ca":
				if k := int(c); k < 2 || g.lemma(k) != "may" || g.tok[k-1].Tag != "CD" || g.tok[k-2].Tag != "IN" { // "on 5 may"
					s.set(hypothetical)
				}
			}
		case "advmod":
			switch g.lemma(int(c)) {
			case "allegedly", "reportedly", "apparently", "supposedly", "purportedly":
				s.verification = claimed
			}
		}
	}
	if mark && g.tok[p].Tag == "VB" && (g.tok[p].Rel == "advcl" || g.tok[p].Rel == "acl") {
		if s.status == "" && !g.ranked(p) {
			s.status, s.purpose = planned, true // "sent troops to attack"
		}
	}
	if mark && g.tok[p].Tag == "VB" && g.tok[p].Head < 0 && g.child(p, "cop") < 0 && g.headline(p) { // "Germany to send tanks"
		s.set(planned)
	}
	if k := g.child(p, "cop", "aux"); mark && k >= 0 && g.tok[p].Tag == "VB" && g.lemma(k) == "be" && g.tok[k].Tag != "VBD" && k+1 < len(g.tok) && g.tok[k+1].Tag == "TO" { // "Britain is to send tanks"
		s.set(planned)
	}
	if s.status == "" && g.tok[p].Tag == "VBG" && g.presentBe(p) {
		s.status = ongoing
	}
}

// ranked reports whether the infinitive p says who did it, not what for: "the first country
// to recognise Kosovo".
func (g *graph) ranked(p int) bool {
	h := g.tok[p].Head
	if g.tok[p].Rel != "acl" || h < 0 {
		return false
	}
	for c := g.first[h]; c >= 0; c = g.next[c] {
		switch g.lemma(int(c)) {
		case "first", "second", "third", "last", "late", "latest", "only":
			return true
		}
	}
	return false
}

// capacity reports whether the infinitive p only says what a power, a right or a crime is:
// "powers to arrest", "a crime to kill a guard".
func (x *coder) capacity(p int) bool {
	g := x.g
	for n := 0; n < 3 && base(g.tok[p].Rel) == "conj" && g.tok[p].Head >= 0; n++ { // "powers to arrest, shoot or detain"
		p = g.tok[p].Head
	}
	h := g.tok[p].Head
	if h < 0 || g.tok[p].Tag != "VB" {
		return false
	}
	switch g.lemma(h) {
	case "power", "authority", "right", "ability", "capacity", "capability", "mandate", "licence", "license", "permission", "freedom", "jurisdiction",
		"means", "potential", "crime", "offence", "offense", "sin", "duty", "tendency", "incentive", "temptation", "reason", "excuse", "pretext":
		return true
	}
	return false
}

// presentPerfect reports whether verb p is one like "have destroyed".
func (x *coder) presentPerfect(p int) bool {
	for c := x.g.first[p]; c >= 0; c = x.g.next[c] {
		if base(x.g.tok[c].Rel) == "aux" && x.g.lemma(int(c)) == "have" && (x.g.tok[c].Tag == "VBZ" || x.g.tok[c].Tag == "VBP") {
			return true
		}
	}
	return false
}

func (g *graph) presentBe(p int) bool {
	for c := g.first[p]; c >= 0; c = g.next[c] {
		if base(g.tok[c].Rel) == "aux" && g.lemma(int(c)) == "be" && (g.tok[c].Tag == "VBZ" || g.tok[c].Tag == "VBP") {
			return true
		}
	}
	return false
}

// nounStance reads what the modifiers of an event noun say of it.
func (x *coder) nounStance(s *stance, p int) {
	g := x.g
	for c := g.first[p]; c >= 0; c = g.next[c] {
		switch g.lemma(int(c)) {
		case "no", "without":
			if base(g.tok[c].Rel) == "det" || base(g.tok[c].Rel) == "case" {
				s.set(negated)
			}
		case "possible", "potential", "any", "hypothetical", "eventual", "feared":
			s.set(hypothetical)
		case "plan", "planned", "upcoming", "imminent", "forthcoming", "scheduled", "schedule", "future", "looming", "proposed", "propose", "intended":
			s.set(planned)
		case "threatened", "threaten":
			s.set(threatening)
		case "attempt", "attempted", "foiled", "failed", "thwarted", "foil", "thwart", "averted":
			s.set(negated)
		case "alleged", "suspected", "reported", "apparent", "purported", "allege", "suspect":
			s.verification = claimed
		case "ongoing", "continuing", "continued", "current":
			s.set(ongoing)
		}
	}
}

// reported reports whether predicate p stands in the complement of a saying verb.
func (x *coder) reported(p int) bool {
	for n := 0; n < 6 && p >= 0; n++ {
		h := x.g.tok[p].Head
		if h < 0 {
			return x.sayChild(p) >= 0
		}
		if r := base(x.g.tok[p].Rel); r == "ccomp" || r == "parataxis" {
			if r := x.ruleOf(h); r != nil && (r.code == "SAY" || r.code == "INTEND" || r.code == "THREATEN") {
				return true
			}
		}
		if x.sayChild(p) >= 0 {
			return true
		}
		p = h
	}
	return false
}

// sayChild is the saying verb that stands beside clause p: "…, officials said".
func (x *coder) sayChild(p int) int {
	for c := x.g.first[p]; c >= 0; c = x.g.next[c] {
		if base(x.g.tok[c].Rel) == "parataxis" && x.says(int(c)) {
			return int(c)
		}
	}
	return -1
}

func (x *coder) says(i int) bool { return x.g.isVerb(i) && x.g.says(i) }

// sayingBeside reads "…, officials said", "according to …" next to predicate p.
func (x *coder) sayingBeside(s *stance, p int) {
	if s.speaker >= 0 {
		return
	}
	g := x.g
	if v := x.sayChild(p); v >= 0 {
		x.attribute(s, v)
		return
	}
	for c := g.first[p]; c >= 0; c = g.next[c] {
		if base(g.tok[c].Rel) != "obl" && base(g.tok[c].Rel) != "nmod" && base(g.tok[c].Rel) != "advcl" {
			continue
		}
		switch g.prep(int(c)) {
		case "according", "according_to":
			s.speaker, s.verb, s.verbTok = int(c), "according to", int(c)
			return
		}
		if g.lemma(int(c)) == "accord" {
			if o := g.child(int(c), "obl"); o >= 0 {
				s.speaker, s.verb, s.verbTok = o, "according to", o
				return
			}
		}
	}
}

// attribute takes the subject of saying verb v for the speaker.
func (x *coder) attribute(s *stance, v int) {
	if s.speaker >= 0 || s.verb != "" {
		return
	}
	f := x.frame(v)
	s.verb, s.verbTok = x.g.lemma(v), v
	if len(f.subj) > 0 {
		s.speaker = f.subj[0]
	}
	switch s.verb {
	case "claim", "allege", "boast", "purport":
		s.verification = claimed
	}
}

// govern reads what governor h makes of its dependant cur; the result says whether the
// status of what lies above still bears on the event.
func (x *coder) govern(s *stance, cur, h int, through bool) bool {
	g := x.g
	rel := base(g.tok[cur].Rel)
	switch rel {
	case "conj":
		if through && g.child(cur, "aux", "nsubj") < 0 && (g.tok[cur].Tag == g.tok[h].Tag || !g.finite(cur)) {
			return true
		}
		return false
	case "ccomp", "xcomp", "parataxis", "obj", "obl", "acl", "advcl", "nsubj":
	case "nmod":
		x.underNoun(s, cur, h, through)
		return through && g.isNoun(cur)
	default:
		return false
	}
	if rel == "nsubj" && through && x.befalls(cur, h) {
		return true
	}
	if x.untrue(cur, h) {
		s.set(denied)
		s.verification = disputed
	}
	if through && g.tok[cur].Tag == "VB" && g.child(cur, "mark") >= 0 {
		if v := outlook[g.lemma(h)]; v != "" && (g.lemma(h) != "expect" || g.passive(h)) {
			s.set(v)
		}
	}
	op := x.operatorOf(h)
	if op == "" {
		return through && rel == "xcomp"
	}
	clause := rel == "ccomp" || rel == "xcomp" || rel == "advcl" && x.withMark(cur) || rel == "acl"
	if !clause && rel != "obj" && (rel != "obl" || setting[g.prep(cur)]) {
		return false
	}
	switch op {
	case "SAY":
		if rel == "ccomp" || rel == "xcomp" || rel == "parataxis" {
			x.attribute(s, h)
		}
		return false
	case "ACCUSE":
		if rel != "obj" {
			x.attribute(s, h)
			s.verification = claimed
		}
		return false
	case "DENY":
		if through {
			s.set(denied)
		}
		x.attribute(s, h)
		s.verification = disputed
		return false
	}
	if !through {
		return false
	}
	x.underOperator(s, op, rel)
	if op[:1] == "0" && rel == "obl" && g.prep(cur) == "for" { // "will travel to Moscow for talks"
		return true
	}
	return rel == "xcomp" || op == "LIGHT"
}

// setting are the adpositions of where and when something is agreed or asked: "agreed to the
// list at a meeting" plans no meeting.
var setting = map[string]bool{"at": true, "during": true, "after": true, "before": true, "in": true, "amid": true, "following": true, "since": true}

// outlook is the status of an infinitive under a predicate that says what is to come:
// "expected to release", "set to withdraw", "unlikely to attack", "hopes to hold".
var outlook = map[string]string{
	"expect": planned, "set": planned, "schedule": planned, "slate": planned, "due": planned, "poised": planned, "poise": planned, "bind": planned, "bound": planned,
	"plan": planned, "intend": planned, "aim": planned, "prepare": planned, "mean": planned, "ready": planned, "prepared": planned, "determined": planned, "decide": planned, "about": planned,
	"likely": hypothetical, "unlikely": hypothetical, "hope": hypothetical, "want": hypothetical, "wish": hypothetical, "seek": hypothetical, "eager": hypothetical, "keen": hypothetical,
	"willing": hypothetical, "able": hypothetical, "unable": negated, "unwilling": negated, "reluctant": negated, "fail": negated,
}

// untrue reports whether clause cur is the content of a report that is called false:
// "Reports that jets had attacked the dam were false".
func (x *coder) untrue(cur, h int) bool {
	g := x.g
	if r := base(g.tok[cur].Rel); r != "acl" && r != "ccomp" || !g.isNoun(h) || g.tok[h].Head < 0 {
		return false
	}
	switch g.lemma(h) {
	case "report", "claim", "allegation", "rumour", "rumor", "suggestion", "accusation":
	default:
		return false
	}
	switch g.lemma(g.tok[h].Head) {
	case "false", "untrue", "wrong", "baseless", "unfounded", "incorrect", "fabricated", "groundless", "nonsense":
		return true
	case "deny", "refute", "rebut", "dismiss", "reject", "dispute": // "denied Mali's claim that it had shot down a drone"
		return base(g.tok[h].Rel) == "obj"
	}
	return false
}

// operatorOf is the operator that predicate h is of, its code where its pattern names
// one, "" where there is no pattern. Who denies or accuses tells something also where the
// pattern is a finer one.
func (x *coder) operatorOf(h int) string {
	r := x.ruleOf(h)
	if r == nil {
		return ""
	}
	if !isOperator(r.code) && x.g.isVerb(h) {
		for _, q := range x.rules(h) {
			if q.code == "SAY" || q.code == "ACCUSE" || q.code == "DENY" {
				return q.code
			}
		}
	}
	return r.code
}

// underOperator sets the status of what an operator is about, where that content is not
// already part of the operator's own event.
func (x *coder) underOperator(s *stance, op, rel string) {
	switch op {
	case "APPEAL", "DEMAND", "ALLOW":
		s.set(hypothetical)
	case "INTEND":
		s.set(planned)
	case "THREATEN":
		s.set(threatening)
	case "REFUSE":
		if rel != "nsubj" {
			s.set(negated)
		}
	case "FAIL":
		s.set(negated)
	}
}

func (x *coder) withMark(i int) bool { return x.g.child(i, "mark") >= 0 }

// underNoun reads "a threat of attack", "fears of clashes".
func (x *coder) underNoun(s *stance, cur, h int, through bool) {
	if !through || x.g.prep(cur) == "" {
		return
	}
	switch x.g.lemma(h) {
	case "threat", "risk", "fear", "possibility", "prospect", "danger", "likelihood", "chance", "event", "case", "potential":
		s.set(hypothetical)
	case "plan", "call", "proposal", "preparation", "demand":
		s.set(planned)
	case "lack", "absence", "end", "denial":
		s.set(negated)
	}
}
