// Package store is what the commit protocol of package load stands on: a directory of a
// disk, or a prefix of a bucket.
//
// In: names below the dataset's root, with slashes, and bytes. Out: files that are there
// whole or not at all, and a lock that one writer holds.
//
//	store.go    Store: the contract
//	disk.go     a directory: write, sync, rename; lock.go its lock
//	objects.go  a prefix of a bucket: every file an object; lease.go its lock
//	process.go  whether a process that left a lease behind is gone
//
// What the two do differently. A disk renames; a bucket copies an object within the store
// and removes the old one, so that nothing is uploaded twice and a run that another machine
// takes up finds all that was staged. A disk syncs; a PUT is durable and whole. A disk's
// lock ends with its process; a lease in a bucket is renewed, and lapses.
//
// What a reader who globs a table meets while a run commits, on either: every file whole,
// old or new; first the new files of articles, then of mentions, events and rejects, then
// without those that were replaced by nothing. A reader who wants the state of one instant
// reads the names in _runs/*.json. Before the journal a reader meets nothing of the run.
package store
