package account

import (
	"crypto/sha256"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/uuid"

	"dateline/load"
)

// The schemas that the events keep to: OpenLineage 2-0-2.
const (
	specEvent  = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
	specFacets = "https://openlineage.io/spec/facets/"
)

// Lineage is what the events of a run have in common.
type Lineage struct {
	RunID     string // UUID
	Namespace string // of the job
	Job       string
	Parent    *Parent // the job that started the run, where it is known
	Inputs    []string
	Out       string
}

// Parent is a run of a scheduler.
type Parent struct{ Namespace, Job, RunID string }

// Event is an OpenLineage RunEvent.
type Event struct {
	EventType string    `json:"eventType"`
	EventTime time.Time `json:"eventTime"`
	Run       eventRun  `json:"run"`
	Job       eventJob  `json:"job"`
	Inputs    []dataset `json:"inputs"`
	Outputs   []dataset `json:"outputs"`
	Producer  string    `json:"producer"`
	SchemaURL string    `json:"schemaURL"`
}

type eventRun struct {
	RunID  string `json:"runId"`
	Facets facets `json:"facets,omitempty"`
}

type eventJob struct {
	Namespace string `json:"namespace"`
	Name      string `json:"name"`
	Facets    facets `json:"facets,omitempty"`
}

type dataset struct {
	Namespace    string `json:"namespace"`
	Name         string `json:"name"`
	Facets       facets `json:"facets,omitempty"`
	OutputFacets facets `json:"outputFacets,omitempty"`
}

type (
	facets map[string]facet
	facet  map[string]any
)

// NewLineage names a run by the UUID that follows from its dataset, id and start, and takes
// the job's namespace and the parent from the environment: OPENLINEAGE_NAMESPACE, and
// OPENLINEAGE_PARENT_ID as namespace/job/uuid.
func NewLineage(r *Run, getenv func(string) string) *Lineage {
	sum := sha256.Sum256([]byte(r.Out + "\x00" + r.RunID + "\x00" + r.Started.Format(time.RFC3339Nano)))
	l := &Lineage{RunID: uuid.NewSHA1(uuid.NameSpaceOID, sum[:]).String(), Namespace: "dateline", Job: "run", Inputs: r.Arguments, Out: r.Out}
	if ns := getenv("OPENLINEAGE_NAMESPACE"); ns != "" {
		l.Namespace = ns
	}
	parts := strings.Split(getenv("OPENLINEAGE_PARENT_ID"), "/")
	if n := len(parts); n >= 3 && uuid.Validate(parts[n-1]) == nil {
		l.Parent = &Parent{Namespace: strings.Join(parts[:n-2], "/"), Job: parts[n-2], RunID: parts[n-1]}
	}
	return l
}

// Start is the event of a run that begins.
func (l *Lineage) Start(r *Run) *Event { return l.event(r, "START", r.Started) }

// End is the event of a run that ended: COMPLETE, FAIL, or ABORT where a signal ended it.
func (l *Lineage) End(r *Run) *Event {
	kind := "FAIL"
	switch r.Status {
	case Done, NothingToDo, Rejects: // all is written
		kind = "COMPLETE"
	case Interrupted:
		kind = "ABORT"
	}
	e := l.event(r, kind, r.Finished)
	if r.Error != "" {
		e.Run.Facets["errorMessage"] = facet{
			"_schemaURL": specFacets + "1-0-0/ErrorMessageRunFacet.json#/$defs/ErrorMessageRunFacet", "message": r.Error, "programmingLanguage": "Go",
		}
	}
	for i, t := range r.Tables {
		if i < len(e.Outputs) {
			e.Outputs[i].OutputFacets = facets{"outputStatistics": {
				"_schemaURL": "https://openlineage.io/spec/1-0-1/OutputStatisticsOutputDatasetFacet.json#/$defs/OutputStatisticsOutputDatasetFacet",
				"rowCount":   t.Rows, "size": t.Bytes,
			}}
		}
	}
	return e.produced(r)
}

func (l *Lineage) event(r *Run, kind string, at time.Time) *Event {
	e := &Event{
		EventType: kind, EventTime: at, SchemaURL: specEvent, Inputs: []dataset{}, Outputs: []dataset{},
		Run: eventRun{RunID: l.RunID, Facets: facets{"processing_engine": {
			"_schemaURL": specFacets + "1-1-0/ProcessingEngineRunFacet.json#/$defs/ProcessingEngineRunFacet", "name": "dateline", "version": r.Versions.Dateline,
		}}},
		Job: eventJob{Namespace: l.Namespace, Name: l.Job},
	}
	if p := l.Parent; p != nil {
		e.Run.Facets["parent"] = facet{
			"_schemaURL": "https://openlineage.io/spec/1-0-1/ParentRunFacet.json#/$defs/ParentRunFacet",
			"run":        map[string]string{"runId": p.RunID}, "job": map[string]string{"namespace": p.Namespace, "name": p.Job},
		}
	}
	for _, in := range l.Inputs {
		e.Inputs = append(e.Inputs, named(in))
	}
	for _, t := range load.Schema() {
		if l.Out == "" {
			break // a dry run
		}
		d := named(strings.TrimSuffix(l.Out, "/") + "/" + t.Name)
		d.Facets = facets{"schema": schemaFacet(t)}
		e.Outputs = append(e.Outputs, d)
	}
	return e.produced(r)
}

// produced says in every facet who made it.
func (e *Event) produced(r *Run) *Event {
	e.Producer = "urn:dateline:" + url.PathEscape(r.Versions.Dateline)
	all := []facets{e.Run.Facets, e.Job.Facets}
	for _, d := range append(e.Inputs, e.Outputs...) {
		all = append(all, d.Facets, d.OutputFacets)
	}
	for _, fs := range all {
		for _, f := range fs {
			f["_producer"] = e.Producer
		}
	}
	return e
}

func schemaFacet(t load.Table) facet {
	var fields []map[string]string
	for _, c := range t.Columns {
		fields = append(fields, map[string]string{"name": c.Name, "type": c.Type, "description": c.Doc})
	}
	return facet{"_schemaURL": specFacets + "1-0-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet", "fields": fields}
}

// named is a place as OpenLineage names it: files by their whole path, others by their
// scheme and authority, then the path.
func named(place string) dataset {
	if place == "-" {
		return dataset{Namespace: "file", Name: "stdin"}
	}
	if u, err := url.Parse(place); err == nil && u.Scheme != "" && u.Host != "" {
		return dataset{Namespace: u.Scheme + "://" + u.Host, Name: strings.TrimPrefix(u.Path, "/")}
	}
	if abs, err := filepath.Abs(place); err == nil {
		place = abs
	}
	return dataset{Namespace: "file", Name: filepath.ToSlash(place)}
}
