package load

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// TestNULLsStayNULL writes random patterns of known and unknown values and reads them back.
func TestNULLsStayNULL(t *testing.T) {
	type nullable struct {
		EventMode  *string `parquet:"event_mode,optional"`
		SourceName *string `parquet:"source_name,optional"`
	}
	r := rand.New(rand.NewPCG(1, 2))
	for n := 1; n < 300; n += 1 + n/8 {
		rows := make([]EventRow, n)
		for i := range rows {
			rows[i].EventID = "id"
			if r.IntN(n) < 3 {
				rows[i].EventMode = "seize"
			}
			if r.IntN(3) > 0 {
				rows[i].SourceName = "Turkey"
			}
		}
		var b bytes.Buffer
		if err := writeParquet(&b, rows, nil); err != nil {
			t.Fatal(err)
		}
		got, err := parquet.Read[nullable](bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		for i := range got {
			if (got[i].EventMode == nil) != (rows[i].EventMode == "") || (got[i].SourceName == nil) != (rows[i].SourceName == "") {
				t.Fatalf("%d rows: row %d changed on its way", n, i)
			}
		}
	}
}

func BenchmarkWriteMentions(b *testing.B) {
	rows := make([]MentionRow, 100_000)
	for i := range rows {
		rows[i] = MentionRow{
			MentionID: shortID("m", string(rune(i))), ArticleID: shortID("a", string(rune(i/20))), Kind: "actor", Text: "Turkey",
			Start: int32(i % 3000), End: int32(i%3000 + 6), Confidence: 0.9, ActorName: "Turkey", ActorKind: "state", ActorCountry: "TUR", ActorSector: "GOV", ActorCode: "TURGOV",
		}
	}
	for b.Loop() {
		var buf bytes.Buffer
		if err := writeParquet(&buf, rows, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(rows)*b.N)/b.Elapsed().Seconds(), "rows/s")
}
