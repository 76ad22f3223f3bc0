package e2e

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/talk"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/testkit"
	"github.com/reportback/reportback/internal/testkit/record"
)

var (
	binary  testkit.Binary
	cluster testkit.Cluster
	folder  testkit.Folder
)

// decisions is where package talk's own test finds what was recorded here.
const decisions = "../core/talk/testdata/decisions.gz"

var recording = flag.Bool("record", false, "keep every decision of the stories, transcripts and random lives for the test of package talk")

// tapes are what was recorded, by whose it is.
var tapes struct {
	sync.Mutex
	rows map[string][][]byte
}

func TestMain(m *testing.M) {
	flag.Parse()
	code := cluster.Main(m)
	binary.Clean()
	folder.Clean()
	if *recording && code == 0 {
		if err := keepTapes(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

// newTown starts a town whose decisions are kept when they are recorded.
func newTown(t *testing.T, at time.Time) *testkit.Town {
	t.Helper()
	if !*recording {
		return unrecorded(t, at)
	}
	town := begin(t, at, record.NewTape(t.Name()))
	t.Cleanup(func() {
		tapes.Lock()
		defer tapes.Unlock()
		if tapes.rows == nil {
			tapes.rows = map[string][][]byte{}
		}
		tapes.rows[t.Name()] = append(tapes.rows[t.Name()], town.Tape.Rows()...)
	})
	return town
}

// seeded are towns in which nothing has happened yet, by their clocks: thousands begin at the same few times.
var seeded sync.Map

// unrecorded starts a town whose decisions nobody keeps.
func unrecorded(t *testing.T, at time.Time) *testkit.Town {
	t.Helper()
	return taped(t, at, nil)
}

// taped starts a town whose decisions a tape takes from here on.
func taped(t *testing.T, at time.Time, tape *record.Tape) *testkit.Town {
	t.Helper()
	key := at.Format(time.RFC3339Nano)
	if m, ok := seeded.Load(key); ok {
		return cluster.TownFrom(t, m.(*testkit.Moment), tape)
	}
	town := begin(t, at, tape)
	seeded.Store(key, cluster.Moment(town))
	return town
}

func begin(t *testing.T, at time.Time, tape *record.Tape) *testkit.Town {
	t.Helper()
	db, rows := cluster.Warm(t)
	return testkit.NewTown(t, db, rows, at, tape)
}

func keepTapes() error {
	var lives []string
	for l := range tapes.rows {
		lives = append(lives, l)
	}
	slices.Sort(lives)
	var all [][]byte
	for _, l := range lives {
		all = append(all, tapes.rows[l]...)
	}
	return record.Write(decisions, all, func(d record.Decision) string {
		need, set := decided(d)
		return record.Shape(d, need, set)
	})
}

// decided is what a decision that was recorded looks for, and does.
func decided(d record.Decision) (world.Need, change.Set) {
	need := talk.Needs(world.World{Phone: d.World.Phone, Org: d.World.Org, People: d.World.People, Conv: d.World.Conv}, d.In, d.Now)
	d.World.Heard = need.Heard
	return need, talk.Decide(d.World, d.In, d.Now, &record.Counter{})
}
