//go:build cloud

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob"

	"dateline/extract/bucket"
)

// The emulator of Azure's blob store, from npm, and its account, which is public.
const (
	azurite      = "azurite@3.35.0"
	azureAccount = "devstoreaccount1"
	azureKey     = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
)

// TestAzure writes to Azure's emulator what it writes to a disk; a second writer is refused.
func TestAzure(t *testing.T) {
	binary, _ := binaries(t)
	if _, err := exec.LookPath("npm"); err != nil {
		t.Skip("npm is missing, and the emulator comes from there")
	}
	query := emulateAzure(t)
	input := filepath.Join(t.TempDir(), "in.jsonl")
	stories(t, input, 20)
	out := "az://wire/out" + query
	mustRun(t, "run", "--quiet", "--show-events", "0", "--run-id", "r", "--out", out, input)
	if got := mustRun(t, "verify", out); !strings.Contains(got, "sound: 1 runs") || !strings.Contains(got, " 20 articles") {
		t.Error(got)
	}
	if got := mustRun(t, "run", "--quiet", "--out", out, input); !strings.Contains(got, "nothing to do") {
		t.Error(got)
	}
	first := exec.Command(binary, "run", "--quiet", "--out", out, "-")
	stdin, err := first.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { stdin.Close(); first.Process.Kill(); first.Wait() }()
	waitForLease(t, out, first.Process.Pid)
	var stderr bytes.Buffer
	code := execute([]string{"run", "--quiet", "--out", out, input}, strings.NewReader(""), &stderr, &stderr)
	if code != exitForeign || !strings.Contains(stderr.String(), fmt.Sprintf("is being written by process %d", first.Process.Pid)) {
		t.Errorf("exit status %d: %s", code, stderr.String())
	}
}

// waitForLease waits until a process holds a dataset.
func waitForLease(t *testing.T, out string, pid int) {
	t.Helper()
	loc, err := bucket.Parse(out)
	if err != nil {
		t.Fatal(err)
	}
	b, err := bucket.Open(t.Context(), loc)
	if err != nil {
		t.Fatal(err)
	}
	for range 300 {
		leases, err := b.List(t.Context(), loc.Prefix()+"_runs/.lock-", "")
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range leases {
			if note, err := b.Get(t.Context(), l.Key); err == nil && strings.Contains(string(note), fmt.Sprintf(`"pid":%d,`, pid)) {
				return
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("process %d takes no lease", pid)
}

// emulateAzure starts the emulator with one container, wire, and returns the options of its
// URLs.
func emulateAzure(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(os.TempDir(), "dateline-s3-test", "azurite")
	install := exec.Command("npm", "install", "--silent", "--prefix", dir, azurite)
	if b, err := install.CombinedOutput(); err != nil {
		t.Skipf("the emulator cannot be installed: %v: %s", err, b)
	}
	address := freeAddress(t)
	port := address[strings.LastIndexByte(address, ':')+1:]
	cmd := exec.Command(filepath.Join(dir, "node_modules", ".bin", "azurite-blob"), "--silent", "--skipApiVersionCheck", "--location", t.TempDir(), "--blobPort", port)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	key, err := azblob.NewSharedKeyCredential(azureAccount, azureKey)
	if err != nil {
		t.Fatal(err)
	}
	client, err := azblob.NewClientWithSharedKeyCredential("http://"+address+"/"+azureAccount, key, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := client.CreateContainer(t.Context(), "wire", nil); err != nil { // it retries until the emulator is up
		t.Fatal(err)
	}
	t.Setenv("AZURE_STORAGE_ACCOUNT", azureAccount)
	t.Setenv("AZURE_STORAGE_KEY", azureKey)
	return "?protocol=http&domain=" + address + "&localemu=true"
}
