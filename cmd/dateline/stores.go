package main

import (
	"fmt"

	"dateline/extract/bucket"
)

// storesTopic is the page about object stores.
var storesTopic = fmt.Sprintf(`Inputs and --out may be URLs of object stores:

  s3://BUCKET/PREFIX   %s, and what speaks its protocol
  gs://BUCKET/PREFIX   %s
  az://CONTAINER/PREFIX   %s
  file:///PATH         a path, written as a URL

This program %s. The stores' libraries are large, so they are in a program of their
own: 'make build-cloud', or go build -tags cloud ./cmd/dateline.

An input is an object, all objects below a prefix (hidden ones left out), or a pattern with *
or [ for one part of the key. source_uri is the object's URL without options; an object whose
size, time and ETag are as before is known, and is not fetched.

Options follow a question mark:

  region, endpoint, profile, anonymous, use_path_style, …    S3
  storage_account, domain, protocol, localemu                Azure
  timeout=30s    how long a request may stand still
  attempts=8     how often a request is made before it has failed; pauses grow to 10 s
  lease=60s      how long a writer's lock lasts that is not renewed
  lock=none      no lock: for stores that know no conditional writes; one writer at a time is
                 then for you to see to

They are not kept in source_uri: what holds for every run, as an endpoint, is better set in
the environment. With an endpoint buckets are in the path unless use_path_style=false.

Credentials are those of the stores' own programs, in the environment or on the machine:

  S3      AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_PROFILE,
          AWS_REGION, AWS_ENDPOINT_URL; ~/.aws; web identity; the machine's role
  GCS     GOOGLE_APPLICATION_CREDENTIALS, gcloud's own, the machine's account;
          STORAGE_EMULATOR_HOST
  Azure   AZURE_STORAGE_ACCOUNT with AZURE_STORAGE_KEY, AZURE_STORAGE_SAS_TOKEN or
          AZURE_STORAGE_CONNECTION_STRING; else AZURE_CLIENT_ID and the like

A dataset in a bucket is written as one on a disk. Files are staged as objects below _runs/,
uploaded from a scratch file in TMPDIR (no larger than one file of the dataset; compact has up
to 16 of them); the journal decides; the store copies them to their names; the manifest comes
last. A machine that is lost
loses nothing: any other takes the run up. A reader who globs the tables meets whole objects
only, and nothing of a run before its journal; while it commits, a part of its files, the
articles first. One who wants the state of one instant reads the names in _runs/*.json.

The lock is a lease: an object that is made where there was none, and renewed. It says process,
host and time; a second writer is refused with exit status 4. The lease of a process that is
gone from the same machine, or that was not renewed in time by the store's clock, is taken over,
with a warning. Journal and manifest are made where there was none, too.

An upload that was killed may leave parts behind that only the store sees: let a lifecycle rule
abort incomplete multipart uploads after a day.`, bucket.Schemes["s3"], bucket.Schemes["gs"], bucket.Schemes["az"], knowsStores())

func knowsStores() string {
	if bucket.Built {
		return "knows them"
	}
	return "does not know them"
}
