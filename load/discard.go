package load

import "time"

// Discard is a dry run's dataset: it takes everything and writes nothing.
type Discard struct {
	Run   string
	start time.Time
}

// RunID is the run's id.
func (d *Discard) RunID() string { return d.Run }

// Add drops the rows.
func (d *Discard) Add(*Rows) (bool, error) { d.begin(); return true, nil }

// Reject drops the row.
func (d *Discard) Reject(RejectRow) error { d.begin(); return nil }

// Due is never.
func (d *Discard) Due() bool { return false }

// Checkpoint has nothing to keep.
func (d *Discard) Checkpoint(any) error { return nil }

func (d *Discard) begin() {
	if d.start.IsZero() {
		d.start = time.Now().UTC()
	}
}

// Commit returns the manifest that would have been written.
func (d *Discard) Commit(fill func(*Manifest)) (*Manifest, error) {
	d.begin()
	m := &Manifest{RunID: d.Run, SchemaVersion: SchemaVersion, SchemaHash: schemaHash(), Started: d.start, Finished: time.Now().UTC()}
	fill(m)
	return m, nil
}

// Abort has nothing to undo.
func (d *Discard) Abort() error { return nil }
