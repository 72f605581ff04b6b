package bucket

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Schemes of the object stores, with what they are called.
var Schemes = map[string]string{"s3": "S3", "gs": "Google Cloud Storage", "az": "Azure Blob Storage"}

// memScheme is a store in memory, for tests of the build with the tag.
const memScheme = "mem"

// URLError is a URL that says nothing usable: the caller's mistake.
type URLError struct{ URL, Problem, Advice string }

func (e *URLError) Error() string { return fmt.Sprintf("%s: %s", e.URL, e.Problem) }

// Hint says what to do.
func (e *URLError) Hint() string { return e.Advice }

// Options are those of a URL's query that are not the store's own.
type Options struct {
	// Timeout is how long a request may stand still.
	Timeout time.Duration
	// Attempts is how often a request is made before it has failed.
	Attempts int
	// Lease is how long a writer's lock lasts when it is not renewed.
	Lease time.Duration
	// Unlocked leaves it to the caller that there is one writer only.
	Unlocked bool
}

// DefaultOptions hold where the URL does not say otherwise.
var DefaultOptions = Options{Timeout: 30 * time.Second, Attempts: 8, Lease: time.Minute}

// Location is what a URL says.
type Location struct {
	Scheme, Bucket string
	Key            string     // prefix, pattern or object; no slash at its head
	Query          url.Values // the store's own options: region, endpoint …
	Options        Options
}

// Is reports whether an argument is the URL of an object store.
func Is(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && (Schemes[scheme] != "" || scheme == memScheme)
}

// Parse reads a URL. The key may hold * and [ for patterns; ? begins the options.
func Parse(arg string) (Location, error) {
	bad := func(problem string, args ...any) (Location, error) {
		return Location{}, &URLError{arg, fmt.Sprintf(problem, args...), "see 'dateline help object-stores' for the forms and options"}
	}
	head, query, _ := strings.Cut(arg, "?")
	scheme, rest, ok := strings.Cut(head, "://")
	if !ok || !Is(arg) {
		return bad("not the URL of an object store")
	}
	l := Location{Scheme: scheme, Options: DefaultOptions}
	l.Bucket, l.Key, _ = strings.Cut(rest, "/")
	if l.Bucket == "" {
		return bad("the URL names no bucket: want %s://BUCKET/PREFIX", scheme)
	}
	l.Key = strings.TrimLeft(l.Key, "/")
	var err error
	if l.Query, err = url.ParseQuery(query); err != nil {
		return bad("cannot read its options: %v", err)
	}
	for _, name := range []string{"timeout", "attempts", "lease", "lock"} {
		v := l.Query.Get(name)
		if l.Query.Del(name); v == "" {
			continue
		}
		if !l.Options.set(name, v) {
			return bad("option %s=%s: want %s", name, v, optionForms[name])
		}
	}
	return l, nil
}

var optionForms = map[string]string{"timeout": "a time like 30s", "attempts": "a number from 1 on", "lease": "a time like 60s, at least 1s", "lock": "none"}

func (o *Options) set(name, v string) bool {
	d, derr := time.ParseDuration(v)
	n, nerr := strconv.Atoi(v)
	switch {
	case name == "timeout" && derr == nil && d > 0:
		o.Timeout = d
	case name == "lease" && derr == nil && d >= time.Second:
		o.Lease = d
	case name == "attempts" && nerr == nil && n > 0:
		o.Attempts = n
	case name == "lock" && v == "none":
		o.Unlocked = true
	default:
		return false
	}
	return true
}

// URI names an object, without options.
func (l Location) URI(key string) string { return l.Scheme + "://" + l.Bucket + "/" + key }

// Prefix is the key as the head of the keys below it.
func (l Location) Prefix() string {
	if l.Key == "" || strings.HasSuffix(l.Key, "/") {
		return l.Key
	}
	return l.Key + "/"
}

// FilePath is the path of a URL like file:///data/wire; ok is false where it is none.
func FilePath(arg string) (path string, ok bool, err error) {
	rest, ok := strings.CutPrefix(arg, "file://")
	if !ok {
		return "", false, nil
	}
	rest = strings.TrimPrefix(rest, "localhost")
	if !strings.HasPrefix(rest, "/") {
		return "", true, &URLError{arg, "want an absolute path", "write it as file:///data/wire"}
	}
	if path, err = url.PathUnescape(rest); err != nil {
		return "", true, &URLError{arg, err.Error(), "write a percent sign as %25"}
	}
	return filepath.FromSlash(path), true, nil
}
