package dateline

// isPlaceName reports whether s is the name of a place.
func isPlaceName(s string) bool { return isRegion(s) }
