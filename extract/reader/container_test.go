package reader

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"dateline/extract"
)

func tarball(t testing.TB, members map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for name, content := range members {
		if err := w.WriteHeader(&tar.Header{Name: name, Size: int64(len(content)), Mode: 0o600, Format: tar.FormatUSTAR}); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, content)
	}
	w.Close()
	return b.String()
}

// outcomes are "uri: text" or "uri: code" of everything an input yields.
func outcomes(t *testing.T, r Reader, content string) (out []string) {
	t.Helper()
	path := write(t, t.TempDir(), "in", content)
	recs, _ := readAll(t, r, Input{URI: "in", Path: path})
	for _, rec := range recs {
		articles, rej := Parse(rec, extract.Options{})
		for _, a := range articles {
			out = append(out, rec.Source.URI+": "+a.Text)
		}
		if rej != nil {
			out = append(out, rec.Source.URI+": "+string(rej.Code))
		}
	}
	return out
}

func TestArchivesWithinArchives(t *testing.T) {
	inner := tarball(t, map[string]string{"x.jsonl": `{"text":"Deep down."}` + "\n"})
	for depth, want := range map[int]string{1: "in!/inner.tar.gz: too_deep", 2: "in!/inner.tar.gz!/x.jsonl: Deep down."} {
		lim := extract.DefaultLimits
		lim.Depth = depth
		got := outcomes(t, Reader{Limits: lim}, tarball(t, map[string]string{"inner.tar.gz": compressed(t, "gzip", inner)}))
		if len(got) != 1 || got[0] != want {
			t.Errorf("depth %d: %q, want %q", depth, got, want)
		}
	}
}

func TestBrokenMemberLosesNoNeighbour(t *testing.T) {
	gz := compressed(t, "gzip", strings.Repeat("A story that was cut. ", 200))
	for _, members := range []map[string]string{{"a.txt.gz": gz[:len(gz)/2], "b.txt": "A good story."}, {"b.txt": "A good story.", "c.txt.gz": gz[:len(gz)/2]}} {
		got := strings.Join(outcomes(t, Reader{Limits: extract.DefaultLimits}, tarball(t, members)), "\n")
		if !strings.Contains(got, "in!/b.txt: A good story.") || !strings.Contains(got, ": truncated") {
			t.Errorf("%s", got)
		}
	}
}

func warcRecord(i int) string {
	body := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nStory number %d of the crawl.", i)
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(body), body)
}

func TestWARCWithACorruptMember(t *testing.T) {
	var file []byte
	for i := range 5 {
		m := []byte(compressed(t, "gzip", warcRecord(i)))
		if i == 2 {
			copy(m[len(m)/2:], "\x00\xff\x00\xff\x00\xff\x00\xff")
		}
		file = append(file, m...)
	}
	good, bad := 0, 0
	for _, o := range outcomes(t, Reader{Limits: extract.DefaultLimits}, string(file)) {
		if strings.Contains(o, "Story number") {
			good++
		} else {
			bad++
		}
	}
	if good != 4 || bad != 1 {
		t.Errorf("%d good and %d broken records, want 4 and 1", good, bad)
	}
}

func TestWARCInZstdWithADictionary(t *testing.T) {
	var samples [][]byte
	for i := range 64 {
		samples = append(samples, []byte(warcRecord(i)))
	}
	history := bytes.Join(samples[:16], nil)
	dict, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 1, Contents: samples, History: history, Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	var frame bytes.Buffer
	enc, err := zstd.NewWriter(&frame, zstd.WithEncoderDict(dict))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		io.WriteString(enc, warcRecord(i))
	}
	enc.Close()
	n := len(dict)
	file := append([]byte{0x5d, 0x2a, 0x4d, 0x18, byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}, dict...)
	got := outcomes(t, Reader{Limits: extract.DefaultLimits}, string(append(file, frame.Bytes()...)))
	if len(got) != 3 || got[2] != "in: Story number 2 of the crawl." {
		t.Errorf("%q", got)
	}
}

