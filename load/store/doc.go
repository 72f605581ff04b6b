// Package store is what the commit protocol of package load stands on: a directory of a
// disk, or a prefix of a bucket.
//
// In: names below the dataset's root, with slashes, and bytes. Out: files that are there
// whole or not at all, and a lock that one writer holds.
//
//	store.go  Store: the contract
//	disk.go   a directory: write, sync, rename; lock.go its lock
package store
