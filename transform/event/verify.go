package event

import "dateline/transform"

// verifyEvents reads what the text says of the claims it reports: "It was not possible
// to verify the claim" reaches back to what was claimed in the sentence before.
func (b *builder) verifyEvents() {
	for s := range b.doc.Sentences {
		switch b.verdict(s) {
		case unverified:
			b.reach(s, unverified)
		case disputed:
			b.reach(s, disputed)
		}
	}
}

// verdict looks for a denial of verification or a rebuttal in sentence s.
func (b *builder) verdict(s int) string {
	sent := b.doc.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		switch b.g.lemma(i) {
		case "verify", "verified", "confirm", "corroborate", "authenticate":
			if b.doubted(i) {
				return unverified
			}
		case "verification", "confirmation", "corroboration":
			if b.g.negated(i) {
				return unverified
			}
		case "unverified", "unconfirmed", "unsubstantiated":
			return unverified
		case "deny", "dispute", "reject", "dismiss", "refute":
			if b.g.isVerb(i) && b.x.frame(i) != nil && b.rebuts(i) {
				return disputed
			}
		}
	}
	return ""
}

// doubted reports whether the verifying verb at i is negated, by itself or by what
// governs it: "could not be verified", "not possible to verify", "unable to confirm".
func (b *builder) doubted(i int) bool {
	for n := 0; n < 4 && i >= 0; n++ {
		if b.g.negated(i) {
			return true
		}
		switch b.g.lemma(i) {
		case "unable", "impossible", "fail", "decline", "refuse", "difficult":
			return true
		}
		switch base(b.g.tok[i].Rel) {
		case "xcomp", "csubj", "ccomp", "advcl":
			i = b.g.tok[i].Head
		default:
			return false
		}
	}
	return false
}

// rebuts reports whether the verb at i is about a claim made before.
func (b *builder) rebuts(i int) bool {
	for _, o := range b.x.frame(i).obj {
		switch b.g.lemma(o) {
		case "claim", "allegation", "report", "accusation", "charge", "statement", "involvement", "responsibility", "it":
			return true
		}
	}
	return false
}

// reach marks the attributed events of sentence s, or else of the one before.
func (b *builder) reach(s int, verdict string) {
	for back := 0; back <= 1; back++ {
		found := false
		for i := range b.doc.Events {
			e := &b.doc.Events[i]
			if e.Sentence != s-back || !reportedEvent(e) || back == 0 && e.CAMEO == "016" {
				continue
			}
			found = true
			if e.Verification == asserted || e.Verification == claimed {
				e.Verification = verdict
			}
		}
		if found {
			return
		}
	}
}

// reportedEvent reports whether somebody but the author tells the event.
func reportedEvent(e *transform.Event) bool {
	return e.AttributedTo >= 0 || e.AttributedName != "" || e.AttributionVerb != ""
}