// A frame's header asks for a window of 128 MiB: a handful of bytes does not get it, and a
// file that is as long as `zstd --long` leaves it is read all the same.
func TestZstdWindow(t *testing.T) {
	for _, window := range []string{"\x88", "\x90", "\xff"} {
		b := []byte("\x28\xb5\x2f\xfd\x00" + window + "\x2b\x00\x00a\x2b\x00\x00a")
		within(t, len(b), func() { outcomes(t, Reader{Limits: extract.DefaultLimits}, string(b)) })
	}
	var b bytes.Buffer
	enc, err := zstd.NewWriter(&b, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(128<<20), zstd.WithEncoderLevel(zstd.SpeedFastest))
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(enc, twoLines)
	enc.Flush() // the encoder does not know how much comes
	io.WriteString(enc, twoLines)
	enc.Close()
	if size, described := window(b.Bytes()); size != 128<<20 || !described {
		t.Fatalf("the frame asks for %d bytes", size)
	}
	file := b.String()
	within(t, len(file), func() {
		if got := outcomes(t, Reader{Limits: extract.DefaultLimits}, file); len(got) != 4 {
			t.Errorf("%q", got)
		}
	})
}

// containerSeeds are a file of each kind of container and compression.
func containerSeeds(tb testing.TB) (out []string) {
	var zipped, framed bytes.Buffer
	z := zip.NewWriter(&zipped)
	for _, name := range []string{"a.jsonl", "b/c.txt"} {
		w, err := z.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		io.WriteString(w, twoLines)
	}
	z.Close()
	enc, err := zstd.NewWriter(&framed, zstd.WithEncoderConcurrency(1))
	if err != nil {
		tb.Fatal(err)
	}
	io.WriteString(enc, strings.Repeat(twoLines, 20))
	enc.Close()
	dict := "\x5d\x2a\x4d\x18\x08\x00\x00\x00raw dict"
	inner := tarball(tb, map[string]string{"x.jsonl": twoLines, "y.warc": warcRecord(1)})
	return []string{inner, tarball(tb, map[string]string{"in.tar.gz": compressed(tb, "gzip", inner)}), zipped.String(), framed.String(), dict + framed.String(),
		compressed(tb, "gzip", twoLines) + compressed(tb, "gzip", twoLines), compressed(tb, "gzip", warcRecord(0)) + compressed(tb, "gzip", warcRecord(1)),
		compressed(tb, "zstd", inner), warcRecord(0) + warcRecord(1)}
}

func FuzzRead(f *testing.F) {
	for _, s := range containerSeeds(f) {
		f.Add([]byte(s))
	}
	f.Add([]byte(twoLines))
	f.Add([]byte("\x1f\x8b\x08\x00\x00"))
	f.Add([]byte("PK\x03\x04 and then nothing"))
	f.Add([]byte("<!DOCTYPE html><p>Talks were held in Geneva on Monday, officials said.</p>"))
	f.Add([]byte("<nitf><body><body.content><p>Talks.</p></body.content></body></nitf>"))
	f.Add([]byte("\x16\x16\x01a\x02^x<\r\n\tCITY (AP) _ Text.\r\n\x03"))
	f.Add([]byte(`{"versioncreated":"2020-02-10T00:00:00Z","pubstatus":"usable","headlines":[{}],"bodies":[null,{"value":"x"}]}`))
	for _, b := range seeds(f) {
		f.Add(b)
	}
	lim := extract.DefaultLimits
	lim.RecordBytes, lim.TotalBytes = 1<<18, 1<<20
	f.Fuzz(func(t *testing.T, b []byte) {
		r := Reader{Limits: lim, Stdin: bytes.NewReader(b)}
		within(t, len(b)+int(lim.TotalBytes), func() {
			if _, err := r.Read(Input{URI: "fuzz"}, func(rec *extract.Record) error {
				articles, rej := Parse(rec, extract.Options{})
				if rej != nil && rej.Code == extract.CodeInternal {
					t.Fatalf("panic: %s", rej.Message)
				}
				if rej == nil && len(articles) == 0 {
					t.Fatal("a record is lost")
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		})
	})
}
