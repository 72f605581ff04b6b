package html

import "bytes"

// strip cuts scripts, styles and comments out of a page before it is parsed: they are half
// of most pages, and the parser reads them byte by byte. JSON-LD stays, and so does a
// script that holds a comment, whose end only the parser knows.
func strip(b []byte) []byte {
	out := make([]byte, 0, len(b))
	last := 0
	var endless [3]bool // a comment, script or style without an end: none further on has one
	for i := 0; i < len(b); i++ {
		j := bytes.IndexByte(b[i:], '<')
		if j < 0 {
			break
		}
		i += j
		end, stays, which := 0, false, -1
		switch {
		case bytes.HasPrefix(b[i:], []byte("<!--")):
			which = 0
		case isTag(b[i+1:], "script"):
			which = 1
		case isTag(b[i+1:], "style"):
			which = 2
		}
		switch {
		case which < 0 || endless[which]:
			continue
		case which == 0:
			end = commentEnd(b, i)
		default:
			end, stays = rawEnd(b, i, [...]string{"", "script", "style"}[which])
		}
		if end == 0 {
			endless[which] = true
			continue
		}
		if !stays {
			out = append(out, b[last:i]...)
			last = end
		}
		i = end - 1
	}
	if last == 0 {
		return b
	}
	return append(out, b[last:]...)
}

// isTag reports whether s begins with a tag's name and what ends a name.
func isTag(s []byte, name string) bool {
	return len(s) > len(name) && bytes.EqualFold(s[:len(name)], []byte(name)) && bytes.IndexByte([]byte(" \t\r\n\f/>"), s[len(name)]) >= 0
}

// commentEnd is the offset behind the comment at i; 0 if it has no end.
func commentEnd(b []byte, i int) int {
	for _, short := range []string{"<!-->", "<!--->"} {
		if bytes.HasPrefix(b[i:], []byte(short)) {
			return i + len(short)
		}
	}
	k := bytes.Index(b[i+4:], []byte("-->"))
	if k < 0 {
		return 0
	}
	return i + 4 + k + 3
}

// rawEnd is the offset behind the script or style at i, 0 if it has no end, and whether it
// is to stay.
func rawEnd(b []byte, i int, name string) (end int, stays bool) {
	k := bytes.IndexByte(b[i:], '>')
	if k < 0 {
		return 0, false
	}
	for from := i + k; ; {
		c := bytes.Index(b[from:], []byte("</"))
		if c < 0 {
			return 0, false
		}
		from += c + 2
		if !isTag(b[from:], name) {
			continue
		}
		if c = bytes.IndexByte(b[from:], '>'); c < 0 {
			return 0, false
		}
		stays = bytes.Contains(b[i:i+k], []byte("ld+json")) || bytes.Contains(b[i+k:from], []byte("<!--"))
		return from + c + 1, stays
	}
}
