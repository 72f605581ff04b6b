// Package doctor checks that a machine can do a run.
//
// In: what a run would be given. Out: a verdict per check, with what to do where it is bad.
//
//	doctor.go    Run: the checks, in order
//	answers.go   the embedded models against known answers
//	machine.go   time zone, clock, memory, files; system_*.go ask the system
//	dataset.go   the directory of the dataset: writeable, lockable, room
package doctor
