package talk_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/reportback/reportback/internal/core/talk"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/testkit/record"
)

var update = flag.Bool("update", false, "write what is decided now into testdata/changes.txt")

const (
	recorded = "testdata/decisions.gz"
	wanted   = "testdata/changes.txt"
	// mostBytes bounds what every clone of the repository carries.
	mostBytes = 5_000_000
)

// TestReplay decides again whatever was decided in the stories, the transcripts and the random lives, and compares all that is done, whole:
// what is not meant to change does not. `-update` writes what is decided now; what is looked at and who texts what is recorded by the e2e
// tests.
func TestReplay(t *testing.T) {
	t.Parallel()
	all, err := record.Read(recorded)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 1000 {
		t.Fatalf("only %d decisions are recorded", len(all))
	}
	step := 1
	if os.Getenv("RACE") == "1" && !*update { // that nothing is shared shows in any of them, at ten times the price
		step = 10
	}
	got := decideAll(all, step)
	if *update {
		if n := len(strings.Join(got, "")); n > mostBytes {
			t.Errorf("what is decided takes %d bytes, more than %d: record fewer lives", n, mostBytes)
		}
		if err := os.WriteFile(wanted, []byte(strings.Join(got, "")), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(wanted)
	if err != nil {
		t.Fatal(err)
	}
	differ := 0
	for i, g := range got {
		w, rest, _ := bytes.Cut(want, []byte("\n\n"))
		want = rest
		if i%step != 0 || g == string(w)+"\n\n" {
			continue
		}
		if differ++; differ <= 3 {
			t.Errorf("decided otherwise (-update writes what is decided now):\n- %s\n+ %s", firstApart(string(w), g), firstApart(g, string(w)))
		}
	}
	if differ > 0 {
		t.Errorf("%d of %d decisions differ", differ, len(got))
	}
}

// decideAll returns what each decision does, a paragraph each; of a step of ten every tenth.
func decideAll(all []record.Decision, step int) []string {
	out := make([]string, len(all))
	var wg sync.WaitGroup
	const workers = 4
	for k := range workers {
		wg.Go(func() {
			for i := k * step; i < len(all); i += workers * step {
				out[i] = decided(all[i])
			}
		})
	}
	wg.Wait()
	for i, d := range all { // where it was met is said once a life
		if i == 0 || d.Life != all[i-1].Life {
			out[i] = "## " + d.Life + "\n" + out[i]
		}
	}
	return out
}

func decided(d record.Decision) string {
	need := talk.Needs(world.World{Phone: d.World.Phone, Org: d.World.Org, People: d.World.People, Conv: d.World.Conv}, d.In, d.Now)
	d.World.Heard = need.Heard
	set := talk.Decide(d.World, d.In, d.Now, &record.Counter{})
	return fmt.Sprintf("== %s\n%s\n\n", d, strings.Join(record.Lines(d, need, set), "\n"))
}

// firstApart is the first line of a that b does not have.
func firstApart(a, b string) string {
	have := map[string]bool{}
	for _, l := range strings.Split(b, "\n") {
		have[l] = true
	}
	for _, l := range strings.Split(a, "\n") {
		if !have[l] {
			return l
		}
	}
	return "(" + strings.SplitN(a, "\n", 2)[0] + ")"
}
