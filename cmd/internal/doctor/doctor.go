package doctor

import "context"

// Verdict of a check.
type Verdict string

// The verdicts. A warning is something that works but may not last.
const (
	OK   Verdict = "ok"
	Warn Verdict = "warn"
	Fail Verdict = "FAIL"
)

// Options say what a run would be given.
type Options struct {
	Version string // of the program
	Out     string // directory of the dataset; "" leaves its checks out
}

// Result is what one check found.
type Result struct {
	Check   string
	Verdict Verdict
	Found   string
	Advice  string // what to do, where it is not ok
}

// checks are all there are.
var checks = []struct {
	name string
	run  func(context.Context, Options) Result
}{
	{"program", program},
	{"models", models},
	{"time zone", timeZone},
	{"clock", clock},
	{"processors", processors},
	{"memory", memory},
	{"open files", openFiles},
	{"dataset", dataset},
	{"lock", locking},
	{"disk", disk},
}

// Run does all checks, hands each result to say, and returns how many were done and how
// many failed. A check that does not apply is left out.
func Run(ctx context.Context, opt Options, say func(Result)) (done, failed int) {
	for _, c := range checks {
		r := c.run(ctx, opt)
		if r.Verdict == "" {
			continue
		}
		r.Check = c.name
		done++
		if r.Verdict == Fail {
			failed++
		}
		say(r)
	}
	return done, failed
}

func ok(found string) Result { return Result{Verdict: OK, Found: found} }

func warn(found, advice string) Result { return Result{Verdict: Warn, Found: found, Advice: advice} }

func fail(found, advice string) Result { return Result{Verdict: Fail, Found: found, Advice: advice} }
