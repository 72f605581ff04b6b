// Package config fills in what a command line leaves open: from the environment, then from
// a YAML file, then from the defaults. The table of settings is a flag set: the name, the
// type, the default and the sentence of a flag serve all of them and the help.
//
// In: a command's flags, as parsed; the environment; a file. Out: the flags, set; where
// each value came from.
//
//	config.go  Resolve: who decides; the names in the environment
//	file.go    the YAML file, with line numbers in its errors
//	show.go    all values and their origins, as a file that can be read back
package config
